"""``embed/`` and ``oembed.json`` beside each story: its card on other sites' pages (oEmbed 1.0, oembed.com).

Ten thousand of each in a large fair: one small template, one JSON document, both of the card that lists show.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sangkien import urls
from sangkien.catalogue.records import Story
from sangkien.photos.card import CARD_SIZE
from sangkien.targets.target import Kit, Target
from sangkien.views.drawn_cards import Drawn
from sangkien.views.embeds import FRAME, Embed, embed_of, frame_code
from sangkien.views.parts import Part, digest_of

CACHE_AGE = 3600
"""Seconds that a site may keep the answer: a name that was withdrawn leaves other sites' pages too."""
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def embed_targets(story: Story, card: Part, drawn: Drawn | None, base: str) -> Iterator[Target]:
    """The card of a story, and the file that leads there; a sample has only the card, and is marked there."""
    data = embed_of(story, card, drawn)
    digest = digest_of((base, "embed", data))
    yield Target(urls.file_of(urls.embed(story.slug)), digest, "embed", data)
    if not story.head.sample:
        yield Target(urls.oembed(story.slug), digest_of(("oembed", digest)), "oembed", data)


def make_embed(data: Embed, kit: Kit) -> bytes:
    """A page without chrome or script. Its addresses are relative to it; pictures stand beside the story."""
    return kit.render("pages/embed.html", one=data.card, photo=_beside(data.card["photo"])).encode()


def _beside(photo: dict[str, Any] | None) -> dict[str, Any] | None:
    if photo is None:
        return None
    sources = [(url.rpartition("/")[2], width) for url, width in photo["sources"][:2]]
    return {"src": sources[0][0], "sources": sources, "alt": photo["alt"]}


def make_oembed(data: Embed, kit: Kit) -> bytes:
    """oEmbed 1.0, of the type ``rich``: what may be left out is left out where it isn't known."""
    card, settings = data.card, kit.settings
    width, height = FRAME
    found: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": card["title"],
        "author_name": card["authors"],
        "provider_name": settings.site_name,
        "provider_url": settings.site_url,
        "cache_age": CACHE_AGE,
        "html": frame_code(data.slug, card["title"], settings),
        "width": width,
        "height": height,
    }
    if data.author:
        found["author_url"] = settings.site_url + data.author
    if data.thumbnail:
        found["thumbnail_url"] = settings.site_url + data.thumbnail
        found["thumbnail_width"], found["thumbnail_height"] = CARD_SIZE
    return _ENCODE(found).encode()
