"""Entries against what stands: what is new, what changes, what is the same. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sangkien.diagnostics import Text
from sangkien.intake.entry import Entry, Rejected
from sangkien.intake.origins import Known, Origins
from sangkien.intake.specimen import next_free, slug_for
from sangkien.intake.standing import Comparison, changed_text, compare, fields_of, titles
from sangkien.intake.written import plain_values, written
from sangkien.settings import Settings
from sangkien.source.document import Document, read_document
from sangkien.source.load import initiative_path, slugs
from sangkien.source.tree import DiskTree


@dataclass(frozen=True, slots=True)
class New:
    """A folder to be made."""

    slug: str
    entry: Entry
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An initiative that stands; ``text`` is None where nothing of it is to be written."""

    slug: str
    entry: Entry
    comparison: Comparison
    document: Document
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import would do. ``known`` are the origins to be kept afterwards."""

    new: tuple[New, ...] = ()
    changed: tuple[Changed, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    gone: tuple[tuple[Entry, str], ...] = ()
    known: tuple[Known, ...] = ()


_NOT_CHANGED = Text(
    "tệp được viết theo cách riêng nên không tự sửa, hãy sửa tay",
    "it is written in a way of its own: mend it by hand",
)


def make_plan(
    entries: Iterable[Entry | Rejected], tree: DiskTree, settings: Settings, origins: Origins
) -> Plan:
    """Decide for each entry. Of two alike in one import, the second is rejected and says which is the first."""
    documents = {slug: _read(tree, settings, slug) for slug in slugs(tree, settings)}
    by_title = titles(documents.values())
    taken, used = {name.casefold() for name in documents}, set[str]()
    new: list[New] = []
    changed: list[Changed] = []
    rejected: list[Rejected] = []
    gone: list[tuple[Entry, str]] = []
    known = dict(origins.all)
    seen: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        if isinstance(entry, Rejected):
            rejected.append(entry)
            continue
        twin = seen.setdefault(entry.keys, entry)
        if twin is not entry:
            rejected.append(_repeated(entry, twin))
            continue
        fields = fields_of(entry)
        origin = origins.find(entry, fields, used)
        slug = origin.slug if origin else _without_origin(entry, by_title, used)
        if slug is None:
            slug = next_free(slug_for(entry.title, settings), taken)
            made = _new(slug, entry)
            if isinstance(made, Rejected):
                rejected.append(made)
                continue
            new.append(made)
        elif slug not in documents:
            gone.append((entry, slug))
            used.add(slug)
            continue
        else:
            changed.append(_changed(slug, entry, documents[slug], origin))
        used.add(slug)
        taken.add(slug.casefold())
        known[slug] = origins.with_entry(
            slug, entry, _kept(fields, changed[-1] if changed and changed[-1].slug == slug else None, origin)
        )
    return Plan(tuple(new), tuple(changed), tuple(rejected), tuple(gone), tuple(known.values()))


def _read(tree: DiskTree, settings: Settings, slug: str) -> Document:
    path = initiative_path(settings, slug)
    try:
        return read_document(path, "initiative", tree.read(path))
    except OSError:
        return Document(path, "initiative")


def _without_origin(entry: Entry, by_title: dict[str, list[Document]], used: set[str]) -> str | None:
    """The one initiative with its code, or with its title and unit."""
    for key in (entry.keys[0], f"title:{_folded(entry)}"):
        found = [one for one in by_title.get(key, []) if one.slug not in used]
        if key.startswith("title:"):
            unit = entry.values["organisation"].data if "organisation" in entry.values else ""
            found = [one for one in found if one.data.get("organisation", "") in (unit, "") or not unit]
        if len(found) == 1:
            return found[0].slug
    return None


def _folded(entry: Entry) -> str:
    return next(
        (key.removeprefix("title:").rpartition("|")[0] for key in entry.keys if key.startswith("title:")), ""
    )


def _new(slug: str, entry: Entry) -> New | Rejected:
    text = written(entry)
    read = read_document("index.md", "initiative", text.encode("utf-8", "surrogatepass"))
    if read.faults or read.data != plain_values(entry):
        reason = Text("có ký tự không ghi được vào tệp", "it holds characters that no file can")
        return Rejected(entry.origin, "", reason, entry.title)
    return New(slug, entry, text)


def _changed(slug: str, entry: Entry, document: Document, known: Known | None) -> Changed:
    comparison = compare(entry, document, known)
    if document.faults:
        left = tuple((change.field, _NOT_CHANGED) for change in comparison.changes)
        return Changed(slug, entry, Comparison((), comparison.left + left), document)
    if not comparison.changes:
        return Changed(slug, entry, comparison, document)
    text = changed_text(document, comparison.changes)
    if text is None:
        left = tuple((change.field, _NOT_CHANGED) for change in comparison.changes)
        return Changed(slug, entry, Comparison((), comparison.left + left), document)
    return Changed(slug, entry, comparison, document, text)


def _kept(fields: dict[str, Any], changed: Changed | None, origin: Known | None) -> dict[str, Any]:
    """The fields to be remembered: those left alone because a cell is empty or doubtful keep their earlier digest."""
    if changed is None:
        return fields
    left = {name for name, _ in changed.comparison.left}
    return {name: data for name, data in fields.items() if name not in left or origin is None}


def _repeated(entry: Entry, first: Entry) -> Rejected:
    place = first.origin.place
    return Rejected(
        entry.origin,
        "",
        Text(f"trùng tên, đơn vị và tác giả với {place}", f"the same title, unit and authors as {place}"),
        entry.title,
    )
