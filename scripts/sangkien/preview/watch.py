"""Hearing which files of a fair were saved, a few moments' changes together."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from threading import Condition

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from sangkien.settings import Settings
from sangkien.source.configuration import CONFIG

QUIET = 0.05
"""Seconds without a change after which a save is taken to be over: editors write, rename and touch."""
_SEEN: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileDeletedEvent, FileMovedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
"""Not that something was opened or closed: reading ten thousand folders would flood the system's queue."""
_LEFTOVERS = ("~", ".swp", ".swx", ".tmp", ".bak", ".crdownload")


class Changes:
    """Changed paths (relative, forward slashes), gathered by any thread, taken by one."""

    def __init__(self) -> None:
        self._paths: set[str] = set()
        self._news = Condition()
        self._closed = False

    def add(self, paths: Iterable[str]) -> None:
        """These changed."""
        with self._news:
            self._paths.update(paths)
            self._news.notify_all()

    def close(self) -> None:
        """Nobody needs to wait any more."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def take(self, timeout: float | None) -> frozenset[str]:
        """Wait for a change, then for quiet; empty after ``timeout`` seconds, and when closed."""
        with self._news:
            self._news.wait_for(lambda: self._paths or self._closed, timeout)
            if not self._paths:
                return frozenset()
            for _ in range(10):  # a stream of changes is cut here and there: half a second at most
                before = len(self._paths)
                self._news.wait(QUIET)
                if self._closed or len(self._paths) == before:
                    break
            taken, self._paths = frozenset(self._paths), set()
            return taken


class _Handler(FileSystemEventHandler):
    def __init__(self, root: str, changes: Changes, only: str | None = None) -> None:
        self._root, self._changes, self._only = root, changes, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Told of a change. That a folder's own time changes with each file in it is not looked at."""
        if type(event) not in _SEEN:
            return
        paths = {
            relative(self._root, os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path
        }
        self._changes.add(path for path in paths if path and (self._only is None or path == self._only))


def relative(root: str, path: str) -> str:
    """The path below the root with forward slashes; empty for what an editor leaves lying about."""
    inside = os.path.relpath(path, root).replace(os.sep, "/")
    name = inside.rsplit("/", 1)[-1]
    skipped = (
        name.startswith((".", "#")) or name.endswith(_LEFTOVERS) or inside.startswith("../") or name == "4913"
    )
    return "" if skipped else inside


def watch(settings: Settings, changes: Changes) -> BaseObserver:
    """Start watching a fair. Where the system has no watches left, files are looked at each second."""
    try:
        return _started(Observer(), settings, changes)
    except OSError:
        return _started(PollingObserver(timeout=1), settings, changes)


def _started(observer: BaseObserver, settings: Settings, changes: Changes) -> BaseObserver:
    root = settings.root
    for folder in (settings.content_dir, settings.initiatives_dir, settings.theme_dir):
        if Path(root, folder).is_dir():
            observer.schedule(
                _Handler(root, changes), str(Path(root, folder)), recursive=True, event_filter=_SEEN
            )
    observer.schedule(_Handler(root, changes, CONFIG), root, recursive=False, event_filter=_SEEN)
    try:
        observer.start()
    except OSError:
        observer.unschedule_all()
        raise
    return observer
