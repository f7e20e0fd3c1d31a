"""Sheets out of xlsx, xls, ods and csv: rows of cells as they stand, never shifted."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from sangkien.diagnostics import UserError
from sangkien.intake.container import MAX_CELLS, Kind, damaged, encrypted
from sangkien.intake.formulas import silent_cells
from sangkien.intake.hidden import as_set, hidden_in_ods, hidden_in_xlsx
from sangkien.intake.legacy_sheet import with_short_cells
from sangkien.intake.merged import Merged, Place, covered, ranges_of_ods, uncovered
from sangkien.intake.reading import Cell
from sangkien.text.folding import nfc
from sangkien.text.legacy import legacy_encoding
from sangkien.text.syllable import is_syllable

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_DELIMITERS: Final = ",;\t|"
_1904: Final = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*[\"'](?:1|true)[\"']")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COLUMNS: Final = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows[0]`` is row 1 and its first cell stands in column A, empty ones included.

    ``merged``: cells covered by a merged one; they are empty in ``rows``. ``silent``: cells that are empty
    there because their formula has no result. ``hidden``: rows that the sheet doesn't show, from 0.
    ``folder``: where the file lies; empty where nobody said.
    """

    file: str
    name: str
    rows: tuple[tuple[Cell, ...], ...]
    from_1904: bool = False
    merged: Merged = field(default_factory=dict)
    silent: frozenset[Place] = frozenset()
    hidden: frozenset[int] = frozenset()
    folder: str = ""


def column_name(index: int) -> str:
    """What a spreadsheet calls the column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _COLUMNS)
        name = chr(65 + rest) + name
    return name


def read_sheets(data: bytes, kind: Kind, file: str) -> tuple[Sheet, ...]:
    """All visible sheets with anything in them. ``kind`` is what ``kind_of`` said; raises UserError."""
    if kind == "csv":
        return (Sheet(file, "", read_csv(data, file)),)
    import python_calamine  # a build must not load it  # noqa: PLC0415

    try:
        with python_calamine.CalamineWorkbook.from_object(io.BytesIO(data)) as book:
            ranges = ranges_of_ods(data) if kind == "ods" else {}
            sheets = _visible(book, file, kind == "xlsx" and _counts_from_1904(data), ranges)
        silent = silent_cells(data) if kind == "xlsx" else {}
        hidden = hidden_in_xlsx(data) if kind == "xlsx" else hidden_in_ods(data) if kind == "ods" else {}
        return tuple(
            replace(
                sheet,
                silent=silent.get(sheet.name, frozenset()),
                hidden=as_set(hidden.get(sheet.name, ()), len(sheet.rows)),
            )
            for sheet in sheets
        )
    except python_calamine.PasswordError as error:
        raise encrypted(file) from error
    except UserError:
        raise
    except Exception as error:  # any kind of fault can come out of a damaged file
        raise damaged(file) from error


def _visible(
    book: CalamineWorkbook,
    file: str,
    from_1904: bool,
    ranges: Mapping[str, Sequence[tuple[Place, Place]]],
) -> tuple[Sheet, ...]:
    found = []
    for meta in book.sheets_metadata:
        if (
            str(meta.visible).rpartition(".")[2] != "Visible"
            or str(meta.typ).rpartition(".")[2] != "WorkSheet"
        ):
            continue
        sheet = book.get_sheet_by_name(meta.name)
        if sheet.total_height * sheet.total_width > MAX_CELLS:
            raise damaged(file)
        cells = sheet.to_python(skip_empty_area=False)  # else what stands away from A1 would be shifted to it
        merged = covered(
            sheet.merged_cell_ranges or ranges.get(escape(meta.name, {'"': "&quot;", "'": "&apos;"}), ()),
            len(cells),
            max(map(len, cells), default=0),
        )
        plain = uncovered([[None if cell == "" else cell for cell in row] for row in cells], merged)
        rows = with_short_cells(plain)
        if any(cell is not None for row in rows for cell in row):
            found.append(Sheet(file, meta.name, rows, from_1904, merged))
    return tuple(found)


def _counts_from_1904(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return bool(_1904.search(archive.read("xl/workbook.xml")))


def read_csv(data: bytes, file: str) -> tuple[tuple[Cell, ...], ...]:
    """Rows of a text file: its encoding and delimiter found out. Raises UserError."""
    text = decoded(data)
    if "\0" in text:
        raise damaged(file)
    delimiter = _delimiter(text)
    if text[:4].lower() == "sep=":
        delimiter, text = text[4], text.partition("\n")[2]
        text = "\n" + text  # row numbers stay those of the file
    try:
        csv.field_size_limit(1 << 24)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error as error:
        raise damaged(file) from error
    return with_short_cells([[cell or None for cell in row] for row in rows])


def decoded(data: bytes) -> str:
    """Text of a file in UTF-8, UTF-16, or one of the old Vietnamese encodings: the one that reads best."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if data[1::2].count(0) > len(data) // 4:
        return data.decode("utf-16-le", "replace")
    vietnamese, latin = nfc(data.decode("cp1258", "replace")), data.decode("latin-1")
    if legacy_encoding(latin):
        return latin  # TCVN3 or VNI: each cell is put right where it is read
    return vietnamese if _sense(vietnamese) >= _sense(latin) else latin


def _sense(text: str) -> float:
    """The part of the words beyond ASCII that can be Vietnamese."""
    words = [word for word in _WORD.findall(text[:200_000]) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _delimiter(text: str) -> str:
    """The mark that parts the first rows into the most equal number of cells, more than one."""
    best, most = ",", (0, 0)
    for mark in _DELIMITERS:
        try:
            widths = [
                len(row)
                for row, _ in zip(csv.reader(io.StringIO(text), delimiter=mark), range(20), strict=False)
            ]
        except csv.Error:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        if usual > 1 and (score := (widths.count(usual), usual)) > most:
            best, most = mark, score
    return best
