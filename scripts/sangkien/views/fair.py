"""The pages of the whole fair: home, hall of honour, programme, press room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import stage
from sangkien.catalogue.records import Story
from sangkien.rules.manual import rule_pages
from sangkien.text.names import text_key
from sangkien.views.cards import Cards
from sangkien.views.events import banners, nearest_events
from sangkien.views.honours import honours
from sangkien.views.words import Words

FEATURED_AT_HOME = 6
NEWEST_AT_HOME = 8
FEATURED_IN_HALL = 60
HONOURS_IN_HALL = 600
COVERAGE = 200


def home_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """Featured, newest, counts, progress, ways in. Counts leave samples out."""
    featured = _featured(catalogue)[:FEATURED_AT_HOME]
    shown = {story.slug for story in featured}
    newest = [story for story in reversed(list(catalogue.stories.values())) if story.slug not in shown]
    newest.sort(key=lambda story: story.initiative.sample)
    real = [story for story in catalogue.stories.values() if not story.initiative.sample]
    return {
        "url": urls.HOME,
        "title": catalogue.settings.site_name,
        "description": catalogue.settings.site_description,
        "stage": stage(catalogue.programme, catalogue.settings.today),
        "banners": banners(catalogue, words),
        **nearest_events(catalogue, words),
        "featured": [cards.of(story).with_values(citation=_citation(story)) for story in featured],
        "newest": [cards.of(story) for story in newest[:NEWEST_AT_HOME]],
        "counts": [
            {"number": words.number(len(real)), "label": words("home.stories"), "url": urls.STORIES},
            {"number": words.number(_people(catalogue)), "label": words("home.people"), "url": urls.PEOPLE},
            {
                "number": words.number(_units(catalogue)),
                "label": words("home.units"),
                "url": urls.ORGANISATIONS,
            },
        ],
        "programme": programme_data(catalogue, words),
        "sectors": _ways(catalogue, "sectors", catalogue.by_sector, urls.sector, words),
        "places": _ways(catalogue, "places", catalogue.by_place, urls.place, words),
        "sample": False,
    }


def _featured(catalogue: Catalogue) -> list[Story]:
    """Real ones before samples, by rank."""
    found = [
        ((story.initiative.sample, story.initiative.featured.rank, story.slug), story)
        for story in catalogue.stories.values()
        if story.initiative.featured
    ]
    return [story for _, story in sorted(found, key=lambda ranked: ranked[0])]


def _citation(story: Story) -> str | None:
    return story.initiative.featured.citation if story.initiative.featured else None


def _people(catalogue: Catalogue) -> int:
    return sum(any(not one.initiative.sample for one in stories) for stories in catalogue.by_person.values())


def _units(catalogue: Catalogue) -> int:
    return sum(
        any(not one.initiative.sample for one in stories) for stories in catalogue.by_organisation.values()
    )


def _ways(
    catalogue: Catalogue, vocabulary: str, index: Any, address: Any, words: Words
) -> list[dict[str, Any]]:
    found = []
    for key, entry in catalogue.vocabularies.names(vocabulary).items():
        stories: Iterable[Story] = index.get(key, ())
        if stories:
            counted = sum(not story.initiative.sample for story in stories)
            found.append({"id": key, "name": entry.name, "url": address(key), "count": words.number(counted)})
    return found


def hall_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """Featured stories with citations, then recognitions and awards by year, the highest first."""
    rows = [
        row | {"authors": cards.of(story)["authors"], "unit": cards.of(story)["unit"]}
        for story in catalogue.stories.values()
        for row in honours(story, catalogue, words)
    ]
    rows.sort(
        key=lambda row: (row["sample"], -(row["year"] or 0), -row["rank"], text_key(row["title"]), row["url"])
    )
    years: dict[Any, list[dict[str, Any]]] = {}
    for row in rows[:HONOURS_IN_HALL]:
        years.setdefault(row["year"], []).append(row)
    return {
        "url": urls.HALL,
        "title": words("hall.title"),
        "description": words("hall.description"),
        "featured": [
            cards.of(story).with_values(citation=_citation(story))
            for story in _featured(catalogue)[:FEATURED_IN_HALL]
        ],
        "years": [{"year": year, "rows": found} for year, found in years.items()],
        "more": words.number(len(rows) - HONOURS_IN_HALL) if len(rows) > HONOURS_IN_HALL else None,
        "sample": False,
    }


def programme_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """Phases, targets, what the site counts, what was reported by hand."""
    data = programme_data(catalogue, words)
    title = data["name"] if data else words("programme.title")
    return {
        "url": urls.PROGRAMME,
        "title": title,
        "description": words("programme.description", name=title),
        "programme": data,
        "sample": False,
    }


def programme_data(catalogue: Catalogue, words: Words) -> dict[str, Any] | None:
    """The programme's numbers, None for a fair that has no programme."""
    programme = catalogue.programme
    if not programme:
        return None
    days = [
        story.initiative.counted_on for story in catalogue.stories.values() if not story.initiative.sample
    ]
    by_phase: dict[str | None, int] = {}
    for day in days:
        phase = programme.phase_of(day)
        key = phase.id if phase else None
        by_phase[key] = by_phase.get(key, 0) + 1
    today = catalogue.settings.today
    return {
        "name": programme.name,
        "short": programme.short or programme.name,
        "note": programme.note,
        "participation": programme.participation,
        "fields": list(programme.fields),
        "starts": programme.starts and words.date(programme.starts),
        "ends": programme.ends and words.date(programme.ends),
        "over": bool(programme.ends and programme.ends < today),
        "target": _progress(len(days), programme.target, words),
        "phases": [
            {
                "name": phase.name,
                "occasion": phase.occasion,
                "starts": phase.starts and words.date(phase.starts),
                "ends": words.date(phase.ends),
                "applied_from": phase.applied_from and words.date(phase.applied_from),
                "over": phase.ends < today,
                **_progress(by_phase.get(phase.id, 0), phase.target, words),
            }
            for phase in programme.phases
        ],
        "undated": words.number(by_phase[None]) if by_phase.get(None) else None,
        "counts": [
            {
                "date": words.date(count.date),
                "count": words.number(count.count),
                "source": count.source,
                "url": count.url,
            }
            for count in sorted(programme.counts, key=lambda count: count.date)
        ],
    }


