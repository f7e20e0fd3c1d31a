"""Atom feed (RFC 4287), sitemap (sitemaps.org 0.9), robots.txt. Samples are in none of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story, instant
from sangkien.markup.render import render_story
from sangkien.settings import Settings
from sangkien.targets.target import Kit, Target
from sangkien.views.cards import author_names, hero
from sangkien.views.parts import Part, digest_of, part
from sangkien.views.words import Words

SITEMAP_LIMIT = 50_000
"""URLs in one sitemap file, by the protocol."""


def plan_feeds(
    catalogue: Catalogue, words: Words, base: str, editorial: tuple[str, ...], listed: tuple[str, ...]
) -> Iterator[Target]:
    """``editorial`` and ``listed`` are URLs of other pages that search engines should know."""
    real = [story for story in catalogue.stories.values() if not story.head.sample]
    newest = [
        (
            part({"value": story}, story.digest),
            author_names(story.initiative, words),
            _stamp(story, catalogue.settings),
        )
        for story in reversed(real[-catalogue.settings.feed_size :])
    ]
    yield Target(urls.FEED, digest_of((base, "feed", newest)), "feed", newest)
    rows = [(urls.story(story.slug), str(story.head.updated or "")) for story in real]
    rows += [(url, "") for url in (*editorial, *listed)]
    chunks = [rows[start : start + SITEMAP_LIMIT] for start in range(0, len(rows), SITEMAP_LIMIT)] or [[]]
    if len(chunks) == 1:
        yield Target(urls.SITEMAP, digest_of((base, "sitemap", rows)), "sitemap", rows)
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(chunks) + 1)]
        yield Target(urls.SITEMAP, digest_of((base, "sitemaps", names)), "sitemaps", names)
        for name, chunk in zip(names, chunks, strict=True):
            yield Target(name, digest_of((base, "sitemap", chunk)), "sitemap", chunk)
    yield Target("robots.txt", digest_of((base, "robots")), "robots", None)


def _stamp(story: Story, settings: Settings) -> tuple[str, str]:
    """Published and updated as RFC 3339 in UTC."""
    published = instant(story.initiative.published, settings) if story.initiative.published else settings.now
    updated = (
        max(published, instant(story.initiative.updated, settings)) if story.initiative.updated else published
    )
    return published.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), updated.astimezone(UTC).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )


def make_feed(data: list[tuple[Part, str, tuple[str, str]]], kit: Kit) -> bytes:
    """The newest stories with full text. Ids are the short addresses, which never change."""
    site = kit.settings
    updated = max((stamps[1] for _, _, stamps in data), default="2000-01-01T00:00:00Z")
    entries = "".join(_entry(part["value"], authors, stamps, site) for part, authors, stamps in data)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">\n'
        f"<title>{_text(site.site_name)}</title>\n<id>{_text(site.site_url)}</id>\n"
        f"<link href={quoteattr(site.site_url)}/>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site.site_url + urls.FEED)}/>\n'
        f"<updated>{updated}</updated>\n"
        f"<author><name>{_text(site.organiser or site.site_name)}</name></author>\n"
        f"{entries}</feed>\n"
    )
    return text.encode()


def _entry(story: Story, authors: str, stamps: tuple[str, str], site: Settings) -> str:
    url = site.site_url + urls.story(story.slug)
    content = render_story(story.body, site.site_url).html
    photo = hero(story)
    enclosure = (
        f'<link rel="enclosure" type="image/webp" href={quoteattr(site.site_url + str(photo["large"]))}/>\n'
        if photo
        else ""
    )
    return (
        f"<entry>\n<title>{_text(story.initiative.title)}</title>\n"
        f"<id>{_text(site.site_url + urls.short(story.code))}</id>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(url)}/>\n{enclosure}'
        f"<published>{stamps[0]}</published>\n<updated>{stamps[1]}</updated>\n"
        f"<author><name>{_text(authors)}</name></author>\n<summary>{_text(story.initiative.summary)}</summary>\n"
        f'<content type="html">{_text(content)}</content>\n</entry>\n'
    )


def make_sitemap(data: list[tuple[str, str]], kit: Kit) -> bytes:
    """``urlset`` of absolute addresses."""
    rows = "".join(
        f"<url><loc>{_text(kit.settings.site_url + url)}</loc>"
        f"{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for url, day in data
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()


def make_sitemaps(data: list[str], kit: Kit) -> bytes:
    """The index of several sitemaps."""
    rows = "".join(f"<sitemap><loc>{_text(kit.settings.site_url + name)}</loc></sitemap>\n" for name in data)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</sitemapindex>\n'
    ).encode()


def make_robots(data: Any, kit: Kit) -> bytes:
    """All may read; the sitemap is named."""
    return f"User-agent: *\nAllow: /\nSitemap: {kit.settings.site_url}{urls.SITEMAP}\n".encode()


_CONTROLS = {code: None for code in (*range(32), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}


def _text(text: str) -> str:
    """Escaped, and without the characters that XML 1.0 cannot hold."""
    return escape(text.translate(_CONTROLS))
