"""``dong-bi-loi.xlsx``: what could not be imported, with row, cell and reason."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sangkien.diagnostics import Language, Text
from sangkien.intake.entry import Rejected
from sangkien.intake.replace_file import new_file
from sangkien.targets.workbook import new_workbook

FILE: Final = "dong-bi-loi.xlsx"
_HEADS: Final = (
    (Text("Tệp", "File"), 28),
    (Text("Trang tính", "Sheet"), 16),
    (Text("Dòng", "Row"), 8),
    (Text("Ô", "Cell"), 8),
    (Text("Lý do", "Reason"), 50),
    (Text("Nội dung", "Content"), 80),
)


def rejected_workbook(rows: Sequence[Rejected], language: Language) -> bytes:
    """The file's bytes."""
    out = io.BytesIO()
    book = new_workbook(out)
    sheet = book.add_worksheet(Text("Dòng bị lỗi", "Rejected rows").of(language))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    body = book.add_format({"valign": "top", "text_wrap": True})
    for column, (name, width) in enumerate(_HEADS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name.of(language), head)
    for number, row in enumerate(rows, 1):
        origin = row.origin
        cells = (
            origin.file,
            origin.sheet,
            str(origin.row or ""),
            row.cell,
            row.reason.of(language),
            row.content,
        )
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, cell[:32_000], body)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


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
