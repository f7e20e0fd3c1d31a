"""A day of the fair, ``content/events/<id>.md``, and the announcements of ``content/banners.yml``.

Hours are local: they stand in the fair's zone (``settings.zone``). ``from``, ``to`` and ``until`` are the
keys that people write; ``from`` is a word of Python's, so the fields have other names.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from sangkien.model.initiative import Consent, Photo, Withdrawal
from sangkien.model.scalars import (
    CONFIG,
    Amount,
    Boolean,
    Date,
    Filled,
    Hour,
    Line,
    Moment,
    Prose,
    Rows,
    Slug,
    Status,
    Url,
    Way,
    choice,
)

From = Field(alias="from")
To = Field(alias="to")
Until = Field(alias="until")
Tone = Annotated[Literal["news", "reminder", "urgent"], choice("news", "reminder", "urgent")]
"""How an announcement is told: as news, as a reminder, as something that can't wait."""


@dataclass(frozen=True, config=CONFIG)
class Day:
    """One day of an event, from one hour to another."""

    date: Date
    starts: Annotated[Hour, From]
    ends: Annotated[Hour, To]


@dataclass(frozen=True, config=CONFIG)
class Venue:
    """Where it is held: a public place. ``directions``: how to get there."""

    name: Line
    address: Line | None = None
    place: Slug | None = None
    directions: Prose | None = None


@dataclass(frozen=True, config=CONFIG)
class Speaker:
    """Somebody who speaks or presents: a person, named with consent like an author."""

    name: Line
    person: Slug | None = None
    role: Line | None = None
    organisation: Slug | None = None
    consent: Consent | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether this person took the consent back."""
        return isinstance(self.consent, Withdrawal)


@dataclass(frozen=True, config=CONFIG)
class Session:
    """A part of the programme. ``date`` may be left out where the event has one day only."""

    title: Line
    starts: Annotated[Hour, From]
    ends: Annotated[Hour | None, To] = None
    id: Slug | None = None
    date: Date | None = None
    room: Line | None = None
    note: Prose | None = None
    speakers: Annotated[tuple[Speaker, ...], Rows] = ()
    initiatives: Annotated[tuple[Slug, ...], Rows] = ()

    def with_only(self, speakers: tuple[Speaker, ...], initiatives: tuple[str, ...]) -> Session:
        """The same with these alone (``replace`` does not know the keys that people write)."""
        values: dict[str, Any] = {item.name: getattr(self, item.name) for item in fields(self)}
        values |= {"from": values.pop("starts"), "to": values.pop("ends")}
        return Session(**values | {"speakers": speakers, "initiatives": initiatives})


@dataclass(frozen=True, config=CONFIG)
class Booth:
    """Where to meet whom: an initiative, a unit, or what the title says."""

    number: Line
    initiative: Slug | None = None
    organisation: Slug | None = None
    title: Line | None = None
    note: Line | None = None


@dataclass(frozen=True, config=CONFIG)
class Figure:
    """A number of the event, with where it was taken from."""

    count: Amount
    label: Line
    source: Line
    url: Url | None = None


@dataclass(frozen=True, config=CONFIG)
class Results:
    """What came of it."""

    lines: Annotated[tuple[Prose, ...], Rows] = ()
    figures: Annotated[tuple[Figure, ...], Rows] = ()


@dataclass(frozen=True, config=CONFIG)
class Event:
    """One event. ``kind`` is an id of the vocabulary ``event-kinds``, where the fair has it."""

    name: Line
    summary: Line
    days: Annotated[tuple[Day, ...], Filled]
    venue: Venue
    status: Status
    kind: Slug | None = None
    published: Moment | None = None
    updated: Date | None = None
    cancelled: Boolean = False
    organisers: Annotated[tuple[Line, ...], Rows] = ()
    contact: Line | None = None
    sessions: Annotated[tuple[Session, ...], Rows] = ()
    booths: Annotated[tuple[Booth, ...], Rows] = ()
    results: Results | None = None
    photos: Annotated[tuple[Photo, ...], Rows] = ()
    aliases: Annotated[tuple[Slug, ...], Rows] = ()
    sample: Boolean = False

    @property
    def starts(self) -> datetime:
        """The first hour of all, local and without a zone."""
        return min(datetime.combine(day.date, day.starts) for day in self.days)

    @property
    def ends(self) -> datetime:
        """The last hour of all, local and without a zone."""
        return max(datetime.combine(day.date, day.ends) for day in self.days)

    def day_of(self, session: Session) -> date:
        """The day of a session: its own, else the event's first."""
        return session.date or self.starts.date()


@dataclass(frozen=True, config=CONFIG)
class Banner:
    """An announcement on the home page, from one moment until another. ``url``: in the site, or https://….

    A bare date in ``until`` is the last day on which it is shown.
    """

    text: Line
    starts: Annotated[Moment, From]
    ends: Annotated[Moment, Until]
    url: Way | None = None
    tone: Tone = "news"
    sample: Boolean = False
