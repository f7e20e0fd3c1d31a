"""Whether anything changed since the last build, told from file stats alone, in a fraction of a second.

Imports next to nothing but the standard library: this is what runs before anything else is even loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sangkien.source.links import is_junction

SKIPPED = frozenset(
    {
        ".sangkien",
        ".venv",
        ".git",
        "__pycache__",
        "node_modules",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
    }
)
PACKAGE = Path(__file__).resolve().parents[1]
RACY_NS = 2_000_000_000
"""A file written so close to the snapshot may change again without a new stat: don't trust it, as git."""


class Taken(NamedTuple):
    """The state of some files, told by their stats.

    ``paths``: what was looked at. ``newest``: the latest modification time, in ns. ``folders``: absolute
    path → (digest of its own files' names and stats, the latest time among them).
    """

    paths: tuple[str, ...]
    digest: str
    newest: int
    folders: dict[str, tuple[str, int]]


def usual_paths(root: Path) -> tuple[str, ...]:
    """What a fair with the usual folders is made of, told before its settings are read."""
    inside = ("mkdocs.yml", "content", "initiatives", "theme")
    return (*(str(root / name) for name in inside), str(PACKAGE))


def take(paths: tuple[str, ...]) -> Taken:
    """Look at every file below these paths (folders or files), without following links."""
    folders: dict[str, tuple[str, int]] = {}
    digest = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  # plain strings: an unchanged build lasts milliseconds
            _look(path, folders)
        elif os.path.exists(path):  # noqa: PTH110  # as above
            folders[path] = _digest([_line(path, os.stat(path))])  # noqa: PTH116  # as above
    for path in sorted(folders):
        digest.update(f"{path}\t{folders[path][0]}\n".encode("utf-8", "surrogateescape"))
    return Taken(
        paths, digest.hexdigest(), max((newest for _, newest in folders.values()), default=0), folders
    )


def _look(folder: str, folders: dict[str, tuple[str, int]]) -> None:
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        lines = []
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    if not entry.is_dir(follow_symlinks=False):
                        lines.append(_line(entry.name, entry.stat(follow_symlinks=False)))
                    elif entry.name not in SKIPPED and not is_junction(entry):
                        waiting.append(entry.path)
        except OSError:
            continue
        folders[place] = _digest(lines)


def _line(name: str, status: os.stat_result) -> tuple[str, int]:
    stats = f"{status.st_size}\t{status.st_mtime_ns}\t{status.st_ino}\t{status.st_mode}"
    return f"{name}\t{stats}\n", status.st_mtime_ns


def _digest(lines: list[tuple[str, int]]) -> tuple[str, int]:
    text = "".join(line for line, _ in sorted(lines))
    newest = max((time for _, time in lines), default=0)
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest(), newest


def take_beside(paths: tuple[str, ...], work: Callable[[], object]) -> Taken:
    """``take``, by another process where one can be forked cheaply, while this one does some ``work``."""
    if sys.platform != "linux":
        return take(paths)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as out:
                out.write(pickle.dumps(take(paths), 5))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        work()
        raw = told.read()
    os.waitpid(child, 0)
    return Taken(*pickle.loads(raw)) if raw else take(paths)  # noqa: S301  # from our own child


def unchanged(
    file: Path, stamp: Path, options: str, now: float, meanwhile: Callable[[], object] = lambda: None
) -> tuple[Mapping[str, Any] | None, Taken | None]:
    """The last build's summary, when nothing it was made of has changed; and what was looked at, if anything.

    ``now``: seconds since the epoch; the snapshot ends by itself when an embargo does, and a clock
    that was set back makes it void. ``meanwhile`` may be done while files are looked at.
    """
    taken = None
    try:
        saved = json.loads(file.read_text("utf-8"))
        if saved["options"] != options or saved["stamp"] != stamp.read_text("ascii"):
            return None, None
        if now < saved["since"] or (saved["until"] is not None and saved["until"] <= now):
            return None, None
        taken = take_beside(tuple(saved["paths"]), meanwhile)
        return (dict(saved["summary"]) if taken.digest == saved["digest"] else None), taken
    except (OSError, ValueError, KeyError, TypeError):
        return None, taken
