"""The search's files of one catalogue: numbers, terms, cards and lines; what is made of what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.terms import Lexicographer, Terms
from sangkien.search.cards import card_row, person_row, unit_row
from sangkien.search.core import NAME, Sizes, core, sector_places
from sangkien.search.facets import facets
from sangkien.search.postings import PEOPLE, UNITS, Batch, Postings, gather
from sangkien.search.shards import rare_letters, script, shards
from sangkien.targets.pages import PagePlan
from sangkien.targets.target import Target
from sangkien.text.syllable import folded_syllables
from sangkien.text.words import Reader
from sangkien.views.parts import digest_of
from sangkien.views.people import newest_name

CARDS = 4
LINES = 16
"""Cards, lines in one file."""


class Numbers(NamedTuple):
    """What is numbered how, and what else the files of words are made of.

    Attributes:
        shared: digest of what any story's terms depend on beside the story.
        stories: ``slug digest`` of each. ``people``, ``units``: ``id names`` of each.
    """

    shared: str
    stories: tuple[str, ...]
    people: tuple[str, ...]
    units: tuple[str, ...]


class SearchPlan:
    """Plans the search's files of one catalogue, in any process. Works on what the pages' plan has made."""

    def __init__(self, pages: PagePlan) -> None:
        self.pages, self.catalogue = pages, pages.catalogue
        self._named: Numbers | None = None

    def as_before(self, before: Numbers) -> None:
        """People and units are who they were in ``before``: no name need be looked up again."""
        self._named = before

    @cached_property
    def syllables(self) -> frozenset[str]:
        """All folded Vietnamese syllables."""
        return folded_syllables()

    @cached_property
    def reader(self) -> Reader:
        """Folds words, for all stories."""
        return Reader()

    @cached_property
    def _lexicographer(self) -> Lexicographer:
        return Lexicographer(self.catalogue, self.reader, self.syllables)

    @cached_property
    def _slugs(self) -> tuple[str, ...]:
        return tuple(self.catalogue.stories)

    @cached_property
    def _groups(self) -> Mapping[str, Sequence[str]]:
        """Kind of file → the keys of its rows, in order of their numbers."""
        return {
            "c": self._slugs,
            "p": tuple(self.catalogue.by_person),
            "u": tuple(self.catalogue.by_organisation),
        }

    @cached_property
    def _sectors(self) -> dict[str, int]:
        return sector_places(self.catalogue)

    @cached_property
    def numbers(self) -> Numbers:
        """How this catalogue is numbered: stories, people and units by their first story, oldest first."""
        found, named = self.catalogue, self._named
        return Numbers(
            digest_of((self.pages.base, found.vocabularies.shown(), sorted(self._lexicographer.common))),
            tuple([f"{slug} {story.digest}" for slug, story in found.stories.items()]),
            named.people if named else tuple([f"{key} {newest_name(key, found)}" for key in found.by_person]),
            named.units
            if named
            else tuple([f"{key} {self._unit_names(key)}" for key in found.by_organisation]),
        )

    def _unit_names(self, key: str) -> str:
        unit = self.catalogue.entry("organisations", key)
        return f"{unit.name} {unit.short or ''}" if unit else ""

    def terms(self, number: int) -> Terms:
        """The words of a story."""
        return self._lexicographer.terms(self.catalogue.stories[self._slugs[number]])

    def gather(self, numbers: Sequence[int]) -> Batch:
        """The postings of stories that follow one another."""
        return gather(numbers[0], map(self.terms, numbers), self.reader)

    def sections(self) -> dict[str, list[str]]:
        """The files that show something, by name: cards of stories, lines of people and units."""
        sizes = {"c": CARDS, "p": LINES, "u": LINES}
        names = {
            kind: [f"{kind}-{n}" for n in range(-(-len(keys) // sizes[kind]))]
            for kind, keys in self._groups.items()
        }
        return {"card": names["c"], "line": [*names["p"], *names["u"]]}

    def section(self, name: str, keys: Iterable[str]) -> Iterator[Target]:
        """The targets of some of those files."""
        for key in keys:
            yield text_target(key, [self._row(key[0], row) for row in self._rows(key)])

    def fingerprint(self, name: str, key: str) -> str:
        """Digest of what a file of cards or lines is made of beside what all share."""
        if name == "line":
            return self._rolls_of(key)
        stories = [self.catalogue.stories[slug] for slug in self._rows(key)]
        return digest_of([(story.card, story.head.roll) for story in stories])

    def _rolls_of(self, key: str) -> str:
        index = self.catalogue.by_person if key[0] == "p" else self.catalogue.by_organisation
        rows = self._rows(key)
        return digest_of([(row, [story.head.roll for story in index[row]]) for row in rows])

    def card_of(self, number: int) -> str:
        """The file in which the card of a story stands."""
        return f"c-{number // CARDS}"

    def _rows(self, key: str) -> Sequence[str]:
        kind, _, number = key.partition("-")
        size = CARDS if kind == "c" else LINES
        return self._groups[kind][int(number) * size : (int(number) + 1) * size]

    def _row(self, kind: str, key: str) -> list[Any]:
        if kind == "c":
            return card_row(self.catalogue.stories[key], self.pages.cards, self._sectors)
        return person_row(key, self.catalogue) if kind == "p" else unit_row(key, self.catalogue)

    def word_files(self, postings: Postings) -> Iterator[tuple[str, str]]:
        """(name, text) of all files of words. ``postings``: of all stories; names are added to them here."""
        for field, rows in ((PEOPLE, self.numbers.people), (UNITS, self.numbers.units)):
            postings.name(field, {n: row.partition(" ")[2] for n, row in enumerate(rows)}, self.reader)
        for name, value in shards(postings, self.syllables):
            yield name, script(name, value)

    def facets(self) -> Iterator[Target]:
        """A file for each facet."""
        for name, value in facets(self.catalogue):
            yield text_target(name, value)

    def core(self, sizes: Mapping[str, Sizes], names: Iterable[str]) -> Target:
        """The core. ``sizes``: of the files of words, whose ``names`` are these."""
        return text_target(NAME, core(self.catalogue, sizes, rare_letters(names)))


def text_target(name: str, value: Any) -> Target:
    """The target of a file with this value."""
    return target_of(name, script(name, value))


def target_of(name: str, text: str) -> Target:
    """The target of a file with this text, which is all that it is made of."""
    return Target(urls.search_index(name), digest_of_text(text), "text", text)


def digest_of_text(text: str) -> str:
    """What the manifest says of a file of the index."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
