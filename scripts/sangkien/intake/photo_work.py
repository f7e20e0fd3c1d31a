"""The photos of an import: to which draft each goes, and what is left to be paired by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sangkien.diagnostics import Text
from sangkien.intake.entry import Origin
from sangkien.intake.gather import Gathered
from sangkien.intake.photo_attach import Attached, attach
from sangkien.intake.photo_match import known_of, matched
from sangkien.intake.photo_sheet import FILE, pairing_sheet, read_pairs
from sangkien.intake.plan import Plan
from sangkien.intake.rejected import write_free
from sangkien.settings import Settings
from sangkien.source.document import Document, read_document
from sangkien.source.load import initiative_path, slugs
from sangkien.source.tree import DiskTree


@dataclass(frozen=True, slots=True)
class Paired:
    """What came of the photos: ``sheet`` names the sheet of those that match nothing, if there are any."""

    attached: tuple[Attached, ...] = ()
    unknown: tuple[Text, ...] = ()
    left: int = 0
    sheet: str = ""


def pair_photos(found: Gathered, plan: Plan, tree: DiskTree, settings: Settings) -> Paired:
    """Put every photo that one initiative answers to into it, and write a sheet for the others."""
    if not found.photos and not found.pairings:
        return Paired()
    standing = {slug: _read(tree, settings, slug) for slug in slugs(tree, settings)}
    entries = {new.slug: new.entry for new in plan.new} | {old.slug: old.entry for old in plan.changed}
    initiatives = [
        known_of(document, entries[slug].photo_names if slug in entries else ())
        for slug, document in standing.items()
    ]
    pairs, left = matched(
        found.photos, initiatives, _beside(found, {e.origin: s for s, e in entries.items()})
    )
    unknown: list[Text] = []
    for place in found.pairings:
        for photo, slug in read_pairs(place):
            if slug in standing:
                pairs.append((photo, slug))
            else:
                unknown.append(
                    Text(f"{place.name}: không có sáng kiến “{slug}”", f"{place.name}: no “{slug}”")
                )
    by_slug: dict[str, list[Path]] = {}
    for photo, slug in pairs:
        by_slug.setdefault(slug, []).append(photo)
    attached = tuple(attach(slug, photos, tree, settings) for slug, photos in sorted(by_slug.items()))
    return Paired(attached, tuple(unknown), len(left), _sheet(left, standing, settings))


def _sheet(left: list[Path], standing: Mapping[str, Document], settings: Settings) -> str:
    if not left:
        return ""
    titles = [
        (slug, str(document.data["title"]))
        for slug, document in standing.items()
        if isinstance(document.data, dict)
        and document.data.get("status") == "draft"
        and "title" in document.data
    ]
    data = pairing_sheet([photo.absolute() for photo in left], titles)
    return write_free(Path(settings.root), FILE, data).name


def _beside(found: Gathered, slugs_of: Mapping[Origin, str]) -> dict[Path, str]:
    """Folders in which one report lies, and no other: its photos are that report's."""
    return {
        folder: slugs_of[origins[0]]
        for folder, origins in found.reports.items()
        if len(origins) == 1 and origins[0] in slugs_of
    }


def _read(tree: DiskTree, settings: Settings, slug: str) -> Document:
    path = initiative_path(settings, slug)
    try:
        return read_document(path, "initiative", tree.read(path))
    except OSError:
        return Document(path, "initiative")


def said_photos(paired: Paired) -> list[Text]:
    """What is to be said of the photos."""
    added = sum(one.added for one in paired.attached)
    said = [Text(f"Ảnh: đã thêm {added} vào bản nháp.", f"Photos: {added} added to drafts.")] if added else []
    for one in paired.attached:
        said += [
            Text(f"  ! {one.slug}: {name}: {reason.vi}", f"  ! {one.slug}: {name}: {reason.en}")
            for name, reason in one.left
        ]
    said += paired.unknown
    if paired.sheet:
        said.append(
            Text(
                f"{paired.left} ảnh không rõ của sáng kiến nào: mở {paired.sheet}, chọn sáng kiến cho từng"
                f" ảnh, lưu lại rồi chạy: sangkien import {paired.sheet}",
                f"{paired.left} photos match nothing: open {paired.sheet}, choose an initiative for each,"
                f" save, then: sangkien import {paired.sheet}",
            )
        )
    return said
