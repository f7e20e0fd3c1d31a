"""The texts of a document, each with its place: every value of the front matter, and the story.

What several rules look for in the same text is found once: the results of pure functions are kept for
the last few texts, since all rules look at one document before the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sangkien.diagnostics import Fix, Path
from sangkien.markup.outline import Outline, outline
from sangkien.rules.rule import Finding
from sangkien.source.document import Document
from sangkien.text.plain import is_plain
from sangkien.text.private import PrivateDetail, private_details
from sangkien.text.suspicious import Suspicion, SuspicionKind, suspicious_characters

STORY: Path = ("body",)
"""The field of a finding in the story itself: it leaves nothing unclear about visibility."""
MOST = 50
"""Findings of one rule in one text: whoever has so many needs no more of them to see what is wrong."""
QUOTE = 60
"""Characters of a text that a message quotes."""


class Passage(NamedTuple):
    """One text of a document: a value of the front matter, or the story (``STORY``)."""

    path: Path
    text: str


def passages(document: Document) -> Iterator[Passage]:
    """Every text value, in any shape of data, then the story."""
    pending: list[tuple[Path, object]] = [((), document.data)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, str):
            yield Passage(path, value)
        elif isinstance(value, dict):
            pending += [((*path, str(key)), item) for key, item in reversed(value.items())]
        elif isinstance(value, list):
            pending += [((*path, number), item) for number, item in reversed(list(enumerate(value)))]
    if document.body:
        yield Passage(STORY, document.body)


def place(document: Document, passage: Passage) -> int | None:
    """Where a text begins in the file, if it stands there letter by letter: no escapes, no folded lines."""
    if passage.path == STORY:
        return document.body_start
    span = document.span(passage.path)
    start = document.text.find(passage.text, span.start, span.end) if passage.text else -1
    return start if start >= 0 else None


def finding_at(document: Document, passage: Passage, offset: int, length: int, **values: object) -> Finding:
    """A finding about ``passage.text[offset : offset + length]``, as exactly placed as can be."""
    start = place(document, passage)
    if start is None:
        return Finding(values, path=passage.path)
    return Finding(values, path=passage.path, offset=start + offset, length=length)


def fix_at(document: Document, passage: Passage, offset: int, length: int, replacement: str) -> Fix | None:
    """Replace ``passage.text[offset : offset + length]``, where the text stands letter by letter."""
    start = place(document, passage)
    return None if start is None else Fix(start + offset, start + offset + length, replacement)


@lru_cache(maxsize=8)
def story_outline(body: str) -> Outline:
    """The outline of a story."""
    return outline(body)


@lru_cache(maxsize=64)
def suspicions(text: str) -> tuple[Suspicion, ...]:
    """What is suspicious about the letters of a text."""
    return () if is_plain(text) else tuple(suspicious_characters(text))


@lru_cache(maxsize=64)
def details(text: str) -> tuple[PrivateDetail, ...]:
    """The private details in a text."""
    return tuple(private_details(text))


def telling(document: Document, find: Callable[[str], tuple[object, ...]]) -> Iterator[Passage]:
    """The texts of a document in which ``find`` may find something; the whole file is asked first."""
    if find(document.text) or "\\" in document.front or not document.text:
        yield from passages(document)


def suspicious_lines(document: Document, kind: SuspicionKind) -> Iterator[tuple[Passage, list[Suspicion]]]:
    """Each line that has suspicious characters of a kind, with all of them."""
    for passage in telling(document, suspicions):
        lines: list[list[Suspicion]] = []
        end = -1
        for suspicion in suspicions(passage.text):
            if suspicion.kind != kind:
                continue
            if suspicion.offset > end:
                if len(lines) == MOST:
                    break
                lines.append([])
                end = passage.text.find("\n", suspicion.offset)
                end = len(passage.text) if end < 0 else end
            lines[-1].append(suspicion)
        yield from ((passage, found) for found in lines)


def mended(passage: Passage, found: list[Suspicion]) -> tuple[int, int, str]:
    """Offset, length and the mended text of the stretch from the first suspicious character to the last."""
    start, end = found[0].offset, found[-1].offset + found[-1].length
    parts, done = [], start
    for suspicion in found:
        parts += [passage.text[done : suspicion.offset], suspicion.replacement]
        done = suspicion.offset + suspicion.length
    return start, end - start, "".join(parts)


def around(text: str, offset: int, length: int) -> str:
    """The words that a stretch of text is part of, for a message: one line, cut short."""
    start, end = offset, offset + length
    while start > 0 and not text[start - 1].isspace() and offset - start < QUOTE:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - offset < QUOTE:
        end += 1
    return shortened(text[start:end])


def shortened(text: str, limit: int = QUOTE) -> str:
    """One line of at most ``limit`` characters, cut with “…”."""
    line = " ".join(text[: limit * 2].split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
