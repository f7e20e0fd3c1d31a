"""Merged cells: which cell shows its value in which others."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sangkien.intake.reading import Cell

Place = tuple[int, int]
"""Row and column, both from 0."""
Merged = Mapping[Place, Place]
"""Covered cell → the cell at the upper left, whose value is shown there."""

_MOST: Final = 500_000
"""Covered cells of a sheet: a hostile file may merge the same thousands of cells over and over."""
_MARK: Final = re.compile(
    rb"<table:table\s[^>]*?\btable:name=\"([^\"]*)\"|<table:table-row\b([^>]*)>"
    rb"|<table:(?:covered-)?table-cell\b([^>]*)>"
)
_NUMBER: Final = re.compile(rb"\btable:number-(rows|columns)-(repeated|spanned)=\"(\d{1,7})\"")


def covered(ranges: Iterable[tuple[Place, Place]], rows: int, columns: int) -> Merged:
    """The covered cells of ranges (first and last cell), as far as a sheet of this size has them."""
    found: dict[Place, Place] = {}
    seen = 0
    for (top, left), (bottom, right) in ranges:
        last_row, last_column = min(bottom, rows - 1), min(right, columns - 1)
        seen += max(0, last_row - top + 1) * max(0, last_column - left + 1)
        if seen > _MOST:
            return {}
        for row in range(top, last_row + 1):
            for column in range(left, last_column + 1):
                if (row, column) != (top, left):
                    found[row, column] = (top, left)
    return found


def uncovered(rows: Sequence[Sequence[Cell]], merged: Merged) -> list[list[Cell]]:
    """The rows without what lies hidden under a merged cell: nobody sees it, LibreOffice keeps it."""
    found = [list(row) for row in rows]
    for row, column in merged:
        if row < len(found) and column < len(found[row]):
            found[row][column] = None
    return found


def ranges_of_ods(data: bytes) -> Mapping[str, list[tuple[Place, Place]]]:
    """Sheet's name, as it is escaped in the file → its merged ranges; the reader of sheets knows them not."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("content.xml")
    found: dict[str, list[tuple[Place, Place]]] = {}
    now: list[tuple[Place, Place]] = []
    row = next_row = column = 0
    for mark in _MARK.finditer(xml):
        if mark[1] is not None:
            now = found.setdefault(mark[1].decode("utf-8", "replace"), [])
            row = next_row = column = 0
        elif mark[2] is not None:
            row, column = next_row, 0
            next_row += _numbers(mark[2]).get("rows-repeated", 1)
        else:
            numbers = _numbers(mark[3])
            high, wide = numbers.get("rows-spanned", 1), numbers.get("columns-spanned", 1)
            if high > 1 or wide > 1:
                now.append(((row, column), (row + high - 1, column + wide - 1)))
            column += numbers.get("columns-repeated", 1)
    return found


def _numbers(attributes: bytes) -> dict[str, int]:
    return {f"{one[1].decode()}-{one[2].decode()}": int(one[3]) for one in _NUMBER.finditer(attributes)}
