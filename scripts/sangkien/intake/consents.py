"""Who is named, on what basis and since when: one row for each author of a story, each speaker of an event.

Samples are left out: nobody real is in them. Groups need no consent and are left out too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sangkien.intake.everyone import Entry, documents, entries
from sangkien.model.scalars import as_date
from sangkien.model.vocabulary import Vocabularies
from sangkien.rules.raw import mapping, word
from sangkien.settings import Settings
from sangkien.source.load import load_vocabularies
from sangkien.source.tree import Tree
from sangkien.text.names import name_key

Basis = Literal["missing", "unclear", "report", "own", "withdrawn"]
ORDER: tuple[Basis, ...] = ("missing", "unclear", "report", "own", "withdrawn")
"""From what needs somebody's hand to what needs none."""


@dataclass(frozen=True, slots=True)
class Consent:
    """One naming of one person.

    Attributes:
        where: the story's slug, or ``su-kien/<id>`` of an event. ``title``: of it.
        unit: the organisation's name, else its id.
        basis: ``own`` (a date), ``report`` (a public body named the person), ``missing``, ``withdrawn``, or
            ``unclear`` where what is written is none of these.
        since: the date of the consent, the report or the withdrawal.
        publisher: of the report.
    """

    entry: Entry
    where: str
    title: str
    unit: str
    basis: Basis
    since: date | None = None
    publisher: str | None = None

    @property
    def shown(self) -> bool:
        """Whether the story or event says it is published; its day may be still to come."""
        return self.entry.status == "published" and self.basis in ("own", "report")


def consents(tree: Tree, settings: Settings) -> tuple[Consent, ...]:
    """Every naming, what is missing first, then by name in Vietnamese order."""
    read = list(documents(tree, settings))
    _, vocabularies = load_vocabularies(tree, settings)
    gone = {
        one.slug: _day(mapping(mapping(one.data).get("consent")).get("withdrawn"))
        for one in read
        if one.kind == "person" and "withdrawn" in mapping(mapping(one.data).get("consent"))
    }
    found = [
        _consent(entry, vocabularies, gone)
        for document in read
        for entry in entries(document)
        if not entry.collective and not entry.sample
    ]
    return tuple(sorted(found, key=_place))


def people(rows: tuple[Consent, ...]) -> Iterator[tuple[str, tuple[Consent, ...]]]:
    """The rows of each person in turn, by the id of the page; a person stands where the first row does."""
    grouped: dict[str, list[Consent]] = {}
    for row in rows:
        grouped.setdefault(row.entry.id, []).append(row)
    for key, own in grouped.items():
        yield key, tuple(own)


def _place(row: Consent) -> tuple[object, ...]:
    return (ORDER.index(row.basis), name_key(row.entry.name), row.where)


def _consent(entry: Entry, vocabularies: Vocabularies, gone: dict[str, date | None]) -> Consent:
    data, document = mapping(entry.document.data), entry.document
    known = vocabularies.names("organisations").get(entry.organisation or "")
    basis, since, publisher = _basis(entry)
    if entry.person in gone:
        basis, since, publisher = "withdrawn", gone[entry.person], None
    return Consent(
        entry=entry,
        where=f"su-kien/{document.slug}" if document.kind == "event" else document.slug,
        title=word(data.get("title")) or word(data.get("name")) or document.slug,
        unit=known.name if known else entry.organisation or "",
        basis=basis,
        since=since,
        publisher=publisher,
    )


def _basis(entry: Entry) -> tuple[Basis, date | None, str | None]:
    raw = entry.consent
    if raw is None or raw == "":
        return "missing", None, None
    if isinstance(raw, dict):
        if "withdrawn" in raw:
            return "withdrawn", _day(raw["withdrawn"]), None
        if raw.get("basis") == "public-report":
            return "report", _day(raw.get("date")), word(raw.get("publisher"))
        return "unclear", None, None
    day = _day(raw)
    return ("own", day, None) if day else ("unclear", None, None)


def _day(value: object) -> date | None:
    try:
        return as_date(value) if isinstance(value, str) else None
    except Exception:  # noqa: BLE001  # whatever is no date is told by its own rule
        return None
