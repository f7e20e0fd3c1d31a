"""A story's page: what it is made of (planned for all), and how that reads (made where it has changed)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story, day_of
from sangkien.markup.render import Heading, Picture, Rendered
from sangkien.model.initiative import Initiative, Photo, PublicReport
from sangkien.views.adopt import office, tells
from sangkien.views.cards import Cards, author_names, benefit_line
from sangkien.views.drawn_cards import story_card
from sangkien.views.honours import honours
from sangkien.views.parts import part
from sangkien.views.people import author_line
from sangkien.views.pictures import in_story, picture
from sangkien.views.press_kits import story_kit_url
from sangkien.views.sectors import look_of_story
from sangkien.views.words import Words

Render = Callable[[str, str, str, Mapping[str, Picture]], Rendered]
"""(slug, body, way to the root, pictures by file name) → HTML."""
SECTIONS = ("hoan-canh-ra-doi", "giai-phap", "hieu-qua", "kha-nang-nhan-rong")
"""The sections of a report (form of Thông tư 18/2013/TT-BKHCN), by folded heading."""
LONG_STORY = 5000
"""Letters from which on a story has a table of contents: some five minutes of reading."""


def story_view(
    story: Story, catalogue: Catalogue, cards: Cards, related: Iterable[Story], words: Words
) -> dict[str, Any]:
    """All that a story's page is made of; the record itself stands in it by its digest.

    ``related``: stories near it.
    """
    initiative = story.initiative
    benefit = initiative.benefit
    entry = catalogue.entry
    return {
        "url": urls.story(story.slug),
        "story": part({"value": story}, story.digest),
        **look_of_story(catalogue, story)._asdict(),
        "authors": [author_line(author, key, catalogue, words) for author, key in story.credits],
        "unit": None if initiative.confidential else _name(entry("organisations", initiative.organisation)),
        "sector": None if initiative.confidential else _name(entry("sectors", initiative.sector)),
        "solution": _name(entry("solutions", initiative.solution)),
        "place": _name(entry("places", initiative.place)),
        "kinds": [_name(entry("benefits", kind)) for kind in benefit.kinds] if benefit else [],
        "adopters": [_unit(adopter.organisation, catalogue) for adopter in initiative.adopters],
        "office": office(story, catalogue, words),
        "honours": honours(story, catalogue, words),
        "drawn": story_card(story, catalogue, words),
        "day": initiative.published and day_of(initiative.published, catalogue.settings),
        "kit": story_kit_url(story, catalogue.settings),
        "related": [cards.of(other) for other in related],
    }


def _unit(key: str, catalogue: Catalogue) -> dict[str, Any] | None:
    """A unit by name, with its page's address where it has one."""
    entry = catalogue.entry("organisations", key)
    if not entry:
        return None
    return {
        "name": entry.name,
        "url": urls.organisation(key) if key in catalogue.by_organisation else None,
        "sample": entry.sample,
    }


def _name(entry: Any) -> dict[str, Any] | None:
    return {"id": entry.id, "name": entry.name} if entry else None


def story_page(view: dict[str, Any], words: Words, to_root: str, render: Render) -> dict[str, Any]:
    """What the template shows. Runs in any process. ``render``: as ``markup.render_story`` does."""
    story: Story = view["story"]["value"]
    initiative = story.initiative
    rendered = rendered_story(story, to_root, render)
    shown = _shown(story)
    photos = shown_pictures(story)
    present = {heading.id for heading in rendered.headings}
    return view | {
        "title": initiative.title,
        "summary": initiative.summary,
        "description": initiative.summary,
        "sample": initiative.sample,
        "confidential": initiative.confidential,
        "public_report": initiative.public_report,
        "report": _report(initiative, words) if initiative.public_report else None,
        "sector_url": view["sector"] and urls.sector(view["sector"]["id"]),
        "by": author_names(initiative, words),
        "unknown": [section for section in SECTIONS if section not in present]
        if initiative.public_report
        else [],
        "html": rendered.html,
        "contents": _contents(rendered, story.body),
        **_pictures(photos),
        "benefit": _benefit(view, story, words),
        "facts": _facts(view, story, words),
        "citation": initiative.featured.citation if initiative.featured else None,
        "replication": _replication(story, words),
        **_elsewhere(view, initiative, words),
        "published": view["day"] and words.date(view["day"]),
        "published_iso": initiative.published and initiative.published.isoformat(),
        "updated": initiative.updated and words.date(initiative.updated),
        "updated_iso": initiative.updated and initiative.updated.isoformat(),
        "short_url": urls.short(story.code),
        "card": urls.photo_card(story.slug, story.photos[shown[0].file].digest) if shown else None,
        "tags": initiative.tags,
    }


