"""The command ``sangkien withdraw``, run on a fair in a folder, and what it puts on record."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner, Result

from sangkien.cli.withdraw import withdraw
from sangkien.source.tree import DiskTree
from sangkien.source.withdrawals import read_withdrawals
from small_fair import settings_of

DAY = date(2026, 6, 1)
NOW = "2026-06-01T08:00:00+00:00"


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(withdraw, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def on_record(fair: Path) -> dict[str, str]:
    rows = read_withdrawals(DiskTree(str(fair)), settings_of(fair))
    assert all(row.date == DAY for row in rows)
    return {row.digest: row.kind for row in rows}


def digest(url: str) -> str:
    return sha256(url.encode()).hexdigest()
