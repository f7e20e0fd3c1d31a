"""Every address in a built site, wherever it stands, and whether it leads to something."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

Site = Mapping[str, bytes]
"""Path → bytes."""

_CSS = re.compile(r"""url\(\s*["']?([^"')]+)""")
_REFRESH = re.compile(r"url=(.+)$", re.I)
_SHELF = re.compile(r"^const SITE = (\{.*\});$", re.M)
_TAIL = r"[A-Za-z0-9/_.%#?=&~+:@-]*"
_TEXTS = ("html", "xml", "json", "webmanifest", "csv", "ics", "js", "css", "txt", "md", "svg")
_HERE = "https://fair.invalid/"
"""Stands for the site's root, which relative addresses are joined to."""


class Links(HTMLParser):
    """What a page has for others to lead to, and where it leads itself."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.leads: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag's id and addresses."""
        has = {name: value for name, value in attrs if value}
        self.ids.add(has.get("id", ""))
        self.leads.update(has[name] for name in ("href", "src", "action", "poster", "data") if name in has)
        for name in ("srcset", "imagesrcset"):
            self.leads.update(part.split()[0] for part in has.get(name, "").split(",") if part.strip())
        if has.get("http-equiv", "").lower() == "refresh" and (found := _REFRESH.search(has["content"])):
            self.leads.add(found[1])


def links_of(site: Site) -> dict[str, Links]:
    """Each page by its path."""
    return {path: Links(data.decode()) for path, data in site.items() if path.endswith(".html")}


def broken(site: Site, site_url: str, pages: Mapping[str, Links]) -> list[str]:
    """``file: address`` of all that leads nowhere within the site.

    Relative addresses of pages, style sheets, the manifest and the service worker; and every absolute one of
    this site, in whatever file: feeds, sitemaps, data, calendars, JSON-LD, shared links, texts in zips.
    """
    ground = _Ground(site, pages)
    base = urlsplit(site_url).path
    found = [f"{path}: {lead}" for path, lead in _relative(site, pages, base) if not ground.has(path, lead)]
    anywhere = re.compile(re.escape(site_url) + _TAIL)
    for path, text in _texts(site):
        addresses = sorted({one.rstrip(".:") for one in anywhere.findall(text)})
        found += [f"{path}: {one}" for one in addresses if not ground.has("", one.removeprefix(site_url))]
    return found


class _Ground:
    """What there is to lead to."""

    def __init__(self, site: Site, pages: Mapping[str, Links]) -> None:
        self.site, self.pages = site, pages

    def has(self, path: str, lead: str) -> bool:
        """Whether ``lead`` in the file ``path`` leads out of the site, or to a file and anchor within it."""
        address = urlsplit(urljoin(_HERE + path, lead))
        if address.scheme + "://" + address.netloc + "/" != _HERE:
            return True
        file = unquote(address.path).lstrip("/")
        file += "index.html" if not file or file.endswith("/") else ""
        if file not in self.site:
            return False
        anchor = unquote(address.fragment)
        return not anchor or file not in self.pages or anchor in self.pages[file].ids


def _relative(site: Site, pages: Mapping[str, Links], base: str) -> Iterator[tuple[str, str]]:
    for path, page in pages.items():
        for lead in sorted(page.leads):
            if not lead.startswith("/") and (path != "404.html" or lead.startswith(("#", "http"))):
                yield path, lead
            elif path == "404.html" and lead.startswith(base):  # it is served at any unknown address
                yield path, "/" + lead.removeprefix(base)
            else:
                yield path, f"outside the site: {lead}"
    for path, data in site.items():
        if path.endswith((".css", ".svg")):
            yield from ((path, lead) for lead in _CSS.findall(data.decode()))
        elif path.endswith(".webmanifest"):
            told = json.loads(data)
            yield from ((path, icon["src"]) for icon in told["icons"])
            yield from ((path, told[name]) for name in ("start_url", "scope"))
        elif path == "sw.js" and (shelf := _SHELF.search(data.decode())):
            told = json.loads(shelf[1])
            yield from ((path, lead) for lead, _ in told["core"])
            yield from ((path, told[name]) for name in ("offline", "revisions"))


def _texts(site: Site) -> Iterator[tuple[str, str]]:
    """The text of each file that is one, and of those in zips; what is escaped is read as it is meant."""
    for path, data in site.items():
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                inner = {f"{path}!{name}": packed.read(name) for name in packed.namelist()}
            yield from _texts(inner)
        elif path.endswith(".csv"):
            yield (
                path,
                "\n".join("\n".join(row) for row in csv.reader(io.StringIO(data.decode(), newline=""))),
            )
        elif path.endswith(_TEXTS):
            text = data.decode()
            yield path, unescape(unescape(text.replace("\r\n ", "") if path.endswith(".ics") else text))
