"""Four stories near a story: same unit and sector first, then same sector. Linear in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story

HOW_MANY = 4


class Related:
    """Neighbours in time within unit and sector, then within sector: an edit changes few of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        groups: dict[tuple[str, ...], list[Story]] = {}
        for story in catalogue.stories.values():
            for key in _keys(story):
                groups.setdefault(key, []).append(story)
        self._groups = groups
        self._places = {
            (key, story.slug): place for key, stories in groups.items() for place, story in enumerate(stories)
        }

    def of(self, story: Story) -> tuple[Story, ...]:
        """Up to four others, nearest first."""
        found: dict[str, Story] = {}
        for key in _keys(story):
            for other in _around(self._groups[key], self._places[key, story.slug]):
                found.setdefault(other.slug, other)
                if len(found) == HOW_MANY:
                    return tuple(found.values())
        return tuple(found.values())

    def near(self, story: Story) -> Iterator[Story]:
        """The story, and all that may have it among their own four."""
        yield story
        for key in _keys(story):
            yield from _around(self._groups[key], self._places[key, story.slug])


def _keys(story: Story) -> tuple[tuple[str, ...], ...]:
    """By ``Story.groups`` and ``head`` alone: they are asked of every story in every build."""
    if story.head.confidential:
        return ()
    real = "sample" if story.head.sample else "real"
    _, units, _, (sector,), _ = story.groups
    return ((real, sector, units[0]), (real, sector))


def _around(stories: Sequence[Story], place: int) -> Iterator[Story]:
    """The nearest before and after, in turn."""
    for step in range(1, HOW_MANY + 1):
        if place - step >= 0:
            yield stories[place - step]
        if place + step < len(stories):
            yield stories[place + step]
