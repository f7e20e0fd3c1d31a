"""Feeds of the newest stories, of all and of each sector and unit: Atom, RSS and JSON Feed, with full text.

Samples are in none. Ids are the short addresses, which never change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape, unescape
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urljoin

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story, instant
from sangkien.settings import Settings
from sangkien.targets.pictures import PictureData, large_picture
from sangkien.targets.target import Kit, Target
from sangkien.views.parts import Part, digest_of, part
from sangkien.views.stories import rendered_story, shown_pictures
from sangkien.views.words import Words

GROUP_SIZE = 20
"""Stories in the feeds of a sector or a unit; fewer where ``feed_size`` says so."""
FORMATS = {urls.FEED: "atom", urls.RSS: "rss", urls.JSON_FEED: "json_feed"}
"""File → maker."""
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without stories was last changed."""

_LINKED = re.compile(r'<(?:a|img)(?: [a-z]+="[^"]*")*')
"""A tag with addresses, as the sanitiser prints it: its text holds no ``<`` that is none."""
_ADDRESS = re.compile(r'( (href|src|srcset)=")([^"]*)"')


class Row(NamedTuple):
    """A story of a feed as planned: authors with their pages' URLs; hours in UTC, ISO 8601."""

    story: Part
    authors: tuple[tuple[str, str | None], ...]
    published: str
    updated: str


class Feed(NamedTuple):
    """What a feed is made of. ``about``: URL of the page it belongs to, from the site's root."""

    title: str
    about: str
    rows: tuple[Row, ...]


class Entry(NamedTuple):
    """A story as a feed shows it: addresses absolute, ``html`` safe, ``photos`` as ``pictures.picture``."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    authors: list[tuple[str, str | None]]
    photos: list[dict[str, Any]]
    tags: tuple[str, ...]
    published: datetime
    updated: datetime


def feed_keys(catalogue: Catalogue) -> list[str]:
    """``all/``, ``sector/<id>``, ``organisation/<id>``: each that has a real story."""
    groups = [
        (name, key, index)
        for name, index in (("sector", catalogue.by_sector), ("organisation", catalogue.by_organisation))
        for key in index
    ]
    return ["all/"] + [
        f"{name}/{key}"
        for name, key, index in groups
        if (entry := catalogue.entry(f"{name}s", key)) is not None
        and not entry.sample
        and any(not story.head.sample for story in index[key])
    ]


def newest(key: str, catalogue: Catalogue) -> list[Story]:
    """The stories of a feed, newest first."""
    name, _, group = key.partition("/")
    size = catalogue.settings.feed_size
    if name == "all":
        stories = tuple(catalogue.stories.values())
    else:
        size = min(size, GROUP_SIZE)
        index = catalogue.by_sector if name == "sector" else catalogue.by_organisation
        stories = index[group]
    return list(islice((story for story in reversed(stories) if not story.head.sample), size))


def feed_print(key: str, catalogue: Catalogue) -> str:
    """Digest of what a feed is made of beside vocabularies, words and settings."""
    return digest_of([(story.slug, story.digest) for story in newest(key, catalogue)])


def feed_targets(key: str, catalogue: Catalogue, words: Words, base: str) -> Iterator[Target]:
    """The three files of a feed."""
    name, _, group = key.partition("/")
    title, about = catalogue.settings.site_name, urls.HOME
    if name != "all":
        entry = catalogue.entry(f"{name}s", group)
        title = f"{title} – {entry.name if entry else group}"
        about = (urls.sector if name == "sector" else urls.organisation)(group)
    feed = Feed(
        title, about, tuple(_row(story, words, catalogue.settings) for story in newest(key, catalogue))
    )
    digest = digest_of((base, feed))
    for file, maker in FORMATS.items():
        yield Target(about + file, digest_of((digest, maker)), maker, feed)


def _row(story: Story, words: Words, settings: Settings) -> Row:
    head = story.head
    published = instant(head.published, settings) if head.published else NEVER
    updated = max(published, instant(head.updated, settings)) if head.updated else published
    authors = tuple(
        (author.name or author.collective or words("author.nameless"), urls.person(key) if key else None)
        for author, key in story.credits
    )
    stamps = (moment.astimezone(UTC).isoformat(timespec="seconds") for moment in (published, updated))
    return Row(part({"value": story}, story.digest), authors, *stamps)


def entries(feed: Feed, kit: Kit) -> list[Entry]:
    """The stories of a feed as it shows them; their text comes from the shelf of rendered stories."""
    return [_entry(row, kit) for row in feed.rows]


def enclosed(feed: Feed) -> dict[str, PictureData]:
    """URL from the site's root → picture: the first photo of each story of a feed."""
    return {url: picture for row in feed.rows for url, picture in large_picture(row.story["value"]).items()}


def last_change(shown: list[Entry]) -> datetime:
    """When the newest change of these was."""
    return max((entry.updated for entry in shown), default=NEVER)


def _entry(row: Row, kit: Kit) -> Entry:
    story: Story = row.story["value"]
    site, page = kit.settings.site_url, urls.story(story.slug)
    # As the story's own page has it: one rendering serves both.
    html = rendered_story(story, urls.to_root(page), kit.stories.render).html
    return Entry(
        id=site + urls.short(story.code),
        url=site + page,
        title=story.initiative.title,
        summary=" ".join(story.initiative.summary.split()),
        html=_absolute(html, site + page),
        authors=[(name, site + url if url else None) for name, url in row.authors],
        photos=[photo | {"url": site + photo["large"]} for photo in shown_pictures(story)],
        tags=story.initiative.tags,
        published=datetime.fromisoformat(row.published),
        updated=datetime.fromisoformat(row.updated),
    )


def _absolute(html: str, page: str) -> str:
    """Sanitised HTML with every address absolute: a feed reader knows no page that they start from."""
    return _LINKED.sub(lambda tag: _ADDRESS.sub(lambda found: _joined(found, page), tag[0]), html)


def _joined(found: re.Match[str], page: str) -> str:
    value = unescape(found[3])
    try:
        if found[2] == "srcset":
            pieces = (candidate.strip().partition(" ") for candidate in value.split(","))
            value = ", ".join(f"{urljoin(page, address)} {width}" for address, _, width in pieces)
        else:
            value = urljoin(page, value)
    except ValueError:  # no address at all: it leads nowhere in a feed, as on the page
        return found[0]
    return f'{found[1]}{escape(value)}"'
