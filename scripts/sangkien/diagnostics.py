"""Diagnostics: what is wrong, where, and how to mend it, as plain values.

A diagnostic knows both languages, so that a cached one can be shown in either. Lines and columns
count from 1, columns in characters, as editors do. Layer 0: imports nothing of the project.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, NamedTuple

Language = Literal["vi", "en"]
Path = tuple[str | int, ...]
"""Where a value stands in a document's data: ``("authors", 0, "name")``."""


class Severity(IntEnum):
    """How bad a finding is. An error keeps what it is about from being published."""

    NOTICE = 0
    WARNING = 1
    ERROR = 2


class Text(NamedTuple):
    """One sentence in both languages."""

    vi: str
    en: str

    def format(self, **values: object) -> Text:
        """Fill ``{name}`` places in both languages. Raises KeyError when a value is missing."""
        return Text(self.vi.format_map(values), self.en.format_map(values))

    def of(self, language: Language) -> str:
        """The sentence in one language."""
        return self.vi if language == "vi" else self.en


class Span(NamedTuple):
    """A stretch of a file's decoded text: line and column from 1, offsets from 0 (end exclusive)."""

    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0


class Fix(NamedTuple):
    """A safe mend: replace ``text[start:end]`` of the file's decoded text by ``replacement``."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. ``field`` is the path of the value it is about, ``()`` for the whole file."""

    file: str
    code: str
    severity: Severity
    message: Text
    help: Text
    span: Span = Span()
    field: Path = ()
    fix: Fix | None = None

    @property
    def touches_visibility(self) -> bool:
        """Whether it leaves unclear if the record may be shown at all (design, section 5)."""
        return not self.field or self.field[0] in VISIBILITY_FIELDS or "consent" in self.field

    def sort_key(self) -> tuple[object, ...]:
        """By file, place, code; total, so that runs in parallel print the same order."""
        return (self.file, self.span.line, self.span.column, self.code, self.message.vi, self.field_text())

    def field_text(self) -> str:
        """The path as people write it: ``authors.0.name``."""
        return ".".join(str(part) for part in self.field)


VISIBILITY_FIELDS = frozenset({"status", "published", "confidential", "sample"})


class UserError(Exception):
    """What stops a command before it can run; ``text`` is shown to the user, never a traceback."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(vi, en)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled by its two sentences, so that it crosses from a worker process."""
        return (UserError, (self.text.vi, self.text.en))
