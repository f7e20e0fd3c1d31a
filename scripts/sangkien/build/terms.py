"""Terms of the stories as they were last indexed: without them an edit could not be mended into the index.

One file for each site, beside its manifest; what cannot be written or read is no fault: all is indexed anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sangkien.catalogue.terms import Terms, terms_from

Row = tuple[str, str]
"""``slug digest`` of a story, and its terms as text."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS terms (slug TEXT PRIMARY KEY, story TEXT, terms TEXT)"


class KeptTerms:
    """Reads single rows, and takes new ones, which count once it is closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def of(self, story: str) -> Terms | None:
        """The terms of ``slug digest``; None where only others are kept, or none."""
        if self._connection is None and not self._path.exists():
            return None
        try:
            wanted = "SELECT terms FROM terms WHERE slug=? AND story=?"
            row = self._open().execute(wanted, (_slug(story), story)).fetchone()
            return terms_from(row[0]) if row else None
        except (sqlite3.Error, ValueError, TypeError, AttributeError):
            self.drop()
            return None

    def put(self, rows: Iterable[Row]) -> None:
        """Keep these in the place of their stories' earlier ones."""
        try:
            self._open().executemany(
                "INSERT OR REPLACE INTO terms VALUES (?, ?, ?)",
                [(_slug(story), story, text) for story, text in rows],
            )
        except (sqlite3.Error, UnicodeEncodeError):
            self.drop()

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(self._path)
            self._connection.execute("PRAGMA synchronous=OFF")
            self._connection.execute("PRAGMA secure_delete=ON")  # rows that go leave no bytes
            self._connection.execute(_SCHEMA)
        return self._connection

    def close(self) -> None:
        """Let the rows count."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.commit()
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def drop(self) -> None:
        """Forget all: before all is indexed anew, or where the file is damaged."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
        for name in (self._path.name, f"{self._path.name}-journal"):
            with suppress(OSError):
                self._path.with_name(name).unlink(missing_ok=True)


def _slug(story: str) -> str:
    return story.partition(" ")[0]
