"""A person's or a collective's own page."""

from __future__ import annotations

from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.model.initiative import PublicReport
from sangkien.text.formats import initials
from sangkien.views.cards import Cards
from sangkien.views.drawn_cards import person_card
from sangkien.views.honours import honours
from sangkien.views.people import credited, name_of, newest_entry, portrait, unit_shown
from sangkien.views.sectors import look_of_story
from sangkien.views.words import Words


def person_view(key: str, catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """A person's or collective's page."""
    story, author = newest_entry(key, catalogue)
    profile = catalogue.people.get(key)
    stories = catalogue.by_person[key]
    name = name_of(key, author, catalogue)
    unit = unit_shown(story, author, catalogue)
    role = (profile.person.role if profile else None) or author.role
    rows = [row for one in reversed(stories) for row in honours(one, catalogue, words)]
    sample = all(one.head.sample for one in stories)
    view = {
        "url": urls.person(key),
        "title": name,
        "description": ", ".join(part for part in (name, role, unit.name if unit else None) if part),
        "role": role,
        "hue": look_of_story(catalogue, story).hue,
        "unit": unit.name if unit else None,
        "unit_url": urls.organisation(unit.id) if unit and unit.id in catalogue.by_organisation else None,
        "monogram": initials(name),
        "collective": author.collective is not None,
        "portrait": portrait(key, catalogue) if profile else None,
        "citation": profile.person.citation if profile else None,
        "life": profile.body if profile else "",
        "profile": profile.digest if profile else None,
        "sample": sample,
        "public_report": all(isinstance(entry.consent, PublicReport) for entry in credited(key, stories)),
        "count": words.count("count.stories", sum(not one.head.sample for one in stories)),
        "works": [
            {
                "card": cards.of(one),
                "share": entry.share and words.percent(float(entry.share)),
                "role": entry.role,
            }
            for one, entry in zip(reversed(stories), reversed(list(credited(key, stories))), strict=True)
        ],
        "honours": rows,
        "counts": _counts(stories, rows, words),
    }
    look = look_of_story(catalogue, story)
    featured = any(one.head.shown and one.initiative.featured for one in stories)
    return view | {"drawn": person_card(view, look.motif, featured, catalogue.settings, words)}


def _counts(stories: tuple[Story, ...], rows: list[dict[str, Any]], words: Words) -> list[dict[str, str]]:
    """What can be counted; a page of samples counts nothing."""
    real = sum(not story.head.sample for story in stories)
    awarded = sum(not row["sample"] for row in rows)
    return [
        {"number": words.number(number), "label": words(f"person.{key}")}
        for key, number in (("works_count", real), ("honours_count", awarded))
        if number
    ]
