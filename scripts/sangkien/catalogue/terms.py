"""What a story can be found by: its words, field by field.

Only a story of the public catalogue comes here, so that nothing hidden has terms; a confidential one has
those of its title, summary and authors.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain
from typing import NamedTuple

from sangkien.catalogue.facets import facet_ids
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.model.vocabulary import Entry
from sangkien.text.words import Cutter, Reader, words_of

COMMON = 5
"""A word in the names of more than one unit in five tells no unit from another."""
FEW = 3
"""Units that may share a word however few there are."""
LONGEST = 20
SHORTEST = 3
"""Letters of a word of the story's text that is no Vietnamese syllable and can still be found."""

_LINK_TARGET = re.compile(r"\]\([^()\n]*\)|\]\[[^\]\n]*\]|^ {0,3}\[[^\]\n]*\]:.*$", re.M)
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+")


class Terms(NamedTuple):
    """Words of the fields in which a story can be found, and what it is told apart by.

    Attributes:
        title: in order, each as often as it stands there.
        authors: of people and collectives who are named.
        other: of code, tags, and the names of units, sector and place.
        body: folded, of the text: syllables, and words of three to twenty letters.
        facets: what it has of each facet, as ``facet=id``.
    """

    title: tuple[str, ...]
    authors: tuple[str, ...]
    other: tuple[str, ...]
    summary: tuple[str, ...]
    body: frozenset[str]
    facets: tuple[str, ...]

    def text(self) -> str:
        """One line for each field."""
        return "\n".join(map(" ".join, self))


NO_TERMS = Terms((), (), (), (), frozenset(), ())


def terms_from(text: str) -> Terms:
    """The inverse of ``Terms.text``. Raises ValueError for anything else."""
    title, authors, other, summary, body, facets = map(str.split, text.split("\n"))
    return Terms(tuple(title), tuple(authors), tuple(other), tuple(summary), frozenset(body), tuple(facets))


class Lexicographer:
    """Finds the terms of one catalogue's stories. ``syllables``: all folded Vietnamese ones."""

    def __init__(self, catalogue: Catalogue, reader: Reader, syllables: frozenset[str]) -> None:
        self._catalogue, self._in_body = catalogue, _InBody(reader, syllables)
        self._cut = Cutter().words
        self.common = common_words(catalogue)
        self._of_groups: dict[tuple[tuple[str, ...], ...], tuple[str, ...]] = {}

    def terms(self, story: Story) -> Terms:
        """Of a story of the public catalogue."""
        initiative = story.initiative
        names = (author.name or author.collective for author in initiative.authors)
        return Terms(
            tuple(self._cut(initiative.title)),
            _distinct(self._cut(" ".join([name for name in names if name]))),
            () if initiative.confidential else self._other(story),
            _distinct(self._cut(initiative.summary)),
            self._in_body.of(plain_text(story.body)),
            facet_ids(story),
        )

    def _other(self, story: Story) -> tuple[str, ...]:
        initiative = story.initiative
        groups = story.groups[1:4]
        named = self._of_groups.get(groups)
        if named is None:
            named = self._of_groups[groups] = _distinct(self._named(*groups))
        if not initiative.code and not initiative.tags:
            return named
        own = self._cut(" ".join((initiative.code or "", *initiative.tags)))
        return _distinct(chain(own, named))

    def _named(
        self, units: tuple[str, ...], places: tuple[str, ...], sectors: tuple[str, ...]
    ) -> Iterator[str]:
        for vocabulary, keys in (("organisations", units), ("places", places), ("sectors", sectors)):
            for key in keys:
                words = entry_words(self._catalogue.entry(vocabulary, key))
                common = self.common if vocabulary == "organisations" else ()
                yield from (word for word in words if word not in common)


class _InBody(dict[str, str]):
    """What stands between two white spaces of a story's text → its words, folded, as far as they can be found
    there, with a space between them.
    """

    def __init__(self, reader: Reader, syllables: frozenset[str]) -> None:
        super().__init__()
        self._reader, self._syllables = reader, syllables
        self._not_one = {""}

    def of(self, text: str) -> frozenset[str]:
        """The words of a text."""
        found = frozenset(map(self.__getitem__, text.split()))
        odd = found & self._not_one
        return found.difference(odd).union(*map(str.split, odd)) if odd else found

    def __missing__(self, piece: str) -> str:
        folded = [self._reader[word].folded for word in words_of(piece)]
        found = self[piece] = " ".join(filter(self._is_found, folded))
        if " " in found:
            self._not_one.add(found)
        return found

    def _is_found(self, folded: str) -> bool:
        return folded in self._syllables or (SHORTEST <= len(folded) <= LONGEST and folded.isalpha())


def common_words(catalogue: Catalogue) -> frozenset[str]:
    """Words of so many units' names that they tell nothing (``công``, ``ty``)."""
    entries = [catalogue.entry("organisations", key) for key in catalogue.by_organisation]
    counts = Counter(word for entry in entries for word in set(entry_words(entry)))
    most = max(FEW, len(entries) // COMMON)
    return frozenset(word for word, count in counts.items() if count > most)


def entry_words(entry: Entry | None) -> tuple[str, ...]:
    """Of both names of an entry of a vocabulary."""
    return _distinct(words_of(f"{entry.name} {entry.short or ''}")) if entry else ()


def plain_text(markdown: str) -> str:
    """A story's Markdown without what no reader sees: targets of links, addresses. Nothing is rendered."""
    if "]" in markdown:
        markdown = _LINK_TARGET.sub("] ", markdown)
    if ":" in markdown and ("://" in markdown or "mailto:" in markdown):
        markdown = _ADDRESS.sub(" ", markdown)
    return unescape(markdown) if "&" in markdown else markdown


def _distinct(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
