"""Which stories are near to one: by the rare words they share, more so in the same sector, unit, solution.

Linear in the catalogue: of each word a story looks at no more than ``WINDOW`` others with it on either side.
All that weighs depends on the two stories, on that window, and on counts up to powers of two: an edit
elsewhere seldom changes anything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sangkien.catalogue.subjects import DAY, FACT, KIND, KINDS, SOLUTION, UNIT
from sangkien.views.subjects import Rows, Subjects

HOW_MANY = 4
WINDOW = 10
NEAR = 2
"""Stories whose words weigh less together than so many of the rarest are strangers."""
ALIKE = 8
"""Where sector, unit, solution or a kind of benefit is the same, so many eighths of the weight are added."""
SAME_SECTOR, SAME_UNIT, SAME_SOLUTION, SAME_KIND = 4, 1, 1, 1
_PLACE = (1 << 32) - 1
_MOST = ALIKE + SAME_SECTOR + SAME_UNIT + SAME_SOLUTION + SAME_KIND


class Facts(NamedTuple):
    """What of a story is compared once its words have been."""

    day: int
    sector: int
    unit: int
    solution: int
    kinds: frozenset[int]


class Nearness:
    """Finds the nearest of these stories. ``rows``: at least all that those stand in who are asked for."""

    def __init__(self, subjects: Subjects, rows: Rows, wanted: Iterable[int]) -> None:
        self._subjects, self._rows = subjects, rows
        self._facts: dict[int, Facts] = {}
        self._least = NEAR * subjects.weight(0, 2)
        # Words of one phrase stand in the same stories: together they cost no more than one.
        phrases: dict[tuple[int, ...], int] = defaultdict(int)
        for number, row in rows.items():
            weight = 0 if number & KIND == FACT else subjects.weight(number, len(row))
            if weight:
                phrases[tuple(row)] += weight
        self._phrases: dict[int, list[tuple[tuple[int, ...], int]]] = {place: [] for place in wanted}
        for phrase in phrases.items():
            for place in phrase[0]:
                if place in self._phrases:
                    self._phrases[place].append(phrase)

    def four(self, place: int) -> tuple[int, ...]:
        """Places of up to four others, the nearest first; neighbours in time where too few are near."""
        scores: dict[int, int] = defaultdict(int)
        for row, weight in self._phrases[place]:
            for other in around(row, place, WINDOW):
                scores[other] += weight
        scores.pop(place, None)
        near = [score << 32 | other for other, score in scores.items() if score >= self._least]
        return self._four_of(place, near)

    def fours(self) -> Iterator[tuple[int, ...]]:
        """The four of every place in turn, where all are wanted.

        Two stories are as near to one as to the other, so each pair is weighed once, by the earlier.
        """
        phrases, least = self._phrases, self._least
        later: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._subjects.slugs)):
            scores: dict[int, int] = defaultdict(int)
            for row, weight in phrases[place]:
                at = bisect_right(row, place)
                for other in row[at : at + WINDOW]:
                    scores[other] += weight
            near = later.pop(place, [])
            for other, score in scores.items():
                if score >= least:
                    near.append(score << 32 | other)
                    later[other].append(score << 32 | place)
            yield self._four_of(place, near)

    def _four_of(self, place: int, near: list[int]) -> tuple[int, ...]:
        """``near``: those whose words weigh enough; how much, and the place, in one number."""
        found = self._by_words(place, near)
        if len(found) < HOW_MANY:
            found = list(dict.fromkeys((*found, *self._neighbours(place))))[:HOW_MANY]
        return tuple(found)

    def _by_words(self, place: int, near: list[int]) -> list[int]:
        """The nearest first. Of equals the one nearer in time."""
        if not near:
            return []
        facts, slugs = self._facts, self._subjects.slugs
        day, sector, unit, solution, kinds = self._of(place)
        solved = solution & KIND == FACT
        ranked: list[tuple[int, int, str, int]] = []
        near.sort(reverse=True)
        for number in near:
            score, other = number >> 32, number & _PLACE
            if len(ranked) == HOW_MANY and score * _MOST < -ranked[-1][0]:
                break  # neither this nor one whose words weigh less can be raised above the fourth
            theirs = facts.get(other) or self._of(other)
            alike = ALIKE
            if theirs.sector == sector:
                alike += SAME_SECTOR
            if theirs.unit == unit:
                alike += SAME_UNIT
            if solved and theirs.solution == solution:
                alike += SAME_SOLUTION
            if not kinds.isdisjoint(theirs.kinds):
                alike += SAME_KIND
            insort(ranked, (-score * alike, abs(theirs.day - day), slugs[other], other))
            del ranked[HOW_MANY:]
        return [other for *_, other in ranked]

    def _of(self, place: int) -> Facts:
        facts = self._facts.get(place)
        if facts is None:
            numbers = self._subjects.facts(place)
            day, unit, solution = numbers[DAY], numbers[UNIT], numbers[SOLUTION]
            kinds = frozenset(numbers[KINDS + 1 : -2])
            facts = self._facts[place] = Facts(day, numbers[-2], unit, solution, kinds)
        return facts

    def _neighbours(self, place: int) -> Iterator[int]:
        """In time, within unit and sector, then within the sector: a few on either side, in turn."""
        for key in reversed(self._subjects.entries(place)[:2]):
            row = self._rows[key]
            at = bisect_left(row, place)
            for step in range(1, HOW_MANY + 1):
                if at - step >= 0:
                    yield row[at - step]
                if at + step < len(row):
                    yield row[at + step]


def around(row: Sequence[int], place: int, reach: int) -> Sequence[int]:
    """What stands in a row at most so far from a place; the place may be missing there."""
    if len(row) <= reach:
        return row
    at = bisect_left(row, place)
    return row[max(0, at - reach) : at + reach + 1]
