"""What the W3C's feed validator asks of a feed, by the numbers of its specifications.

Atom: RFC 4287; RSS: 2.0 (rssboard.org/rss-specification) and the RSS board's profile; JSON Feed 1.1. Each
check yields the number or name of the rule it finds broken, and what by.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET  # our own output, without entities

from link_graph import Links

ATOM, CONTENT = "{http://www.w3.org/2005/Atom}", "{http://purl.org/rss/1.0/modules/content/}"
TYPES = {"webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")

Faults = Iterator[str]


def atom_faults(data: bytes, address: str, site: Mapping[str, bytes]) -> Faults:
    """RFC 4287 of an Atom feed at ``address``; ``site``: address → bytes of every file."""
    feed = ET.fromstring(data)  # noqa: S314  # our own output
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        yield from _atom_element(one)
    if [link.get("href") for link in _links(feed, "self")] != [address]:
        yield "4.1.1 self"
    if not feed.findall(f"{ATOM}author") and not all(one.findall(f"{ATOM}author") for one in entries):
        yield "4.1.1 author"
    ids = [text for one in (feed, *entries) for text in _texts(one, f"{ATOM}id")]
    if len(ids) != len(set(ids)):
        yield "4.1.1 unique"
    for entry in entries:
        if max(_atom_dates(entry)) > _texts(feed, f"{ATOM}updated")[0]:
            yield "4.2.15"
        yield from _atom_entry(entry, site)


def _atom_element(one: ET.Element) -> Faults:
    """What feed and entry have in common."""
    for name in ("id", "title", "updated"):  # 4.1.1, 4.1.2: exactly one of each
        if len(found := one.findall(f"{ATOM}{name}")) != 1 or not (found[0].text or "").strip():
            yield f"4.1 {name}"
    yield from (f"3.3 {date}" for date in _atom_dates(one) if not _RFC_3339.fullmatch(date))
    yield from (f"4.2.6 {text}" for text in _texts(one, f"{ATOM}id") if not absolute(text))
    yield from (f"4.2.7.1 {link.attrib}" for link in _links(one) if not absolute(link.get("href", "")))
    for author in one.findall(f"{ATOM}author"):
        if len(_texts(author, f"{ATOM}name")) != 1:
            yield "3.2.1"
        yield from (f"3.2.2 {uri}" for uri in _texts(author, f"{ATOM}uri") if not absolute(uri))


def _atom_entry(entry: ET.Element, site: Mapping[str, bytes]) -> Faults:
    if len(_links(entry, "alternate")) != 1:  # required without content, and one of a type at the most
        yield "4.1.2 alternate"
    for content in entry.findall(f"{ATOM}content"):
        if not content.text:
            yield "4.1.3 empty"
        yield from (f"4.1.3.3 {lead}" for lead in relative(content.text or ""))
    yield from (f"4.2.2 {one.attrib}" for one in entry.findall(f"{ATOM}category") if not one.get("term"))
    for link in _links(entry, "enclosure"):  # 4.2.7.3, 4.2.7.6; the length is a hint and may be absent
        given = (link.get("href", ""), link.get("type", ""), link.get("length"))
        yield from (f"4.2.7 {fault}" for fault in enclosure(*given, site))


def rss_faults(data: bytes, address: str, site: Mapping[str, bytes]) -> Faults:
    """RSS 2.0 and the board's profile."""
    rss = ET.fromstring(data)  # noqa: S314  # our own output
    channel = rss.find("channel")
    if rss.get("version") != "2.0" or channel is None:
        yield "rss"
        return
    for name in ("title", "link", "description"):
        if len(_texts(channel, name)) != 1:
            yield f"channel {name}"
    if [one.get("href") for one in channel.findall(f"{ATOM}link") if one.get("rel") == "self"] != [address]:
        yield "profile atom:link self"
    items = channel.findall("item")
    for one in (channel, *items):
        yield from (f"link {text}" for text in _texts(one, "link") if not absolute(text))
        for date in (*_texts(one, "pubDate"), *_texts(one, "lastBuildDate")):  # RFC 822, with a zone
            if parsedate_to_datetime(date).tzinfo is None:
                yield f"date {date}"
    guids = [text for item in items for text in _texts(item, "guid")]
    if len(guids) != len(items) or len(set(guids)) != len(guids):
        yield "guid unique"
    for item in items:
        yield from _rss_item(item, site)


