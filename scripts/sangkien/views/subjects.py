"""The numbers of all stories: what each is about, and who stands in the row of each number."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import NamedTuple

from sangkien.catalogue.records import Story
from sangkien.catalogue.subjects import KINDS, STRONG

FEW = 16
"""So many stories may share a word that still tells something, however few there are."""
COMMON = 64
"""A word of more than one story in sixty-four, of the next power of two, tells nothing: one in 32 to 64."""
TITLE = 2
"""How many times more a word weighs where both have it in title or tags."""

Rows = Mapping[int, Sequence[int]]
"""Number → places of the stories that have it, in order."""


class Changed(NamedTuple):
    """(number, place before) of stories that lost it; (number, place now) of those that got it."""

    gone: list[tuple[int, int]]
    come: list[tuple[int, int]]


@dataclass(frozen=True)
class Subjects:
    """Of all stories, in the catalogue's order. ``packed``: as ``catalogue.subjects`` packs them."""

    slugs: tuple[str, ...]
    packed: tuple[bytes, ...]

    def facts(self, place: int) -> array[int]:
        """Of the story at a place all numbers but words; empty for a confidential story."""
        numbers = array("I", self.packed[place])
        return numbers[: _facts_of(numbers) + 2]

    def entries(self, place: int) -> array[int]:
        """The rows it stands in: of its sector, of its unit within that, of its words."""
        numbers = array("I", self.packed[place])
        return numbers[_facts_of(numbers) :]

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

    def rows(self, wanted: Collection[int] | None = None) -> Rows:
        """Of these numbers, or of all, by one look at every story."""
        found: dict[int, list[int]] = defaultdict(list)
        look = None if wanted is None else frozenset(wanted).intersection
        for place in range(len(self.packed)):
            entries = self.entries(place)
            for number in look(entries) if look else entries:
                found[number].append(place)
        return found


def subjects_of(stories: Iterable[Story]) -> Subjects:
    """Of these stories, in their order."""
    there = tuple(stories)
    return Subjects(tuple([story.slug for story in there]), tuple([story.subject for story in there]))


def _facts_of(numbers: array[int]) -> int:
    """How many come before sector and words."""
    return KINDS + 1 + (numbers[KINDS] >> 2) if numbers else 0


@dataclass(frozen=True)
class Register:
    """All rows, kept between builds: after an edit those that are asked for are found without a look at all.

    Attributes:
        keys: number and id of a story that has it, in one, sorted.
        ids: of the story at each place.
    """

    keys: array[int]
    ids: array[int]

    def rows(self, wanted: Iterable[int]) -> Rows:
        """Of these numbers."""
        place_of, keys = {key: place for place, key in enumerate(self.ids)}, self.keys
        found = {}
        for number in wanted:
            start = bisect_left(keys, number << 32)
            row = keys[start : bisect_left(keys, (number + 1) << 32, start)]
            found[number] = sorted([place_of[key & _ID] for key in row])
        return found

    def after(self, before: Subjects, now: Subjects, changed: Changed) -> Register:
        """The register once stories have gone, come and changed."""
        stay = {before.slugs[place]: key for place, key in enumerate(self.ids)}
        fresh = count(max(self.ids, default=-1) + 1)
        ids = array("I", [stay[slug] if slug in stay else next(fresh) for slug in now.slugs])
        gone = {number << 32 | self.ids[place] for number, place in changed.gone}
        come = {number << 32 | ids[place] for number, place in changed.come}
        keys, start = array("Q"), 0
        for key in sorted(gone ^ come):
            at = bisect_left(self.keys, key, start)
            keys += self.keys[start:at]
            start = at + (key in gone)
            if key in come:
                keys.append(key)
        return Register(keys + self.keys[start:], ids)


_ID = (1 << 32) - 1


def register_of(rows: Rows, stories: int) -> Register:
    """Of all rows of so many stories."""
    keys = array("Q")
    for number in sorted(rows):
        keys.extend([number << 32 | place for place in rows[number]])
    return Register(keys, array("I", range(stories)))
