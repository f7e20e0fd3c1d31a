"""A share in a cell: "60%", 0.6 as Excel keeps a percentage, "1/3"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from sangkien.intake.cell_text import one_line
from sangkien.intake.reading import Cell, Reading, doubt

_SHARE: Final = re.compile(r"^(\d{1,3}(?:[.,]\d+)?)\s*(%|phần trăm)?$", re.IGNORECASE)
_FRACTION: Final = re.compile(r"^(\d{1,2})\s*/\s*(\d{1,3})$")


def share_of(cell: Cell) -> Reading[Decimal]:
    """Per cent, over 0 and at most 100, two decimals. A number up to 1 without a sign is a fraction of 1."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _bounded(Decimal(str(cell)), bare=True)
    text = (one_line(cell).value or "").strip(" .;()")
    if text in ("", "-"):
        return Reading()
    if found := _SHARE.match(text):
        return _bounded(Decimal(found[1].replace(",", ".")), bare=not found[2])
    if (parts := _FRACTION.match(text)) and 0 < int(parts[1]) <= int(parts[2]):
        return _bounded(Decimal(100) * int(parts[1]) / int(parts[2]), bare=False)
    return _unread()


def share_text(share: Decimal) -> str:
    """As the front matter writes it: ``60``, ``33.33``."""
    return format(share.quantize(Decimal("0.01")).normalize(), "f")


def _bounded(share: Decimal, *, bare: bool) -> Reading[Decimal]:
    if not share.is_finite():
        return _unread()
    if bare and 0 < share <= 1:
        share *= 100
    if not 0 < share <= 100:
        return _unread()
    share = share.quantize(Decimal("0.01"))
    return Reading(share) if share else _unread()


def _unread() -> Reading[Decimal]:
    return Reading(None, doubt("tỷ lệ đóng góp không đọc được", "the share can't be read"))
