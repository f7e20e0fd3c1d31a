"""What of a story is code, blotted out in place, so that a scanner sees only what is read as Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

BLOT = "\x1a"
"""Stands for a character that is code or escaped: no pattern looks for it, and it is no white space."""

_FENCE = re.compile(r"^(`{3,}|~{3,})[ ]*((?:\{[^\n]*\}|\.?[\w#.+-]*)[ ]*)$", re.M)
_MARKER = re.compile(r"[ ]{0,3}(?:[*+-]|\d+\.)[ \t]+")
_ANY_MARKER = re.compile(r"([ ]*)(?:[*+-]|\d+\.)[ \t]+")
_HASH = re.compile(r"#{1,6}")
_NOT_LINE_END = re.compile(r"[^\n]")
_QUOTE = re.compile(r"[ ]{0,3}>")
_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!]")


class Chunk(NamedTuple):
    """A stretch that inline marks don't reach out of: a paragraph, a heading, a list item."""

    start: int
    end: int


def without_fences(body: str) -> str:
    """The body with fenced code as blank lines; same length."""
    if "```" not in body and "~~~" not in body:
        return body
    found = list(_FENCE.finditer(body))
    closing: dict[str, list[int]] = {}
    for match in found:
        if not match[2]:
            closing.setdefault(match[1], []).append(match.end())
    blots, done = [], 0
    for match in found:
        ends = closing.get(match[1], [])
        place = bisect_right(ends, match.end())
        if match.start() >= done and place < len(ends):
            done = ends[place]
            blots.append((match.start(), done))
    return _blotted(body, blots)


def without_indented(text: str) -> str:
    """The text with code that is marked by indentation as blank lines; same length."""
    if "    " not in text and "\t" not in text:
        return text
    lines, depth, fresh, code = text.split("\n"), 0, True, False
    for number, line in enumerate(lines):
        if not line.strip():
            fresh = True
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))
        marker = _ANY_MARKER.match(line.expandtabs(4))
        if fresh:
            depth = 0 if indent < 4 and not marker else depth
            code = indent >= 4 * (depth + 1)
        code = code and indent >= 4
        if code:
            lines[number] = " " * len(line)
        elif marker and (fresh or depth):
            depth = indent // 4 + 1
        fresh = False
    return "\n".join(lines)


def chunks(text: str) -> Iterator[Chunk]:
    """Cut text at blank lines, headings, and the items of a list."""
    start, offset, listed = -1, 0, False
    for line in text.split("\n"):
        end = offset + len(line)
        blank = not line or line.isspace()
        heading = bool(_HASH.match(line))
        opens = start < 0
        if opens and not blank:
            listed = bool(_MARKER.match(line))
        cut = blank or heading or (listed and _ANY_MARKER.match(line)) or (opens and _QUOTE.match(line))
        if cut and not opens:
            yield Chunk(start, offset)
            start = -1
        if heading:
            yield Chunk(offset, end)
        elif not blank and start < 0:
            start = offset
        offset = end + 1
    if start >= 0:
        yield Chunk(start, len(text))


def without_spans(text: str) -> str:
    """The text with code spans and escaped characters blotted out; same length.

    Linear but for a logarithm, however many back-ticks a hostile text holds.
    """
    if "`" not in text and "\\" not in text:
        return text
    blots = [spot for chunk in chunks(text) for spot in _blots(text, chunk)]
    return _blotted(text, blots, BLOT)


def _blotted(text: str, blots: list[tuple[int, int]], blot: str = " ") -> str:
    """The text with stretches blotted out, line ends kept."""
    parts, done = [], 0
    for start, end in blots:
        parts += [text[done:start], _NOT_LINE_END.sub(blot, text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _blots(text: str, chunk: Chunk) -> Iterator[tuple[int, int]]:
    runs: dict[int, list[int]] = {}
    for match in _TICKS.finditer(text, chunk.start, chunk.end):
        runs.setdefault(len(match[0]), []).append(match.start())
    at = chunk.start
    while (found := _next(text, at, chunk.end)) is not None:
        start, end = found
        if text[start] == "\\":
            yield start, end
            at = end
            continue
        closed = _closing(runs, start, end)
        if closed:
            yield start, closed
        at = closed or end


def _next(text: str, at: int, end: int) -> tuple[int, int] | None:
    """The next escape or run of back-ticks."""
    match = _EITHER.search(text, at, end)
    return match.span() if match else None


_EITHER = re.compile(f"{_ESCAPED.pattern}|{_TICKS.pattern}")


def _closing(runs: dict[int, list[int]], start: int, end: int) -> int | None:
    """Where the code span ends that a run of back-ticks opens; a shorter run may close it too."""
    for length in range(end - start, 0, -1):
        places = runs.get(length, ())
        place = bisect_right(places, start) if places else 0
        if place < len(places):
            return places[place] + length
    return None
