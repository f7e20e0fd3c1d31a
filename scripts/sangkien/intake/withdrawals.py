"""The record of what was taken back: ``content/withdrawals.yml``, without a name, title or address in it.

Each row is ``{date, kind, digest}``: ``kind`` is ``story`` or ``person``, ``digest`` the SHA-256 (hex) of an
address that must not come back, as ``urls`` makes it (``sang-kien/x/``). Whoever publishes, or brings back an
earlier release, asks ``read_withdrawals``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from sangkien.diagnostics import UserError
from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.intake.stored import stored
from sangkien.model.scalars import as_date
from sangkien.settings import Settings
from sangkien.source import yaml_text
from sangkien.source.tree import Tree

Kind = Literal["story", "person"]
_DIGEST = re.compile(r"[0-9a-f]{64}")
_HEAD = """\
# Những lần gỡ bài, rút lại sự đồng ý: ngày, loại, dấu vết (SHA-256) của địa chỉ. Không có tên ai trong này.
# Lệnh “sangkien withdraw” tự ghi. Đừng xóa dòng nào: nhờ đó mà bản cũ không bao giờ đưa lại điều đã gỡ.
"""


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
    return f"{settings.content_dir}/withdrawals.yml"


def read_withdrawals(tree: Tree, settings: Settings) -> tuple[Withdrawn, ...]:
    """Every row, in order; nothing where there is no record.

    Raises UserError where a row can't be understood: what must not come back would be unclear.
    """
    path = withdrawals_path(settings)
    if "withdrawals.yml" not in tree.files(settings.content_dir):
        return ()
    try:
        text = stored(tree.read(path))
    except OSError as error:
        raise UserError(f"Không đọc được tệp {path}.", f"The file {path} cannot be read.") from error
    data, faults = yaml_text.parse(text.decoded, yaml_text.LIST_LIMIT) if text else (None, (None,))
    rows = [_row(row) for row in data] if isinstance(data, list) else []
    if faults or (data not in (None, []) and (not rows or None in rows)):
        raise UserError(
            f"Tệp {path} bị hỏng. Hãy lấy lại bản lưu của tệp này; đừng xóa đi.",
            f"The file {path} is damaged. Bring back a copy of it; don't delete it.",
        )
    return tuple(row for row in rows if row)


def record(root: Path, tree: Tree, settings: Settings, day: date, kind: Kind, urls: Iterable[str]) -> int:
    """Add the addresses that are not on record yet; the file is replaced whole. Returns how many came."""
    known = {(row.kind, row.digest) for row in read_withdrawals(tree, settings)}
    digests = dict.fromkeys(digest_of_url(url) for url in urls)
    rows = [
        f"- {{date: {day.isoformat()}, kind: {kind}, digest: {digest}}}\n"
        for digest in digests
        if (kind, digest) not in known
    ]
    if not rows:
        return 0
    path = withdrawals_path(settings)
    place = root / path
    if not place.exists():
        new_file(place, (_HEAD + "".join(rows)).encode(), path)
        return len(rows)
    state, before = state_of(place), place.read_bytes()
    start = before.rstrip() + b"\n" if before.strip() != b"[]" else b""
    replace_file(place, start + "".join(rows).encode(), state, path)
    return len(rows)


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
