"""Excel workbooks as this project writes them: same input, same bytes, and nothing that runs."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any, Final

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
