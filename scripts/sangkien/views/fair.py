"""The pages of the whole fair: home, hall of honour, press room, manual of checks."""

from __future__ import annotations

from itertools import groupby, islice
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import stage
from sangkien.catalogue.records import Story
from sangkien.rules.manual import rule_pages
from sangkien.views.banners import banners
from sangkien.views.cards import Cards
from sangkien.views.event_cards import nearest_events
from sangkien.views.honours import by_phase, by_year, honour_order, honoured, honours
from sangkien.views.people import author_faces
from sangkien.views.press_kits import kits_listed
from sangkien.views.programme import programme_data
from sangkien.views.sectors import ways
from sangkien.views.words import Words

FEATURED_AT_HOME = 6
FACES = 3
"""Authors shown by face beside a featured story."""
NEWEST_AT_HOME = 8
FEATURED_IN_HALL = 60
HONOURS_IN_HALL = 600
PEOPLE_IN_HALL = 120
COVERAGE = 200


def home_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """Featured, newest, counts, progress, ways in. Counts leave samples out; three zeros are none."""
    featured = _featured(catalogue)[:FEATURED_AT_HOME]
    shown = {story.slug for story in featured}
    newest = [story for story in at_home(catalogue) if story.slug not in shown]
    real = [story for story in catalogue.stories.values() if not story.head.sample]
    return {
        "url": urls.HOME,
        "title": catalogue.settings.site_name,
        "description": catalogue.settings.site_description,
        "stage": stage(catalogue.programme, catalogue.settings.today),
        "banners": banners(catalogue, words),
        **nearest_events(catalogue, words),
        "featured": [
            cards.of(story).with_values(
                citation=_citation(story), faces=author_faces(story, catalogue, words)[:FACES]
            )
            for story in featured
        ],
        "newest": [cards.of(story) for story in newest[:NEWEST_AT_HOME]],
        "counts": _counts(catalogue, len(real), words),
        "programme": programme_data(catalogue, words),
        "sectors": ways(catalogue, "sectors", words),
        "places": ways(catalogue, "places", words),
        "sample": False,
    }


def at_home(catalogue: Catalogue) -> list[Story]:
    """The newest, real ones before samples: enough of them, whichever of them are featured."""
    enough = FEATURED_AT_HOME + NEWEST_AT_HOME
    newest = list(catalogue.stories.values())[::-1]
    real = list(islice((story for story in newest if not story.head.sample), enough))
    return real + list(islice((story for story in newest if story.head.sample), enough - len(real)))


def _featured(catalogue: Catalogue) -> list[Story]:
    """Real ones before samples, by rank."""
    found = [
        ((story.head.sample, story.initiative.featured.rank, story.slug), story)
        for story in catalogue.stories.values()
        if story.head.shown and story.initiative.featured
    ]
    return [story for _, story in sorted(found, key=lambda ranked: ranked[0])]


def _citation(story: Story) -> str | None:
    featured = story.initiative.featured
    return featured.citation if featured and not story.initiative.public_report else None


def _counts(catalogue: Catalogue, stories: int, words: Words) -> list[dict[str, str]]:
    if not stories:
        return []
    return [
        {"number": words.number(number), "label": label, "url": url}
        for number, label, url in (
            (stories, words("home.stories"), urls.STORIES),
            (_people(catalogue), words("home.people"), urls.PEOPLE),
            (_units(catalogue), words("home.units"), urls.ORGANISATIONS),
        )
    ]


def _people(catalogue: Catalogue) -> int:
    return sum(any(not one.head.sample for one in stories) for stories in catalogue.by_person.values())


def _units(catalogue: Catalogue) -> int:
    return sum(any(not one.head.sample for one in stories) for stories in catalogue.by_organisation.values())


def hall_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """Featured stories with citations, everyone honoured, then recognitions by year and award."""
    rows = [
        (row, story)
        for story in catalogue.stories.values()
        if story.head.shown
        for row in honours(story, catalogue, words)
    ]
    rows.sort(key=lambda found: honour_order(found[0]))
    shown = [
        row | {"authors": cards.of(story)["authors"], "unit": cards.of(story)["unit"]}
        for row, story in rows[:HONOURS_IN_HALL]
    ]
    return {
        "url": urls.HALL,
        "title": words("hall.title"),
        "description": words("hall.description"),
        "featured": [
            cards.of(story).with_values(
                citation=_citation(story), faces=author_faces(story, catalogue, words)[:FACES]
            )
            for story in _featured(catalogue)[:FEATURED_IN_HALL]
        ],
        **honoured(catalogue, words, PEOPLE_IN_HALL),
        "phases": by_phase([row for row, _ in rows], words),
        "years": by_year(shown),
        "more": words.number(len(rows) - HONOURS_IN_HALL) if len(rows) > HONOURS_IN_HALL else None,
        "sample": False,
    }


def press_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """Newest stories, the press about all stories, newest first, kits, and words about the fair to copy."""
    settings = catalogue.settings
    real = [story for story in reversed(list(catalogue.stories.values())) if not story.head.sample]
    coverage = [
        {
            "outlet": item.outlet,
            "title": item.title,
            "url": item.url,
            "date": item.date and words.date(item.date),
            "order": item.date.isoformat() if item.date else "",
            "story": story.initiative.title,
            "story_url": urls.story(story.slug),
            "sample": story.head.sample,
        }
        for story in catalogue.stories.values()
        if story.head.shown
        for item in story.initiative.press
    ]
    coverage.sort(key=lambda row: (row["order"], row["url"]), reverse=True)
    return {
        "url": urls.PRESS,
        "title": words("press.title"),
        "description": words("press.description"),
        "newest": [cards.of(story) for story in real[:NEWEST_AT_HOME]],
        "coverage": coverage[:COVERAGE],
        "kits": kits_listed(catalogue, words),
        "contact": settings.press_contact or settings.organiser,
        "about": [
            {"label": label, "text": text}
            for label, text in (
                (words("press.about_short"), settings.about_short),
                (words("press.about_medium"), settings.about_medium),
                (words("press.about_long"), settings.about_long),
            )
            if text
        ],
        "logos": [{"label": label, "url": url} for label, url in urls.LOGOS],
        "sample": False,
    }


def offline_view(words: Words) -> dict[str, Any]:
    """Where a phone without a network ends up: its script lists what has been kept on the device."""
    return {
        "url": urls.OFFLINE,
        "title": words("offline.title"),
        "description": words("offline.lead"),
        "unlisted": True,
        "sample": False,
    }


def manual_view(words: Words) -> dict[str, Any]:
    """The manual of checks: an index by what rules are about, then each rule."""
    rules = rule_pages(words.language, words)
    groups = groupby(rules, key=lambda rule: rule["code"][:3].lower())
    return {
        "url": urls.MANUAL,
        "title": words("manual.title"),
        "description": words("manual.description"),
        "groups": [
            {"id": prefix, "name": words(f"manual.group.{prefix}"), "rules": list(members)}
            for prefix, members in groups
        ],
        "sample": False,
    }
