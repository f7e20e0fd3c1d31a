"""Examined initiatives, kept between builds: what has not changed is not read again.

A row holds while the folder's files have the stats they had, the ground they were examined against is the
same, and the clock has not passed the next moment at which it alone would change the finding, nor was it set
back: what was still to come then is no longer known. Rows lie in
buckets: one pickle of a hundred rows is read twice as fast as a hundred pickles.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from sangkien.check.examine import Examined

BUCKETS = 128
PAGE_BYTES = 32_768
"""Of a new database: what is written whole takes an eighth of the calls that 4,096 take."""


class Row(NamedTuple):
    """What was examined, and under which circumstances."""

    stat: str
    ground: str
    since: datetime
    examined: Examined

    def holds(self, stat: str, ground: str, now: datetime) -> bool:
        """Whether it need not be made anew."""
        change = self.examined.next_change
        in_time = self.since <= now and (not change or change > now)
        return bool(stat) and self.stat == stat and self.ground == ground and in_time


_SCHEMA = "CREATE TABLE IF NOT EXISTS buckets (id INTEGER PRIMARY KEY, code TEXT, rows BLOB)"


def read_cache(path: Path, code: str) -> dict[str, Row]:
    """Slug → row. A missing or damaged file is an empty cache, and so is one of other ``code``.

    ``code``: digest of the package and the libraries that made the rows: no other may unpickle them.
    """
    if not path.exists():
        return {}
    found: dict[str, Row] = {}
    try:
        with closing(sqlite3.connect(path)) as connection:
            for (raw,) in connection.execute("SELECT rows FROM buckets WHERE code=?", (code,)):
                found |= pickle.loads(raw)  # noqa: S301  # our own file under .sangkien, of this very code
    except Exception:  # noqa: BLE001  # sqlite's errors, and whatever a damaged pickle raises
        path.unlink(missing_ok=True)
        return {}
    return found


def write_cache(path: Path, code: str, rows: Mapping[str, Row], changed: Iterable[str]) -> None:
    """Write the buckets of the ``changed`` slugs, of which some may be gone from ``rows``, all or none.

    A cache that cannot be written is no fault.
    """
    wanted = {_bucket(slug) for slug in changed}
    if not wanted:
        return
    buckets: dict[int, dict[str, Row]] = {number: {} for number in wanted}
    for slug, row in rows.items():
        number = _bucket(slug)
        if number in wanted:
            buckets[number][slug] = row
    try:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA secure_delete=ON")  # rows that go leave no bytes
            connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
            connection.execute(_SCHEMA)
            connection.execute("DELETE FROM buckets WHERE code<>?", (code,))
            connection.executemany(
                "INSERT OR REPLACE INTO buckets VALUES (?, ?, ?)",
                ((number, code, pickle.dumps(bucket, 5)) for number, bucket in buckets.items()),
            )
    except sqlite3.Error:
        path.unlink(missing_ok=True)


def _bucket(slug: str) -> int:
    return crc32(slug.encode()) % BUCKETS
