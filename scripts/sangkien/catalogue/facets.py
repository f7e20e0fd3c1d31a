"""By what stories can be told apart in a list: sector, place, unit, solution, year, award, benefit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sangkien.catalogue.records import Story

FACETS: Mapping[str, tuple[str, Callable[[Story], tuple[str, ...]]]] = {
    "sector": ("sectors", lambda story: story.groups[3]),
    "place": ("places", lambda story: story.groups[2]),
    "unit": ("organisations", lambda story: story.groups[1]),
    "solution": ("solutions", lambda story: (story.head.solution,) if story.head.solution else ()),
    "year": ("", lambda story: story.groups[4]),
    "award": ("awards", lambda story: story.head.awards),
    "benefit": ("benefits", lambda story: story.head.benefits),
}
"""Facet → its vocabulary (years have none), and the ids that a story has of it."""


def facet_ids(story: Story) -> tuple[str, ...]:
    """All that a story has of all facets, as ``facet=id``."""
    return tuple([f"{facet}={key}" for facet, (_, ids_of) in FACETS.items() for key in ids_of(story)])
