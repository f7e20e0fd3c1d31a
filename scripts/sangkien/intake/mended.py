"""The list of rejected rows, mended and sent in again → the tables that its rows came from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from sangkien.diagnostics import Text
from sangkien.intake.cell_text import one_line, plain_text
from sangkien.intake.columns import Table, columns_of
from sangkien.intake.entry import Entry, Origin, Rejected
from sangkien.intake.reading import Cell
from sangkien.intake.rejected import HEADS
from sangkien.intake.rejected_lines import ABOVE
from sangkien.intake.rows import read_rows
from sangkien.intake.sheets import Sheet
from sangkien.model.vocabulary import Vocabularies

_MOST_ROWS: Final = 1_048_576
_FIRST_ROW: Final = 2
_SEARCHED_ROWS: Final = 20
_SURE: Final = slice(2, None)
"""The heads by which a list is known; a person may have deleted the names of file and sheet."""


class _Layout(NamedTuple):
    """Where a list has what: the row of its heads, the columns of ``HEADS`` (-1: none), those of the rows."""

    row: int
    said: tuple[int, ...]
    data: tuple[int, ...]


@dataclass(slots=True)
class _Gathering:
    """One sheet that rows of the list came from, row by row as its own file shows them."""

    file: str
    name: str
    rows: dict[int, tuple[Cell, ...]] = field(default_factory=dict)
    above: set[int] = field(default_factory=set)
    lines: dict[int, int] = field(default_factory=dict)
    height: int = 0


def is_list(sheet: Sheet) -> bool:
    """Whether one of its first rows has the heads of a list of rejected rows, in either language."""
    return _layout(sheet) is not None


def _layout(sheet: Sheet) -> _Layout | None:
    """Wherever the columns stand: a person may have put one before them, or a line above."""
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        texts = [one_line(cell).value or "" for cell in row]
        for heads in ([one.vi for one in HEADS], [one.en for one in HEADS]):
            if all(head in texts for head in heads[_SURE]):
                said = tuple(texts.index(head) if head in texts else -1 for head in heads)
                return _Layout(number, said, tuple(at for at in range(len(row)) if at not in said))
    return None


def read_mended(
    sheet: Sheet, remembered: Mapping[str, str], vocabularies: Vocabularies, no_titles: Text
) -> Iterator[tuple[Table, list[Entry | Rejected]]]:
    """Each table of the list, and what its rows are now: as if they had been mended where they came from.

    A group of rows that came along only to be understood is passed over, unless a mended row joined it.
    ``no_titles``: what is said of a list without a column for the title.
    """
    layout = _layout(sheet)
    heads = _data(sheet.rows[layout.row], layout) if layout else ()
    if not layout or not heads:
        return
    columns = columns_of(heads, remembered)
    for one in _apart(sheet, layout):
        table = Table(_as_it_was(one, heads, sheet, layout), 0, columns)
        if not any(column.field == "title" for column in columns):
            yield table, [Rejected(Origin(sheet.file, sheet.name), "", no_titles)]
            continue
        found = read_rows(table, vocabularies)
        yield table, [_listed(item, one.above) for item in found if not _rows(item) <= one.above]


def _rows(item: Entry | Rejected) -> set[int]:
    return {number for number, _ in item.source.rows} if item.source else set()


def _listed(item: Entry | Rejected, above: Collection[int]) -> Entry | Rejected:
    if isinstance(item, Rejected):
        return item
    joined = item.origin.row in above
    return replace(item, listed=not joined, joined=joined)


def _apart(sheet: Sheet, layout: _Layout) -> list[_Gathering]:
    """The rows by file and sheet; a number that comes again is of another file of that name.

    A row without a place is the list's own; so is one by whose number the sheets would be longer, all
    together, than one can be: a list that a stranger wrote may say so of each row, and each is laid out.
    """
    free = _MOST_ROWS
    own = _Gathering(sheet.file, sheet.name)
    now: dict[tuple[str, str], _Gathering] = {}
    found = [own]
    for line, cells in enumerate(sheet.rows[layout.row + 1 :], layout.row + 2):
        file, name, number, _, reason = (
            (one_line(cells[at]).value or "") if 0 <= at < len(cells) else "" for at in layout.said
        )
        data = _data(cells, layout)
        if not data:
            continue
        row = int(number) if number.isdecimal() and len(number) < 8 else 0
        place = (file, name)
        is_new = place not in now or row in now[place].rows
        more = row - (0 if is_new else now[place].height)
        if not file or row < _FIRST_ROW or more > free:
            own.rows[line], own.lines[line] = data, line
            continue
        if is_new:
            now[place] = _Gathering(file, name)
            found.append(now[place])
        free -= max(more, 0)
        now[place].height = max(row, now[place].height)
        now[place].rows[row], now[place].lines[row] = data, line
        if reason in (ABOVE.vi, ABOVE.en):
            now[place].above.add(row)
    return [one for one in found if one.rows]


def _as_it_was(one: _Gathering, heads: tuple[Cell, ...], sheet: Sheet, layout: _Layout) -> Sheet:
    """The sheet with these rows at their old places, its head in the first row, nothing between."""
    rows: list[tuple[Cell, ...]] = [()] * max(one.rows)
    rows[0] = heads
    for number, cells in one.rows.items():
        rows[number - 1] = cells
    of_line = {line - 1: number - 1 for number, line in one.lines.items()}
    return Sheet(
        one.file,
        one.name,
        tuple(rows),
        from_1904=sheet.from_1904,
        silent=frozenset(
            (of_line[row], layout.data.index(column))
            for row, column in sheet.silent
            if row in of_line and column in layout.data
        ),
        hidden=frozenset(of_line[row] for row in sheet.hidden if row in of_line),
    )


def _data(cells: tuple[Cell, ...], layout: _Layout) -> tuple[Cell, ...]:
    """The cells of the row itself, up to the last that holds anything: none right of the heads is lost."""
    own = [cell for at, cell in enumerate(cells) if at not in layout.said]
    end = max((at for at, cell in enumerate(own, 1) if plain_text(cell).strip()), default=0)
    return tuple(own[:end])
