"""Doing it too: whom to ask, who has; and the page of what is taken up, and what waits for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.model.initiative import Replication
from sangkien.views.cards import Cards
from sangkien.views.parts import digest_of
from sangkien.views.words import Words

ON_A_LIST = 60
UNITS_IN_A_ROW = 3
GUIDES = {"group": urls.SUPPORT_GROUP, "steps": urls.TAKE_PART, "guide": urls.GUIDES}
"""Guides that help to do it too, by the word for them, the most fitting first."""
MOST_GUIDES = 2


class Chosen(NamedTuple):
    """The stories of the page: most adopted, waiting for the first; how many there are of each."""

    adopted: tuple[Story, ...]
    waiting: tuple[Story, ...]
    how_many: tuple[int, int]


def guides_in(pages: Iterable[str]) -> list[dict[str, str]]:
    """The fittest guides that the fair has, each with the name of its word."""
    present = set(pages)
    found = [{"name": name, "url": url} for name, url in GUIDES.items() if url in present]
    return found[:MOST_GUIDES]


def office(story: Story, catalogue: Catalogue, words: Words) -> str | None:
    """Whom to ask: the office that the story names, else the unit's, else the union of the unit."""
    initiative = story.initiative
    if initiative.replication and initiative.replication.contact:
        return initiative.replication.contact
    entry = catalogue.entry("organisations", initiative.organisation)
    if initiative.confidential or not entry:
        return None
    return entry.contact or words("again.union", name=entry.name)


def tells(replication: Replication) -> bool:
    """Whether it says more of what it takes than whom to ask."""
    return replication.cost_vnd is not None or bool(replication.parts or replication.conditions)


def adopters(story: Story, catalogue: Catalogue) -> list[str]:
    """Ids of the units that have taken it up. An invented unit counts for an invented story alone."""
    ids = dict.fromkeys(adopter.organisation for adopter in story.initiative.adopters)
    if story.initiative.sample:
        return list(ids)
    return [key for key in ids if (entry := catalogue.entry("organisations", key)) and not entry.sample]


def chosen(catalogue: Catalogue) -> Chosen:
    """What the page lists: real stories; samples only where no real one is adopted, or none waits."""
    adopted: list[tuple[int, Story]] = []
    waiting: list[Story] = []
    for story in reversed(list(catalogue.stories.values())):
        initiative = story.initiative
        if initiative.adopters and (count := len(adopters(story, catalogue))):
            adopted.append((count, story))
        elif initiative.replication and tells(initiative.replication):
            waiting.append(story)
    adopted.sort(key=lambda found: -found[0])  # stable: of equals the newest first
    most, first = _real([story for _, story in adopted]), _real(waiting)
    return Chosen(tuple(most[:ON_A_LIST]), tuple(first[:ON_A_LIST]), (len(most), len(first)))


def _real(stories: list[Story]) -> list[Story]:
    """The real ones among them; all where they are samples all."""
    return [story for story in stories if not story.initiative.sample] or stories


def adopt_print(catalogue: Catalogue) -> str:
    """Of all that the page is made of beside words and vocabularies."""
    adopted, waiting, how_many = chosen(catalogue)
    shown = [[(story.slug, story.digest) for story in stories] for stories in (adopted, waiting)]
    return digest_of((shown, how_many))


def adopt_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """The page ``/lam-theo/``."""
    adopted, waiting, how_many = chosen(catalogue)
    return {
        "url": urls.ADOPT,
        "title": words("adopt.title"),
        "description": words("adopt.description"),
        "adopted": [_row(story, catalogue, cards, words) for story in adopted],
        "waiting": [_row(story, catalogue, cards, words) for story in waiting],
        "more": [
            words("adopt.more", n=words.number(count - ON_A_LIST)) if count > ON_A_LIST else None
            for count in how_many
        ],
        "sample": False,
    }


def _row(story: Story, catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """A story by its card, with what it costs, whom to ask, who has taken it up."""
    replication = story.initiative.replication
    units = adopters(story, catalogue)
    names = [entry.label for key in units if (entry := catalogue.entry("organisations", key))]
    cost = replication.cost_vnd if replication else None
    shown = ", ".join(names[:UNITS_IN_A_ROW])
    rest = len(names) - UNITS_IN_A_ROW
    return cards.of(story).with_values(
        cost=words.money(cost) if cost is not None else None,
        ask=office(story, catalogue, words),
        count=words.count("adopt.units", len(units)) if units else None,
        adopters=words("adopt.and_more", names=shown, n=words.number(rest)) if rest > 0 else shown,
    )
