"""Money in a cell: "1,5 tỷ", "500tr/năm", "85.000.000đ". What can be read two ways is a doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.cell_text import one_line
from sangkien.intake.reading import Cell, Reading, doubt
from sangkien.text.folding import fold

_UNITS: Final = {
    **dict.fromkeys(("ty", "ti"), 10**9),
    **dict.fromkeys(("trieu", "tr", "trd"), 10**6),
    **dict.fromkeys(("nghin", "ngan", "k"), 10**3),
}
_NUMBER: Final = r"\d+(?:[.,  ]\d{3})*(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_PART: Final = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?P<unit>ty|ti|trieu|trd|tr|nghin|ngan|k)?(?![a-z])\s*(?P<half>ruoi\b)?"
)
_CURRENCY: Final = re.compile(r"(?<=[\d\s])(?:vn\s?d|d(?:ong)?)\b\.?|\bvn\s?d\b|₫|\bdong\b")
_FOREIGN: Final = re.compile(r"usd|us\$|\$|eur|€|\bdo la\b|yen|¥")
_ABOUT: Final = re.compile(
    r"^(?:khoang|uoc tinh|uoc|tren|hon|gan|duoi|toi thieu|it nhat|toi da|xap xi|[~>≈<≥≤±])\s*|\b(?:tro len)$"
)
_NOTHING: Final = re.compile(
    r"^(?:-+|khong|khong co|chua|chua co|chua tinh|chua tinh duoc|khong tinh duoc|chua xac dinh|n/?a|none|x)$"
)
_PER: Final = re.compile(r"\s*(?:/|mot|moi|1)\s*(?:mot\s|1\s)?(?P<per>nam|thang|quy|tuan|ngay|ca)\b\.?$")
_A_YEAR: Final = {"nam": 1, "quy": 4, "thang": 12}
_RANGE: Final = re.compile(r"\d[^\d]*\s*(?:-|–|—|den|toi|->|÷)\s*\d")
_LEAST: Final = 100_000
"""Đồng: a bare number below it was hardly meant as đồng a year."""
_MOST: Final = 10**15


@dataclass(frozen=True, slots=True)
class _Sum:
    amount: Decimal
    ambiguous: bool = False


def money_of(cell: Cell, unit: int = 1) -> Reading[int]:
    """Đồng a year. ``unit``: what a bare number counts, where the column's head says so ("triệu đồng").

    None with a doubt: a range, another currency, a number that can be read two ways, a rate by another span
    than year, quarter or month. None without one: nothing given ("chưa tính được").
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _bounded(Decimal(str(cell)) * unit, (), bare=unit == 1)
    text = fold(one_line(cell).value or "").strip(" .;")
    if not text or _NOTHING.match(text):
        return Reading()
    if _FOREIGN.search(text):
        return Reading(
            None, doubt("tiền ngoại tệ: hãy tự đổi ra đồng", "another currency: convert it yourself")
        )
    doubts: tuple[Text, ...] = ()
    if (shorter := _ABOUT.sub("", text)) != text:
        text = shorter.strip()
        doubts += doubt("số ước chừng, không phải số chính xác", "an estimate, not an exact amount")
    text, times, spans = _per_year(text)
    if times is None:
        return Reading(None, spans)
    return _summed(text, unit, times, doubts + spans)


def money_unit(header: str) -> int:
    """What a column's head says its numbers count: "(triệu đồng)" gives 1,000,000; nothing said, 1."""
    found = re.search(
        r"\b(ty|trieu|tr|nghin|ngan|1\.?000)\s*(?:dong|d|vnd)\b|\((ty|trieu|tr)\)", fold(header)
    )
    return _UNITS.get(found[1] or found[2], 1000) if found else 1


def _per_year(text: str) -> tuple[str, int | None, tuple[Text, ...]]:
    found = _PER.search(text)
    if not found:
        if "/" in text:
            return (
                text,
                None,
                doubt("số tiền tính theo đơn vị khác, không phải theo năm", "not an amount a year"),
            )
        return text, 1, ()
    per = found["per"]
    times = _A_YEAR.get(per)
    if times is None:
        return (
            text,
            None,
            doubt(
                "số tiền không tính theo năm: hãy tự tính ra một năm",
                "not an amount a year: reckon it yourself",
            ),
        )
    spans = (
        ()
        if times == 1
        else doubt(f"đã nhân {times} để ra số một năm", f"multiplied by {times} to make a year")
    )
    return text[: found.start()].strip(), times, spans


def _summed(text: str, unit: int, times: int, doubts: tuple[Text, ...]) -> Reading[int]:
    if _RANGE.search(text):
        return Reading(None, doubt("đây là một khoảng: hãy chọn một số", "a range: choose one number"))
    text = _CURRENCY.sub(" ", text).strip(" .;()")
    parts, place = list(_PART.finditer(text)), 0
    total, ambiguous, last = Decimal(0), False, 10**18
    for part in parts:
        if text[place : part.start()].strip():
            return _unread()
        place = part.end()
        size = _UNITS.get(part["unit"] or "", 0)
        if not size:
            if len(parts) > 1:
                return _unread()
            size = unit
        if size >= last:
            return _unread()
        last = size
        one = _number(part["number"], with_unit=bool(part["unit"]) or unit > 1)
        if one is None:
            return _unread()
        total += one.amount * size + (Decimal(size) / 2 if part["half"] else 0)
        ambiguous = ambiguous or one.ambiguous
    if not parts or text[place:].strip():
        return _unread()
    if ambiguous:
        return Reading(
            None, doubt("dấu chấm, phẩy đọc được hai cách: hãy ghi rõ", "separators can be read two ways")
        )
    return _bounded(total * times, doubts, bare=unit == 1 and not parts[0]["unit"])


def _number(text: str, *, with_unit: bool) -> _Sum | None:
    """Digits with separators. Before a unit, "1,200 triệu" may be 1.2 or 1200: ambiguous."""
    text = text.replace(" ", " ").replace(" ", ".")
    marks = [c for c in text if c in ".,"]
    if not marks:
        return _Sum(Decimal(text))
    groups = re.split("[.,]", text)
    if len(set(marks)) == 2:
        thousands, decimal = marks[0], marks[-1]
        if marks.count(decimal) > 1 or any(len(group) != 3 for group in groups[1:-1]):
            return None
        return _Sum(Decimal(text.replace(thousands, "").replace(decimal, ".")))
    if len(groups) > 2:
        return _Sum(Decimal("".join(groups))) if all(len(g) == 3 for g in groups[1:]) else None
    if len(groups[1]) != 3 or groups[0] == "0":
        return _Sum(Decimal(".".join(groups))) if with_unit else None
    # Three digits: a thousand as Vietnamese writes it with a dot; a comma there can be either.
    return _Sum(Decimal("".join(groups)), ambiguous=with_unit and marks[0] == ",")


def _bounded(amount: Decimal, doubts: tuple[Text, ...], *, bare: bool) -> Reading[int]:
    if not amount.is_finite() or amount < 0 or amount >= _MOST:
        return Reading(None, doubt("số tiền không hợp lý", "not a likely amount"))
    if bare and 0 < amount < _LEAST:
        return Reading(
            None,
            doubt(
                "số quá nhỏ, không rõ tính bằng đồng hay triệu đồng", "đồng or millions? too small a number"
            ),
        )
    return Reading(int(amount), doubts)


def _unread() -> Reading[int]:
    return Reading(None, doubt("không đọc được thành một số tiền", "can't be read as one amount"))
