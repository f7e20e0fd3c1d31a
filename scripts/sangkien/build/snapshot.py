"""Whether anything changed since the last build, told from file stats alone, in a fraction of a second.

Imports nothing but the standard library: this is what runs before anything else is even loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

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
RACY_NS = 2_000_000_000
"""A file written so close to the snapshot may change again without a new stat: don't trust it, as git."""


def folder_stats(folder: str) -> Iterator[str]:
    """A line for each file below a folder: path, size, time, inode; in the order of names."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in SKIPPED:
                yield from folder_stats(entry.path)
        else:
            status = entry.stat(follow_symlinks=False)
            yield f"{entry.path}\t{status.st_size}\t{status.st_mtime_ns}\t{status.st_ino}\t{status.st_mode}\n"


def take(paths: tuple[str, ...]) -> tuple[str, int]:
    """(digest of the stats of all files below these paths, the newest modification time in ns)."""
    digest, newest = hashlib.blake2b(digest_size=16), 0
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  # plain strings: an unchanged build lasts milliseconds
            for line in folder_stats(path):
                digest.update(line.encode("utf-8", "surrogateescape"))
                newest = max(newest, int(line.split("\t")[2]))
        elif os.path.exists(path):  # noqa: PTH110  # as above
            status = os.stat(path)  # noqa: PTH116  # as above
            digest.update(
                f"{path}\t{status.st_size}\t{status.st_mtime_ns}\t{status.st_ino}\n".encode(
                    "utf-8", "surrogateescape"
                )
            )
            newest = max(newest, status.st_mtime_ns)
    digest.update(sys.version.encode())
    return digest.hexdigest(), newest


def unchanged(file: Path, stamp: Path, options: str, now: float) -> Mapping[str, Any] | None:
    """The last build's summary, when nothing it was made of has changed; else None.

    ``now``: seconds since the epoch; the snapshot ends by itself when an embargo does, and a clock
    that was set back makes it void.
    """
    try:
        saved = json.loads(file.read_text("utf-8"))
        if saved["options"] != options or saved["stamp"] != stamp.read_text("ascii"):
            return None
        if now < saved["since"] or (saved["until"] is not None and saved["until"] <= now):
            return None
        digest, _ = take(tuple(saved["paths"]))
        return dict(saved["summary"]) if digest == saved["digest"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
