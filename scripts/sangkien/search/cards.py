"""What the search shows of a story, a person, a unit: some in each file, by number."""

from __future__ import annotations

from typing import Any

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.views.cards import Cards
from sangkien.views.people import name_of, newest_entry, unit_shown

SUMMARY = 160
"""Characters of a summary."""
SAMPLE, RECOGNISED = 1, 2


def card_row(story: Story, cards: Cards, sectors: dict[str, int]) -> list[Any]:
    """Slug, title, summary, authors, unit, sector, gain, marks, photo. ``sectors``: id → place in core."""
    card = cards.of(story).whole()
    photo = card["photo"]
    return [
        story.slug,
        card["title"],
        shortened(card["summary"]),
        card["authors"],
        card["unit"] or "",
        sectors.get(card["sector_id"] or "", -1),
        card["benefit"] or "",
        SAMPLE * card["sample"] + RECOGNISED * card["award"],
        [photo["src"], photo["width"], photo["height"], photo["alt"]] if photo else 0,
    ]


def person_row(key: str, catalogue: Catalogue) -> list[Any]:
    """Id, name, unit, stories (negative where all are samples), whether it is a collective."""
    story, author = newest_entry(key, catalogue)
    unit = unit_shown(story, author, catalogue)
    return [
        key,
        name_of(key, author, catalogue),
        unit.label if unit else "",
        counted(catalogue.by_person[key]),
        int(author.collective is not None),
    ]


def unit_row(key: str, catalogue: Catalogue) -> list[Any]:
    """Id, name, place, stories (negative where all are samples)."""
    unit = catalogue.entry("organisations", key)
    place = catalogue.entry("places", unit.place if unit else None)
    return [
        key,
        unit.name if unit else key,
        place.label if place else "",
        counted(catalogue.by_organisation[key]),
    ]


def counted(stories: tuple[Story, ...]) -> int:
    """How many stories are no sample; where all are samples, less than 0: how many those are."""
    real = sum(not story.initiative.sample for story in stories)
    return real or -len(stories)


def shortened(text: str) -> str:
    """A summary cut at a word."""
    if len(text) <= SUMMARY:
        return text
    return (text[:SUMMARY].rpartition(" ")[0] or text[: SUMMARY - 1]).rstrip(" ,;:–-") + "…"
