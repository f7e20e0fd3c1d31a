"""Examined initiatives, kept between builds: what has not changed is not read again.

A row holds while the folder's files have the stats they had, the ground they were examined against is the
same, and the clock has not passed the next moment at which it alone would change the finding.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sangkien.check.examine import Examined


class Row(NamedTuple):
    """What was examined, and under which circumstances."""

    stat: str
    ground: str
    examined: Examined


_SCHEMA = "CREATE TABLE IF NOT EXISTS examined (slug TEXT PRIMARY KEY, stat TEXT, ground TEXT, value BLOB)"


def read_cache(path: Path) -> dict[str, tuple[str, str, bytes]]:
    """Slug → (stat, ground, pickled Examined). A missing or damaged file is an empty cache."""
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute("SELECT slug, stat, ground, value FROM examined").fetchall()
    except sqlite3.Error:
        path.unlink(missing_ok=True)
        return {}
    return {slug: (stat, ground, value) for slug, stat, ground, value in rows}


def still_holds(row: tuple[str, str, bytes], stat: str, ground: str, now: datetime) -> Examined | None:
    """The examined value of a row, or None when it has to be made anew."""
    if row[0] != stat or row[1] != ground:
        return None
    examined: Examined = pickle.loads(row[2])  # noqa: S301  # our own file under .sangkien, named with this package's digest
    if examined.next_change and examined.next_change <= now:
        return None
    return examined


def write_cache(path: Path, rows: Mapping[str, Row], gone: Iterable[str]) -> None:
    """Put rows in, take slugs out, in one transaction. A cache that cannot be written is no fault."""
    if not rows and not list(gone):
        return
    try:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute(_SCHEMA)
            connection.executemany("DELETE FROM examined WHERE slug=?", [(slug,) for slug in gone])
            connection.executemany(
                "INSERT OR REPLACE INTO examined VALUES (?, ?, ?, ?)",
                ((slug, row.stat, row.ground, pickle.dumps(row.examined, 5)) for slug, row in rows.items()),
            )
    except sqlite3.Error:
        path.unlink(missing_ok=True)
