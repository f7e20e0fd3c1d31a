"""Which values name an entry of which vocabulary, and what a wrong one most likely meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sangkien.diagnostics import Path
from sangkien.model.vocabulary import Entry
from sangkien.rules.raw import credited, items, mapping, rows
from sangkien.source.document import Document
from sangkien.text.folding import fold, slugify
from sangkien.text.similarity import closest

SINGLE = {
    "organisation": "organisations",
    "sector": "sectors",
    "solution": "solutions",
    "place": "places",
    "kind": "event-kinds",
}
"""Key that names one entry → its vocabulary."""
LISTED = {"kinds": "benefits"}
"""Key of a list of ids → its vocabulary."""


class Reference(NamedTuple):
    """A value that is to be an id of a vocabulary."""

    path: Path
    value: Any
    vocabulary: str


class Guess(NamedTuple):
    """The id that a wrong value most likely meant; ``certain`` where only case, tones or spaces differ."""

    id: str
    certain: bool


def references(document: Document) -> Iterator[Reference]:
    """Every reference to a vocabulary in a document's raw data, absent ones left out."""
    if document.kind == "vocabulary":
        yield from _in_rows(document.data, (), "place", "places")
        return
    data = mapping(document.data)
    if document.kind == "event":
        yield from _in_event(document, data)
        return
    for key, vocabulary in SINGLE.items():
        if key in data:
            yield Reference((key,), data[key], vocabulary)
    for field in ("authors", "adopters"):
        yield from _in_rows(data.get(field), (field,), "organisation", "organisations")
    yield from _in_rows(data.get("recognition"), ("recognition",), "award", "awards")
    for number, kind in enumerate(items(mapping(data.get("benefit")).get("kinds"))):
        yield Reference(("benefit", "kinds", number), kind, "benefits")


def _in_event(document: Document, data: dict[str, Any]) -> Iterator[Reference]:
    if "kind" in data:
        yield Reference(("kind",), data["kind"], "event-kinds")
    venue = mapping(data.get("venue"))
    if "place" in venue:
        yield Reference(("venue", "place"), venue["place"], "places")
    for path, speaker in credited(document):
        if "organisation" in speaker:
            yield Reference((*path, "organisation"), speaker["organisation"], "organisations")
    yield from _in_rows(data.get("booths"), ("booths",), "organisation", "organisations")


def _in_rows(value: Any, path: Path, key: str, vocabulary: str) -> Iterator[Reference]:
    for number, row in rows(value):
        if key in row:
            yield Reference((*path, number, key), row[key], vocabulary)


def vocabulary_of(path: Path) -> str | None:
    """The vocabulary that a value at this path names an entry of, None where it names none."""
    if len(path) > 1 and isinstance(path[-1], int):
        return LISTED.get(str(path[-2]))
    key = str(path[-1]) if path else ""
    return "awards" if key == "award" else SINGLE.get(key)


def guess(value: str, entries: Mapping[str, Entry]) -> Guess | None:
    """The entry meant: by id, by name, by short name, else the nearest of all of these."""
    if slugify(value) in entries:
        return Guess(slugify(value), certain=True)
    by_name: dict[str, str] = {}
    for entry in entries.values():
        for name in (entry.name, entry.short or entry.name):
            by_name.setdefault(fold(name), entry.id)
    if fold(value) in by_name:
        return Guess(by_name[fold(value)], certain=False)
    near = closest(slugify(value), tuple(entries)) or by_name.get(closest(fold(value), tuple(by_name)) or "")
    return Guess(near, certain=False) if near else None
