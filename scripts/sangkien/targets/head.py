"""The head of a catalogue page: description, canonical, Open Graph, JSON-LD (schema.org)."""

from __future__ import annotations

import json
from typing import Any

from sangkien import urls
from sangkien.photos.card import CARD_SIZE
from sangkien.settings import Settings
from sangkien.targets.linked_data import Way, breadcrumbs, linked_data
from sangkien.views.drawn_cards import site_card
from sangkien.views.words import Words

_ESCAPES = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def script_json(data: object) -> str:
    """JSON that may stand in a script element: nothing in it can end the element."""
    text = _ENCODE(data)
    for character, escape in _ESCAPES:
        if character in text:
            text = text.replace(character, escape)
    return text


def meta(page: dict[str, Any], kind: str, way: Way, settings: Settings, words: Words) -> dict[str, Any]:
    """What ``parts/head.html`` shows of a page. ``way``: the pages above it."""
    canonical = settings.site_url + page["url"]
    return {
        "title": page["title"],
        "description": " ".join((page.get("description") or settings.site_description).split())[:300],
        "canonical": canonical,
        "revision": page.get("revision"),
        "type": {"story": "article", "person": "profile"}.get(kind, "website"),
        "image": _image(page, settings),
        "noindex": bool(page.get("sample") or page.get("unlisted")),
        "published_iso": page.get("published_iso"),
        "updated_iso": page.get("updated_iso"),
        "feeds": _feeds(page, kind, settings),
        "oembed": page.get("oembed"),
        "jsonld": [
            script_json(data)
            for data in (
                linked_data(page, kind, canonical, settings),
                breadcrumbs(page, way, settings, words),
            )
            if data
        ],
    }


def _feeds(page: dict[str, Any], kind: str, settings: Settings) -> list[dict[str, str]]:
    """What a reader finds from a page: its own feeds, else the site's; a story's page names one."""
    if page.get("feeds"):
        return _three(page["feeds"], f"{settings.site_name} – {page['heading']}")
    if kind in {"home", "press"}:
        return _three(urls.HOME, settings.site_name)
    return _three(urls.HOME, settings.site_name)[:1] if kind in {"list", "story"} else []


def _three(about: str, title: str) -> list[dict[str, str]]:
    return [
        {"type": f"application/{kind}", "title": f"{title}{name}", "url": about + file}
        for file, kind, name in (
            (urls.FEED, "atom+xml", ""),
            (urls.RSS, "rss+xml", " (RSS)"),
            (urls.JSON_FEED, "feed+json", " (JSON)"),
        )
    ]


def _image(page: dict[str, Any], settings: Settings) -> dict[str, Any] | None:
    """The page's own photo, else a card drawn for it, else the site's."""
    if page.get("card"):
        url, alt = page["card"], page["photos"][0]["alt"]
    elif card := page.get("drawn") or site_card(settings):
        url, alt = card.url, card.text.title
    else:
        return None
    return {"url": settings.site_url + url, "width": CARD_SIZE[0], "height": CARD_SIZE[1], "alt": alt}
