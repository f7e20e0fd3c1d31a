"""Story Markdown → safe HTML with heading ids, links made relative, pictures made responsive.

Python-Markdown renders, nh3 sanitises by an allow-list. Raw HTML is not read as HTML at all: it is
escaped, so that nothing rests on the sanitiser alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape, unescape
from itertools import chain, groupby
from typing import Any, NamedTuple, cast
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import InlineProcessor, Treeprocessor

from sangkien.markup.outline import unique_anchor
from sangkien.markup.quick import Block, cut

TAGS = frozenset(
    {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "em", "a", "img", "del"}
    | {"table", "thead", "tbody", "tr", "th", "td", "code", "pre", "hr", "br"}
)
ATTRIBUTES: Mapping[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src", "srcset", "sizes", "alt", "title", "width", "height", "loading", "decoding"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
}
SCHEMES = frozenset({"http", "https", "mailto"})

_HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>|<(/?)(?:blockquote|[ou]l)\b", re.S)
"""A heading, or where a quote or a list begins or ends."""
_TAG = re.compile(r"<[^>]*>")
_TIED = re.compile(r"^[ ]{0,3}(?:```|~~~)|\]:|^ {4}|[\t\r\x02\x03\ue001]", re.M)
_HOLE = "\ue001"
"""Stands for a run of plain blocks while Python-Markdown renders the rest: a private-use letter."""
_ACTIVE = re.compile(r"[\\`*_\[\]<>&!|\x02\x03]|  \n")
"""Characters without which no inline pattern of Python-Markdown can match."""


MOST_BRACKETS = 1000
"""Brackets in a story that are read as links: Python-Markdown takes time by their square."""
_TOO_DEEP = re.compile(
    r"^(?:(?: {0,3}\t| {4}){30}|(?![-*_ \t]+$)(?: {0,3}(?:[-*+]|\d+\.)[ \t]+| {0,3}>){30})", re.M
)
"""Lists and quotes over thirty deep: Python-Markdown recurses, and how deep it may go hangs on its caller."""


class Picture(NamedTuple):
    """How a picture of the story's folder is shown: addresses relative to the page, and its size."""

    src: str
    srcset: str
    width: int
    height: int


class Heading(NamedTuple):
    """A heading of the story, for a table of contents."""

    level: int
    id: str
    text: str


class Rendered(NamedTuple):
    """Safe HTML and the story's own headings, not those of its quotes and lists."""

    html: str
    headings: tuple[Heading, ...]


def render_story(
    body: str, to_root: str = "../../", pictures: Mapping[str, Picture] | None = None
) -> Rendered:
    """Render a story.

    ``to_root`` leads from the page to the site's root, and replaces the first slash of a link within the
    site. Pictures not in ``pictures`` are left out: only what ``photos:`` names is published.
    """
    parts = cut(body)
    blocks = [part for part in parts if isinstance(part, Block)]
    if len(blocks) == len(parts):
        return _joined(blocks)
    if _TOO_DEEP.search(body):
        return Rendered(_as_plain(body), ())
    if body.count("[") > MOST_BRACKETS:
        body = body.replace("[", "&#91;")
        parts = cut(body)
    converter = _converter()
    cast(_Finish, converter.treeprocessors["finish"]).begin(to_root, pictures or {})
    return _with_ids(_cleaner().clean(_html(converter, body, parts)))


def without_site_links(html: str) -> str:
    """Rendered HTML without its links within the site: for a page that stands alone."""
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    for level in range(2, 7):
        attributes[f"h{level}"] = {"id"}
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=attributes,
        attribute_filter=_leads_out,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )


def _leads_out(tag: str, name: str, value: str) -> str | None:
    if tag != "a" or name != "href" or value.startswith("#"):
        return value
    return value if value.partition(":")[0].lower() in SCHEMES else None


def _joined(blocks: Iterable[Block]) -> Rendered:
    """A story of plain blocks alone: the library, the sanitiser and the search for headings are spared."""
    rows: list[str] = []
    headings: list[Heading] = []
    used: dict[str, int] = {}
    for block in blocks:
        if block.level:
            heading = Heading(block.level, unique_anchor(block.text, used), block.text)
            headings.append(heading)
            rows.append(f'<h{block.level} id="{heading.id}">{block.html}</h{block.level}>')
        else:
            rows.append(block.html)
    return Rendered("\n".join(rows), tuple(headings))


