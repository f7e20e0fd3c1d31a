"""Where a link leads: outside, within the site, within the page, or nowhere good."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from sangkien.markup.links import Link
from sangkien.rules.passages import story_outline
from sangkien.rules.rule import Context
from sangkien.source.document import Document

SAFE = frozenset({"http", "https", "mailto"})
"""Schemes that a link may have (design, section 7)."""

_INVISIBLE = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.I)
_LIST_PAGE = re.compile(r"(?:^|/)trang/\d+$")
_ANY = re.compile(r"[a-z0-9.-]+", re.I)
_YEAR = re.compile(r"(?:19|2[01])\d\d")
_FIXED = frozenset(
    {"", "sang-kien", "tac-gia", "don-vi", "linh-vuc", "dia-ban", "nam", "vinh-danh", "chuong-trinh"}
    | {"su-kien", "bao-chi", "lam-theo", "tim-kiem", "huong-dan", "huong-dan/kiem-tra", "ngoai-tuyen"}
    | {"du-lieu"}
)
"""Pages that every fair has (design, section 6)."""
_UNDER = {"tac-gia": _ANY, "su-kien": _ANY, "s": _ANY, "nam": _YEAR, "du-lieu": _ANY}
"""Pages whose ids a single document cannot know: any well-formed one is taken for good."""
_VOCABULARY = {"don-vi": "organisations", "linh-vuc": "sectors", "dia-ban": "places"}


class Inner(NamedTuple):
    """An address within the site: its path from the root, without slashes around it, and its fragment."""

    path: str
    fragment: str
    relative: bool


def links(document: Document) -> Iterator[Link]:
    """Links and pictures of a story; the body is only scanned if it may have any."""
    if "[" in document.body or "<" in document.body:
        yield from story_outline(document.body).links


def scheme(target: str) -> str:
    """The scheme a browser sees: entities resolved, blanks and what is invisible taken out."""
    plain = _INVISIBLE.sub("", html.unescape(target))
    match = _SCHEME.match(plain)
    return match[0].lower() if match else ""


def own_url(document: Document, context: Context) -> str:
    """The path of the document's own page, without a slash at its start."""
    if document.kind == "initiative":
        return f"sang-kien/{document.slug}/"
    if document.kind == "person":
        return f"tac-gia/{document.slug}/"
    if document.kind == "event":
        return f"su-kien/{document.slug}/"
    return _page_url(document.path.removeprefix(context.settings.content_dir + "/"))


def inner(document: Document, context: Context, target: str) -> Inner | None:
    """An address within the site, or None for one that leads outside."""
    address = html.unescape(target).strip()
    if scheme(address):
        return None
    address, _, fragment = address.partition("#")
    path = unquote(address.partition("?")[0])
    if path.startswith("/"):
        return Inner(posixpath.normpath("/" + path.lstrip("/")).strip("/"), fragment, relative=False)
    base = own_url(document, context)
    if path.endswith(".md") and document.kind == "page":
        base = posixpath.dirname(document.path.removeprefix(context.settings.content_dir + "/")) + "/"
        path = _page_url(posixpath.normpath("/" + base + path).lstrip("/"))
        return Inner(path.strip("/"), fragment, relative=True)
    joined = posixpath.normpath("/" + base + path) if path else "/" + base
    return Inner(joined.strip("/"), fragment, relative=True)


def reaches(document: Document, context: Context, link: Inner) -> bool:
    """Whether a path within the site leads to something; in doubt, yes."""
    path = _LIST_PAGE.sub("", link.path.removesuffix("/index.html").removesuffix("index.html").strip("/"))
    own = own_url(document, context).strip("/")
    if path in _FIXED or path == own or path + "/" in context.pages or (path == "" and "" in context.pages):
        return True
    head, _, rest = path.partition("/")
    if head == "sang-kien":
        return _reaches_story(document, context, rest)
    if head in _VOCABULARY:
        return rest in context.vocabularies.names(_VOCABULARY[head])
    if head in _UNDER:
        return bool(_UNDER[head].fullmatch(rest))
    return "." in path.rpartition("/")[2] and not path.endswith((".md", ".html"))


def _reaches_story(document: Document, context: Context, rest: str) -> bool:
    slug, _, file = rest.partition("/")
    if slug == document.slug and document.kind == "initiative" and file in document.photos:
        return True
    return slug in context.slugs and file in ("", "index.json")


def _page_url(path: str) -> str:
    """``huong-dan/tham-gia.md`` → ``huong-dan/tham-gia/``; the home page is empty."""
    url = path.removesuffix(".md")
    return url.removesuffix("index") if url == "index" or url.endswith("/index") else url + "/"
