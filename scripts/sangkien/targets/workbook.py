"""Excel workbooks as this project writes them: same input, same bytes, and nothing that runs."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any, Final

from sangkien.targets.zip_entry import zip_entry

MADE: Final = datetime(2020, 1, 1)  # noqa: DTZ001  # a fixed day in the file's properties: same input, same bytes


def new_workbook(out: io.BytesIO, made: datetime = MADE) -> Any:
    """A workbook that writes no text as a formula, link or number. ``made``: the day it bears."""
    import xlsxwriter  # a build must not load it  # noqa: PLC0415

    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
        "default_date_format": "dd/mm/yyyy",
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": made})
    return book


def finished(book: Any, out: io.BytesIO) -> bytes:
    """The bytes of a workbook that was written into ``out``: the same on Windows."""
    book.close()
    again = io.BytesIO()
    with zipfile.ZipFile(out) as made, zipfile.ZipFile(again, "w") as packed:
        for part in made.infolist():
            packed.writestr(zip_entry(part.filename), made.read(part))
    return again.getvalue()
