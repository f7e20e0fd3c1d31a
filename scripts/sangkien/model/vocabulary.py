"""The vocabularies of a fair: ``content/vocabulary/*.yml``, lists of ``{id, name, …}``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic.dataclasses import dataclass

from sangkien.model.scalars import CONFIG, Amount, Boolean, Integer, Line, Prose, Slug, Url

VOCABULARIES = ("sectors", "solutions", "benefits", "places", "organisations", "awards", "event-kinds")
OPTIONAL_VOCABULARIES = ("solutions", "benefits", "places", "awards", "event-kinds")


@dataclass(frozen=True, slots=True, config=CONFIG)
class Entry:
    """One word of a vocabulary. ``rank`` orders awards, ``workers`` counts a unit's people."""

    id: Slug
    name: Line
    short: Line | None = None
    note: Prose | None = None
    description: Prose | None = None
    place: Slug | None = None
    workers: Amount | None = None
    url: Url | None = None
    rank: Integer | None = None
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
