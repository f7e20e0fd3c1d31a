"""A preview from its start to its end: the present state, and the thread that follows the files."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from threading import Condition, Event, Thread
from typing import Final

from watchdog.observers.api import BaseObserver

from sangkien.build.inputs import watched
from sangkien.build.lock import nobody_told
from sangkien.build.snapshot import take
from sangkien.build.worker import Desk
from sangkien.diagnostics import Language, Text, UserError
from sangkien.preview import words
from sangkien.preview.follow import follow, settle
from sangkien.preview.pages import Pages
from sangkien.preview.state import State, survey_fair
from sangkien.preview.watch import Changes, watch
from sangkien.settings import Settings
from sangkien.targets.target import Kit

PATIENCE: Final = 2.0
"""Seconds of quiet before the rules over the whole catalogue are run again."""


class View:
    """A state, and what making its pages takes. Never changes but for what it keeps for speed."""

    def __init__(self, state: State, name: str, earlier: View | None = None) -> None:
        self.state = state
        self.version = f"{name}-{state.number}"
        before = earlier.pages.index if earlier else None
        self.pages: Pages = Pages(state.public, state.words, state.chrome, before)
        kit = Kit(
            state.settings, state.words, state.chrome.shells, str(state.home.root / state.settings.theme_dir)
        )
        files = state.home.chrome / state.chrome.digest / "files"
        self.desk = Desk(kit, state.settings.root, "", str(state.home.pictures), str(files))


class Session:
    """Serves the present view; the old one stays until the new one is ready."""

    def __init__(
        self,
        load: Callable[[], Settings],
        language: Language,
        jobs: int = 1,
        waiting: Callable[[Text], None] = nobody_told,
    ) -> None:
        """Survey the fair. Raises UserError where it cannot be shown at all. No thread is started yet.

        ``waiting`` is told who holds the fair, each time that another command is waited for.
        """
        self._waiting = waiting
        self.language = language
        self._load = load
        self._name = secrets.token_hex(4)
        self._changes = Changes()
        self._news = Condition()
        self._closed = Event()
        self._observer: BaseObserver | None = None
        self._before = take(watched(load())).digest
        self._view = View(survey_fair(load, jobs, waiting=waiting), self._name)
        self._thread = Thread(target=self._run, name="preview", daemon=True)

    @property
    def view(self) -> View:
        """What is shown now."""
        return self._view

    def start(self) -> None:
        """Begin to follow the files. What was saved since the survey began is found by looking once more."""
        settings = self._view.state.settings
        self._observer = watch(settings, self._changes)
        if take(watched(settings)).digest != self._before:
            self._changes.add([settings.content_dir])
        self._thread.start()

    def close(self) -> None:
        """Let everybody go who waits."""
        self._closed.set()
        self._changes.close()
        with self._news:
            self._news.notify_all()
        if self._observer is not None:
            self._observer.stop()

    @property
    def closed(self) -> bool:
        """Whether it is over."""
        return self._closed.is_set()

    def wait(self, version: str, timeout: float) -> str:
        """The present version: as soon as it is another one, at the latest after ``timeout`` seconds."""
        with self._news:
            self._news.wait_for(lambda: self.closed or self._view.version != version, timeout)
        return self._view.version

    def _run(self) -> None:
        failed: frozenset[str] = frozenset()
        while not self._closed.is_set():
            state = self._view.state
            wait = None if state.fault or state.settled else PATIENCE
            if state.stale and not state.fault:
                wait = 0.0
            paths = self._changes.take(wait)
            if self._closed.is_set():
                return
            try:
                if paths:
                    before = replace(state, fault=None) if state.fault else state
                    state = follow(before, paths | failed, self._load, self._waiting)
                    failed = frozenset()
                else:
                    state = settle(state)
            except UserError as error:
                state, failed = self._faulty(error.text), failed | paths
            except Exception as error:  # noqa: BLE001  # a theme may fail in any way: the old pages stay, a sentence says why
                problem = f"{type(error).__name__}: {error}"
                state, failed = self._faulty(words.BROKEN.format(problem=problem)), failed | paths
            self._show(state)

    def _faulty(self, fault: Text) -> State:
        state = self._view.state
        return replace(state, number=state.number + 1, fault=fault)

    def _show(self, state: State) -> None:
        view = self._view
        if state is view.state:
            return
        if state.fault != view.state.fault and state.number == view.state.number:
            state = replace(state, number=state.number + 1)
        new = View(state, self._name, view)
        if (
            state.public is view.state.public
            and state.chrome is view.state.chrome
            and state.words is view.state.words
        ):
            new.pages = view.pages  # what they share need not be made again
        with self._news:
            self._view = new
            self._news.notify_all()
