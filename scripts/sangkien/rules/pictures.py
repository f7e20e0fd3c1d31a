"""The pictures that a document names, and those that lie beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from sangkien.diagnostics import Path
from sangkien.photos.facts import PhotoFacts
from sangkien.photos.fault import PhotoFault
from sangkien.rules.raw import mapping, rows, word
from sangkien.source.document import Document
from sangkien.text.folding import fold

ENDINGS = frozenset(
    (
        ".jpg",
        ".jpeg",
        ".png",
        ".webp",
        ".heic",
        ".heif",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
        ".avif",
        ".jfif",
        ".svg",
    )
)
"""Endings of files that are, or want to be, pictures."""


class Named(NamedTuple):
    """A picture that the front matter names: the path of its name, the name, what stands beside it."""

    path: Path
    file: str
    row: dict[str, Any]


def named(document: Document) -> Iterator[Named]:
    """The photos of an initiative, or the portrait of a person, in order, as the raw data has them."""
    data = mapping(document.data)
    if document.kind == "person":
        portrait = word(data.get("portrait"))
        if portrait:
            row = {"alt": data.get("portrait_alt"), "credit": data.get("portrait_credit")}
            yield Named(("portrait",), portrait, row)
        return
    for number, row in rows(data.get("photos")):
        file = word(row.get("file"))
        if file:
            yield Named(("photos", number, "file"), file, row)


def beside(picture: Named, key: str) -> Path:
    """The path of another key of the same picture: ``alt`` or ``credit``."""
    return (f"portrait_{key}",) if picture.path == ("portrait",) else (*picture.path[:-1], key)


def faulty(document: Document, *kinds: str) -> Iterator[tuple[Named, PhotoFault]]:
    """The named pictures that have one of these faults."""
    if document.photos:
        for picture in named(document):
            fault = document.photos.get(picture.file)
            if isinstance(fault, PhotoFault) and fault.kind in kinds:
                yield picture, fault


def sound(document: Document) -> Iterator[tuple[Named, PhotoFacts]]:
    """The named pictures that decode."""
    if document.photos:
        for picture in named(document):
            facts = document.photos.get(picture.file)
            if isinstance(facts, PhotoFacts):
                yield picture, facts


def ending(file: str) -> str:
    """The ending of a file name in lower case, with its dot; empty where there is none."""
    dot = file.rfind(".")
    return file[dot:].lower() if dot > 0 else ""


def same_but_for_spelling(file: str, others: tuple[str, ...]) -> str | None:
    """The one file whose name differs in case, tones or ending only."""
    stem = _stem(file)
    alike = [other for other in others if ending(other) in ENDINGS and _stem(other) == stem]
    return alike[0] if len(alike) == 1 else None


def _stem(file: str) -> str:
    name = unicodedata.normalize("NFC", file)
    return fold(name[: len(name) - len(ending(name))])
