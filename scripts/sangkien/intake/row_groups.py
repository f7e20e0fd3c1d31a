"""Rows of a table that belong together: an initiative, and below it rows that name further authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.cell_text import plain_text
from sangkien.intake.columns import Table
from sangkien.intake.entry import Origin, Rejected, Source
from sangkien.intake.reading import Cell
from sangkien.intake.sheets import column_name
from sangkien.targets.form_fields import EXAMPLE
from sangkien.text.folding import fold

_OF_AUTHORS: Final = ("authors", "role", "share", "workplace", "organisation", "private", "consent")
"""What a row of a further author may hold: the last two are never imported anyway."""
_WITH_AUTHORS: Final = ("authors", "role", "share", "workplace")
_FOOT: Final = re.compile(r"(?:tong(?: so| cong)?|cong|nguoi lap|lap bieu|thu truong|xac nhan|ngay|ky ten)\b")
"""How the foot of a table begins, folded: a sum, a signature."""

_SUMS: Final = frozenset({"tong", "tong cong", "tong so", "cong"})

Row = tuple[Cell, ...]


@dataclass(slots=True)
class Group:
    """A row and the rows of further authors below it: (number as shown, cells). ``doubts`` about these."""

    number: int
    cells: Row
    below: list[tuple[int, Row]] = field(default_factory=list)
    doubts: list[Text] = field(default_factory=list)

    @property
    def rows(self) -> tuple[tuple[int, bool], ...]:
        """All of them as a ``Source`` has them."""
        return ((self.number, False), *((number, True) for number, _ in self.below))


def groups(table: Table) -> Iterator[Group | Rejected]:
    """All that stands below the head, in order; a row that might belong to the one above is rejected.

    A merged cell has its value in each row it spans.
    """
    open_group: Group | None = None
    waiting: list[Rejected] = []
    for number, raw in enumerate(table.sheet.rows[table.head_row + 1 :], table.head_row + 2):
        texts = [plain_text(cell).strip() for cell in raw]
        inside = open_group is not None and _under_title(table, number, open_group.number)
        if not any(texts) or any(text.startswith(EXAMPLE) for text in texts):
            if open_group and not inside:
                yield open_group
                yield from waiting
                open_group, waiting = None, []
            continue
        if _is_sum(table, raw):
            continue
        row = (number, _filled(table, number, raw))
        if open_group and not _title(table, raw):
            rejected = _apart(table, open_group, number, raw, inside)
            if rejected is None:
                open_group.below.append(row)
                open_group.doubts += _doubts(table, number, raw)
                continue
            if inside:
                open_group.doubts.append(
                    Text(
                        f"dòng {number} cũng thuộc sáng kiến này mà chưa nhập được",
                        f"row {number} belongs to this initiative too and could not be imported",
                    )
                )
                waiting.append(rejected)
                continue
            yield open_group
            yield from (*waiting, rejected)
            open_group, waiting = None, []
            continue
        if open_group:
            yield open_group
            yield from waiting
        open_group, waiting = Group(*row), []
    if open_group:
        yield open_group
        yield from waiting


def origin_of(table: Table, number: int) -> Origin:
    """Where a row stands."""
    return Origin(table.sheet.file, table.sheet.name, number, table.sheet.folder)


def cells_of(table: Table, number: int, author: bool) -> Row:
    """A row for itself: with the values of merged cells that it would have wherever it stood.

    ``author``: it only names a further author of the row above.
    """
    raw = table.sheet.rows[number - 1]
    wanted = {column.index: column.field for column in table.columns}
    return tuple(
        old if (wanted.get(index) not in _WITH_AUTHORS if author else wanted.get(index) == "title") else new
        for index, (old, new) in enumerate(zip(raw, _filled(table, number, raw), strict=True))
    )


def _title(table: Table, cells: Row) -> str:
    index = next(column.index for column in table.columns if column.field == "title")
    return plain_text(cells[index]).strip() if index < len(cells) else ""


def _is_sum(table: Table, cells: Row) -> bool:
    """Whether the row only adds up those above it."""
    authors = {column.index for column in table.columns if column.field == "authors"}
    named = any(plain_text(cells[index]).strip() for index in authors if index < len(cells))
    return not named and fold(_title(table, cells)).strip(" :.") in _SUMS


def _under_title(table: Table, number: int, first: int) -> bool:
    """Whether the row's title is the merged one of the row ``first``."""
    index = next(column.index for column in table.columns if column.field == "title")
    return table.sheet.merged.get((number - 1, index)) == (first - 1, index)


