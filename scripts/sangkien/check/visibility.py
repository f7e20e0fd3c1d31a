"""What stands about visibility in the raw data of a story or an event, whatever else is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sangkien.catalogue.records import instant
from sangkien.diagnostics import Diagnostic
from sangkien.rules.raw import credited, mapping, word
from sangkien.settings import Settings
from sangkien.source.document import Document


def withdrawn_names(document: Document) -> tuple[str, ...]:
    """Names of those who took the consent back, as written."""
    named = (word(row.get(key)) for row in _taken_back(document) for key in ("name", "collective"))
    return tuple(name for name in named if name)


def may_be_held(document: Document, errors: list[Diagnostic], settings: Settings) -> bool:
    """Whether the last good page may stay: published before, and no doubt about visibility."""
    data = mapping(document.data)
    if not errors or any(error.touches_visibility for error in errors) or any(_taken_back(document)):
        return False
    if data.get("status") != "published" or data.get("confidential", "false") != "false":
        return False
    published = _moment(data.get("published"))
    return published is not None and instant(published, settings) <= settings.now


def _taken_back(document: Document) -> Iterator[dict[str, Any]]:
    for _, row in credited(document):
        if "withdrawn" in mapping(row.get("consent")):
            yield row


def _moment(text: Any) -> date | datetime | None:
    """A date or a date-time with its zone, as written; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
        if len(text) == len("2022-05-01"):
            return moment.date()
        return moment if moment.tzinfo else None
    except ValueError:
        return None
