"""Rejected rows as lines of a list: each with its place, the reason, and its cells to be read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from sangkien.diagnostics import Text
from sangkien.intake.cell_date import SHIFT_1904
from sangkien.intake.cell_text import plain_text
from sangkien.intake.columns import Table
from sangkien.intake.entry import Rejected
from sangkien.intake.reading import Cell
from sangkien.intake.row_groups import Row, cells_of
from sangkien.intake.sheets import column_name

LONGEST: Final = 32_767
"""Letters that a cell of Excel holds."""
ABOVE: Final = Text(
    "Dòng này không lỗi, đi kèm để biết dòng lỗi ngay dưới thuộc sáng kiến nào. Đừng sửa ở đây.",
    "Nothing is wrong with this row: it shows what the one below belongs to. Don't change it here.",
)
_DAYS: Final = ("applied", "registered", "decided")
_LAST_YEAR, _LAST_SERIAL = 2100, 100_000
"""A lower number is a year, a higher one a day written in digits."""


class Line(NamedTuple):
    """One line. ``cell``: the faulty one in its own file, as ``C5``; ``faulty``: its column here, from 0.

    ``above``: nothing is wrong with it, those below need it.
    """

    file: str
    sheet: str
    row: int
    cell: str
    reason: Text
    cells: Row = ()
    faulty: int = -1
    above: bool = False


def lists_of(rejected: Iterable[Rejected]) -> dict[tuple[str, ...], list[Line]]:
    """Heads of the tables that rows came from → lines, in order; whole files stand under no heads."""
    tables: dict[int, tuple[Table, dict[int, Line]]] = {}
    files = []
    for one in rejected:
        if one.source is None:
            files.append(Line(one.origin.file, one.origin.sheet, one.origin.row, one.cell, one.reason))
            continue
        _, lines = tables.setdefault(id(one.source.table), (one.source.table, {}))
        for line in _lines(one):
            if line.row not in lines or (lines[line.row].above and not line.above):
                lines[line.row] = line
    found: dict[tuple[str, ...], list[Line]] = {}
    for table, lines in tables.values():
        heads = tuple(map(plain_text, table.sheet.rows[table.head_row]))
        while heads and not heads[-1].strip():
            heads = heads[:-1]
        found.setdefault(heads, []).extend(line for _, line in sorted(lines.items()))
    return found | ({(): files} if files else {})


def _lines(one: Rejected) -> Iterator[Line]:
    assert one.source  # noqa: S101  # whoever calls has looked
    table, rows, above = one.source
    for number, author in above:
        yield _line(table, number, author, ABOVE)._replace(above=True)
    for number, author in rows:
        if number == rows[0][0]:
            line = _with_what_is_unseen(_line(table, number, author, one.reason), table)
            column = one.cell.rstrip("0123456789")
            index = next((at for at in range(len(line.cells)) if column_name(at) == column), -1)
            yield line._replace(cell=one.cell, faulty=index)
        else:
            first = one.origin.row
            yield _line(
                table,
                number,
                author,
                Text(f"đồng tác giả của dòng {first}", f"a further author of row {first}"),
            )


def _line(table: Table, number: int, author: bool, reason: Text) -> Line:
    cells = cells_of(table, number, author)
    if any(len(plain_text(cell)) > LONGEST for cell in cells):
        cells = ()
        reason = _joined(
            reason, "dài quá một ô Excel: sửa ở tệp gốc", "too long for Excel: mend the file itself"
        )
    if table.sheet.from_1904:
        days = {column.index for column in table.columns if column.field in _DAYS}
        cells = tuple(_since_1900(cell) if index in days else cell for index, cell in enumerate(cells))
    return Line(table.sheet.file, table.sheet.name, number, "", reason, cells)


def _with_what_is_unseen(line: Line, table: Table) -> Line:
    """The line with what nobody would see in it: a formula without a result, a row that is hidden at home."""
    reason = line.reason
    for column in table.columns:
        if column.field != "skip" and (line.row - 1, column.index) in table.sheet.silent:
            cell = f"{column_name(column.index)}{line.row} (“{column.head}”)"
            reason = _joined(reason, f"công thức ở ô {cell} không có kết quả", f"{cell} has no result")
    if line.row - 1 in table.sheet.hidden:
        reason = _joined(reason, "dòng bị ẩn hoặc bị lọc trong bảng", "the sheet hides this row")
    return line._replace(reason=reason)


def _since_1900(cell: Cell) -> Cell:
    """A number that counts days from 1904, counted from 1900 as the list does."""
    is_number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
    return cell + SHIFT_1904 if is_number and _LAST_YEAR < cell < _LAST_SERIAL else cell  # type: ignore[operator]


def _joined(reason: Text, vi: str, en: str) -> Text:
    return Text(f"{reason.vi}; {vi}", f"{reason.en}; {en}")
