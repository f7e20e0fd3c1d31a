"""``content/counts.csv``: what units report by hand, row by row, as text."""

from __future__ import annotations

import csv
from dataclasses import dataclass

COLUMNS = ("unit", "month", "number", "source")
"""The first line of the file; Excel in Vietnamese puts semicolons between them."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """One row as written; ``line`` from 1. ``cells``: how many it has."""

    line: int
    unit: str
    month: str
    number: str
    source: str
    cells: int


def count_rows(text: str) -> tuple[CountRow, ...] | None:
    """The rows below the head, blank ones left out; None where the head is not ``COLUMNS``."""
    head, _, _ = text.partition("\n")
    separator = next((mark for mark in ",;\t" if mark in head), ",")
    reader = csv.reader(text.split("\n"), delimiter=separator)
    rows: list[CountRow] = []
    try:
        first = [cell.strip() for cell in next(reader, [])]
        if tuple(first) != COLUMNS:
            return None
        for cells in reader:
            found = [cell.strip() for cell in cells]
            if any(found):
                padded = [*found, "", "", "", ""]
                unit, month, number, source = padded[:4]
                rows.append(CountRow(reader.line_num, unit, month, number, source, len(found)))
    except csv.Error:
        return None
    return tuple(rows)
