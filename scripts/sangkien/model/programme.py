"""The programme a fair belongs to: ``content/programme.yml``: phases, targets, counts by hand."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic.dataclasses import dataclass

from sangkien.model.scalars import CONFIG, Amount, Date, Line, Prose, Rows, Slug, Url


@dataclass(frozen=True, slots=True, config=CONFIG)
class Phase:
    """A stretch of the programme. ``applied_from``: nothing in use before that day counts."""

    id: Slug
    name: Line
    ends: Date
    starts: Date | None = None
    applied_from: Date | None = None
    target: Amount | None = None
    occasion: Prose | None = None

    def holds(self, day: date) -> bool:
        """Whether an initiative registered on that day belongs to this phase."""
        return (self.starts is None or self.starts <= day) and day <= self.ends


@dataclass(frozen=True, slots=True, config=CONFIG)
class Count:
    """A count reported by hand: how many, when, by whom."""

    date: Date
    count: Amount
    source: Line
    phase: Slug | None = None
    url: Url | None = None


@dataclass(frozen=True, slots=True, config=CONFIG)
class Programme:
    """Name, span, targets and phases of the programme."""

    name: Line
    short: Line | None = None
    starts: Date | None = None
    ends: Date | None = None
    target: Amount | None = None
    participation: Line | None = None
    note: Prose | None = None
    fields: Annotated[tuple[Line, ...], Rows] = ()
    phases: Annotated[tuple[Phase, ...], Rows] = ()
    counts: Annotated[tuple[Count, ...], Rows] = ()

    def phase_of(self, day: date | None) -> Phase | None:
        """The phase a day belongs to, or None outside all."""
        if day is None:
            return None
        return next((phase for phase in self.phases if phase.holds(day)), None)