def _progress(count: int, target: int | None, words: Words) -> dict[str, Any]:
    """Count, target, and the part reached in per mille of the bar, at most all of it."""
    share = count / target if target else 0
    return {
        "count": words.number(count),
        "target": words.number(target) if target else None,
        "percent": words.percent(round(share * 100, 1)) if target else None,
        "bar": min(1000, round(share * 1000)) if target else None,
    }


def press_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """Newest stories and the press about all stories, newest first."""
    real = [story for story in reversed(list(catalogue.stories.values())) if not story.initiative.sample]
    coverage = [
        {
            "outlet": item.outlet,
            "title": item.title,
            "url": item.url,
            "date": item.date and words.date(item.date),
            "order": item.date.isoformat() if item.date else "",
            "story": story.initiative.title,
            "story_url": urls.story(story.slug),
            "sample": story.initiative.sample,
        }
        for story in catalogue.stories.values()
        for item in story.initiative.press
    ]
    coverage.sort(key=lambda row: (row["order"], row["url"]), reverse=True)
    return {
        "url": urls.PRESS,
        "title": words("press.title"),
        "description": words("press.description"),
        "newest": [cards.of(story) for story in real[:NEWEST_AT_HOME]],
        "coverage": coverage[:COVERAGE],
        "feed": urls.FEED,
        "sample": False,
    }


def manual_view(words: Words) -> dict[str, Any]:
    """The manual of checks."""
    return {
        "url": urls.MANUAL,
        "title": words("manual.title"),
        "description": words("manual.description"),
        "rules": rule_pages(words.language, words),
        "sample": False,
    }
