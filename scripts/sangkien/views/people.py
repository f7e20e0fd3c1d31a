"""People as pages name them: authors, collectives, the list of all."""

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
        "portrait": portrait(key, catalogue) if profile else None,
        "nameless": False,
        "public_report": isinstance(author.consent, PublicReport),
    }


def portrait(key: str, catalogue: Catalogue) -> dict[str, Any] | None:
    """The portrait of someone who has a file, with words about it."""
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
    return not all(isinstance(one.consent, PublicReport) for one in credited(key, catalogue.by_person[key]))


def _face(key: str, catalogue: Catalogue) -> str | None:
    """The smallest portrait's address."""
    if key not in catalogue.people or not shows_face(key, catalogue):
        return None
    shown = portrait(key, catalogue)
    return str(shown["src"]) if shown else None


def author_face(author: Author, key: str | None, catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """An author with portrait or monogram, for where a story is shown large."""
    line = author_line(author, key, catalogue, words)
    shown = line["portrait"] if not line["nameless"] and not line["public_report"] else None
    return {
        "name": line["name"],
        "url": line["url"],
        "role": line.get("role"),
        "monogram": line["monogram"],
        "portrait": shown["src"] if shown else None,
    }


def author_faces(story: Story, catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    """The faces of a story's authors, in order of credit."""
    return [author_face(author, key, catalogue, words) for author, key in story.credits]


def person_ids(catalogue: Catalogue) -> list[str]:
    """Everyone who has a page, in Vietnamese order of names, groups after people."""
    return sorted(catalogue.by_person, key=lambda key: _order(key, catalogue))


def _order(key: str, catalogue: Catalogue) -> tuple[Any, ...]:
    author = newest_entry(key, catalogue)[1]
    return (author.collective is not None, name_key(name_of(key, author, catalogue)), key)


def newest_entry(key: str, catalogue: Catalogue) -> tuple[Story, Author]:
    """The newest story of a person and the entry in it."""
    story = catalogue.by_person[key][-1]
    return story, story.initiative.authors[story.author_ids.index(key)]


def unit_shown(story: Story, author: Author, catalogue: Catalogue) -> Entry | None:
    """The unit an author is shown with; a confidential story does not give its own away."""
    own = None if story.initiative.confidential else story.initiative.organisation
    return catalogue.entry("organisations", author.organisation or own)


def name_of(key: str, author: Author, catalogue: Catalogue) -> str:
    """As the person's own file says, else as the newest story does that has it not in capitals."""
    profile = catalogue.people.get(key)
    return (
        profile.person.name if profile else _written(key, author.name or author.collective or "", catalogue)
    )


def newest_name(key: str, catalogue: Catalogue) -> str:
    """``name_of`` by the newest story's head alone: the search asks for everybody's."""
    profile = catalogue.people.get(key)
    return profile.person.name if profile else _written(key, _credited_name(key, -1, catalogue), catalogue)


def _written(key: str, name: str, catalogue: Catalogue) -> str:
    """The name; where it is all in capitals, as the newest story has it that is not."""
    if not name.isupper():
        return name
    count = len(catalogue.by_person[key])
    others = (_credited_name(key, number, catalogue) for number in reversed(range(count)))
    return next((other for other in others if other and not other.isupper()), name)


def _credited_name(key: str, number: int, catalogue: Catalogue) -> str:
    story = catalogue.by_person[key][number]
    return story.head.credited[story.author_ids.index(key)].name or ""


def person_line(key: str, catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """A person in the list of all."""
    story, author = newest_entry(key, catalogue)
    unit = unit_shown(story, author, catalogue)
    counted = sum(not one.head.sample for one in catalogue.by_person[key])
    return {
        "name": name_of(key, author, catalogue),
        "url": urls.person(key),
        "unit": unit.label if unit else None,
        "count": words.count("count.stories", counted) if counted else None,
        "sample": counted == 0,
        "collective": author.collective is not None,
        "monogram": initials(name_of(key, author, catalogue)),
        "portrait": _face(key, catalogue),
        "hue": look_of_story(catalogue, story).hue,
    }


def credited(key: str, stories: tuple[Story, ...]) -> Iterator[Author]:
    """A person's entry among the authors of each story."""
    for story in stories:
        yield story.initiative.authors[story.author_ids.index(key)]


def redirects(catalogue: Catalogue) -> dict[str, str]:
    """Addresses that people had before they got an id of their own → the address now."""
    found: dict[str, str] = {}
    for story in catalogue.stories.values():
        for author in story.initiative.authors if story.head.personal else ():
            if (
                author.person
                and (old := derived_person_id(author, story.initiative))
                and old not in catalogue.by_person
            ):
                found[urls.person(old)] = urls.person(author.person)
    return found
