"""The catalogue: stories by slug, person, organisation, place, sector, year. Immutable once built."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from math import inf
from typing import Any

from sangkien.catalogue.former import Former
from sangkien.catalogue.occasions import Occasion
from sangkien.catalogue.records import GROUPS, Profile, Story, instant
from sangkien.catalogue.register import Register
from sangkien.model.event import Banner
from sangkien.model.programme import Programme
from sangkien.model.vocabulary import Entry, Vocabularies
from sangkien.settings import Settings

Index = Mapping[str, tuple[Story, ...]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that pages are made of. Every tuple of stories runs from the oldest to the newest.

    ``by_person`` keys are the ids of ``records.author_id``; ``by_year`` keys are years as text. Events run
    by their first hour. ``former``: of a public catalogue alone.
    """

    settings: Settings
    vocabularies: Vocabularies
    programme: Programme | None
    stories: Mapping[str, Story]
    people: Mapping[str, Profile]
    by_person: Index = field(default_factory=dict)
    by_organisation: Index = field(default_factory=dict)
    by_place: Index = field(default_factory=dict)
    by_sector: Index = field(default_factory=dict)
    by_year: Index = field(default_factory=dict)
    events: Mapping[str, Occasion] = field(default_factory=dict)
    banners: tuple[Banner, ...] = ()
    register: Register = field(default_factory=Register)
    former: Former = field(default_factory=Former)

    def entry(self, vocabulary: str, key: str | None) -> Entry | None:
        """A vocabulary's entry by id, None when there is none."""
        return self.vocabularies.names(vocabulary).get(key) if key else None


def build_catalogue(  # noqa: PLR0913  # one argument for each kind of content
    settings: Settings,
    stories: Iterable[Story],
    people: Iterable[Profile] = (),
    vocabularies: Vocabularies | None = None,
    programme: Programme | None = None,
    *,
    in_order: bool = False,
    events: Iterable[Occasion] = (),
    banners: Iterable[Banner] = (),
    register: Register | None = None,
) -> Catalogue:
    """Sort (unless they are ``in_order``) and index. Linear in the number of stories but for the sort."""
    ordered = list(stories) if in_order else _in_order(stories, settings)
    indexes: tuple[dict[str, list[Story]], ...] = tuple(defaultdict(list) for _ in GROUPS)
    for story in ordered:
        for index, keys in zip(indexes, story.groups, strict=True):
            for key in keys:
                index[key].append(story)
    frozen: Any = {
        f"by_{name}": {key: tuple(rows) for key, rows in index.items()}
        for name, index in zip(GROUPS, indexes, strict=True)
    }
    return Catalogue(
        settings=settings,
        vocabularies=vocabularies or Vocabularies(),
        programme=programme,
        stories={story.slug: story for story in ordered},
        people={profile.id: profile for profile in people},
        **frozen,
        events={one.id: one for one in sorted(events, key=lambda one: (one.event.starts, one.id))},
        banners=tuple(banners),
        register=register or Register(),
    )


def with_story(catalogue: Catalogue, story: Story) -> Catalogue | None:
    """The catalogue with a story in the place of its earlier self.

    What ``build_catalogue`` would give, in a moment. None where the story is new, or where the change
    moves it in any list: then the catalogue has to be built.
    """
    before = catalogue.stories.get(story.slug)
    settings = catalogue.settings
    if before is None or _when(before, settings) != _when(story, settings) or before.groups != story.groups:
        return None
    changed: dict[str, dict[str, tuple[Story, ...]]] = {}
    for name, keys in zip(GROUPS, story.groups, strict=True):
        index: Index = getattr(catalogue, f"by_{name}")
        put = {key: tuple(story if one.slug == story.slug else one for one in index[key]) for key in keys}
        changed[f"by_{name}"] = {**index, **put}
    indexes: Any = changed
    return replace(catalogue, stories={**catalogue.stories, story.slug: story}, **indexes)


def _in_order(stories: Iterable[Story], settings: Settings) -> list[Story]:
    """From the oldest to the newest. Thousands share some hundreds of days: each is reckoned once."""
    moment = cache(lambda published: _moment(published, settings))
    return sorted(stories, key=lambda story: (moment(story.head.published), story.slug))


def _when(story: Story, settings: Settings) -> tuple[float, str]:
    return _moment(story.head.published, settings), story.slug


def _moment(published: date | datetime | None, settings: Settings) -> float:
    """Seconds since the epoch; what has no date comes first."""
    return instant(published, settings).timestamp() if published else -inf
