"""Sitemap (sitemaps.org 0.9) and robots.txt. Samples are in neither."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
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
    yield Target("robots.txt", digest_of((base, "robots")), "robots", None)


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


def make_robots(data: Any, kit: Kit) -> bytes:
    """All may read; the sitemap is named."""
    return f"User-agent: *\nAllow: /\nSitemap: {kit.settings.site_url}{urls.SITEMAP}\n".encode()
