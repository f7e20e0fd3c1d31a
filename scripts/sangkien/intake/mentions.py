"""What else names a person, or leads to a story, once it is withdrawn: for a human to mend."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sangkien.build.home import STAMP
from sangkien.intake.subject import PersonSubject, StorySubject
from sangkien.rules.naming import is_named
from sangkien.rules.passages import STORY, Passage, passages
from sangkien.rules.raw import items, mapping, rows, word
from sangkien.source.document import Document
from sangkien.text.folding import fold, in_slug
from sangkien.text.names import usual_name

_OWN = frozenset({"name", "collective", "person", "consent"})
_PRINTED = (".zip", ".pdf", ".docx", ".pptx", ".html")
_SHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
_PASSED_OVER = frozenset({"content", "initiatives", "theme", "scripts", "tests", "docs", "node_modules"})
_STAMPS = frozenset({STAMP, ".sangkien-release.json"})
"""What tells a built site, or a release, by its own folder."""
_DEEP = 3


class Mention(NamedTuple):
    """A place in a file; ``line`` from 1, 0 for the file's or folder's own name."""

    file: str
    line: int


def mentions_of_person(person: PersonSubject, documents: Iterable[Document]) -> Iterator[Mention]:
    """Texts, captions, announcements, addresses that name the person beyond the entries themselves.

    In a story of theirs "anh Mẫu" counts too; elsewhere only the whole name, for many are called Mẫu.
    """
    own = {(row.document.path, row.path) for row in person.rows}
    theirs = {file for file, _ in own}
    folded = fold(person.name)
    for document in documents:
        if document.kind == "person" and document.slug == person.file:
            continue
        credited = document.path in theirs
        if not credited and folded not in fold(document.text):
            continue
        if document.kind == "initiative" and in_slug(document.slug, person.name):
            yield Mention(document.path, 0)
        if document.data is None:  # its entries can't be read, and must not come back when it is mended
            yield from _lines(document.path, document.text, 1, person.name, None)
            continue
        others = _others(document, person) if credited else None
        for passage in passages(document):
            at_own = any(passage.path[: len(path)] == path for file, path in own if file == document.path)
            if not (at_own and passage.path[-1] in _OWN) and "consent" not in passage.path:
                yield from _in(document, passage, person.name, others)


def mentions_of_story(story: StorySubject, documents: Iterable[Document]) -> Iterator[Mention]:
    """Links to the story, and booths, sessions and announcements that name it by its folder."""
    slugs = [part.split("/")[1] for part in story.addresses if part.startswith("sang-kien/")]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, slugs))})(?![\w-])")
    for document in documents:
        if document.path != story.document.path:
            for match in pattern.finditer(document.text):
                yield Mention(document.path, document.span_at(match.start()).line)


def photos_of(person: PersonSubject, documents: Iterable[Document]) -> Iterator[str]:
    """Pictures that may show the person: a portrait, and every photo of their stories."""
    files = {row.document.path for row in person.rows}
    for document in documents:
        data, folder = mapping(document.data), document.path.rpartition("/")[0]
        if document.kind == "person" and document.slug == person.file and word(data.get("portrait")):
            yield f"{folder}/{word(data.get('portrait'))}"
        if document.path in files:
            place = folder if document.kind == "initiative" else document.path.removesuffix(".md")
            for photo in items(data.get("photos")):
                if name := word(mapping(photo).get("file")):
                    yield f"{place}/{name}"


def copies(root: Path, site: Path) -> Iterator[str]:
    """Printed files, sheets, kits and other built sites near at hand, which no build mends."""
    for folder, folders, files in os.walk(root):
        here = Path(folder)
        depth = len(here.relative_to(root).parts)
        if here != site and not _STAMPS.isdisjoint(files):
            yield here.relative_to(root).as_posix() + "/"
            folders.clear()
            continue
        folders[:] = sorted(
            name
            for name in folders
            if depth < _DEEP
            and not name.startswith(".")
            and here / name != site
            and not (depth == 0 and name in _PASSED_OVER)
        )
        for name in sorted(files):
            if name.lower().endswith(_PRINTED + _SHEETS) and not name.startswith((".", "~$")):
                yield (here / name).relative_to(root).as_posix()


def _others(document: Document, person: PersonSubject) -> tuple[str, ...]:
    """Names of the co-authors: a given name that one of them bears too tells nothing."""
    names = (word(row.get("name")) for _, row in rows(mapping(document.data).get("authors")))
    return tuple(name for name in names if name and usual_name(name) != person.name)


def _in(document: Document, passage: Passage, name: str, others: tuple[str, ...] | None) -> Iterator[Mention]:
    """The lines of a passage that name the person; the passage's first where only all of it together does."""
    if not _names(passage.text, name, others):
        return
    if passage.path != STORY:
        yield Mention(document.path, document.span(passage.path).line)
        return
    first = document.span_at(document.body_start).line
    yield from _lines(document.path, passage.text, first, name, others)


def _lines(file: str, text: str, first: int, name: str, others: tuple[str, ...] | None) -> Iterator[Mention]:
    """The lines that name the person; the first where only several of them together do."""
    found = [at for at, line in enumerate(text.split("\n"), first) if _names(line, name, others)]
    yield from (Mention(file, line) for line in found or [first])


def _names(text: str, name: str, others: tuple[str, ...] | None) -> bool:
    """With ``others`` None only the whole name counts."""
    return is_named(text, name, (name,) if others is None else others)
