"""Who is named where, from the raw front matter: drafts, faulty stories and withdrawn people too.

Here a fault of one story hides nobody: only what can't be read as YAML at all is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sangkien.diagnostics import Path
from sangkien.model.scalars import is_slug
from sangkien.rules.raw import credited, mapping, word
from sangkien.settings import Settings
from sangkien.source.document import Document, Kind, read_document
from sangkien.source.ledger import NAME as LEDGER
from sangkien.source.load import MAX_TEXT, initiative_path, slugs
from sangkien.source.tree import Tree, walk
from sangkien.text.folding import person_slug

_KINDS: dict[str, Kind] = {"banners.yml": "banners", "programme.yml": "programme"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One author of a story or one speaker of an event, as the file has it.

    Attributes:
        document: where it stands. ``path``: where in its data.
        name: as written. ``collective``: it is a group's.
        person: the id of a file of their own, if the entry names one.
        derived: the id from name and unit, which is the page's where no file is named.
        consent: raw: a date's text, a mapping, None.
    """

    document: Document
    path: Path
    name: str
    collective: bool
    person: str | None
    derived: str
    consent: Any
    role: str | None
    organisation: str | None

    @property
    def id(self) -> str:
        """The id of the page."""
        return self.person or self.derived

    @property
    def withdrawn(self) -> bool:
        """Whether the consent was taken back in this entry."""
        return "withdrawn" in mapping(self.consent)

    @property
    def status(self) -> str:
        """``published``, ``draft`` or ``withdrawn``, as written."""
        return word(mapping(self.document.data).get("status")) or ""

    @property
    def sample(self) -> bool:
        """Whether it stands in something invented."""
        return mapping(self.document.data).get("sample") == "true"


def documents(tree: Tree, settings: Settings) -> Iterator[Document]:
    """Every text of the fair: initiatives, people, events, vocabularies, data, pages; no picture."""
    for path, kind in _paths(tree, settings):
        if (raw := _raw(tree, path)) is not None:
            yield read_document(path, kind, raw)


def unread(tree: Tree, settings: Settings) -> Iterator[str]:
    """Files that ``documents`` passes over: held by another program, or far too long."""
    missing = (path for path, _ in _paths(tree, settings) if _raw(tree, path) is None)
    return (path for path in missing if _is_there(tree, path))


def _paths(tree: Tree, settings: Settings) -> Iterator[tuple[str, Kind]]:
    for slug in slugs(tree, settings):
        yield initiative_path(settings, slug), "initiative"
    base = settings.content_dir + "/"
    for path, _ in walk(tree, settings.content_dir):
        if (kind := _kind(path.removeprefix(base))) is not None:
            yield path, kind


def _is_there(tree: Tree, path: str) -> bool:
    folder, _, name = path.rpartition("/")
    try:
        return name in tree.files(folder)
    except OSError:
        return True


def entries(document: Document) -> Iterator[Entry]:
    """Every author or speaker that has a name."""
    if document.kind not in ("initiative", "event"):
        return
    unit = word(mapping(document.data).get("organisation"))
    for path, row in credited(document):
        name, group = word(row.get("name")), word(row.get("collective"))
        if name or group:
            own = word(row.get("organisation")) or unit
            yield Entry(
                document=document,
                path=path,
                name=name or group or "",
                collective=name is None,
                person=_id(row.get("person")),
                derived=person_slug(name or group or "", own or "", group=name is None),
                consent=row.get("consent"),
                role=word(row.get("role")),
                organisation=own,
            )


def _id(value: Any) -> str | None:
    """The id of a person's file; what is no id could lead anywhere as a path."""
    text = word(value)
    return text if text and is_slug(text) else None


def _kind(path: str) -> Kind | None:
    if path == LEDGER:  # who withdraws leaves it by ``intake.ledger``; a story's addresses stay
        return None
    if path.endswith((".yml", ".yaml")):
        return _KINDS.get(path, "vocabulary")
    if not path.endswith(".md"):
        return None
    folder = path.partition("/")[0]
    return "person" if folder == "people" else "event" if folder == "events" else "page"


def _raw(tree: Tree, path: str) -> bytes | None:
    try:
        raw = tree.read(path)
    except OSError:
        return None
    return raw if len(raw) <= MAX_TEXT else None
