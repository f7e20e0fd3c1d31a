"""A story's outline as written, without rendering it: headings, links, pictures, raw tags, sections.

It reads the dialect of ``markup.render`` (Python-Markdown): what that would not show as a link isn't one
here. Code, fenced, indented or in back-ticks, is left out. Offsets are characters into the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sangkien.markup.links import Link, links_in, plain, references
from sangkien.markup.masking import chunks, without_fences, without_indented, without_spans
from sangkien.text.folding import slugify

_HEADING = re.compile(r"\n(?:(?P<hash>#{1,6})(?P<text>.*)|(?P<under>=+|-+)[ ]*(?=\n|\Z))")
"""Looked for in the text behind one more line end: what begins with a plain character is found fast."""
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]*>")

NO_LETTERS = "muc"
"""The anchor of a heading that has neither letter nor digit."""


class Heading(NamedTuple):
    """A heading. ``offset`` is where its line begins; ``anchor`` its id on the page."""

    level: int
    text: str
    offset: int
    anchor: str


class Tag(NamedTuple):
    """A raw HTML tag: its name in lower case, and ``body[offset : offset + length]``."""

    name: str
    offset: int
    length: int


class Section(NamedTuple):
    """What stands under a heading of level 1 or 2: ``body[start:end]``; ``offset`` is the heading's."""

    title: str
    offset: int
    start: int
    end: int


class Outline(NamedTuple):
    """The outline of one story, each part in order of place."""

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def anchors(self) -> frozenset[str]:
        """What a link within the page may lead to."""
        return frozenset(heading.anchor for heading in self.headings)


def outline(body: str) -> Outline:
    """Scan a story. Linear in its length, never raises."""
    masked = without_indented(without_fences(body))
    found = tuple(_headings(body, masked))
    inline = without_spans(masked)
    names, inline = references(body, inline)
    links: tuple[Link, ...] = ()
    if "[" in inline or "<" in inline:
        links = tuple(link for chunk in chunks(inline) for link in links_in(body, inline, names, chunk))
    return Outline(
        headings=tuple(heading for heading, _ in found),
        links=links,
        tags=tuple(_tags(inline)),
        sections=tuple(_sections(found, len(body))),
    )


def unique_anchor(text: str, used: dict[str, int]) -> str:
    """The id of a heading: its slug, with -2, -3 … where ``used`` has it already; is added to ``used``.

    ``used`` holds how far each slug has been counted, so that a thousand equal headings cost no more.
    """
    base = _base(text)
    number = used.get(base, 0) + 1
    anchor = base if number == 1 else f"{base}-{number}"
    while anchor in used:
        number += 1
        anchor = f"{base}-{number}"
    used[base] = number
    used.setdefault(anchor, 1)
    return anchor


@lru_cache(maxsize=1024)
def _base(text: str) -> str:
    """A heading's slug; most stories share their headings."""
    return slugify(text) or NO_LETTERS


def _headings(body: str, masked: str) -> Iterator[tuple[Heading, int]]:
    """Each heading, and where what stands under it begins."""
    if "#" not in masked and "\n=" not in masked and "\n-" not in masked:
        return
    used: dict[str, int] = {}
    for match in _HEADING.finditer("\n" + masked):
        after = min(match.end(), len(body))
        if match["hash"]:
            line = match.start()
            source = body[match.start("text") - 1 : match.end() - 1]
            if (len(source) - len(source.rstrip("\\"))) % 2:  # it takes the line end: no heading
                continue
            text = plain(source.rstrip().rstrip("#"))
            level = match.end("hash") - line - 1
            yield Heading(level, text, line, unique_anchor(text, used)), after
        elif (start := _underlined(masked, match.start())) is not None:
            text = plain(body[start : match.start()])
            yield Heading(1 if match["under"][0] == "=" else 2, text, start, unique_anchor(text, used)), after


def _underlined(text: str, line: int) -> int | None:
    """Where the line above one begins, if it is the first of its block: only then is it a heading."""
    start = text.rfind("\n", 0, max(0, line - 1)) + 1
    if line == 0 or not text[start:line].strip() or text.startswith("#", start):
        return None
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start]
    return start if not above.strip() or above.startswith("#") else None


def _tags(masked: str) -> Iterator[Tag]:
    if "<" in masked:
        for match in _TAG.finditer(masked):
            yield Tag(match[1].lower(), match.start(), len(match[0]))


def _sections(found: tuple[tuple[Heading, int], ...], length: int) -> Iterator[Section]:
    tops = [(heading, start) for heading, start in found if heading.level <= 2]
    for number, (heading, start) in enumerate(tops, 1):
        end = tops[number][0].offset if number < len(tops) else length
        yield Section(heading.text, heading.offset, start, end)
