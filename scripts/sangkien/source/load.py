"""Files → typed documents: initiatives, people, events, vocabularies, the programme, editorial pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from sangkien.model.event import Event
from sangkien.model.initiative import Initiative
from sangkien.model.person import Person
from sangkien.model.typing import BANNER, ENTRY, EVENT, INITIATIVE, PERSON, PROGRAMME, Fault, typed
from sangkien.model.vocabulary import OPTIONAL_VOCABULARIES, VOCABULARIES, Entry, Vocabularies
from sangkien.photos.facts import PhotoFacts, content_digest, read_facts
from sangkien.photos.fault import PhotoFault
from sangkien.settings import Settings
from sangkien.source.document import Document, Kind, read_document
from sangkien.source.tree import Tree, UnsafePathError, is_alike

Facts = Mapping[str, PhotoFacts | PhotoFault]
MAX_TEXT = 2 * 1024 * 1024
"""Bytes of one text file: a story is some kilobytes."""


def initiative_path(settings: Settings, slug: str) -> str:
    """Where an initiative's text stands."""
    return f"{settings.initiatives_dir}/{slug}/index.md"


def load_initiative(tree: Tree, settings: Settings, slug: str, known: Facts | None = None) -> Document:
    """One folder of ``initiatives/``: text, data, record, and facts of its photos.

    ``known`` holds facts by content digest, so that no picture is decoded twice.
    """
    path = initiative_path(settings, slug)
    folder = f"{settings.initiatives_dir}/{slug}"
    document = _read(tree, path, "initiative")
    found: tuple[Initiative | None, tuple[Fault, ...]] = _record(document, INITIATIVE)
    record, faults = found
    names = dict.fromkeys(photo.file for photo in record.photos or ()) if record else _listed(document.data)
    files = _called(tree.files(folder), names)
    photos = {name: _facts(tree, f"{folder}/{name}", known or {}) for name in names if name in files}
    others = tuple(name for name in files if name != "index.md")
    return replace(document, record=record, faults=faults, folder=others, photos=photos)


def _called(files: Collection[str], names: Collection[str]) -> Collection[str]:
    """The files under the names by which the text calls them: a Mac writes letters and marks apart."""
    missing = [name for name in names if name not in files and not name.isascii()]
    if not missing:
        return files
    free = [file for file in files if file not in names]
    found = {file: name for name in missing for file in free if is_alike(file, name)}
    return [found.get(file, file) for file in files]


