"""What a unit can be proud of, on the front of its page: its people, honours, sectors.

All of it comes from the unit's own stories: nothing else remakes its page.
"""

from __future__ import annotations

from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.views.honours import honours
from sangkien.views.people import author_face
from sangkien.views.sectors import look_of, look_of_story
from sangkien.views.words import Words

PEOPLE_OF_A_UNIT = 24
HONOURS_OF_A_UNIT = 24


def unit_front(
    key: str, stories: tuple[Story, ...], catalogue: Catalogue, words: Words
) -> dict[str, list[dict[str, Any]]]:
    """People, newest first; honours, newest first; sectors with how many stories each, samples included."""
    rows = [row for story in reversed(stories) for row in honours(story, catalogue, words)]
    return {
        "people": _people(key, stories, catalogue, words)[:PEOPLE_OF_A_UNIT],
        "honours": rows[:HONOURS_OF_A_UNIT],
        "sectors": _sectors(stories, catalogue, words),
    }


def _people(key: str, stories: tuple[Story, ...], catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for story in reversed(stories):
        hue = look_of_story(catalogue, story).hue
        for author, person in story.credits:
            if (
                person
                and person not in found
                and key == (author.organisation or story.initiative.organisation)
            ):
                found[person] = author_face(author, person, catalogue, words) | {"hue": hue}
    return list(found.values())


def _sectors(stories: tuple[Story, ...], catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    counts: dict[str, int] = {}
    for story in stories:
        counts[story.initiative.sector] = counts.get(story.initiative.sector, 0) + 1
    entries = catalogue.vocabularies.names("sectors")
    return [
        {
            "name": entries[sector].label,
            "url": urls.sector(sector),
            "count": words.number(count),
            **look_of(catalogue, sector)._asdict(),
        }
        for sector, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if sector in entries
    ]
