"""Reading raw front matter without trusting its shape: rules look here so that one fault hides no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sangkien.diagnostics import Path, Severity
from sangkien.source.document import Document, Kind

RECORDS: tuple[Kind, ...] = ("initiative", "person", "event", "vocabulary", "programme", "banners")
"""The kinds of document that have a typed record."""
FILES: tuple[Kind, ...] = (*RECORDS, "page")
"""Every kind of document that is read."""
STORIES: tuple[Kind, ...] = ("initiative", "person", "event")
"""The kinds that have a text of their own, and pictures."""


def mapping(value: Any) -> dict[str, Any]:
    """The value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def rows(value: Any) -> Sequence[tuple[int, dict[str, Any]]]:
    """The mappings of a list, each with its place in it."""
    if not isinstance(value, list):
        return ()
    return [(number, item) for number, item in enumerate(value) if isinstance(item, dict)]


def word(value: Any) -> str | None:
    """A scalar's text without the blanks around it; None for anything else, and for nothing."""
    return value.strip() or None if isinstance(value, str) else None


def is_public_report(data: dict[str, Any]) -> bool:
    """Whether an author stands on a public body's report: what isn't known of it may be missing."""
    return any(
        mapping(author.get("consent")).get("basis") == "public-report"
        for _, author in rows(data.get("authors"))
    )


def credited(document: Document) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Whoever is named with a consent: the authors of an initiative, the speakers of an event."""
    data = mapping(document.data)
    if document.kind != "event":
        for number, author in rows(data.get("authors")):
            yield ("authors", number), author
        return
    for number, session in rows(data.get("sessions")):
        for place, speaker in rows(session.get("speakers")):
            yield ("sessions", number, "speakers", place), speaker


def softened(document: Document) -> Severity | None:
    """A notice for what is merely missing in a draft; None leaves the rule its own severity."""
    may_be = document.kind in ("initiative", "event")
    return Severity.NOTICE if may_be and word(mapping(document.data).get("status")) == "draft" else None


def label(path: Path) -> str:
    """What people call a value: its key, with its place (from 1) where it stands in a list.

    ``("tags", 2)`` is ``tags 3``, ``("authors", 0, "name")`` is ``name``.
    """
    if not path:
        return ""
    if isinstance(path[-1], str) or len(path) == 1:
        return str(path[-1])
    return f"{path[-2]} {path[-1] + 1}"