def _html(converter: Markdown, body: str, parts: Iterable[Block | str]) -> str:
    """Plain blocks as they are; all that may have any markup by Python-Markdown. Not sanitised yet.

    The library asks each of its processors about each block of the text: it gets one letter for each run of
    plain blocks. Where blocks may be tied to one another over plain text (fences, indented code, reference
    definitions) it gets the whole.
    """
    if _TIED.search(body):
        return converter.reset().convert(body)
    source: list[str] = []
    runs: list[str] = []
    for plain, run in groupby(parts, key=lambda part: isinstance(part, Block)):
        if plain:
            runs.append("\n".join(part.written for part in run if isinstance(part, Block)))
            source.append(_HOLE)
        else:
            source += (part for part in run if isinstance(part, str))
    pieces = converter.reset().convert("\n\n".join(source)).split(f"<p>{_HOLE}</p>")
    return "".join(chain(*zip(pieces, runs, strict=False), pieces[len(runs) :]))


def _as_plain(body: str) -> str:
    """The text in paragraphs, with no marks read."""
    blocks = (block.strip() for block in body.split("\n\n"))
    return "\n".join(f"<p>{escape(block)}</p>" for block in blocks if block)


def _with_ids(html: str) -> Rendered:
    """Ids on the headings of sanitised HTML, the same that ``outline`` gives from the source.

    A heading within a quote or a list is a part of that, not of the story: it has none.
    """
    headings: list[Heading] = []
    used: dict[str, int] = {}
    depth = 0

    def mark(match: re.Match[str]) -> str:
        nonlocal depth
        if match[1] is None:
            depth += -1 if match[3] else 1
            return match[0]
        if depth:
            return match[0]
        text = " ".join(unescape(_TAG.sub("", match[2])).split())
        heading = Heading(int(match[1]), unique_anchor(text, used), text)
        headings.append(heading)
        return f'<h{match[1]} id="{heading.id}">{match[2]}</h{match[1]}>'

    return Rendered(_HEADING.sub(mark, html), tuple(headings))


class _FastInline(InlineProcessor):
    """Skips the inline patterns for text that has none of their characters: most of a story."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802,N803  # overrides a name-mangled method of the library
        if not _ACTIVE.search(data):
            return data
        inherited: Any = super()
        return str(inherited._InlineProcessor__handleInline(data, patternIndex))


class _Finish(Treeprocessor):
    """After inlining: ids on headings, links made relative, pictures made responsive."""

    def begin(self, to_root: str, pictures: Mapping[str, Picture]) -> None:
        self.to_root, self.pictures = to_root, pictures

    def run(self, root: Element) -> None:
        for parent in root.iter():
            tag = parent.tag
            if tag == "h1":  # the page's title is the only one
                parent.tag = "h2"
            elif tag == "a" and (href := parent.get("href", "")).startswith("/"):
                parent.set("href", self.to_root + href.lstrip("/"))
            for child in list(parent) if parent.find("img") is not None else ():
                if child.tag == "img" and not self._picture(child):
                    _remove(parent, child)

    def _picture(self, element: Element) -> bool:
        picture = self.pictures.get(element.get("src", ""))
        if picture is None:
            return False
        element.set("src", picture.src)
        element.set("srcset", picture.srcset)
        element.set("sizes", "(min-width: 50em) 44em, 100vw")
        element.set("width", str(picture.width))
        element.set("height", str(picture.height))
        element.set("loading", "lazy")
        return True


def _remove(parent: Element, child: Element) -> None:
    """Take a picture out, its alternative text with it; only what follows it stays."""
    place = list(parent).index(child)
    text = child.tail or ""
    if place:
        before = parent[place - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)


class _Dialect(Extension):
    """The one dialect of stories: no raw HTML, tables, fences, sane lists."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.deregister("inline")
        md.treeprocessors.register(_FastInline(md), "inline", 20)
        md.treeprocessors.register(_Finish(md), "finish", 5)


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    """One a process: setting one up costs as much as rendering ten stories."""
    extensions: list[str | Extension] = [
        TableExtension(use_align_attribute=True),
        SaneListExtension(),
        FencedCodeExtension(),
        _Dialect(),
    ]
    return Markdown(extensions=extensions, output_format="html")


@lru_cache(maxsize=1)
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
        strip_comments=True,
    )
