"""``dong-bi-loi.xlsx``: what could not be imported, with cell and reason; mended, it is imported again."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from sangkien.diagnostics import Language, Text
from sangkien.intake.cell_text import plain_text
from sangkien.intake.entry import Rejected
from sangkien.intake.reading import Cell
from sangkien.intake.rejected_lines import LONGEST, Line, lists_of
from sangkien.intake.replace_file import new_file
from sangkien.targets.workbook import finished, new_workbook

FILE: Final = "dong-bi-loi.xlsx"
HEADS: Final = (
    Text("Tệp", "File"),
    Text("Trang tính", "Sheet"),
    Text("Dòng", "Row"),
    Text("Ô", "Cell"),
    Text("Lý do", "Reason"),
)
"""What each sheet of the list begins with; behind it stand the heads of the table that its rows came from."""
_ROWS, _FILES = Text("Dòng bị lỗi", "Rejected rows"), Text("Tệp, trang bị lỗi", "Rejected files")
_WIDTHS: Final = (24, 14, 7, 7, 46)
_WIDTH: Final = 26
_FORMATS: Final[Mapping[str, Mapping[str, object]]] = {
    "head": {"bold": True, "bottom": 1, "text_wrap": True},
    "said": {"valign": "top", "text_wrap": True, "bg_color": "#EEEEEE"},
    "faulty": {"valign": "top", "text_wrap": True, "bg_color": "#FFE699"},
    "body": {"valign": "top", "text_wrap": True},
    "day": {"valign": "top", "num_format": "dd/mm/yyyy"},
    "moment": {"valign": "top", "num_format": "dd/mm/yyyy hh:mm:ss"},
    "hours": {"valign": "top", "num_format": "[hh]:mm:ss"},
}
_FIRST_YEAR: Final = 1901
"""Excel has no day before 1900, and one too many in it."""


def rejected_workbook(rows: Sequence[Rejected], language: Language) -> bytes:
    """The file's bytes: a sheet for all rows under the same heads, and one for whole files."""
    out = io.BytesIO()
    book = new_workbook(out)
    formats = {name: book.add_format(dict(one)) for name, one in _FORMATS.items()}
    for number, (heads, lines) in enumerate(lists_of(rows).items(), 1):
        name = (_ROWS if heads else _FILES).of(language)
        sheet = book.add_worksheet(f"{name} {number}" if heads and number > 1 else name)
        for column, head in enumerate((*(one.of(language) for one in HEADS), *heads)):
            sheet.set_column(column, column, _WIDTHS[column] if column < len(HEADS) else _WIDTH)
            sheet.write_string(0, column, head, formats["head"])
        for row, line in enumerate(lines, 1):
            _write(sheet, row, line, formats, language)
        sheet.freeze_panes(1, len(HEADS))
    return finished(book, out)


def _write(sheet: Any, row: int, line: Line, formats: Mapping[str, Any], language: Language) -> None:
    said = (line.file, line.sheet, str(line.row or ""), line.cell, line.reason.of(language))
    for column, text in enumerate(said):
        sheet.write_string(row, column, text[:LONGEST], formats["said"])
    for index, cell in enumerate(line.cells):
        ground = "said" if line.above else "faulty" if index == line.faulty else "body"
        _write_cell(sheet, row, len(HEADS) + index, cell, formats, ground)


def _write_cell(
    sheet: Any, row: int, column: int, cell: Cell, formats: Mapping[str, Any], ground: str
) -> None:
    """The cell with its type, so that it is read again as what it was."""
    if cell is None:
        sheet.write_blank(row, column, None, formats[ground])
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, formats[ground])
    elif isinstance(cell, (int, float)):
        sheet.write_number(row, column, cell, formats[ground])
    elif isinstance(cell, (time, timedelta)):
        sheet.write_datetime(row, column, cell, formats["hours"])
    elif isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        at_midnight = not isinstance(cell, datetime) or cell.time() == time()
        sheet.write_datetime(row, column, cell, formats["day" if at_midnight else "moment"])
    else:
        sheet.write_string(row, column, plain_text(cell), formats[ground])


def write_free(folder: Path, name: str, data: bytes) -> Path:
    """Write under the first free name: ``name.xlsx``, ``name-2.xlsx`` …; or find it there already.

    Raises UserError.
    """
    stem, _, ending = name.rpartition(".")
    number = 1
    while True:
        place = folder / (name if number == 1 else f"{stem}-{number}.{ending}")
        if not os.path.lexists(place):
            new_file(place, data, place.name)
            return place
        try:
            if place.is_file() and place.read_bytes() == data:
                return place
        except OSError:
            pass  # it is somebody's, and open or locked: the next name
        number += 1
