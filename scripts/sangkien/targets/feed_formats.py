"""A feed in three formats: Atom (RFC 4287), RSS 2.0 (with the RSS board's advice), JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from sangkien import urls
from sangkien.settings import Settings
from sangkien.targets.feeds import Entry, Feed, entries, last_change
from sangkien.targets.target import Kit
from sangkien.targets.xml_text import text

_PICTURE = "image/webp"
_RSS_SPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)


def make_atom(feed: Feed, kit: Kit) -> bytes:
    """Photos are enclosures, titled by their alt text."""
    site, shown = kit.settings, entries(feed, kit)
    about = text(site.site_url + feed.about)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">',
        f"<title>{text(feed.title)}</title>",
        f"<id>{about}</id>",
        f'<link rel="alternate" type="text/html" href="{about}"/>',
        f'<link rel="self" type="application/atom+xml" href="{about}{urls.FEED}"/>',
        f"<updated>{_stamp(last_change(shown))}</updated>",
        f"<author><name>{text(_holder(site))}</name></author>",
        *(line for entry in shown for line in _atom_entry(entry)),
        "</feed>\n",
    ]
    return "\n".join(lines).encode()


def _atom_entry(entry: Entry) -> list[str]:
    return [
        "<entry>",
        f"<title>{text(entry.title)}</title>",
        f"<id>{text(entry.id)}</id>",
        f'<link rel="alternate" type="text/html" href="{text(entry.url)}"/>',
        *(
            f'<link rel="enclosure" type="{_PICTURE}" href="{text(photo["url"])}"'
            f' title="{text(photo["alt"])}"/>'
            for photo in entry.photos
        ),
        f"<published>{_stamp(entry.published)}</published>",
        f"<updated>{_stamp(entry.updated)}</updated>",
        *(
            f"<author><name>{text(name)}</name>{f'<uri>{text(url)}</uri>' if url else ''}</author>"
            for name, url in entry.authors
        ),
        *(f'<category term="{text(tag)}"/>' for tag in entry.tags),
        f"<summary>{text(entry.summary)}</summary>",
        *([f'<content type="html">{text(entry.html)}</content>'] if entry.html else ()),
        "</entry>",
    ]


def make_rss(feed: Feed, kit: Kit, sizes: Mapping[str, int]) -> bytes:
    """The first photo is the enclosure, for most readers take one; all are media contents with alt text.

    ``sizes``: URL from the site's root → bytes of each picture that ``feeds.enclosed`` gives.
    """
    site, shown = kit.settings, entries(feed, kit)
    about = text(site.site_url + feed.about)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<rss version="2.0" {_RSS_SPACES}>',
        "<channel>",
        f"<title>{text(feed.title)}</title>",
        f"<link>{about}</link>",
        f"<description>{text(site.site_description or feed.title)}</description>",
        f"<language>{site.language}</language>",
        f"<lastBuildDate>{format_datetime(last_change(shown))}</lastBuildDate>",
        f'<atom:link rel="self" type="application/rss+xml" href="{about}{urls.RSS}"/>',
        *(line for entry in shown for line in _rss_item(entry, sizes)),
        "</channel>",
        "</rss>\n",
    ]
    return "\n".join(lines).encode()


def _rss_item(entry: Entry, sizes: Mapping[str, int]) -> list[str]:
    first = entry.photos[:1]
    return [
        "<item>",
        f"<title>{text(entry.title)}</title>",
        f"<link>{text(entry.url)}</link>",
        f'<guid isPermaLink="true">{text(entry.id)}</guid>',
        f"<pubDate>{format_datetime(entry.published)}</pubDate>",
        *(f"<dc:creator>{text(name)}</dc:creator>" for name, _ in entry.authors),
        *(f"<category>{text(tag)}</category>" for tag in entry.tags),
        f"<description>{text(entry.summary)}</description>",
        *([f"<content:encoded>{text(entry.html)}</content:encoded>"] if entry.html else ()),
        *(
            f'<enclosure url="{text(photo["url"])}" length="{sizes[photo["large"]]}" type="{_PICTURE}"/>'
            for photo in first
        ),
        *(_media(photo) for photo in entry.photos),
        "</item>",
    ]


def _media(photo: dict[str, Any]) -> str:
    size = f'width="{photo["width"]}" height="{photo["height"]}"'
    about = (
        f'<media:description type="plain">{text(photo["alt"])}</media:description>' if photo["alt"] else ""
    )
    credit = f"<media:credit>{text(photo['credit'])}</media:credit>" if photo["credit"] else ""
    return (
        f'<media:content url="{text(photo["url"])}" type="{_PICTURE}" medium="image" {size}>'
        f"{about}{credit}</media:content>"
    )


def make_json_feed(feed: Feed, kit: Kit) -> bytes:
    """Photos are attachments, titled by their alt text."""
    site, shown = kit.settings, entries(feed, kit)
    about = site.site_url + feed.about
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": about,
        "feed_url": about + urls.JSON_FEED,
        "description": site.site_description or feed.title,
        "language": site.language,
        "authors": [{"name": _holder(site)}],
        "items": [_json_item(entry) for entry in shown],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _json_item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        # A confidential story shows no text, and an item needs one (JSON Feed 1.1).
        **({"content_html": entry.html} if entry.html else {"content_text": entry.summary}),
        "date_published": _stamp(entry.published),
        "date_modified": _stamp(entry.updated),
        "authors": [{"name": name} | ({"url": url} if url else {}) for name, url in entry.authors],
    }
    if entry.tags:
        item["tags"] = list(entry.tags)
    if entry.photos:
        item["image"] = entry.photos[0]["url"]
        item["attachments"] = [
            {"url": photo["url"], "mime_type": _PICTURE} | ({"title": photo["alt"]} if photo["alt"] else {})
            for photo in entry.photos
        ]
    return item


def _holder(site: Settings) -> str:
    return site.organiser or site.site_name


def _stamp(moment: datetime) -> str:
    """RFC 3339."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
