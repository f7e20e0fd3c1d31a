"""The record of what was taken back: ``content/withdrawals.yml``, without a name, title or address in it.

Each row is ``{date, kind, digest}``: ``kind`` is ``story`` or ``person``, ``digest`` the SHA-256 (hex) of an
address that must not come back, as ``urls`` makes it (``sang-kien/x/``). Whoever publishes, or brings back an
earlier release, asks ``read_withdrawals``.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any, Literal, NamedTuple

from sangkien.diagnostics import UserError
from sangkien.model.scalars import as_date
from sangkien.settings import Settings
from sangkien.source import yaml_text
from sangkien.source.document import decode
from sangkien.source.tree import Tree

NAME = "withdrawals.yml"
Kind = Literal["story", "person"]
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Withdrawn(NamedTuple):
    """One address that was taken back, by its digest."""

    date: date
    kind: Kind
    digest: str


def digest_of_url(url: str) -> str:
    """SHA-256 (hex) of an address relative to the site's root."""
    return hashlib.sha256(url.encode()).hexdigest()


def withdrawals_path(settings: Settings) -> str:
    """Where the record stands."""
    return f"{settings.content_dir}/{NAME}"


def find_withdrawals(tree: Tree, settings: Settings) -> tuple[tuple[Withdrawn, ...], bool]:
    """The rows that can be understood, in order, and whether that is all of them. Never raises."""
    if NAME not in tree.files(settings.content_dir):
        return (), True
    try:
        text, wrong = decode(tree.read(withdrawals_path(settings)))
    except OSError:
        return (), False
    data, faults = (None, wrong) if wrong else yaml_text.parse(text, yaml_text.LIST_LIMIT)
    rows = [_row(row) for row in data] if isinstance(data, list) else []
    whole = not faults and (data in (None, []) or (bool(rows) and None not in rows))
    return tuple(row for row in rows if row), whole


def read_withdrawals(tree: Tree, settings: Settings) -> tuple[Withdrawn, ...]:
    """Every row, in order; nothing where there is no record.

    Raises UserError where a row can't be understood: what must not come back would be unclear.
    """
    rows, whole = find_withdrawals(tree, settings)
    if not whole:
        path = withdrawals_path(settings)
        raise UserError(
            f"Tệp {path} bị hỏng. Hãy lấy lại bản lưu của tệp này; đừng xóa đi.",
            f"The file {path} is damaged. Bring back a copy of it; don't delete it.",
        )
    return rows


def _row(row: Any) -> Withdrawn | None:
    if not isinstance(row, dict) or set(row) != {"date", "kind", "digest"}:
        return None
    try:
        day = as_date(row["date"])
    except Exception:  # noqa: BLE001  # whatever is no date makes the row unclear
        return None
    if row["kind"] not in ("story", "person") or not _DIGEST.fullmatch(str(row["digest"])):
        return None
    return Withdrawn(day, row["kind"], row["digest"])
