"""Entries against what stands: what is new, what changes, what is the same. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sangkien.diagnostics import Text
from sangkien.intake.absent import Absent, absent
from sangkien.intake.columns import Table
from sangkien.intake.entry import Entry, Origin, Rejected
from sangkien.intake.origins import Known, Origins, is_another
from sangkien.intake.specimen import next_free, slug_for
from sangkien.intake.standing import Comparison, changed_text, compare, fields_of, titles
from sangkien.intake.twin import Twins, said_twin
from sangkien.intake.written import plain_values, written
from sangkien.settings import Settings
from sangkien.source.document import Document, read_document
from sangkien.source.load import initiative_path, slugs
from sangkien.source.tree import DiskTree
from sangkien.text.folding import fold


@dataclass(frozen=True, slots=True)
class New:
    """A folder to be made. ``twin``: an initiative that it may be; empty where none is near."""

    slug: str
    entry: Entry
    text: str
    twin: str = ""


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
    """All that an import would do. ``known`` are the origins to be kept afterwards.

    ``absent``: initiatives of an earlier import whose row is in the sheet no more.
    """

    new: tuple[New, ...] = ()
    changed: tuple[Changed, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    gone: tuple[tuple[Entry, str], ...] = ()
    known: tuple[Known, ...] = ()
    absent: tuple[Absent, ...] = ()


_NOT_CHANGED = Text(
    "tệp được viết theo cách riêng nên không tự sửa, hãy sửa tay",
    "it is written in a way of its own: mend it by hand",
)


def make_plan(
    found: Iterable[Entry | Rejected],
    tree: DiskTree,
    settings: Settings,
    origins: Origins,
    whole: Sequence[Table] = (),
) -> Plan:
    """Decide for each entry. Of two alike, the second is rejected and says which is the first.

    ``whole``: the tables that entries came from, where they are whole sheets.
    """
    documents = {slug: _read(tree, settings, slug) for slug in slugs(tree, settings)}
    items = list(found)
    entries, repeated = _once([one for one in items if isinstance(one, Entry)], origins)
    rejected = [*(one for one in items if isinstance(one, Rejected)), *repeated]
    fields = [fields_of(entry) for entry in entries]
    matched = origins.match(entries, fields)
    standing = _Standing(documents, origins, {one.slug for one in matched if one})
    places = [standing.slug_of(entry, origin) for entry, origin in zip(entries, matched, strict=True)]
    twins = Twins(one for slug, one in documents.items() if slug not in standing.used)
    taken = {name.casefold() for name in documents}
    new: list[New] = []
    changed: list[Changed] = []
    gone: list[tuple[Entry, str]] = []
    known = dict(origins.all)
    for entry, said, origin, slug in zip(entries, fields, matched, places, strict=True):
        if slug is not None:
            changed.append(_changed(slug, entry, documents[slug], origin))
            known[slug] = origins.with_entry(slug, entry, _kept(said, changed[-1], origin))
        elif origin:
            gone.append((entry, origin.slug))
        else:
            made = _new(next_free(slug_for(entry.title, settings), taken), entry, twins, settings)
            if isinstance(made, Rejected):
                rejected.append(made)
                continue
            new.append(made)
            taken.add(made.slug.casefold())
            known[made.slug] = origins.with_entry(made.slug, entry, said)
    lost = absent(whole, origins.all.values(), standing.used, rejected, documents)
    return Plan(
        *(tuple(new), tuple(changed), tuple(rejected), tuple(gone), tuple(known.values())), tuple(lost)
    )


def _once(entries: Iterable[Entry], origins: Origins) -> tuple[list[Entry], list[Rejected]]:
    seen: dict[tuple[str, ...], Entry] = {}
    repeated = [
        _repeated(one, seen[one.keys].origin)
        for one in entries
        if seen.setdefault(one.keys, one) is not one and not _one_row(one.origin, seen[one.keys].origin)
    ]
    once: list[Entry] = []
    for one in seen.values():
        before = origins.repeated(one) if one.listed else None
        if before:
            *_, row = before.place  # file and sheet are the row's own: their names are kept as digests alone
            repeated.append(_repeated(one, one.origin._replace(row=row)))
        else:
            once.append(one)
    return once, repeated


def _one_row(one: Origin, other: Origin) -> bool:
    """Whether a row of a list of rejected ones and the row of its sheet are the same."""
    return one[:3] == other[:3] and one.row > 0 and "" in (one.folder, other.folder)


class _Standing:
    """The folders that stand, each to be found once."""

    def __init__(self, documents: Mapping[str, Document], origins: Origins, matched: set[str]) -> None:
        self._documents, self._origins, self.used = documents, origins, set(matched)
        self._by_title = titles(documents.values())

    def slug_of(self, entry: Entry, origin: Known | None) -> str | None:
        """Where it stands: as its origin says, else the one with its code, or its title and unit."""
        if origin and origin.slug in self._documents:
            return origin.slug
        for key in (entry.keys[0], f"title:{fold(entry.title)}"):
            found = [one for one in self._by_title.get(key, []) if one.slug not in self.used]
            if key.startswith("title:"):
                unit = entry.values["organisation"].data if "organisation" in entry.values else ""
                found = [
                    one for one in found if one.slug not in self._origins.all and _unit(one) in (unit, "")
                ]
            found = [one for one in found if not self._is_another(entry, one.slug)]
            same = [one for one in found if not compare(entry, one, None).left]
            if same or len(found) == 1:
                slug = (same or found)[0].slug
                self.used.add(slug)
                return slug
        return None

    def _is_another(self, entry: Entry, slug: str) -> bool:
        known = self._origins.all.get(slug)
        return known is not None and is_another(entry, known)


def _unit(document: Document) -> str:
    unit = document.data.get("organisation", "") if isinstance(document.data, dict) else ""
    return unit if isinstance(unit, str) else ""


def _read(tree: DiskTree, settings: Settings, slug: str) -> Document:
    path = initiative_path(settings, slug)
    try:
        return read_document(path, "initiative", tree.read(path))
    except OSError:
        return Document(path, "initiative")


def _new(slug: str, entry: Entry, twins: Twins, settings: Settings) -> New | Rejected:
    twin = twins.of(entry)
    if twin:
        entry = replace(entry, notes=(*entry.notes, said_twin(twin, settings.initiatives_dir)))
    text = written(entry)
    read = read_document("index.md", "initiative", text.encode("utf-8", "surrogatepass"))
    if read.faults or read.data != plain_values(entry):
        reason = Text("có ký tự không ghi được vào tệp", "it holds characters that no file can")
        return Rejected(entry.origin, "", reason, entry.source)
    return New(slug, entry, text, twin)


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


def _kept(fields: dict[str, Any], changed: Changed, origin: Known | None) -> dict[str, Any]:
    """The fields to be remembered: those left alone keep their earlier digest.

    So do those that a list of rejected rows changed: the sheet that lacks this mend must not undo it.
    """
    left = {name for name, _ in changed.comparison.left}
    if changed.entry.joined:
        left |= {change.field for change in changed.comparison.changes}
    return {name: data for name, data in fields.items() if name not in left or origin is None}


def _repeated(entry: Entry, first: Origin) -> Rejected:
    place = first.place
    return Rejected(
        entry.origin,
        "",
        Text(f"trùng tên, đơn vị và tác giả với {place}", f"the same title, unit and authors as {place}"),
        entry.source,
    )
