"""Dates as they stand in raw front matter, and as people write them by hand."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from typing import Any

from sangkien.model.scalars import as_date

_DAY_FIRST = re.compile(
    r"(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", re.I
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")


def day(value: Any) -> date | None:
    """``YYYY-MM-DD`` as a date, None for anything else."""
    if value is None:
        return None
    try:
        return as_date(value)
    except ValueError:
        return None


def day_of_moment(value: Any, zone: tzinfo) -> date | None:
    """The day of a date, or of a date-time with its zone, as it is in the fair's zone."""
    if not isinstance(value, str):
        return None
    found = day(value)
    if found:
        return found
    try:
        moment = datetime.fromisoformat(value.strip())
        return moment.astimezone(zone).date() if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def day_as_written(text: str) -> date | None:
    """``01/9/2021``, ``1.9.2021``, ``ngày 01 tháng 9 năm 2021``, ``2021/9/1`` as a date; else None.

    Vietnamese put the day first; a text that gives no date that way is not guessed at.
    """
    match = _DAY_FIRST.fullmatch(text.strip())
    if match:
        return _date(match[3], match[2], match[1])
    match = _YEAR_FIRST.fullmatch(text.strip())
    return _date(match[1], match[2], match[3]) if match else None


def _date(year: str, month: str, number: str) -> date | None:
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None
