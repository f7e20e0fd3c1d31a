"""Days in a cell: "01/9/2021", "tháng 5/2022", serials of both calendars of Excel."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.cell_text import one_line
from sangkien.intake.reading import Cell, Reading, doubt
from sangkien.text.folding import fold

_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?!\d)")
_ISO: Final = re.compile(r"(?<!\d)(\d{4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?!\d)")
_WORDS: Final = re.compile(r"(?:ngay\s*)?(?<!\d)(\d{1,2})\s*thang\s*(\d{1,2}|[a-z]+)\s*,?\s*nam\s*(\d{4})")
_MONTH: Final = re.compile(
    r"(?:thang\s*)?(?<![\d/.\-])(\d{1,2})\s*(?:[/.\-]|\s*nam\s*|,\s*nam\s*)\s*(\d{4})(?!\d)"
)
_YEAR: Final = re.compile(r"^(?:nam\s*)?((?:19|20)\d\d)$")
_QUARTER: Final = re.compile(r"\bquy\s*(?:[1-4]|i{1,3}|iv)\b")
_DIGITS: Final = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)$")
_NOTHING: Final = re.compile(r"^(?:-+|khong|khong ro|chua|chua ro|chua ap dung|chua xac dinh|n/?a|x)?$")
_FIRST_SERIAL, _LAST_SERIAL = 25569, 73050
"""Serials of 1970 and of 2099: other numbers are no days of an initiative."""
_EPOCH: Final = date(1899, 12, 30)
SHIFT_1904: Final = 1462
"""Days from the first day of the one calendar to that of the other."""


def date_of(cell: Cell, *, from_1904: bool = False) -> Reading[date]:
    """The day; the day stands before the month. ``from_1904``: the workbook counts from 1904.

    With a doubt: a month (its first day), several days (the first), a month past 12 (the two exchanged).
    None with a doubt: a year or a quarter alone, a day that there isn't.
    """
    if isinstance(cell, date):
        return _checked(cell.year, cell.month, cell.day, ())
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _of_number(cell, from_1904)
    text = fold(one_line(cell).value or "").strip(" .;")
    if _NOTHING.match(text):
        return Reading()
    if text.isdigit() and len(text) == 5:
        return _of_number(int(text), from_1904)
    if digits := _DIGITS.match(text):
        return _checked(int(digits[1]), int(digits[2]), int(digits[3]), ())
    return _of_text(text)


def _of_text(text: str) -> Reading[date]:
    if _QUARTER.search(text):
        return _without_day()
    days = sorted(
        [(m.start(), int(m[1]), int(m[2]), int(m[3])) for m in _ISO.finditer(text)]
        + [(m.start(), _full(m[3]), int(m[2]), int(m[1])) for m in _DAY.finditer(text)]
        + [(m.start(), int(m[3]), _month(m[2]), int(m[1])) for m in _WORDS.finditer(text)]
    )
    if days:
        _, year, month, day = days[0]
        several = (
            doubt("có nhiều ngày, lấy ngày đầu", "several days: the first is taken") if len(days) > 1 else ()
        )
        return _checked(year, month, day, several)
    if _YEAR.match(text):
        return _without_day()
    if (months := list(_MONTH.finditer(text))) and 1 <= int(months[0][1]) <= 12:
        return _checked(
            int(months[0][2]),
            int(months[0][1]),
            1,
            doubt("chỉ có tháng, tạm ghi ngày mùng 1", "only a month is given: its first day stands for it"),
        )
    return Reading(None, doubt("không đọc được thành ngày", "can't be read as a day"))


def _of_number(number: float, from_1904: bool) -> Reading[date]:
    if digits := _DIGITS.match(str(int(number)) if float(number).is_integer() else ""):
        return _checked(int(digits[1]), int(digits[2]), int(digits[3]), ())
    if 1900 <= number <= 2100 and float(number).is_integer():
        return _without_day()
    serial = number + (SHIFT_1904 if from_1904 else 0)
    if not _FIRST_SERIAL <= serial < _LAST_SERIAL:
        return Reading(None, doubt("con số này không phải là ngày", "this number is no day"))
    return Reading(_EPOCH + timedelta(days=int(serial)))


def _checked(year: int, month: int, day: int, doubts: tuple[Text, ...]) -> Reading[date]:
    if month > 12 >= day:
        month, day = day, month
        doubts += doubt(
            "ngày và tháng có vẻ bị đổi chỗ, đã đổi lại", "day and month looked exchanged: put right"
        )
    if not 1970 <= year <= 2099:
        return Reading(None, doubt(f"năm {year} không hợp lý", f"{year} is no likely year"))
    try:
        return Reading(date(year, month, day), doubts)
    except ValueError:
        return Reading(None, doubt("không có ngày này", "there is no such day"))


def _full(year: str) -> int:
    return int(year) + 2000 if len(year) == 2 else int(year)


def _month(text: str) -> int:
    names = ("gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
    if text.isdigit():
        return int(text)
    return names.index(text) + 1 if text in names else {"mot": 1, "chap": 12}.get(text, 0)


def _without_day() -> Reading[date]:
    return Reading(None, doubt("chưa đủ ngày, tháng, năm", "day, month and year are needed"))
