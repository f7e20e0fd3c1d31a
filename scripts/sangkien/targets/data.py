"""``index.json`` beside each story: the public record, for machines. Samples have none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.targets.target import Kit, Target
from sangkien.views.parts import Part, digest_of, part
from sangkien.views.pictures import picture

VERSION = 1
"""Of the shape of ``index.json``: raised when a key changes its meaning or goes."""


def data_targets(story: Story, catalogue: Catalogue, base: str) -> Iterator[Target]:
    """The file of one story; none for a sample."""
    if not story.head.sample:
        data = (part({"value": story}, story.digest), story_names(story, catalogue))
        yield Target(urls.story_data(story.slug), digest_of((base, "data", data)), "data", data)


def story_names(story: Story, catalogue: Catalogue) -> dict[str, Any]:
    """Ids with their names, so that a reader needs no vocabulary."""
    initiative = story.initiative
    if initiative.confidential:
        return {}
    found = {}
    for key, vocabulary in (
        ("organisation", "organisations"),
        ("sector", "sectors"),
        ("solution", "solutions"),
        ("place", "places"),
    ):
        entry = catalogue.entry(vocabulary, getattr(initiative, key))
        found[key] = {"id": entry.id, "name": entry.name} if entry else None
    return found


def make_data(data: tuple[Part, dict[str, Any]], kit: Kit) -> bytes:
    """The record as JSON: dates as ISO 8601, money in đồng, URLs absolute."""
    part, names = data
    story: Story = part["value"]
    whole = {
        "version": VERSION,
        **record(story, names, kit.settings.site_url),
        "story_markdown": story.body,
    }
    return encode(whole).encode()


def record(story: Story, names: dict[str, Any], site: str) -> dict[str, Any]:
    """A public record but for its text. ``names``: of ``story_names``; ``site``: absolute address."""
    initiative = story.initiative
    return {
        "id": story.code,
        "url": site + urls.story(story.slug),
        "short_url": site + urls.short(story.code),
        "title": initiative.title,
        "summary": initiative.summary,
        "authors": [
            {
                "name": author.name or author.collective,
                "kind": "collective" if author.collective else "person",
                "url": site + urls.person(key),
                "role": author.role,
                "share": author.share,
            }
            for author, key in story.credits
            if key
        ],
        **names,
        "applied": initiative.applied,
        "registered": initiative.registered,
        "published": initiative.published,
        "updated": initiative.updated,
        "benefit_vnd_per_year": initiative.benefit.vnd_per_year if initiative.benefit else None,
        "recognition": [
            {
                "award": item.award,
                "level": item.level,
                "year": item.year,
                "decision": item.decision,
                "date": item.date,
            }
            for item in initiative.recognition
        ],
        "photos": [
            {
                "url": site + shown["large"],
                "width": shown["width"],
                "height": shown["height"],
                "alt": shown["alt"],
                "credit": shown["credit"],
            }
            for photo in initiative.photos
            if photo.file in story.photos
            for shown in (picture(story.photos[photo.file], partial(urls.photo, story.slug), photo),)
        ],
        "tags": list(initiative.tags),
    }


def plain(value: object) -> object:
    """What JSON has no type for: dates as ISO 8601, exact numbers as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)


encode = json.JSONEncoder(ensure_ascii=False, default=plain, separators=(",", ":")).encode
"""A record's JSON; made once, for `json.dumps` makes an encoder for every call."""
