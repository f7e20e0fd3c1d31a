"""An initiative as its front matter states it (design, section 2).

Field names follow the report form of Thông tư 18/2013/TT-BKHCN where it has them. What one record
cannot know of others (ids, duplicates, collisions) is left to the rules.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from sangkien.model.scalars import (
    CONFIG,
    Amount,
    Boolean,
    Code,
    Date,
    FileName,
    Integer,
    Level,
    Line,
    Moment,
    Prose,
    Rows,
    Share,
    Shows,
    Slug,
    Status,
    Url,
    Year,
)


@dataclass(frozen=True, config=CONFIG)
class PublicReport:
    """The public body's report that a name was taken from; what isn't known of it may be missing."""

    basis: Line
    publisher: Line
    title: Line | None = None
    date: Date | None = None
    url: Url | None = None


@dataclass(frozen=True, config=CONFIG)
class Withdrawal:
    """Consent taken back on a date: every trace of the person goes (Law 91/2025/QH15)."""

    withdrawn: Date


def _consent(value: Any) -> Any:
    """A date, a public report, or a withdrawal; told apart by shape before typing."""
    if isinstance(value, (date, PublicReport, Withdrawal)):
        return value
    if isinstance(value, dict):
        if "withdrawn" in value:
            return _WITHDRAWAL.validate_python(value)
        if value.get("basis") != "public-report":
            raise PydanticCustomError("not-consent", "not-consent")
        return _PUBLIC_REPORT.validate_python(value)
    if not isinstance(value, str):
        raise PydanticCustomError("not-consent", "not-consent")
    return _DATE.validate_python(value)


Consent = Annotated[date | PublicReport | Withdrawal, BeforeValidator(_consent)]


@dataclass(frozen=True, config=CONFIG)
class Author:
    """One author in order of credit: a person (``name``) or a group (``collective``)."""

    name: Line | None = None
    collective: Line | None = None
    person: Slug | None = None
    role: Line | None = None
    organisation: Slug | None = None
    share: Share | None = None
    consent: Consent | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether this person took the consent back."""
        return isinstance(self.consent, Withdrawal)


@dataclass(frozen=True, config=CONFIG)
class Benefit:
    """What it brings: đồng a year, kinds from the vocabulary, how it was reckoned, by whom confirmed."""

    vnd_per_year: Amount | None = None
    kinds: Annotated[tuple[Slug, ...], Rows] = ()
    note: Prose | None = None
    confirmed_by: Line | None = None


@dataclass(frozen=True, config=CONFIG)
class Recognition:
    """A recognition (level, decision, date) or an award (``award``, year), or both at once."""

    award: Slug | None = None
    level: Level | None = None
    year: Year | None = None
    decision: Line | None = None
    date: Date | None = None


@dataclass(frozen=True, config=CONFIG)
class Featured:
    """A place on the home page and in the hall of honour; rank 1 comes first."""

    rank: Integer
    citation: Prose | None = None


@dataclass(frozen=True, config=CONFIG)
class Photo:
    """A picture beside ``index.md``. ``alt`` says what is seen, for those who don't see it.

    ``illustration``: drawn, and no picture of the real thing: no press kit has it.
    """

    file: FileName
    alt: Line | None = None
    caption: Line | None = None
    credit: Line | None = None
    shows: Shows | None = None
    illustration: Boolean = False


@dataclass(frozen=True, config=CONFIG)
class Video:
    """A plain link to a video elsewhere; never embedded."""

    url: Url
    title: Line


@dataclass(frozen=True, config=CONFIG)
class Replication:
    """What it takes to build one too. ``contact`` is an office, never a person's number."""

    cost_vnd: Amount | None = None
    parts: Annotated[tuple[Line, ...], Rows] = ()
    conditions: Prose | None = None
    contact: Line | None = None


@dataclass(frozen=True, config=CONFIG)
class Adopter:
    """A unit that has taken it up, and since when."""

    organisation: Slug
    since: Date | None = None


@dataclass(frozen=True, config=CONFIG)
class Press:
    """A story about it elsewhere."""

    outlet: Line
    title: Line
    url: Url
    date: Date | None = None


@dataclass(frozen=True, config=CONFIG)
class Correction:
    """A correction made after publication, with its date."""

    date: Date
    text: Prose


@dataclass(frozen=True, config=CONFIG)
class Initiative:
    """One initiative. ``organisation``, ``sector`` … are ids of the vocabularies."""

    title: Line
    summary: Line
    authors: Annotated[tuple[Author, ...], Rows]
    organisation: Slug
    sector: Slug
    status: Status
    code: Code | None = None
    solution: Slug | None = None
    place: Slug | None = None
    applied: Date | None = None
    registered: Date | None = None
    published: Moment | None = None
    updated: Date | None = None
    corrections: Annotated[tuple[Correction, ...], Rows] = ()
    benefit: Benefit | None = None
    recognition: Annotated[tuple[Recognition, ...], Rows] = ()
    featured: Featured | None = None
    photos: Annotated[tuple[Photo, ...], Rows] = ()
    videos: Annotated[tuple[Video, ...], Rows] = ()
    replication: Replication | None = None
    adopters: Annotated[tuple[Adopter, ...], Rows] = ()
    press: Annotated[tuple[Press, ...], Rows] = ()
    confidential: Boolean = False
    aliases: Annotated[tuple[Slug, ...], Rows] = ()
    sample: Boolean = False
    tags: Annotated[tuple[Line, ...], Rows] = ()

    @property
    def public_report(self) -> bool:
        """Whether it stands on a public body's report: what isn't known may be missing."""
        return any(isinstance(author.consent, PublicReport) for author in self.authors)

    @property
    def counted_on(self) -> date | None:
        """The day that decides phase and month in the programme's counts."""
        return self.registered or self.applied

    @property
    def year(self) -> int | None:
        """The year it is listed under: of registration, else of first use, else of publication.

        A public report may leave the first two open; when the site took it up says nothing then.
        """
        moment: date | datetime | None = self.registered or self.applied
        if moment is None and not self.public_report:
            moment = self.published
        return moment.year if moment else None


from pydantic import TypeAdapter  # noqa: E402  # adapters need the classes above

_PUBLIC_REPORT: TypeAdapter[PublicReport] = TypeAdapter(PublicReport)
_WITHDRAWAL: TypeAdapter[Withdrawal] = TypeAdapter(Withdrawal)
_DATE: TypeAdapter[date] = TypeAdapter(Date)
