"""Writing the record of what was taken back (``source.withdrawals``)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.settings import Settings
from sangkien.source.tree import Tree
from sangkien.source.withdrawals import Kind, digest_of_url, read_withdrawals, withdrawals_path

_HEAD = """\
# Những lần gỡ bài, rút lại sự đồng ý: ngày, loại, dấu vết (SHA-256) của địa chỉ. Không có tên ai trong này.
# Lệnh “sangkien withdraw” tự ghi. Đừng xóa dòng nào: nhờ đó mà bản cũ không bao giờ đưa lại điều đã gỡ.
"""


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
