"""Sitemap (sitemaps.org 0.9), news sitemap and robots.txt. Samples are in none."""

from __future__ import annotations

from collections.abc import Iterator

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.news import news
from sangkien.targets.target import Kit, Target
from sangkien.targets.xml_text import text
from sangkien.views.parts import digest_of

SITEMAP_LIMIT = 50_000
"""URLs in one sitemap file, by the protocol."""


def plan_sitemaps(
    catalogue: Catalogue, base: str, editorial: tuple[str, ...], listed: tuple[str, ...]
) -> Iterator[Target]:
    """``editorial`` and ``listed`` are URLs of other pages that search engines should know."""
    real = [story for story in catalogue.stories.values() if not story.head.sample]
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
    fresh = [
        (urls.story(story.slug), story.initiative.title, hour.isoformat(timespec="seconds"))
        for story, hour in news(catalogue)
    ]
    if fresh:
        yield Target(urls.NEWS_SITEMAP, digest_of((base, "news", fresh)), "news", fresh)
    named = [urls.SITEMAP, urls.NEWS_SITEMAP] if fresh else [urls.SITEMAP]
    yield Target("robots.txt", digest_of((base, "robots", named)), "robots", named)


def make_sitemap(data: list[tuple[str, str]], kit: Kit) -> bytes:
    """``urlset`` of absolute addresses."""
    rows = "".join(
        f"<url><loc>{text(kit.settings.site_url + url)}</loc>"
        f"{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for url, day in data
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()


def make_sitemaps(data: list[str], kit: Kit) -> bytes:
    """The index of several sitemaps."""
    rows = "".join(f"<sitemap><loc>{text(kit.settings.site_url + name)}</loc></sitemap>\n" for name in data)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</sitemapindex>\n'
    ).encode()


def make_news(data: list[tuple[str, str, str]], kit: Kit) -> bytes:
    """Stories of the last two days, as Google's news sitemaps have them."""
    site = kit.settings
    about = (
        f"<news:publication><news:name>{text(site.site_name)}</news:name>"
        f"<news:language>{site.language}</news:language></news:publication>"
    )
    rows = "".join(
        f"<url><loc>{text(site.site_url + url)}</loc><news:news>{about}"
        f"<news:publication_date>{hour}</news:publication_date><news:title>{text(title)}</news:title>"
        "</news:news></url>\n"
        for url, title, hour in data
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{rows}</urlset>\n'
    ).encode()


def make_robots(data: list[str], kit: Kit) -> bytes:
    """All may read; the sitemaps are named."""
    named = "".join(f"Sitemap: {kit.settings.site_url}{name}\n" for name in data)
    return f"User-agent: *\nAllow: /\n{named}".encode()
