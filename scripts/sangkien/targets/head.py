"""The head of a catalogue page: description, canonical, Open Graph, JSON-LD (schema.org)."""

from __future__ import annotations

import json
from typing import Any

from sangkien.photos.card import CARD_SIZE
from sangkien.settings import Settings
from sangkien.targets.event_data import event_data
from sangkien.views.drawn_cards import site_card

_ESCAPES = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def script_json(data: object) -> str:
    """JSON that may stand in a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _ESCAPES:
        if character in text:
            text = text.replace(character, escape)
    return text


def meta(page: dict[str, Any], kind: str, settings: Settings) -> dict[str, Any]:
    """What ``parts/head.html`` shows of a page."""
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
        "feed": kind in ("home", "list", "story", "press"),
        "jsonld": script_json(_linked_data(page, kind, canonical, settings)),
    }


def _image(page: dict[str, Any], settings: Settings) -> dict[str, Any] | None:
    """The page's own photo, else a card drawn for it, else the site's."""
    if page.get("card"):
        url, alt = page["card"], page["photos"][0]["alt"]
    elif card := page.get("drawn") or site_card(settings):
        url, alt = card.url, card.text.title
    else:
        return None
    return {"url": settings.site_url + url, "width": CARD_SIZE[0], "height": CARD_SIZE[1], "alt": alt}


def _linked_data(page: dict[str, Any], kind: str, canonical: str, settings: Settings) -> dict[str, Any]:
    base: dict[str, Any] = {
        "@context": "https://schema.org",
        "url": canonical,
        "inLanguage": settings.language,
    }
    publisher = {"@type": "Organization", "name": settings.organiser or settings.site_name}
    if kind == "story":
        return base | _article(page, canonical, settings) | {"publisher": publisher}
    if kind == "person":
        person = "Organization" if page["collective"] else "Person"
        return base | {"@type": "ProfilePage", "mainEntity": {"@type": person, "name": page["title"]}}
    if kind == "organisation":
        return base | {
            "@type": "CollectionPage",
            "name": page["title"],
            "about": {"@type": "Organization", "name": page["heading"]},
        }
    if kind == "event":
        return base | event_data(page, canonical, settings)
    if kind == "home":
        return base | {"@type": "WebSite", "name": settings.site_name, "publisher": publisher}
    return base | {"@type": "CollectionPage", "name": page["title"]}


def _article(page: dict[str, Any], canonical: str, settings: Settings) -> dict[str, Any]:
    """``Article`` about a ``CreativeWork`` with its creators."""
    creators = [
        {
            "@type": "Organization" if author["collective"] else "Person",
            "name": author["name"],
            "url": settings.site_url + author["url"],
        }
        for author in page["authors"]
        if not author["nameless"]
    ]
    work: dict[str, Any] = {"@type": "CreativeWork", "name": page["title"], "creator": creators}
    awards = [row["award"] for row in page["honours"] if row["award"]]
    if awards:
        work["award"] = awards
    article: dict[str, Any] = {
        "@type": "Article",
        "headline": page["title"][:110],
        "description": page["summary"],
        "mainEntityOfPage": canonical,
        "about": work,
        "datePublished": page["published_iso"],
    }
    if page["updated_iso"]:
        article["dateModified"] = page["updated_iso"]
    if page["card"]:
        article["image"] = settings.site_url + page["card"]
    return article
