"""Excel workbooks as this project writes them: same input, same bytes, and nothing that runs."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any, Final

MADE: Final = datetime(2020, 1, 1)  # noqa: DTZ001  # a fixed day in the file's properties: same input, same bytes


def new_workbook(out: io.BytesIO) -> Any:
    """A workbook that writes no text as a formula, link or number, and bears no day of its own."""
    import xlsxwriter  # a build must not load it  # noqa: PLC0415

    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": MADE})
    return book
