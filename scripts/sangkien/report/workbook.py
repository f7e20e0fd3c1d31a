"""Plain tables as an Excel workbook. Text is written as text: no cell becomes a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sangkien.targets.workbook import finished, new_workbook

Cell = str | int | date | None
_WIDEST = 60
_NAME = 31
"""Letters of a sheet's name that Excel takes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A column whose cells offer a list; ``column`` from 0."""

    column: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. ``days``: columns (from 0) of dates: an empty cell there takes one as it is typed."""

    name: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    days: tuple[int, ...] = ()
    choices: tuple[Choice, ...] = ()
    notes: dict[int, str] = field(default_factory=dict)


def workbook(sheets: Sequence[Sheet], made: datetime) -> bytes:
    """The workbook's bytes; ``made`` is the moment it names as its own."""
    out = io.BytesIO()
    book = new_workbook(out, made.replace(tzinfo=None))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    number = book.add_format({"num_format": "#,##0", "valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(_sheet_name(sheet.name))
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for column, title in enumerate(sheet.head):
            page.write_string(0, column, title, head)
            page.set_column(column, column, _width(sheet, column), day if column in sheet.days else text)
            if column in sheet.notes:
                page.write_comment(0, column, sheet.notes[column], {"x_scale": 2, "y_scale": 1.5})
        for place, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row):
                _write(page, place, column, cell, (text, number, day))
        for choice in sheet.choices:
            page.data_validation(
                1, choice.column, max(len(sheet.rows), 1), choice.column,
                {"validate": "list", "source": list(choice.values)},
            )  # fmt: skip  # one range on one line
    return finished(book, out)


def _write(page: Any, place: int, column: int, cell: Cell, formats: tuple[Any, Any, Any]) -> None:
    text, number, day = formats
    if isinstance(cell, date):
        page.write_datetime(place, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001  # Excel has no zones
    elif isinstance(cell, int):
        page.write_number(place, column, cell, number)
    elif cell:
        page.write_string(place, column, cell[:32767], text)


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(str(row[column] or "")) for row in sheet.rows), default=0)
    return max(
        min(longest + 2, _WIDEST), min(len(sheet.head[column]) + 2, 24), 12 if column in sheet.days else 6
    )


def _sheet_name(name: str) -> str:
    return "".join(" " if letter in "[]:*?/\\" else letter for letter in name)[:_NAME].strip("'") or "1"
