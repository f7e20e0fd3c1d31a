"""Counts that units report by hand, each sound or with what is wrong with it. For the report alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sangkien.diagnostics import Text
from sangkien.source.counts import CountRow

_MONTH = re.compile(r"(\d{4})-(\d{2})|(\d{1,2})/(\d{4})")
_NUMBER = re.compile(r"\d{1,9}")
_PROBLEMS = {
    "cells": Text("dòng này không đủ bốn ô", "the row has not four cells"),
    "unit": Text("không có đơn vị nào mã “{value}”", "no unit has the id “{value}”"),
    "month": Text("“{value}” không phải tháng", "“{value}” is no month"),
    "future": Text("tháng {value} chưa tới", "the month {value} is still to come"),
    "number": Text("“{value}” không phải số nguyên viết liền", "“{value}” is no whole number without marks"),
    "source": Text("chưa ghi nguồn", "the source is missing"),
}


@dataclass(frozen=True, slots=True)
class UnitCount:
    """A unit's own count for a month, told by its first day."""

    unit: str
    month: date
    number: int
    source: str


@dataclass(frozen=True, slots=True)
class CountFault:
    """Why a row is not counted."""

    line: int
    problem: Text


def sound_counts(
    rows: Iterable[CountRow], units: Collection[str], today: date
) -> tuple[tuple[UnitCount, ...], tuple[CountFault, ...], tuple[CountFault, ...]]:
    """(sound, faulty, repeated): of two rows about one unit and month neither counts."""
    sound: list[tuple[int, UnitCount]] = []
    faulty: list[CountFault] = []
    for row in rows:
        month = _month(row.month)
        problem = _problem(row, month, units, today)
        if problem or month is None:
            key, value = problem or ("month", row.month)
            faulty.append(CountFault(row.line, _PROBLEMS[key].format(value=value[:60])))
        else:
            sound.append((row.line, UnitCount(row.unit, month, int(row.number), row.source)))
    often = Counter((count.unit, count.month) for _, count in sound)
    said = Text("{unit}, {month:%m/%Y}", "{unit}, {month:%m/%Y}")
    repeated = [
        CountFault(line, said.format(unit=count.unit, month=count.month))
        for line, count in sound
        if often[count.unit, count.month] > 1
    ]
    kept = tuple(count for _, count in sound if often[count.unit, count.month] == 1)
    return kept, tuple(faulty), tuple(repeated)


def _problem(
    row: CountRow, month: date | None, units: Collection[str], today: date
) -> tuple[str, str] | None:
    if row.cells != 4:
        return "cells", ""
    if row.unit not in units:
        return "unit", row.unit
    if month is None:
        return "month", row.month
    if month > today:
        return "future", row.month
    if not _NUMBER.fullmatch(row.number):
        return "number", row.number
    return None if row.source else ("source", "")


def _month(text: str) -> date | None:
    """``2022-05`` or ``5/2022``, which Excel can't take for another."""
    match = _MONTH.fullmatch(text)
    if not match:
        return None
    year, month = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
    return date(year, month, 1) if 1 <= month <= 12 and 1900 <= year <= 2200 else None
