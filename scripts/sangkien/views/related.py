"""Four stories near a story: on the same subject, whatever their sector; neighbours in time where few are."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.views.nearness import HOW_MANY, Nearness
from sangkien.views.related_changes import touched
from sangkien.views.subjects import Register, Subjects, register_of, subjects_of

_NONE = -1


@dataclass(frozen=True)
class Fours:
    """The four of every story, and what they were found by.

    Attributes:
        base: digest of what all pages share, the package's own source included.
        places: four for each story in turn, -1 where it has fewer.
    """

    base: str
    subjects: Subjects
    register: Register
    places: array[int]


class Related:
    """The four of each story of a catalogue. All are reckoned when the first is asked for.

    ``earlier``: of the last build; only those that can differ are reckoned anew.
    """

    def __init__(self, catalogue: Catalogue, base: str = "", earlier: Fours | None = None) -> None:
        self._catalogue, self._base = catalogue, base
        self._earlier = earlier if earlier and earlier.base == base else None

    def of(self, story: Story) -> tuple[Story, ...]:
        """Up to four others, nearest first."""
        return tuple(map(self._stories.__getitem__, self._four(self._places[story.slug])))

    def alone(self, story: Story) -> tuple[Story, ...]:
        """As ``of``, in a moment where no other story will be asked for."""
        place = self._places[story.slug]
        subjects = self._subjects
        nearness = Nearness(subjects, subjects.rows(subjects.entries(place)), (place,))
        return tuple(map(self._stories.__getitem__, nearness.four(place)))

    def showing(self, slugs: Collection[str]) -> Iterator[str]:
        """Slugs of the stories that have one of these among their four, or had one."""
        wanted = frozenset(map(self._places.__getitem__, slugs))
        there = {at // HOW_MANY for at, place in enumerate(self.fours.places) if place in wanted}
        return (self._subjects.slugs[place] for place in sorted(there | self._moved))

    @cached_property
    def fours(self) -> Fours:
        """Of all, to be kept for the next build."""
        return self._reckoned[0]

    @property
    def _moved(self) -> frozenset[int]:
        """Places of the stories of which the four are others than before."""
        return self._reckoned[1]

    @cached_property
    def _reckoned(self) -> tuple[Fours, frozenset[int]]:
        subjects, earlier = self._subjects, self._earlier
        stale = touched(earlier.subjects, earlier.register, subjects) if earlier else None
        if stale:
            register, asked = stale.register, sorted(stale.places)
            rows = register.rows({number for place in asked for number in subjects.entries(place)})
        else:
            rows, asked = subjects.rows(), list(range(len(subjects.slugs)))
            register = register_of(rows, len(asked))
        carried = _carried(earlier, subjects) if earlier else _empty(len(subjects.slugs))
        nearness = Nearness(subjects, rows, asked)
        places, moved = carried[:], set()
        fours = map(nearness.four, asked) if stale else nearness.fours()
        for place, four in zip(asked, fours, strict=True):
            at = HOW_MANY * place
            places[at : at + HOW_MANY] = array("i", (*four, *[_NONE] * (HOW_MANY - len(four))))
            if places[at : at + HOW_MANY] != carried[at : at + HOW_MANY]:
                moved.add(place)
        return Fours(self._base, subjects, register, places), frozenset(moved)

    def _four(self, place: int) -> Iterator[int]:
        at = HOW_MANY * place
        return (other for other in self.fours.places[at : at + HOW_MANY] if other != _NONE)

    @cached_property
    def _subjects(self) -> Subjects:
        return subjects_of(self._catalogue.stories.values())

    @cached_property
    def _stories(self) -> Sequence[Story]:
        return tuple(self._catalogue.stories.values())

    @cached_property
    def _places(self) -> dict[str, int]:
        return {slug: place for place, slug in enumerate(self._catalogue.stories)}


def _carried(earlier: Fours, subjects: Subjects) -> array[int]:
    """The earlier fours by today's places; those of stories that are new are empty."""
    before = earlier.subjects.slugs
    if before == subjects.slugs:
        return earlier.places
    now = {slug: place for place, slug in enumerate(subjects.slugs)}
    moves = [*(now.get(slug, _NONE) for slug in before), _NONE]  # the last is where _NONE itself leads
    found = _empty(len(now))
    for place, move in enumerate(moves[:-1]):
        if move != _NONE:
            four = earlier.places[HOW_MANY * place : HOW_MANY * (place + 1)]
            found[HOW_MANY * move : HOW_MANY * (move + 1)] = array("i", [moves[other] for other in four])
    return found


def _empty(stories: int) -> array[int]:
    return array("i", [_NONE]) * (HOW_MANY * stories)