def _listed(data: object) -> dict[str, None]:
    """The photos that data without a record name: what is wrong with them is said along with the rest."""
    rows = data.get("photos") if isinstance(data, dict) else None
    found = [row.get("file") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return dict.fromkeys(name for name in found if isinstance(name, str))


def load_people(tree: Tree, settings: Settings, known: Facts | None = None) -> tuple[Document, ...]:
    """Every ``content/people/<id>.md``, with facts of its portrait."""
    folder = f"{settings.content_dir}/people"
    files = tree.files(folder)
    documents = []
    for name in files:
        if not name.endswith(".md"):
            continue
        document = _typed(_read(tree, f"{folder}/{name}", "person"), PERSON)
        record: Person | None = document.record
        portrait = record.portrait if record else None
        called = _called(files, (portrait,)) if portrait else files
        photos = {portrait: _facts(tree, f"{folder}/{portrait}", known or {})} if portrait in called else {}
        others = tuple(other for other in called if not other.endswith(".md"))
        documents.append(replace(document, folder=others, photos={k: v for k, v in photos.items() if k}))
    return tuple(documents)


def event_ids(tree: Tree, settings: Settings) -> tuple[str, ...]:
    """Names of the files of ``content/events``, without ``.md``."""
    names = tree.files(f"{settings.content_dir}/events")
    return tuple(name.removesuffix(".md") for name in names if name.endswith(".md"))


def load_event(tree: Tree, settings: Settings, event_id: str, known: Facts | None = None) -> Document:
    """One ``content/events/<id>.md``, with facts of its photos in the folder ``<id>`` beside it."""
    folder = f"{settings.content_dir}/events/{event_id}"
    document = _typed(_read(tree, f"{folder}.md", "event"), EVENT)
    record: Event | None = document.record
    names = dict.fromkeys(photo.file for photo in record.photos) if record else {}
    files = _called(tree.files(folder), names)
    photos = {name: _facts(tree, f"{folder}/{name}", known or {}) for name in names if name in files}
    return replace(document, folder=tuple(files), photos=photos)


def load_banners(tree: Tree, settings: Settings) -> Document | None:
    """``content/banners.yml``, where the fair has one."""
    if "banners.yml" not in tree.files(settings.content_dir):
        return None
    return _typed_list(_read(tree, f"{settings.content_dir}/banners.yml", "banners"), BANNER)


def load_vocabularies(tree: Tree, settings: Settings) -> tuple[tuple[Document, ...], Vocabularies]:
    """The vocabulary files, and what of them is sound. A missing required file is a fault of its own."""
    folder = f"{settings.content_dir}/vocabulary"
    present = tree.files(folder)
    documents, vocabularies = [], Vocabularies()
    for name in VOCABULARIES:
        path = f"{folder}/{name}.yml"
        if f"{name}.yml" not in present:
            if name not in OPTIONAL_VOCABULARIES:
                documents.append(Document(path, "vocabulary", faults=(Fault("missing-file"),)))
            continue
        document = _typed_list(_read(tree, path, "vocabulary"), ENTRY)
        documents.append(document)
        vocabularies[name] = _by_id(document.record or ())
    return tuple(documents), vocabularies


def load_programme(tree: Tree, settings: Settings) -> Document | None:
    """``content/programme.yml``, where the fair has one."""
    if "programme.yml" not in tree.files(settings.content_dir):
        return None
    return _typed(_read(tree, f"{settings.content_dir}/programme.yml", "programme"), PROGRAMME)


def load_counts(tree: Tree, settings: Settings) -> Document | None:
    """``content/counts.csv``, where the fair has one: its text alone."""
    if "counts.csv" not in tree.files(settings.content_dir):
        return None
    return _read(tree, f"{settings.content_dir}/counts.csv", "counts")


def load_pages(tree: Tree, settings: Settings) -> tuple[Document, ...]:
    """Editorial pages: the Markdown of ``content/`` that is neither people, events nor vocabulary."""
    found: list[Document] = []
    pending = [settings.content_dir]
    special = {f"{settings.content_dir}/{name}" for name in ("people", "events", "vocabulary")}
    while pending:
        folder = pending.pop()
        found += [
            _read(tree, f"{folder}/{name}", "page") for name in tree.files(folder) if name.endswith(".md")
        ]
        pending += [f"{folder}/{name}" for name in tree.folders(folder) if f"{folder}/{name}" not in special]
    return tuple(sorted(found, key=lambda document: document.path))


def load_loose(tree: Tree, settings: Settings) -> tuple[Document, ...]:
    """The files right in ``initiatives/``, where only folders belong, by their paths alone."""
    folder = settings.initiatives_dir
    return tuple(Document(f"{folder}/{name}", "loose") for name in tree.files(folder))


def slugs(tree: Tree, settings: Settings) -> tuple[str, ...]:
    """Names of the folders of ``initiatives/``."""
    return tree.folders(settings.initiatives_dir)


def _read(tree: Tree, path: str, kind: Kind) -> Document:
    try:
        raw = tree.read(path)
    except FileNotFoundError:
        return Document(path, kind, faults=(Fault("missing-file"),))
    except UnsafePathError:
        return Document(path, kind, faults=(Fault("unsafe-file"),))
    except OSError as error:
        return Document(path, kind, faults=(Fault("unreadable", params={"problem": error.strerror or "?"}),))
    if len(raw) > MAX_TEXT:
        return Document(
            path, kind, faults=(Fault("too-much-text", params={"limit": MAX_TEXT // 1024 // 1024}),)
        )
    return read_document(path, kind, raw)


def _typed(document: Document, adapter: TypeAdapter[Any]) -> Document:
    record, faults = _record(document, adapter)
    return replace(document, record=record, faults=faults)


def _record(document: Document, adapter: TypeAdapter[Any]) -> tuple[Any, tuple[Fault, ...]]:
    """The record of a document, None where a fault keeps it from being one, and all its faults."""
    if document.data is None:
        return None, document.faults
    if not isinstance(document.data, dict):
        return None, (*document.faults, Fault("not-mapping"))
    record, faults = typed(adapter, document.data)
    return record, document.faults + faults


def _typed_list(document: Document, adapter: TypeAdapter[Any]) -> Document:
    data: Any = document.data
    if data is None:
        return replace(document, record=())
    if not isinstance(data, list):
        return replace(document, record=(), faults=(*document.faults, Fault("not-list")))
    entries: list[Any] = []
    faults = list(document.faults)
    for number, item in enumerate(data):
        entry, found = typed(adapter, item)
        entries.append(entry)
        faults += [replace(fault, path=(number, *fault.path)) for fault in found]
    return replace(document, record=tuple(entries), faults=tuple(faults))


def _by_id(entries: tuple[Entry | None, ...]) -> dict[str, Entry]:
    """The first of each id; a rule reports the second."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry is not None:
            found.setdefault(entry.id, entry)
    return found


def _facts(tree: Tree, path: str, known: Facts) -> PhotoFacts | PhotoFault:
    try:
        raw = tree.read(path)
    except OSError as error:
        return PhotoFault("undecodable", error.strerror or "OSError")
    return known.get(content_digest(raw)) or read_facts(raw)
