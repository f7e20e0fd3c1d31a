"""What stands about visibility in the raw data of a story or an event, whatever else is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from sangkien.catalogue.records import instant
from sangkien.diagnostics import Diagnostic, Severity
from sangkien.model.vocabulary import Vocabularies
from sangkien.rules.raw import credited, mapping, word
from sangkien.settings import Settings
from sangkien.source.document import Document

DOUBTFUL = frozenset({"contact", "note", "description", "short"})
"""Texts of a vocabulary's entry that can be left out; without its name nothing would be left of it."""


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


def shown_entries(vocabularies: Vocabularies, found: Iterable[Diagnostic]) -> Vocabularies:
    """Vocabularies less the texts that an error makes doubtful: an office's contact may be a private number.

    Where one entry's text has a fault, that of no entry in its file is shown: after a few hundred findings a
    rule says no more.
    """
    faulty = {
        (PurePosixPath(item.file).stem, field)
        for item in found
        if item.severity is Severity.ERROR and "vocabulary" in PurePosixPath(item.file).parts
        for field in item.field
        if field in DOUBTFUL
    }
    shown = Vocabularies(vocabularies)
    for name, field in sorted(faulty, key=str):
        entries = shown.names(name).items()
        without: dict[str, Any] = {str(field): None}
        shown[name] = {key: replace(entry, **without) for key, entry in entries}
    return shown
