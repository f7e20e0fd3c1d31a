"""A document: one text file of the fair, its raw data, its story, and the place of every value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sangkien.diagnostics import Path, Span
from sangkien.model.typing import Fault
from sangkien.photos.facts import PhotoFacts
from sangkien.photos.fault import PhotoFault
from sangkien.source import yaml_text

Kind = Literal[
    "initiative", "person", "event", "vocabulary", "programme", "banners", "counts", "record", "page", "loose"
]
"""``counts``: a table, read by its own rules. ``record``: of addresses, in which something is damaged.
``loose``: a file that stands where none belongs; known by its path, never read."""

_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.M)


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read.

    Attributes:
        path: relative to the fair's root, forward slashes.
        text: the whole decoded text: no BOM, line ends as ``\\n``.
        data: raw front matter (or YAML): str, list, dict; None when it could not be read.
        body: the Markdown behind the front matter; ``body_start`` is its offset in ``text``.
        record: the typed record, or None when a fault keeps it from being one. For a vocabulary
            (or the banners) a tuple with one Entry (or Banner, or None) for each item.
        faults: what loading and typing found; rules make diagnostics of them.
        folder: names of the other files in its folder.
        photos: facts or fault of each picture that the record names and the folder has.
    """

    path: str
    kind: Kind
    text: str = ""
    front: str = ""
    front_start: int = 0
    data: Any = None
    body: str = ""
    body_start: int = 0
    record: Any = None
    faults: tuple[Fault, ...] = ()
    folder: tuple[str, ...] = ()
    photos: Mapping[str, PhotoFacts | PhotoFault] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        """The folder's name of an initiative, the file's stem of anything else."""
        parts = self.path.split("/")
        return parts[-2] if self.kind == "initiative" and len(parts) > 1 else parts[-1].rsplit(".", 1)[0]

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Where a value stands in the file; of its nearest parent when it is absent.

        Computed by composing the YAML anew: call it only for what is at fault.
        """
        found = yaml_text.locate(self.front, path, key=key) if path else None
        if found is None:
            return Span(1, 1, 0, 0)
        start, end = self.front_start + found.start, self.front_start + found.end
        line, column = self._line_and_column(start)
        return Span(line, column, start, end)

    def span_of_fault(self, fault: Fault) -> Span:
        """Where a fault stands: by its path when it has one, else by the parser's line and column."""
        if fault.path:
            return self.span(fault.path, key=fault.kind == "unknown-key")
        line, column = fault.line + 1 + self.text.count("\n", 0, self.front_start), fault.column + 1
        start = self._offset(line)
        return Span(line, column, start, start)

    def span_at(self, offset: int, length: int = 0) -> Span:
        """The span of ``text[offset:offset + length]``."""
        line, column = self._line_and_column(offset)
        return Span(line, column, offset, offset + length)

    def span_in_body(self, offset: int, length: int = 0) -> Span:
        """The span of ``body[offset:offset + length]``."""
        return self.span_at(self.body_start + offset, length)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)

    def _offset(self, line: int) -> int:
        starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        return (
            starts[bisect_right(range(len(starts)), line - 1) - 1] if line <= len(starts) else len(self.text)
        )


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """UTF-8 text without BOM and with ``\\n`` line ends, or replacement text and a fault.

    UTF-16 (Notepad's "Unicode") is told apart from other encodings, so that the help can say so.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", (Fault("not-utf8", params={"encoding": "UTF-16"}),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start)
        return data.decode("utf-8", "replace"), (Fault("not-utf8", params={"encoding": "?"}, line=line),)
    if "\x00" in text:
        return text, (
            Fault("not-utf8", params={"encoding": "NUL"}, line=text.count("\n", 0, text.index("\x00"))),
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def split(text: str) -> tuple[int, int, int] | Fault:
    """(start of front matter, its end, start of the body), or why there is none."""
    opened = _OPEN.match(text)
    if not opened:
        return Fault("no-front-matter")
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        return Fault("front-matter-open")
    return opened.end(), closed.start(), closed.end()


def read_document(path: str, kind: Kind, raw: bytes) -> Document:
    """Bytes of a Markdown file with front matter (or of a YAML file) → an untyped document."""
    text, faults = decode(raw)
    if faults:
        return Document(path, kind, text, faults=faults)
    if kind == "counts":
        return Document(path, kind, text)
    if kind in ("vocabulary", "programme", "banners"):
        data, faults = yaml_text.parse(
            text, yaml_text.LIST_LIMIT if kind == "vocabulary" else yaml_text.LIMIT
        )
        return Document(path, kind, text, front=text, data=data, faults=faults)
    parts = split(text)
    if isinstance(parts, Fault):
        if kind == "page":
            return Document(path, kind, text, data={}, body=text)
        return Document(path, kind, text, body=text, faults=(parts,))
    start, end, body = parts
    front = text[start:end]
    data, faults = yaml_text.parse(front)
    if data is None and not faults:
        data = {}
    return Document(path, kind, text, front, start, data, text[body:], body, faults=faults)
