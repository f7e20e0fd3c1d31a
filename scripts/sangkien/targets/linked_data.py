"""JSON-LD of the catalogue's pages (schema.org): what a page is about, and where it stands."""

from __future__ import annotations

from typing import Any

from sangkien import urls
from sangkien.settings import Settings
from sangkien.targets.event_data import event_data
from sangkien.views.words import Words

Data = dict[str, Any]
Way = list[tuple[str, str]]
"""(title, URL from the site's root) of the pages between home and a page."""


def way_to(page: Data, kind: str, words: Words) -> Way:
    """The pages above a page, home and itself left out."""
    if kind == "list":
        whole = [] if page["base"] == urls.STORIES else [(words("list.all"), urls.STORIES)]
        return whole + _front(page, page["number"])
    if kind == "organisation":
        return [(words("organisations.title"), urls.ORGANISATIONS), *_front(page, page["number"])]
    if kind in {"people", "organisations"}:
        return _front(page, page["newer"] is not None)
    above = {
        "story": (words("list.all"), urls.STORIES),
        "person": (words("people.title"), urls.PEOPLE),
        "event": (words("events.title"), urls.EVENTS),
    }
    return [above[kind]] if kind in above else []


def _front(page: Data, further: object) -> Way:
    return [(page["heading"], page["base"])] if further else []


def breadcrumbs(page: Data, way: Way, settings: Settings, words: Words) -> Data | None:
    """``BreadcrumbList`` from home to the page; None for home."""
    if page["url"] == urls.HOME:
        return None
    steps = [(words("crumbs.home"), urls.HOME), *way, (page["title"], page["url"])]
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": settings.site_url + url}
        for place, (title, url) in enumerate(steps, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def linked_data(page: Data, kind: str, canonical: str, settings: Settings) -> Data:
    """What the page is, and what it is about."""
    base: Data = {"@context": "https://schema.org", "url": canonical, "inLanguage": settings.language}
    publisher = _named("Organization", settings.organiser or settings.site_name)
    if kind == "story":
        return base | _article(page, canonical, settings) | {"publisher": publisher}
    if kind == "person":
        return base | {"@type": "ProfilePage", "mainEntity": _person(page, canonical, settings)}
    if kind == "organisation":
        unit = _named("Organization", page["heading"], settings.site_url + page["base"])
        if page["web"]:
            unit["sameAs"] = page["web"]
        return base | {"@type": "CollectionPage", "name": page["title"], "about": unit}
    if kind == "event":
        return base | event_data(page, canonical, settings)
    if kind == "data":
        return base | _dataset(page, canonical, settings) | {"publisher": publisher}
    if kind == "home":
        return base | {"@type": "WebSite", "name": settings.site_name, "publisher": publisher}
    return base | {"@type": "CollectionPage", "name": page["title"]}


def _named(kind: str, name: str, url: str | None = None) -> Data:
    return {"@type": kind, "name": name} | ({"url": url} if url else {})


def _person(page: Data, canonical: str, settings: Settings) -> Data:
    """A person with post and unit as the page shows them, or a collective within its unit."""
    person = _named("Organization" if page["collective"] else "Person", page["title"], canonical)
    if page["role"] and not page["collective"]:
        person["jobTitle"] = page["role"]
    if page["unit"]:
        url = page["unit_url"] and settings.site_url + page["unit_url"]
        within = "parentOrganization" if page["collective"] else "worksFor"
        person[within] = _named("Organization", page["unit"], url)
    return person


def _article(page: Data, canonical: str, settings: Settings) -> Data:
    """``Article`` about a ``CreativeWork`` with its creators."""
    creators = [
        _named(
            "Organization" if author["collective"] else "Person",
            author["name"],
            settings.site_url + author["url"],
        )
        for author in page["authors"]
        if not author["nameless"]
    ]
    work: Data = {"@type": "CreativeWork", "name": page["title"], "creator": creators}
    awards = [row["award"] for row in page["honours"] if row["award"]]
    if awards:
        work["award"] = awards
    article: Data = {
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


def _dataset(page: Data, canonical: str, settings: Settings) -> Data:
    """``Dataset`` with its files."""
    data: Data = {
        "@type": "Dataset",
        "@id": canonical,
        "name": f"{page['title']} – {settings.site_name}",
        "description": page["description"],
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "contentUrl": settings.site_url + path, "encodingFormat": kind}
            for path, kind in ((urls.CATALOGUE_JSON, "application/json"), (urls.CATALOGUE_CSV, "text/csv"))
        ],
    }
    if settings.text_licence:
        data["license"] = _named("CreativeWork", settings.text_licence)
    return data
