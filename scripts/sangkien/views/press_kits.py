"""Press kits: all that a journalist needs of a story, an event, the programme. Plain data, no files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion
from sangkien.catalogue.records import Story, day_of
from sangkien.model.initiative import Photo
from sangkien.photos.facts import PhotoFacts
from sangkien.settings import Settings
from sangkien.views.people import author_line
from sangkien.views.words import Words

SHORT_WORDS = 50
LISTED = 60
"""Kits that the press room lists."""
_BLOCKS = re.compile(r"\n[ \t]*\n+")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_NO_PROSE = ("!", "|", ">", "`", "~", "-", "*", "+", "#")


class KitPhoto(NamedTuple):
    """A photo of a kit: its source from the root, what it is, and its words."""

    source: str
    facts: PhotoFacts
    alt: str
    caption: str
    credit: str


class KitText(NamedTuple):
    """What a kit is made of.

    Attributes:
        url: the kit's, from the site's root. ``page``: of what it tells, absolute. ``short_page``: for print.
        name: of the folder in it, ASCII.
        facts: (label, value) of author, unit and the like.
        short, medium, whole: the text in three lengths, Markdown, without pictures.
        day: since when it is public, or empty.
        quotes: words that may be quoted beside those in ``whole``.
        drawn: it has drawings, which stay out.
        report: where the names were taken from, if from a public report.
    """

    url: str
    page: str
    short_page: str
    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    short: str
    medium: str
    whole: str
    day: str
    cite: str
    quotes: tuple[str, ...] = ()
    report: str = ""
    photos: tuple[KitPhoto, ...] = ()
    drawn: bool = False


def story_kit_url(story: Story, settings: Settings) -> str | None:
    """The address of a public story's kit, None where it has none: samples and confidential ones never."""
    head = story.head
    if settings.press_kits == "none" or head.sample or head.confidential:
        return None
    if settings.press_kits == "featured" and not (head.shown and story.initiative.featured):
        return None
    return urls.story_kit(story.slug)


def event_kit_url(one: Occasion, settings: Settings) -> str | None:
    """The address of a public event's kit."""
    return None if settings.press_kits == "none" or one.event.sample else urls.event_kit(one.id)


def programme_kit_url(catalogue: Catalogue) -> str | None:
    """The address of the programme's kit."""
    wanted = catalogue.settings.press_kits != "none" and catalogue.programme
    return urls.PROGRAMME_KIT if wanted else None


def story_kit(story: Story, catalogue: Catalogue, words: Words) -> KitText | None:
    """The kit of a story of the public catalogue, None where it has none."""
    settings, initiative = catalogue.settings, story.initiative
    url = story_kit_url(story, settings)
    if url is None:
        return None
    folder = story.file.rsplit("/", 1)[0]
    report = next((author.consent for author in initiative.authors if initiative.public_report), None)
    citation = initiative.featured.citation if initiative.featured else None
    body = without_pictures(story.body)
    return KitText(
        url=url,
        page=settings.site_url + urls.story(story.slug),
        short_page=settings.site_url + urls.short(story.code),
        name=story.slug,
        title=initiative.title,
        facts=_story_facts(story, catalogue, words),
        short=shortened(initiative.summary),
        medium="\n\n".join((initiative.summary, *first_paragraphs(body))),
        whole=f"{initiative.summary}\n\n{body}".strip(),
        day=words.date(day_of(initiative.published, settings)) if initiative.published else "",
        cite=_cite(initiative.title, urls.short(story.code), settings, words),
        quotes=(citation,) if citation and not initiative.public_report else (),
        report=getattr(report, "publisher", ""),
        photos=_photos(folder, initiative.photos, story.photos),
        drawn=any(photo.illustration for photo in initiative.photos),
    )


def event_kit(one: Occasion, catalogue: Catalogue, words: Words) -> KitText | None:
    """The kit of an event of the public catalogue, None where it has none."""
    settings, event = catalogue.settings, one.event
    url = event_kit_url(one, settings)
    if url is None:
        return None
    days = "; ".join(f"{words.day(day.date)}, {words.hours(day.starts, day.ends)}" for day in event.days)
    where = ", ".join(part for part in (event.venue.name, event.venue.address) if part)
    results = event.results
    told = [f"- {line}" for line in results.lines] if results else []
    counted = (
        [f"- {words.number(row.count)} {row.label} ({row.source})" for row in results.figures]
        if results
        else []
    )
    facts = [(words("event.when"), days), (words("event.where"), where)]
    facts += [(words("event.organisers"), ", ".join(event.organisers))] if event.organisers else []
    facts += [(words("event.contact"), event.contact)] if event.contact else []
    if event.cancelled:
        facts.insert(0, (words("event.cancelled"), words("event.cancelled_note")))
    body = without_pictures(one.body)
    return KitText(
        url=url,
        page=settings.site_url + urls.event(one.id),
        short_page="",
        name=one.id,
        title=event.name,
        facts=tuple(facts),
        short=shortened(event.summary),
        medium="\n\n".join((event.summary, *first_paragraphs(body))),
        whole="\n\n".join(part for part in (event.summary, body, "\n".join(told + counted)) if part),
        day=words.date(day_of(event.published, settings)) if event.published else "",
        cite=_cite(event.name, urls.event(one.id), settings, words),
        photos=_photos(one.file.removesuffix(".md"), event.photos, one.photos),
    )