def _filled(table: Table, number: int, cells: Row) -> Row:
    """The row with the values of cells merged downward; those of the head stay there."""
    rows, merged = table.sheet.rows, table.sheet.merged
    if not merged:
        return cells
    found = list(cells)
    for index in range(len(cells)):
        top, left = merged.get((number - 1, index), (number - 1, index))
        if left == index and table.head_row < top < number - 1:
            found[index] = rows[top][index]
    return tuple(found)


def _apart(table: Table, group: Group, number: int, cells: Row, inside: bool) -> Rejected | None:
    """Why a row without a title is no further author of the group; None where it is."""
    fields = {column.index: column.field for column in table.columns}
    held = [index for index, cell in enumerate(cells) if plain_text(cell).strip()]
    others = [index for index in held if fields.get(index) not in _OF_AUTHORS]
    names = [index for index in held if fields.get(index) == "authors"]
    title = next(column.index for column in table.columns if column.field == "title")
    origin = origin_of(table, number)
    source = Source(table, ((number, inside),), group.rows)
    if any(fields.get(index) == "stamp" for index in held):  # an answer to a form stands for itself
        return Rejected(
            origin,
            f"{column_name(title)}{number}",
            Text("thiếu tên sáng kiến", "the title is missing"),
            source._replace(above=()),
        )
    if others:
        cell = f"{column_name(others[0])}{number}"
        head = next((f" (“{column.head}”)" for column in table.columns if column.index == others[0]), "")
        reason = Text(
            f"thiếu tên sáng kiến (nếu là đồng tác giả của dòng {group.number} thì chỉ điền các cột về"
            f" tác giả, ô {cell}{head} để trống)",
            f"the title is missing (a further author of row {group.number} fills in the columns on authors"
            f" alone, with {cell}{head} empty)",
        )
        return Rejected(origin, cell if inside else f"{column_name(title)}{number}", reason, source)
    if not names or any(_FOOT.match(fold(plain_text(cells[index]).strip())) for index in names):
        wanted = next((column.index for column in table.columns if column.field == "authors"), title)
        reason = Text(
            f"thiếu tên sáng kiến; không rõ có phải đồng tác giả của dòng {group.number} không",
            f"the title is missing; it is unclear whether this is a further author of row {group.number}",
        )
        return Rejected(origin, f"{column_name(wanted)}{number}", reason, source)
    return None


def _doubts(table: Table, number: int, cells: Row) -> list[Text]:
    """A row that isn't shown; a unit beside the name, where a title may have been forgotten."""
    hidden = Text(
        f"dòng {number} có đồng tác giả mà bị ẩn hoặc bị lọc trong bảng: có đúng là muốn nhập không?",
        f"row {number} with a further author is hidden in the sheet: is it meant to be imported?",
    )
    found = [hidden] if number - 1 in table.sheet.hidden else []
    if not any(
        column.field == "organisation"
        and column.index < len(cells)
        and plain_text(cells[column.index]).strip()
        for column in table.columns
    ):
        return found
    return [
        *found,
        Text(
            f"dòng {number} không có tên sáng kiến nên được đọc là đồng tác giả: có đúng không?",
            f"row {number} has no title and was read as a further author: is that right?",
        ),
    ]
