"""Whose four may differ after an edit: of these alone they are reckoned anew.

A story's four hang on its own numbers, on who stands near it in the rows of its words, and on how rare these
words are. So a word that came or went touches the stories around it in that word's row; where the word has
become rarer or commoner by a power of two, the whole row. All others keep what they had.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sangkien.catalogue.subjects import FACT, KIND
from sangkien.views.nearness import HOW_MANY, WINDOW, around
from sangkien.views.subjects import Changed, Register, Rows, Subjects

MANY, FEW = 20, 2
"""Where more than one story in twenty and more than two have changed, all are reckoned: as quick."""


class Touched(NamedTuple):
    """``places``: of the stories whose four may differ; ``register``: of all as they are now."""

    places: frozenset[int]
    register: Register


def touched(before: Subjects, register: Register, now: Subjects) -> Touched | None:
    """What an edit touched; None where all have to be reckoned. ``register``: of ``before``."""
    if before.slugs == now.slugs and before.packed == now.packed:
        return Touched(frozenset(), register)
    if before.scale != now.scale:  # every word weighs something else
        return None
    then = {slug: place for place, slug in enumerate(before.slugs)}
    both = {then[slug]: place for place, slug in enumerate(now.slugs) if slug in then}
    edited = [was for was, place in both.items() if before.packed[was] != now.packed[place]]
    anew = {was for was in edited if before.facts(was) != now.facts(both[was])}  # as if it went and came
    stay = [was for was in both if was not in anew]
    leave = sorted(set(range(len(before.slugs))).difference(stay))
    enter = sorted(set(range(len(now.slugs))).difference(map(both.__getitem__, stay)))
    if len({*leave, *edited}) + len(enter) > max(FEW, len(now.slugs) // MANY) or stay != sorted(stay):
        return None
    changed = Changed(
        [(number, was) for was in leave for number in before.entries(was)],
        [(number, place) for place in enter for number in now.entries(place)],
    )
    for was in edited:
        if was not in anew:
            old, new = set(before.entries(was)), set(now.entries(both[was]))
            changed.gone.extend((number, was) for number in old - new)
            changed.come.extend((number, both[was]) for number in new - old)
    register_now = register.after(before, now, changed)
    numbers = {number for number, _ in (*changed.gone, *changed.come)}
    near_old, near_new = _near(before, register.rows(numbers), now, register_now.rows(numbers), changed)
    places = near_new | {both[was] for was in (*near_old, *edited) if was in both}
    return Touched(frozenset(places.union(enter)), register_now)


def _near(
    before: Subjects, rows: Rows, now: Subjects, others: Rows, changed: Changed
) -> tuple[set[int], set[int]]:
    """(places in ``before``, places in ``now``) of the stories that a change may concern."""
    old, new = set(_around(before, changed.gone, rows)), set(_around(now, changed.come, others))
    for number, row in rows.items():
        weights = before.weight(number, len(row)), now.weight(number, len(others[number]))
        if number & KIND != FACT and weights[0] != weights[1]:
            old.update(row)
            new.update(others[number])
    return old, new


def _around(subjects: Subjects, changes: list[tuple[int, int]], rows: Rows) -> Iterator[int]:
    """Who stands so near that the one may be in the other's window. Words that weigh nothing have none."""
    for number, place in changes:
        row: Sequence[int] = ()
        if number & KIND == FACT:
            row = around(rows[number], place, HOW_MANY)
        elif subjects.weight(number, len(rows[number])):
            row = around(rows[number], place, WINDOW)
        yield from row
