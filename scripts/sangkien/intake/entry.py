"""One initiative as a sheet or a report brought it, before it is written: plain values and their doubts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sangkien.diagnostics import Text
from sangkien.intake.columns import Table
from sangkien.intake.lookup import Missing

Data = Any
"""Front matter as the YAML reader gives it back: str, list, dict. Empty text: asked for, not known."""


class Origin(NamedTuple):
    """Where it came from: the file's name, the sheet's, the row as shown (0: the whole file).

    ``folder``: where the file lies, for many files have one name; empty where nobody said.
    """

    file: str
    sheet: str = ""
    row: int = 0
    folder: str = ""

    @property
    def place(self) -> str:
        """As people say it."""
        sheet = f", trang tính “{self.sheet}”" if self.sheet else ""
        return f"{self.file}{sheet}" + (f", dòng {self.row}" if self.row else "")


class Value(NamedTuple):
    """A value of the front matter, and what a person should look at before publishing."""

    data: Data
    doubts: tuple[Text, ...] = ()


class Picture(NamedTuple):
    """A picture that comes along: a name to keep it under, its bytes, its caption."""

    name: str
    data: bytes
    caption: str = ""


class Source(NamedTuple):
    """The rows of a sheet that something was read from.

    ``rows``, ``above``: (number as shown, whether it only names a further author); without those of ``above``
    the others can't be understood.
    """

    table: Table
    rows: tuple[tuple[int, bool], ...]
    above: tuple[tuple[int, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One initiative to be written. ``keys``: what it is known again by, the surest first.

    ``sections``: heading → Markdown. ``photo_names``: files that it asks for. ``notes``: what is to be looked
    at beside the values. ``hidden``: the sheet doesn't show its row. ``listed``: a row of a list of rejected
    ones, so no other row of its sheet; ``joined``: such rows belong to it. ``source``: None for a report.
    """

    origin: Origin
    title: str
    values: Mapping[str, Value]
    sections: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    photo_names: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    notes: tuple[Text, ...] = ()
    hidden: bool = False
    listed: bool = False
    joined: bool = False
    source: Source | None = None

    @property
    def doubts(self) -> int:
        """How many things want a second look."""
        return len(self.notes) + sum(bool(value.doubts) for value in self.values.values())


class Rejected(NamedTuple):
    """A row that was not imported: the cell (``C5``; empty: the whole row), and why.

    ``source``: its rows, for whoever mends them; None for a whole file.
    """

    origin: Origin
    cell: str
    reason: Text
    source: Source | None = None
