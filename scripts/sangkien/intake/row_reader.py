"""One row of a table while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.cell_text import one_line, plain_text
from sangkien.intake.columns import Column, Table
from sangkien.intake.entry import Origin, Value
from sangkien.intake.lookup import Lookup, Missing
from sangkien.intake.reading import Cell, Reading

_LINE: Final = 300
"""Characters of a line (``model.scalars.Line``)."""


@dataclass(slots=True)
class RowReader:
    """One row being read: values gathered field by field. Lives for one row only.

    ``below``: rows that name further authors; ``doubts`` about those.
    """

    table: Table
    lookup: Lookup
    cells: tuple[Cell, ...]
    origin: Origin
    below: tuple[tuple[Cell, ...], ...] = ()
    doubts: tuple[Text, ...] = ()
    values: dict[str, Value] = field(default_factory=dict)
    missing: list[Missing] = field(default_factory=list)

    def rows_below(self) -> list[RowReader]:
        """The rows of further authors, read as this one is; what they miss is missing here."""
        return [replace(self, cells=cells, below=()) for cells in self.below]

    def columns(self, name: str) -> list[tuple[Column, Cell]]:
        """The columns of a field that have something in this row."""
        found = [
            (column, self.cells[column.index])
            for column in self.table.columns
            if column.field == name and column.index < len(self.cells)
        ]
        return [(column, cell) for column, cell in found if plain_text(cell).strip()]

    def cell(self, name: str) -> Cell:
        """The cell of a field, None where there is none."""
        return next((cell for _, cell in self.columns(name)), None)

    def has(self, name: str) -> bool:
        """Whether the sheet has a column for it."""
        return any(column.field == name for column in self.table.columns)

    def line(self, name: str) -> Reading[str]:
        """The cell's text on one line, cut to what a line may hold, with a doubt."""
        read = one_line(self.cell(name))
        text = read.value or ""
        if len(text) <= _LINE:
            return read
        return Reading(
            text[: _LINE - 1].rstrip() + "…",
            (*read.doubts, Text("quá dài nên đã cắt bớt", "too long: it was cut")),
        )

    def found(self, name: str, vocabulary: str) -> Reading[str]:
        """The id in a vocabulary of what the cell names."""
        read = one_line(self.cell(name))
        entry, missing = self.lookup.find(read.value or "", vocabulary)
        if missing:
            self.missing.append(missing)
        return Reading(entry.value, read.doubts + entry.doubts)