def _rss_item(item: ET.Element, site: Mapping[str, bytes]) -> Faults:
    if not _texts(item, "title") and not _texts(item, "description"):
        yield "item title or description"
    for guid in item.findall("guid"):
        if guid.get("isPermaLink", "true") == "true" and not absolute(guid.text or ""):
            yield f"guid {guid.text}"
    for content in item.findall(f"{CONTENT}encoded"):
        if not content.text:
            yield "content:encoded empty"
        yield from (f"content:encoded {lead}" for lead in relative(content.text or ""))
    if len(enclosures := item.findall("enclosure")) > 1:
        yield "profile one enclosure"
    for one in enclosures:  # all three are required
        given = (one.get("url", ""), one.get("type", ""), one.get("length", "none"))
        yield from (f"enclosure {fault}" for fault in enclosure(*given, site))


def json_faults(data: bytes, address: str, site: Mapping[str, bytes]) -> Faults:
    """JSON Feed 1.1."""
    feed: dict[str, Any] = json.loads(data)
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "version"
    if not feed.get("title"):
        yield "title"
    if feed.get("feed_url") != address:
        yield "feed_url"
    items = feed.get("items", [None])
    ids = [item.get("id") for item in items]
    if len(set(ids)) != len(ids) or not all(isinstance(one, str) and one for one in ids):
        yield "id"
    for item in items:
        yield from _json_item(item, site)


def _json_item(item: dict[str, Any], site: Mapping[str, bytes]) -> Faults:
    if not (item.get("content_html") or item.get("content_text")):
        yield "content"
    yield from (name for name in ("url", "image") if name in item and not absolute(item[name]))
    for name in ("date_published", "date_modified"):
        if name in item and not _RFC_3339.fullmatch(item[name]):
            yield name
    yield from (f"content_html {lead}" for lead in relative(item.get("content_html", "")))
    if not all(author.get("name") or author.get("url") for author in item.get("authors", [])):
        yield "authors"
    for one in item.get("attachments", []):
        given = (one.get("url", ""), one.get("mime_type", ""), one.get("size_in_bytes"))
        yield from (f"attachments {fault}" for fault in enclosure(*given, site))


def enclosure(url: str, kind: str, length: object, site: Mapping[str, bytes]) -> Faults:
    """A file that is there, of the type its bytes are and the length given."""
    if url not in site:
        yield f"no file {url}"
        return
    data = site[url]
    suffix = "webp" if data[8:12] == b"WEBP" else "jpg" if data[:3] == b"\xff\xd8\xff" else "png"
    if kind != TYPES[suffix] or not url.endswith(suffix):
        yield f"type {kind}"
    if length is not None and str(length) != str(len(data)):
        yield f"length {length}"


def absolute(address: str) -> bool:
    """Whether an address stands for itself."""
    parts = urlsplit(address)
    return (parts.scheme in ("http", "https") and bool(parts.netloc)) or parts.scheme == "mailto"


def relative(html: str) -> list[str]:
    """Addresses in HTML that hang on where it stands."""
    return sorted(lead for lead in Links(html).leads if not absolute(lead))


def newest_first(dates: list[str]) -> bool:
    """Whether days of publication fall: feeds are read from the top."""
    moments = [datetime.fromisoformat(date) for date in dates]
    return moments == sorted(moments, reverse=True)


def _texts(element: ET.Element, name: str) -> list[str]:
    return [one.text for one in element.findall(name) if one.text]


def _links(element: ET.Element, rel: str = "") -> list[ET.Element]:
    return [one for one in element.findall(f"{ATOM}link") if rel in ("", one.get("rel", "alternate"))]


def _atom_dates(element: ET.Element) -> list[str]:
    return [*_texts(element, f"{ATOM}updated"), *_texts(element, f"{ATOM}published")]
