"""The vocabularies of a fair: ``content/vocabulary/*.yml``, lists of ``{id, name, …}``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic.dataclasses import dataclass

from sangkien.model.scalars import CONFIG, Amount, Boolean, Integer, Line, Prose, Slug, Url, choice

VOCABULARIES = (
    *("sectors", "solutions", "benefits", "places", "organisations", "awards", "event-kinds"),
    "synonyms",
)
OPTIONAL_VOCABULARIES = ("solutions", "benefits", "places", "awards", "event-kinds", "synonyms")
SYNONYMS = "synonyms"
"""Not named by any record, and shown by no page: the search alone reads it."""

HUES = ("1", "2", "3", "4", "5", "6", "7", "8")
"""Colours of sectors, by number: theme/assets/stylesheets/tokens.css says which is which."""
MOTIFS = (
    *("bell", "book", "bolt", "boat", "cross", "document", "fish", "flask", "furnace", "gear"),
    *("idea", "leaf", "needle", "shield", "drop", "people"),
)
"""Drawings that stand for a sector where there is no photo: one file each in theme/motifs/."""
NO_MOTIF = "idea"
"""The drawing of a sector that names none."""
Hue = Annotated[Literal["1", "2", "3", "4", "5", "6", "7", "8"], choice(*HUES)]
Motif = Annotated[str, choice(*MOTIFS)]


@dataclass(frozen=True, slots=True, config=CONFIG)
class Entry:
    """One word of a vocabulary. ``rank`` orders awards, ``workers`` counts a unit's people.
    ``contact`` is a unit's office that answers whoever wants to do the same, never a person's number.
    ``hue`` and ``motif`` are a sector's colour and drawing.
    """

    id: Slug
    name: Line
    short: Line | None = None
    note: Prose | None = None
    description: Prose | None = None
    place: Slug | None = None
    workers: Amount | None = None
    url: Url | None = None
    contact: Line | None = None
    rank: Integer | None = None
    hue: Hue | None = None
    motif: Motif | None = None
    sample: Boolean = False

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short or self.name


class Vocabularies(dict[str, Mapping[str, Entry]]):
    """Vocabulary name → id → entry, in the order of the files. Treated as read-only."""

    def names(self, vocabulary: str) -> Mapping[str, Entry]:
        """The entries of one vocabulary, empty when the fair has none."""
        return self.get(vocabulary, MappingProxyType({}))

    def shown(self) -> dict[str, dict[str, Entry]]:
        """All that records name and pages show, as plain dictionaries: what digests of both are made of."""
        return {name: dict(entries) for name, entries in self.items() if name != SYNONYMS}