def programme_kit(catalogue: Catalogue, words: Words) -> KitText | None:
    """The kit of the programme, None where it has none."""
    settings, programme = catalogue.settings, catalogue.programme
    url = programme_kit_url(catalogue)
    if url is None or programme is None:
        return None
    facts = [(words("press.organiser"), settings.organiser)] if settings.organiser else []
    if programme.target is not None:
        facts.append(
            (words("programme.target"), f"{words.number(programme.target)} {words('programme.target_of')}")
        )
    facts += [
        (phase.name, f"{words.number(phase.target)} {words('programme.target_of')}")
        for phase in programme.phases
        if phase.target is not None
    ]
    about = [settings.about_short, settings.about_medium, settings.about_long]
    notes = [text for text in (programme.participation, programme.note) if text]
    return KitText(
        url=url,
        page=settings.site_url + urls.PROGRAMME,
        short_page="",
        name="chuong-trinh",
        title=programme.name,
        facts=tuple(facts),
        short=about[0] or settings.site_description,
        medium=about[1] or about[0] or settings.site_description,
        whole="\n\n".join((about[2] or about[1] or about[0] or settings.site_description, *notes)),
        day="",
        cite=_cite(programme.name, urls.PROGRAMME, settings, words),
    )


def kits_listed(catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    """Kits in the press room: the programme's, events', stories': featured ones first, then the newest."""
    settings = catalogue.settings
    if settings.press_kits == "none":
        return []
    found: list[dict[str, Any]] = []
    if catalogue.programme and (url := programme_kit_url(catalogue)):
        found.append({"url": url, "title": catalogue.programme.name, "kind": words("nav.programme")})
    found += [
        {"url": url, "title": one.event.name, "kind": words("press.kit_of_event")}
        for one in catalogue.events.values()
        if (url := event_kit_url(one, settings))
    ]
    stories: list[tuple[tuple[int, int], Story, str]] = []
    for number, story in enumerate(reversed(list(catalogue.stories.values()))):
        if url := story_kit_url(story, settings):
            featured = story.initiative.featured if story.head.shown else None
            stories.append(((featured.rank if featured else 10**9, number), story, url))
    stories.sort(key=lambda row: row[0])
    found += [
        {"url": url, "title": story.initiative.title, "kind": words("press.kit_of_story")}
        for _, story, url in stories[:LISTED]
    ]
    return found


def shortened(summary: str) -> str:
    """At most ``SHORT_WORDS`` words, and a mark where some are left off."""
    found = summary.split()
    return " ".join(found[:SHORT_WORDS]) + (" …" if len(found) > SHORT_WORDS else "")


def without_pictures(body: str) -> str:
    """A story's Markdown less its pictures: they stand beside it as files."""
    return _PICTURE.sub("", body).strip()


def first_paragraphs(body: str) -> list[str]:
    """Of each section its heading and first paragraph of prose."""
    found: list[str] = []
    heading = ""
    for block in _BLOCKS.split(body):
        first, _, rest = block.strip().partition("\n")
        if first.startswith("## "):
            heading, block = first, rest  # noqa: PLW2901  # what follows a heading without an empty line
        if heading and block.strip() and not block.lstrip().startswith(_NO_PROSE):
            found += [heading, block.strip()]
            heading = ""
    return found


def _story_facts(story: Story, catalogue: Catalogue, words: Words) -> tuple[tuple[str, str], ...]:
    initiative, entry = story.initiative, catalogue.entry
    lines = [author_line(author, key, catalogue, words) for author, key in story.credits]
    authors = "; ".join(
        ", ".join(part for part in (line["name"], line.get("role"), line.get("unit")) if part)
        for line in lines
    )
    named = (
        (words("story.authors"), authors),
        (words("fact.unit"), _name(entry("organisations", initiative.organisation))),
        (words("fact.sector"), _name(entry("sectors", initiative.sector))),
        (words("fact.place"), _name(entry("places", initiative.place))),
        (words("fact.applied"), words.date(initiative.applied) if initiative.applied else ""),
        (words("fact.code"), initiative.code or ""),
    )
    return tuple((label, value) for label, value in named if value)


def _name(entry: Any) -> str:
    return str(entry.name) if entry else ""


def _cite(title: str, url: str, settings: Settings, words: Words) -> str:
    by = settings.organiser or settings.site_name
    return words("kit.cite", title=title, site=settings.site_name, by=by, url=settings.site_url + url)


def _photos(folder: str, photos: tuple[Photo, ...], sound: Mapping[str, PhotoFacts]) -> tuple[KitPhoto, ...]:
    """Photos of real things, each once; a drawing of a machine that nobody has photographed stays out."""
    drawn = {photo.file for photo in photos if photo.illustration}
    real = {photo.file: photo for photo in reversed(photos) if photo.file in sound.keys() - drawn}
    return tuple(
        KitPhoto(f"{folder}/{one.file}", sound[one.file], one.alt or "", one.caption or "", one.credit or "")
        for one in sorted(real.values(), key=photos.index)
    )
