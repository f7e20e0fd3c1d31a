"""The shelf of rendered stories: written while a build's other processes go on, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from sangkien.build.cache import PAGE_BYTES
from sangkien.targets.rendered import Row

_SCHEMA = "CREATE TABLE IF NOT EXISTS stories (slug TEXT PRIMARY KEY, key TEXT, html TEXT, headings TEXT)"


class Shelf:
    """Takes rows as they come; nothing is kept before ``close``. What cannot be written is no fault."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def put(self, rows: Iterable[Row]) -> None:
        """Keep these rows, each in the place of the story's earlier one."""
        rows = list(rows)
        if not rows:
            return
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(self._path)
                self._connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
                self._connection.execute("PRAGMA journal_mode=WAL")  # others read meanwhile
                self._connection.execute("PRAGMA synchronous=OFF")
                self._connection.execute("PRAGMA secure_delete=ON")  # rows that go leave no bytes
                self._connection.execute(_SCHEMA)
            self._connection.executemany("INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?)", rows)
        except (sqlite3.Error, UnicodeEncodeError):
            self.drop()

    def close(self, published: Collection[str]) -> None:
        """Keep what was put in, and of the rest what is still published."""
        if self._connection is None:
            return
        try:
            kept = [slug for (slug,) in self._connection.execute("SELECT slug FROM stories")]
            gone = [(slug,) for slug in kept if slug not in published]
            self._connection.executemany("DELETE FROM stories WHERE slug=?", gone)
            self._connection.commit()
            self._connection.close()
            self._connection = None
        except (sqlite3.Error, UnicodeEncodeError):
            self.drop()

    def drop(self) -> None:
        """Keep nothing at all: a damaged file, or a full disk."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        forget_shelf(self._path)
        self._connection = None


def forget_shelf(path: Path) -> None:
    """Delete the file with its journal: a journal of one file must never be read into another."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)
