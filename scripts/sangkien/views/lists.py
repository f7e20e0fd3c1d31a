"""Lists of stories, page by page, counted from the oldest, so that a story keeps its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.text.formats import initials
from sangkien.text.names import text_key
from sangkien.views.cards import Cards
from sangkien.views.drawn_cards import unit_card
from sangkien.views.people import person_ids, person_line
from sangkien.views.search import search_parts
from sangkien.views.sectors import look_of, look_of_story, ways
from sangkien.views.units import unit_front
from sangkien.views.words import Words

PEOPLE_ON_A_PAGE = 300


class Page(NamedTuple):
    """One page of a list: its number from the oldest (None for the front), and its stories."""

    number: int | None
    stories: tuple[Story, ...]


def length(stories: int, size: int) -> int:
    """How many pages a list of so many stories has."""
    return max(1, stories // size)


def page_at(stories: Sequence[Story], size: int, place: int) -> Page:
    """The page at a place, the front at 0: full ones counted from the oldest, newest first on each.

    The front holds what is newer than those, at least a page's worth. A new story joins it; only when it
    holds two pages' worth does its older half become a page with a number, and stays there.
    """
    numbered = length(len(stories), size) - 1
    if place == 0:
        return Page(None, tuple(reversed(stories[numbered * size :])))
    n = numbered - place
    return Page(n + 1, tuple(reversed(stories[n * size : (n + 1) * size])))


def place_of(stories: Sequence[Story], size: int, story: Story) -> int:
    """At which place among a list's pages a story stands."""
    numbered = length(len(stories), size) - 1
    position = next(n for n, one in enumerate(stories) if one is story)
    return max(0, numbered - position // size)


def stories_of(name: str, key: str, catalogue: Catalogue) -> tuple[Story, ...]:
    """The stories of a list, oldest first: ``("sector", id)``, ``("all", "")`` …"""
    if name == "all":
        return tuple(catalogue.stories.values())
    indexes = {"sector": catalogue.by_sector, "place": catalogue.by_place, "year": catalogue.by_year}
    return indexes[name][key]


def stories_views(
    catalogue: Catalogue, cards: Cards, words: Words, only: int | None = None
) -> Iterator[dict[str, Any]]:
    """Every page of the list of all stories, the front first; with ``only`` the one at that place."""
    stories = tuple(catalogue.stories.values())
    for view in _list(urls.STORIES, words("list.all"), None, stories, catalogue, cards, words, only):
        if view["number"] is None:
            view |= {"ways": ways(catalogue, "sectors", words), **search_parts(catalogue, words)}
        yield view


def sector_views(
    key: str, catalogue: Catalogue, cards: Cards, words: Words, only: int | None = None
) -> Iterator[dict[str, Any]]:
    """Every page of one sector; none for an id that the vocabulary lacks."""
    entry = catalogue.entry("sectors", key)
    if entry:
        look = look_of(catalogue, key)._asdict()
        stories = catalogue.by_sector[key]
        for view in _list(
            urls.sector(key), entry.name, entry.description, stories, catalogue, cards, words, only
        ):
            yield view | look | {"feeds": None if view["sample"] else urls.sector(key)}


def place_views(
    key: str, catalogue: Catalogue, cards: Cards, words: Words, only: int | None = None
) -> Iterator[dict[str, Any]]:
    """Every page of one place; none for an id that the vocabulary lacks."""
    entry = catalogue.entry("places", key)
    if entry:
        yield from _list(
            urls.place(key), entry.name, entry.note, catalogue.by_place[key], catalogue, cards, words, only
        )


def year_views(
    key: str, catalogue: Catalogue, cards: Cards, words: Words, only: int | None = None
) -> Iterator[dict[str, Any]]:
    """Every page of one year."""
    title, stories = words("list.year", year=key), catalogue.by_year[key]
    yield from _list(urls.year(key), title, None, stories, catalogue, cards, words, only)


def unit_views(key: str, catalogue: Catalogue, cards: Cards, words: Words) -> Iterator[dict[str, Any]]:
    """Every page of one unit; none for an id that the vocabulary lacks."""
    stories, entry = catalogue.by_organisation[key], catalogue.entry("organisations", key)
    if not entry:
        return
    real = [story.initiative for story in stories if not story.head.sample]
    money = sum(one.benefit.vnd_per_year or 0 for one in real if one.benefit and one.organisation == key)
    place = catalogue.entry("places", entry.place)
    extra = {
        "kind": "organisation",
        "place": place.name if place else None,
        "place_url": urls.place(place.id) if place and place.id in catalogue.by_place else None,
        "workers": entry.workers and words.number(entry.workers),
        "web": entry.url,
        "benefit": words("benefit.per_year", money=words.money(money)) if money else None,
        "sample": entry.sample or not real,
        "feeds": None if entry.sample or not real else urls.organisation(key),
        "monogram": initials(entry.label),
        "hue": look_of_story(catalogue, stories[-1]).hue,
    }
    look = look_of_story(catalogue, stories[-1])
    card = None if extra["sample"] else unit_card(key, entry.name, look, catalogue.settings, words)
    front = unit_front(key, stories, catalogue, words)
    for view in _list(urls.organisation(key), entry.name, entry.note, stories, catalogue, cards, words):
        yield view | extra | {"drawn": card} | (front if view["number"] is None else {})


def _list(  # noqa: PLR0913,PLR0917  # what a list is, and what all views share
    base: str,
    title: str,
    intro: str | None,
    stories: tuple[Story, ...],
    catalogue: Catalogue,
    cards: Cards,
    words: Words,
    only: int | None = None,
) -> Iterator[dict[str, Any]]:
    size = catalogue.settings.page_size
    last = length(len(stories), size) - 1
    counted = cards.counted(base, stories)
    for place in range(last + 1) if only is None else (only,):
        page = page_at(stories, size, place)
        yield {
            "url": urls.page(base, page.number),
            "base": base,
            "kind": "list",
            "title": title if page.number is None else words("list.page", title=title, n=page.number),
            "heading": title,
            "intro": intro,
            "description": intro or words("list.description", title=title),
            "count": words.count("count.stories", counted),
            "samples": counted < len(stories),
            "sample": counted == 0,
            "number": page.number,
            "cards": [cards.of(story) for story in page.stories],
            "newer": urls.page(base, last - place + 2 if place > 1 else None) if place else None,
            "older": urls.page(base, last - place) if place < last else None,
            "pages": words.number(last + 1),
            "position": words.number(place + 1),
        }


def people_views(catalogue: Catalogue, words: Words) -> Iterator[dict[str, Any]]:
    """The list of authors and collectives, in Vietnamese order of names."""
    lines = [person_line(key, catalogue, words) for key in person_ids(catalogue)]
    yield from _rows(urls.PEOPLE, "people", lines, words)


def organisations_views(catalogue: Catalogue, words: Words) -> Iterator[dict[str, Any]]:
    """The list of units that have a story."""
    lines = []
    for key, stories in catalogue.by_organisation.items():
        entry = catalogue.entry("organisations", key)
        if entry:
            counted = sum(not story.head.sample for story in stories)
            place = catalogue.entry("places", entry.place)
            count = words.count("count.stories", counted) if counted else None
            lines.append(
                {
                    "name": entry.name,
                    "url": urls.organisation(key),
                    "unit": place.name if place else None,
                    "count": count,
                    "sample": counted == 0,
                    "collective": False,
                    "monogram": initials(entry.label),
                    "portrait": None,
                    "hue": look_of_story(catalogue, stories[-1]).hue,
                }
            )
    yield from _rows(
        urls.ORGANISATIONS,
        "organisations",
        sorted(lines, key=lambda line: (text_key(str(line["name"])), line["url"])),
        words,
    )


def _rows(base: str, kind: str, lines: list[dict[str, Any]], words: Words) -> Iterator[dict[str, Any]]:
    cut = [lines[start : start + PEOPLE_ON_A_PAGE] for start in range(0, len(lines), PEOPLE_ON_A_PAGE)] or [
        []
    ]
    counted = sum(not line["sample"] for line in lines)
    for place, rows in enumerate(cut):
        title = words(f"{kind}.title")
        yield {
            "url": urls.page(base, place + 1 if place else None),
            "base": base,
            "kind": kind,
            "title": words("list.page", title=title, n=place + 1) if place else title,
            "heading": title,
            "description": words(f"{kind}.description"),
            "count": words.count(f"count.{kind}", counted),
            "sample": counted == 0,
            "rows": rows,
            "newer": urls.page(base, place if place > 1 else None) if place else None,
            "older": urls.page(base, place + 2) if place + 1 < len(cut) else None,
            "pages": words.number(len(cut)),
            "position": words.number(place + 1),
        }
