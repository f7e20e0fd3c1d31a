"""Links and pictures of a story as Python-Markdown reads them, with the place of each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sangkien.markup.masking import BLOT, Chunk

_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]]*)\]:[ ]*\n?[ ]*([^\s]+)[ ]*(?:\n[ ]*)?(?:([\"'])(?:.*)\3[ ]*|\((?:.*)\)[ ]*)?$",
    re.M,
)
_TARGET = re.compile(
    r"\(\s*(<[^<>]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_ANGLED = re.compile(r"\(\s*(<[^<>]*>)\s*(?:(?:'[^']*'|\"[^\"]*\")\s*)?\)")
_TITLE = re.compile(r"\s+([\"']).*\1$", re.S)
_REFERENCE = re.compile(r"\s?\[([^\]]*)\]")
_AUTOLINK = re.compile(r"<((?:[Ff]|[Hh][Tt])[Tt][Pp][Ss]?://[^<>]*)>")
_AUTOMAIL = re.compile(r"<([^<> !]+@[^@<> ]+)>")
_BRACKET = re.compile(r"[\[\]()]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")


@dataclass(frozen=True, slots=True)
class Link:
    """A link, or a picture: ``body[offset : offset + length]``. ``target`` is the address as written."""

    text: str
    target: str
    offset: int
    length: int
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class _Scan:
    """One body: as written, as masked, and the addresses its references stand for."""

    body: str
    masked: str
    references: Mapping[str, str]


def references(body: str, masked: str) -> tuple[dict[str, str], str]:
    """Reference definitions (name in lower case → address), and the mask without them."""
    if "]:" not in masked:
        return {}, masked
    found: dict[str, str] = {}
    for match in _DEFINITION.finditer(masked):
        address = body[match.start(2) : match.end(2)].lstrip("<").rstrip(">")
        found[match[1].strip().lower()] = _unescaped(address)
    return found, _DEFINITION.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), masked)


def links_in(body: str, masked: str, names: Mapping[str, str], chunk: Chunk) -> Iterator[Link]:
    """The links and pictures of one chunk, in order of place."""
    scan = _Scan(body, masked, names)
    found = (
        list(_bracketed(scan, chunk.start, chunk.end))
        if masked.find("[", chunk.start, chunk.end) >= 0
        else []
    )
    if masked.find("<", chunk.start, chunk.end) >= 0:
        found += _automatic(scan, chunk, tuple((link.offset, link.offset + link.length) for link in found))
    yield from sorted(found, key=lambda link: link.offset)


def _automatic(scan: _Scan, chunk: Chunk, taken: tuple[tuple[int, int], ...]) -> Iterator[Link]:
    for pattern, prefix in ((_AUTOLINK, ""), (_AUTOMAIL, "mailto:")):
        for match in pattern.finditer(scan.masked, chunk.start, chunk.end):
            start, end = match.span()
            inside = any(first <= start < last for first, last in taken)
            if not inside and not (prefix and _AUTOLINK.match(match[0])):
                address = scan.body[start + 1 : end - 1]
                target = address if not prefix else prefix + address.removeprefix("mailto:")
                yield Link(address, target, start, end - start)


def _bracketed(scan: _Scan, start: int, end: int, *, images_only: bool = False) -> Iterator[Link]:
    partner = _pairs(scan.masked, start, end)
    at = start
    while (at := scan.masked.find("[", at, end)) >= 0:
        image = at > start and scan.masked[at - 1] == "!"
        close = partner.get(at)
        resolved = _resolve(scan, at, close, end, partner) if close is not None else None
        if close is None or resolved is None or (images_only and not image):
            at += 1
            continue
        target, stop = resolved
        first = at - 1 if image else at
        yield Link(_unescaped(scan.body[at + 1 : close]), target, first, stop - first, image)
        if not image and scan.masked.find("![", at + 1, close) >= 0:
            yield from _bracketed(scan, at + 1, close, images_only=True)
        at = stop


def _pairs(masked: str, start: int, end: int) -> dict[int, int]:
    """Opening bracket → closing one, for each kind by itself: found in one pass, whatever the text."""
    square: list[int] = []
    round_: list[int] = []
    partner: dict[int, int] = {}
    for match in _BRACKET.finditer(masked, start, end):
        stack = square if match[0] in "[]" else round_
        if match[0] in "[(":
            stack.append(match.start())
        elif stack:
            partner[stack.pop()] = match.start()
    return partner


def _resolve(
    scan: _Scan, at: int, close: int, end: int, partner: Mapping[int, int]
) -> tuple[str, int] | None:
    """Where the bracketed text leads, and where the whole link ends."""
    reference = _REFERENCE.match(scan.masked, close + 1, end) if scan.references else None
    text = _name(scan.body[at + 1 : close])
    if reference:
        name = _name(scan.body[reference.start(1) : reference.end(1)]) or text
        if name in scan.references:
            return scan.references[name], reference.end()
    if scan.masked.startswith("(", close + 1) and close + 1 < end:
        found = _target(scan, close + 1, end, partner)
        if found:
            return found
    return (scan.references[text], close + 1) if text in scan.references else None


def _target(scan: _Scan, at: int, end: int, partner: Mapping[int, int]) -> tuple[str, int] | None:
    match = _ANGLED.match(scan.masked, at, end) or _TARGET.match(scan.masked, at, end)
    if match:
        address = scan.body[match.start(1) : match.end(1)]
        if address.startswith("<") and address.endswith(">"):
            address = address[1:-1].strip()
        return _unescaped(address), match.end()
    close = partner.get(at)
    if close is None:
        return None
    return _unescaped(_TITLE.sub("", scan.body[at + 1 : close].strip())), close + 1


def _name(text: str) -> str:
    return " ".join(text.split("\n")).strip().lower() if "\n" in text else text.strip().lower()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def plain(text: str) -> str:
    """A heading's text without its marks, as it is shown."""
    if not _MARKS.search(text):
        return " ".join(text.split())
    text = _LINKED.sub(lambda match: "" if match[0].startswith("!") else match[1], text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _EMPHASIS.sub("", _ESCAPE.sub(lambda match: BLOT + match[1], text))
    return " ".join(html.unescape(text.replace(BLOT, "")).split())


_MARKS = re.compile(r"[\\`*_\[\]<>&]")
_LINKED = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\s?\[[^\]]*\])?")
_EMPHASIS = re.compile(rf"(?<!{BLOT})(?:[*`]+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w))")
