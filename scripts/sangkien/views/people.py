"""People as pages name them, and their own pages: authors, collectives, the list of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story, derived_person_id
from sangkien.model.initiative import Author, PublicReport
from sangkien.model.vocabulary import Entry
from sangkien.text.formats import initials
from sangkien.text.names import name_key
from sangkien.views.cards import Cards
from sangkien.views.honours import honours
from sangkien.views.pictures import picture
from sangkien.views.sectors import look_of_story
from sangkien.views.words import Words


def author_line(author: Author, key: str | None, catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """One author of a story: name, address, position, unit, share, portrait or monogram."""
    name = author.name or author.collective
    if key is None or name is None:
        return {"name": words("author.nameless"), "url": None, "monogram": "", "nameless": True}
    profile = catalogue.people.get(key)
    unit = catalogue.entry("organisations", author.organisation)
    return {
        "name": name,
        "url": urls.person(key),
        "role": author.role,
        "unit": unit.name if unit else None,
        "unit_url": urls.organisation(unit.id) if unit and unit.id in catalogue.by_organisation else None,
        "share": author.share and words.percent(float(author.share)),
        "collective": author.collective is not None,
        "monogram": initials(name),
        "portrait": _portrait(key, catalogue) if profile else None,
        "nameless": False,
        "public_report": isinstance(author.consent, PublicReport),
    }


def _portrait(key: str, catalogue: Catalogue) -> dict[str, Any] | None:
    profile = catalogue.people[key]
    facts = profile.photos.get(profile.person.portrait or "")
    if not facts:
        return None
    shown = picture(facts, partial(urls.portrait, key))
    return shown | {
        "alt": profile.person.portrait_alt or profile.person.name,
        "credit": profile.person.portrait_credit,
    }


def shows_face(key: str, catalogue: Catalogue) -> bool:
    """Whether a portrait may be shown: not while all that is known of the person is a public report."""
    return not all(isinstance(one.consent, PublicReport) for one in _entries(key, catalogue.by_person[key]))


def _face(key: str, catalogue: Catalogue) -> str | None:
    """The smallest portrait's address."""
    if key not in catalogue.people or not shows_face(key, catalogue):
        return None
    shown = _portrait(key, catalogue)
    return str(shown["src"]) if shown else None


def author_faces(story: Story, catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    """The authors of a story with portrait or monogram, for where it is shown large."""
    return [
        {
            "name": line["name"],
            "url": line["url"],
            "role": line.get("role"),
            "monogram": line["monogram"],
            "portrait": line["portrait"]["src"] if line.get("portrait") and not line["public_report"] else None,
        }
        for line in (author_line(author, key, catalogue, words) for author, key in story.credits)
    ]


def person_ids(catalogue: Catalogue) -> list[str]:
    """Everyone who has a page, in Vietnamese order of names, groups after people."""
    return sorted(catalogue.by_person, key=lambda key: _order(key, catalogue))


def _order(key: str, catalogue: Catalogue) -> tuple[Any, ...]:
    author = _first(key, catalogue)[1]
    return (author.collective is not None, name_key(_name(key, author, catalogue)), key)


def _first(key: str, catalogue: Catalogue) -> tuple[Story, Author]:
    """The newest story of a person and the entry in it."""
    story = catalogue.by_person[key][-1]
    return story, story.initiative.authors[story.author_ids.index(key)]


def _unit(story: Story, author: Author, catalogue: Catalogue) -> Entry | None:
    """The unit an author is shown with; a confidential story does not give its own away."""
    own = None if story.initiative.confidential else story.initiative.organisation
    return catalogue.entry("organisations", author.organisation or own)


def _name(key: str, author: Author, catalogue: Catalogue) -> str:
    profile = catalogue.people.get(key)
    return profile.person.name if profile else author.name or author.collective or ""


def person_line(key: str, catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """A person in the list of all."""
    story, author = _first(key, catalogue)
    unit = _unit(story, author, catalogue)
    counted = sum(not one.initiative.sample for one in catalogue.by_person[key])
    return {
        "name": _name(key, author, catalogue),
        "url": urls.person(key),
        "unit": unit.label if unit else None,
        "count": words.count("count.stories", counted) if counted else None,
        "sample": counted == 0,
        "collective": author.collective is not None,
        "monogram": initials(_name(key, author, catalogue)),
        "portrait": _face(key, catalogue),
        "hue": look_of_story(catalogue, story).hue,
    }


def person_view(key: str, catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """A person's or collective's page."""
    story, author = _first(key, catalogue)
    profile = catalogue.people.get(key)
    stories = catalogue.by_person[key]
    name = _name(key, author, catalogue)
    unit = _unit(story, author, catalogue)
    role = (profile.person.role if profile else None) or author.role
    sample = all(one.initiative.sample for one in stories)
    return {
        "url": urls.person(key),
        "title": name,
        "description": ", ".join(part for part in (name, role, unit.name if unit else None) if part),
        "role": role,
        "hue": look_of_story(catalogue, story).hue,
        "unit": unit.name if unit else None,
        "unit_url": urls.organisation(unit.id) if unit and unit.id in catalogue.by_organisation else None,
        "monogram": initials(name),
        "collective": author.collective is not None,
        "portrait": _portrait(key, catalogue) if profile else None,
        "citation": profile.person.citation if profile else None,
        "life": profile.body if profile else "",
        "profile": profile.digest if profile else None,
        "sample": sample,
        "public_report": all(isinstance(entry.consent, PublicReport) for entry in _entries(key, stories)),
        "count": words.count("count.stories", sum(not one.initiative.sample for one in stories)),
        "works": [
            {
                "card": cards.of(one),
                "share": entry.share and words.percent(float(entry.share)),
                "role": entry.role,
            }
            for one, entry in zip(reversed(stories), reversed(list(_entries(key, stories))), strict=True)
        ],
        "honours": [row for one in reversed(stories) for row in honours(one, catalogue, words)],
    }


def _entries(key: str, stories: tuple[Story, ...]) -> Iterator[Author]:
    for story in stories:
        yield story.initiative.authors[story.author_ids.index(key)]


def redirects(catalogue: Catalogue) -> dict[str, str]:
    """Addresses that people had before they got an id of their own → the address now."""
    found: dict[str, str] = {}
    for story in catalogue.stories.values():
        for author in story.initiative.authors:
            if (
                author.person
                and (old := derived_person_id(author, story.initiative))
                and old not in catalogue.by_person
            ):
                found[urls.person(old)] = urls.person(author.person)
    return found
