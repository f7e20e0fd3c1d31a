"""By what stories can be told apart in a list: sector, place, unit, solution, year, award, benefit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sangkien.catalogue.records import Story


def _solution(story: Story) -> tuple[str, ...]:
    return (story.initiative.solution,) if story.initiative.solution else ()


def _awards(story: Story) -> tuple[str, ...]:
    rows = story.initiative.recognition
    return tuple(row.award for row in rows if row.award) if rows else ()


def _benefits(story: Story) -> tuple[str, ...]:
    benefit = story.initiative.benefit
    return benefit.kinds if benefit else ()


FACETS: Mapping[str, tuple[str, Callable[[Story], tuple[str, ...]]]] = {
    "sector": ("sectors", lambda story: story.groups[3]),
    "place": ("places", lambda story: story.groups[2]),
    "unit": ("organisations", lambda story: story.groups[1]),
    "solution": ("solutions", _solution),
    "year": ("", lambda story: story.groups[4]),
    "award": ("awards", _awards),
    "benefit": ("benefits", _benefits),
}
"""Facet → its vocabulary (years have none), and the ids that a story has of it."""


def facet_ids(story: Story) -> tuple[str, ...]:
    """All that a story has of all facets, as ``facet=id``."""
    return tuple([f"{facet}={key}" for facet, (_, ids_of) in FACETS.items() for key in ids_of(story)])
