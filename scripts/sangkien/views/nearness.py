"""Which stories are near to one: by the rare words they share, more so in the same sector, unit, solution.

Linear in the catalogue: of each word a story looks at no more than ``WINDOW`` others with it on either side.
All that weighs depends on the two stories, on that window, and on counts up to powers of two: an edit
elsewhere seldom changes anything.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sangkien.catalogue.records import Story
from sangkien.catalogue.subjects import BOTH, FACT, KIND, KINDS, SECTOR, STRONG

HOW_MANY = 4
WINDOW = 10
FEW = 8
"""So many stories may share a word that still tells something, however few there are."""
COMMON = 32
"""A word of more than one story in thirty-two, of the next power of two, tells nothing: one in 16 to 32."""
TITLE = 2
"""How many times more a word weighs where both have it in title or tags."""
NEAR = 2
"""Stories whose words weigh less together than so many of the rarest are strangers."""
ALIKE = 8
"""Where sector, unit, solution or a kind of benefit is the same, so many eighths of the weight are added."""
SAME_SECTOR, SAME_UNIT, SAME_SOLUTION, SAME_KIND = 4, 1, 1, 1
_MOST = ALIKE + SAME_SECTOR + SAME_UNIT + SAME_SOLUTION + SAME_KIND

Places = Mapping[int, Sequence[int]]
"""Number → places of the stories that have it, in order."""


@dataclass(frozen=True)
class Subjects:
    """The numbers of all stories, in the catalogue's order, one after another: see ``catalogue.subjects``.

    ``starts``: where each story's begin, and at last where all end.
    """

    slugs: tuple[str, ...]
    numbers: array[int]
    starts: array[int]

    def of(self, place: int) -> array[int]:
        """Of the story at a place."""
        return self.numbers[self.starts[place] : self.starts[place + 1]]

    def facts(self, place: int) -> array[int]:
        """Of those all but the words."""
        return self.of(place)[: self._facts_of(place)]

    def words(self, place: int) -> array[int]:
        """Of those the words."""
        return self.of(place)[self._facts_of(place) :]

    def _facts_of(self, place: int) -> int:
        """How many numbers come before the words."""
        start = self.starts[place]
        return KINDS + 1 + (self.numbers[start + KINDS] >> 2) if start < self.starts[place + 1] else 0

    @cached_property
    def scale(self) -> int:
        """How many binary digits the number of stories has: what words weigh depends on no more of it."""
        return len(self.slugs).bit_length()

    def weight(self, number: int, stories: int) -> int:
        """Of a word that so many stories have; the square makes the rare ones count."""
        if stories < 2 or stories > max(FEW, (1 << self.scale) // COMMON):
            return 0
        rarity = self.scale - stories.bit_length() + 1
        return rarity * rarity * (TITLE if number & STRONG else 1)

    def places(self, wanted: frozenset[int]) -> Places:
        """Of these numbers alone: one look at all, which is quicker than sorting all of them."""
        found: dict[int, list[int]] = defaultdict(list)
        starts = self.starts
        for at, number in enumerate(self.numbers):
            if number in wanted:
                found[number].append(bisect_right(starts, at) - 1)
        return found

    def all_places(self) -> Places:
        """Of all words."""
        found: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self.slugs)):
            for number in self.words(place):
                found[number].append(place)
        return found


def subjects_of(stories: Iterable[Story]) -> Subjects:
    """Of these stories, in their order."""
    slugs, packed = [], []
    starts = array("I", (0,))
    for story in stories:
        slugs.append(story.slug)
        packed.append(story.subject)
        starts.append(starts[-1] + len(story.subject) // starts.itemsize)
    return Subjects(tuple(slugs), array("I", b"".join(packed)), starts)


class Facts(NamedTuple):
    """What of a story is compared once its words have been."""

    day: int
    sector: int
    unit: int
    solution: int
    kinds: frozenset[int]


class Nearness:
    """Finds the nearest of these stories. ``wanted``: places that will be asked for; None for all."""

    def __init__(self, subjects: Subjects, wanted: frozenset[int] | None = None) -> None:
        self._subjects = subjects
        self._facts: dict[int, Facts] = {}
        if wanted is None:
            places = subjects.all_places()
        else:
            places = subjects.places(frozenset(n for place in wanted for n in subjects.words(place)))
        # Words of one phrase stand in the same stories: together they cost no more than one.
        rows: dict[tuple[int, ...], int] = defaultdict(int)
        for number, there in places.items():
            weight = subjects.weight(number, len(there))
            if weight:
                rows[tuple(there)] += weight
        self._rows: dict[int, list[tuple[tuple[int, ...], int]]] = defaultdict(list)
        for row in rows.items():
            for place in row[0] if wanted is None else wanted.intersection(row[0]):
                self._rows[place].append(row)

    def four(self, place: int) -> tuple[int, ...]:
        """Places of up to four others, the nearest first; neighbours in time where too few are near."""
        found = self._by_words(place)
        if len(found) < HOW_MANY:
            found = list(dict.fromkeys((*found, *self._neighbours(place))))[:HOW_MANY]
        return tuple(found)

    def _by_words(self, place: int) -> list[int]:
        scores: dict[int, int] = defaultdict(int)
        for row, weight in self._rows.get(place, ()):
            for other in around(row, place, WINDOW):
                scores[other] += weight
        scores.pop(place, None)
        if not scores:
            return []
        best = sorted(scores.values(), reverse=True)[:HOW_MANY]
        floor = best[-1] * ALIKE if len(best) == HOW_MANY else 0
        least = max(-(-floor // _MOST), NEAR * self._subjects.weight(0, 2))
        own = self._of(place)
        slugs = self._subjects.slugs
        ranked = []
        for other, score in scores.items():
            if score >= least:
                theirs = self._of(other)
                total = score * _alike(own, theirs)
                ranked.append((-total, abs(theirs.day - own.day), slugs[other], other))
        return [other for *_, other in sorted(ranked)[:HOW_MANY]]

    def _of(self, place: int) -> Facts:
        facts = self._facts.get(place)
        if facts is None:
            numbers = self._subjects.facts(place)
            day, sector, unit, _, solution, _ = numbers[: KINDS + 1]
            facts = self._facts[place] = Facts(day, sector, unit, solution, frozenset(numbers[KINDS + 1 :]))
        return facts

    def _neighbours(self, place: int) -> Iterator[int]:
        """In time, within unit and sector, then within the sector: a few on either side, in turn."""
        numbers = self._subjects.of(place)
        for key in (numbers[BOTH], numbers[SECTOR]) if numbers else ():
            row = self._groups[key]
            at = bisect_left(row, place)
            for step in range(1, HOW_MANY + 1):
                if at - step >= 0:
                    yield row[at - step]
                if at + step < len(row):
                    yield row[at + step]

    @cached_property
    def _groups(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        numbers, starts = self._subjects.numbers, self._subjects.starts
        for place, start in enumerate(starts[:-1]):
            if start != starts[place + 1]:
                found[numbers[start + BOTH]].append(place)
                found[numbers[start + SECTOR]].append(place)
        return found


def around(row: Sequence[int], place: int, reach: int) -> Sequence[int]:
    """What stands in a row at most so far from a place; the place may be missing there."""
    if len(row) <= reach:
        return row
    at = bisect_left(row, place)
    return row[max(0, at - reach) : at + reach + 1]


def _alike(one: Facts, other: Facts) -> int:
    """Eighths by which their words count."""
    solution = one.solution == other.solution and one.solution & KIND == FACT
    return (
        ALIKE
        + SAME_SECTOR * (one.sector == other.sector)
        + SAME_UNIT * (one.unit == other.unit)
        + SAME_SOLUTION * solution
        + SAME_KIND * (not one.kinds.isdisjoint(other.kinds))
    )