def rendered_story(story: Story, to_root: str, render: Render) -> Rendered:
    """A story's text as its page shows it."""
    address = partial(urls.photo, story.slug)
    pictures = {photo.file: in_story(story.photos[photo.file], address, to_root) for photo in _shown(story)}
    return render(story.slug, story.body, to_root, pictures)


def shown_pictures(story: Story) -> list[dict[str, Any]]:
    """Its sound photos, in the story's order."""
    address = partial(urls.photo, story.slug)
    return [picture(story.photos[photo.file], address, photo) for photo in _shown(story)]


def _shown(story: Story) -> list[Photo]:
    return [photo for photo in story.initiative.photos if photo.file in story.photos]


def _elsewhere(view: dict[str, Any], initiative: Initiative, words: Words) -> dict[str, Any]:
    """Who has taken it up, where it is told of, and what has been put right since."""
    return {
        "videos": initiative.videos,
        "adopters": [
            unit | {"since": adopter.since and words.date(adopter.since)}
            for unit, adopter in zip(view["adopters"], initiative.adopters, strict=True)
            if unit
        ],
        "press": [
            {
                "outlet": item.outlet,
                "title": item.title,
                "url": item.url,
                "date": item.date and words.date(item.date),
            }
            for item in initiative.press
        ],
        "corrections": [
            {"date": words.date(item.date), "text": item.text} for item in initiative.corrections
        ],
    }


def _pictures(photos: list[dict[str, Any]]) -> dict[str, Any]:
    """Which photo stands where: at the head, as before and after, in the gallery; each in one place.

    Where none ``shows: hero``, before and after stand at the head themselves, else the first photo.
    """
    shows = {photo["shows"]: photo for photo in reversed(photos)}
    before, after = shows.get("before"), shows.get("after")
    pair = {"before": before, "after": after, "frame": _frame(before)} if before and after else None
    hero = shows.get("hero") or (None if pair or not photos else photos[0])
    placed = [id(photo) for photo in (hero, *((before, after) if pair else ()))]
    gallery = [photo for photo in photos if id(photo) not in placed]
    return {"photos": photos, "hero": hero, "pair": pair, "gallery": gallery}


def _frame(photo: dict[str, Any]) -> str:
    """The frame that two pictures share, by the shape of the first: ``wide``, ``square`` or ``tall``."""
    width, height = photo["width"], photo["height"]
    if 10 * height > 11 * width:
        return "tall"
    return "square" if 10 * width < 12 * height else "wide"


def _contents(rendered: Rendered, body: str) -> list[Heading]:
    """The sections, where a story is so long that a reader wants to choose."""
    sections = [heading for heading in rendered.headings if heading.level == 2]
    return sections if len(body) > LONG_STORY and len(sections) >= 3 else []


def _report(initiative: Initiative, words: Words) -> dict[str, Any]:
    """The publication that a public report stands on."""
    report = next(author.consent for author in initiative.authors if isinstance(author.consent, PublicReport))
    return {
        "publisher": report.publisher,
        "title": report.title,
        "url": report.url,
        "date": report.date and words.date(report.date),
    }


def _facts(view: dict[str, Any], story: Story, words: Words) -> list[dict[str, Any]]:
    """The table of facts; where a public report leaves one open it says so."""
    initiative = story.initiative
    if initiative.confidential:
        return []
    rows: list[tuple[str, str | None, str | None]] = [
        ("unit", *_linked(view["unit"], urls.organisation)),
        ("sector", *_linked(view["sector"], urls.sector)),
        ("solution", view["solution"] and view["solution"]["name"], None),
        ("place", *_linked(view["place"], urls.place)),
        ("applied", words.date(initiative.applied) if initiative.applied else None, None),
        (
            "year",
            str(initiative.year) if initiative.year else None,
            urls.year(str(initiative.year)) if initiative.year else None,
        ),
        ("code", initiative.code, None),
    ]
    return [
        {"label": words(f"fact.{key}"), "value": value or words("unknown"), "url": url, "known": bool(value)}
        for key, value, url in rows
        if value or (initiative.public_report and key not in ("code", "year"))
    ]


def _linked(entry: dict[str, Any] | None, address: Any) -> tuple[str | None, str | None]:
    return (entry["name"], address(entry["id"])) if entry else (None, None)


def _benefit(view: dict[str, Any], story: Story, words: Words) -> dict[str, Any] | None:
    benefit = story.initiative.benefit
    if not benefit:
        return None
    return {
        "money": benefit_line(story.initiative, words),
        "kinds": [kind["name"] for kind in view["kinds"] if kind],
        "note": benefit.note,
        "confirmed_by": benefit.confirmed_by,
    }


def _replication(story: Story, words: Words) -> dict[str, Any] | None:
    replication = story.initiative.replication
    if not replication or not tells(replication):
        return None
    cost = replication.cost_vnd
    return {
        "cost": words.money(cost) if cost is not None else None,
        "parts": replication.parts,
        "conditions": replication.conditions,
    }
