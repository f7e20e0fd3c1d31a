"""Whose four may differ after an edit: of these alone they are reckoned anew.

A story's four hang on its own numbers, on who stands near it in the rows of its words, and on how rare these
words are. So a word that came or went touches the stories around it in that word's row; where the word has
become rarer or commoner by a power of two, the whole row. All others keep what they had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sangkien.catalogue.subjects import BOTH, FACT, KIND, SECTOR
from sangkien.views.nearness import HOW_MANY, WINDOW, Places, Subjects, around

MANY = 20
"""Where more than one story in so many has changed, all are reckoned: that takes no longer."""

Changes = list[tuple[int, int]]
"""(number, place of a story that lost it or got it)."""


def touched(before: Subjects, now: Subjects) -> frozenset[int] | None:
    """Places, in ``now``, of the stories whose four may differ; None: of any."""
    if before == now:
        return frozenset()
    if before.scale != now.scale:  # every word weighs something else
        return None
    then = {slug: place for place, slug in enumerate(before.slugs)}
    both = {then[slug]: place for place, slug in enumerate(now.slugs) if slug in then}
    edited = [was for was, place in both.items() if before.of(was) != now.of(place)]
    anew = {was for was in edited if before.facts(was) != now.facts(both[was])}  # as if it went and came
    stay = [was for was in both if was not in anew]
    leave = sorted(set(range(len(before.slugs))).difference(stay))
    enter = sorted(set(range(len(now.slugs))).difference(map(both.__getitem__, stay)))
    if MANY * (len(leave) + len(enter) + len(edited)) > len(now.slugs) or stay != sorted(stay):
        return None
    gone = [(number, was) for was in leave for number in _numbers(before, was)]
    come = [(number, place) for place in enter for number in _numbers(now, place)]
    for was in edited:
        if was not in anew:
            old, new = _numbers(before, was), _numbers(now, both[was])
            gone += [(number, was) for number in old - new]
            come += [(number, both[was]) for number in new - old]
    near_old, near_new = _near(before, gone, now, come)
    return frozenset(near_new | {both[was] for was in (*near_old, *edited) if was in both}).union(enter)


def _numbers(subjects: Subjects, place: int) -> set[int]:
    """What a story stands in a row by: its words, its sector, its unit."""
    found = subjects.facts(place)
    return {found[SECTOR], found[BOTH], *subjects.words(place)} if found else set()


def _near(before: Subjects, gone: Changes, now: Subjects, come: Changes) -> tuple[set[int], set[int]]:
    """(places in ``before``, places in ``now``) of the stories that a change may concern."""
    numbers = frozenset(number for number, _ in (*gone, *come))
    rows, others = before.places(numbers), now.places(numbers)
    old, new = set(_around(before, gone, rows)), set(_around(now, come, others))
    for number in numbers:
        row, other = rows.get(number, ()), others.get(number, ())
        if number & KIND != FACT and before.weight(number, len(row)) != now.weight(number, len(other)):
            old.update(row)
            new.update(other)
    return old, new


def _around(subjects: Subjects, changes: Changes, rows: Places) -> Iterator[int]:
    """Who stands so near that the one may be in the other's window. Words that weigh nothing have none."""
    for number, place in changes:
        row: Iterable[int] = ()
        if number & KIND == FACT:
            row = around(rows[number], place, HOW_MANY)
        elif subjects.weight(number, len(rows[number])):
            row = around(rows[number], place, WINDOW)
        yield from row
