"""The photos of an import: to which draft each goes, and what is left to be paired by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sangkien.diagnostics import Text
from sangkien.intake.entry import Origin
from sangkien.intake.gather import Gathered
from sangkien.intake.photo_attach import Attached, Attaching, attach, attaching
from sangkien.intake.photo_match import known_of, matched
from sangkien.intake.photo_sheet import FILE, pairing_sheet, read_pairs
from sangkien.intake.plan import New, Plan
from sangkien.intake.rejected import write_free
from sangkien.settings import Settings
from sangkien.source.document import Document, read_document
from sangkien.source.load import initiative_path, slugs
from sangkien.source.tree import DiskTree
from sangkien.text.folding import slugify

_NOBODY = Text(
    "{file}, dòng {number}: không rõ “{choice}” là sáng kiến nào; hãy chọn trong danh sách của ô, "
    "lưu lại rồi nhập lại",
    "{file}, row {number}: “{choice}” is no initiative for certain; choose from the cell's list, save, "
    "import again",
)


@dataclass(frozen=True, slots=True)
class PhotoPlan:
    """What would come of the photos; ``left`` match nothing. ``standing``: initiatives by slug."""

    attaching: tuple[Attaching, ...] = ()
    unknown: tuple[Text, ...] = ()
    left: tuple[Path, ...] = ()
    standing: Mapping[str, Document] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paired:
    """What came of the photos: ``sheet`` names the sheet of those that match nothing, if there are any."""

    attached: tuple[Attached, ...] = ()
    unknown: tuple[Text, ...] = ()
    left: int = 0
    sheet: str = ""


def plan_photos(found: Gathered, plan: Plan, tree: DiskTree, settings: Settings) -> PhotoPlan:
    """Which photo goes to which initiative, also to those that the plan would make. Nothing is written."""
    if not found.photos and not found.pairings:
        return PhotoPlan()
    made = {new.slug: _made(new, settings) for new in plan.new}
    there = {slug: _read(tree, settings, slug) for slug in slugs(tree, settings)}
    standing = dict(sorted((made | there).items()))
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
        for number, photo, choice in read_pairs(place):
            if slug := _chosen(choice, standing):
                pairs.append((photo, slug))
            else:
                unknown.append(_NOBODY.format(file=place.name, number=number, choice=choice))
    by_slug: dict[str, list[Path]] = {}
    for photo, slug in pairs:
        by_slug.setdefault(slug, []).append(photo)
    decided = tuple(
        attaching(slug, photos, standing[slug], _there(slug, plan, tree, settings))
        for slug, photos in sorted(by_slug.items())
    )
    return PhotoPlan(decided, tuple(unknown), tuple(left), standing)


def _chosen(choice: str, standing: Mapping[str, Document]) -> str:
    """The slug that was chosen, or whose title was typed; empty where none or several answer to it."""
    if choice in standing:
        return choice
    wanted = slugify(choice)
    found = [slug for slug, document in standing.items() if wanted in known_of(document).names]
    return found[0] if len(found) == 1 else ""


def pair_photos(plan: PhotoPlan, settings: Settings) -> Paired:
    """Put every photo into its initiative, and write a sheet for those that match nothing."""
    attached = tuple(attach(one, settings) for one in plan.attaching)
    return Paired(attached, plan.unknown, len(plan.left), _sheet(plan.left, plan.standing, settings))


def _made(new: New, settings: Settings) -> Document:
    return read_document(initiative_path(settings, new.slug), "initiative", new.text.encode())


def _there(slug: str, plan: Plan, tree: DiskTree, settings: Settings) -> dict[str, bytes]:
    """The pictures that an initiative has: in its folder, or as the plan would put them there."""
    home = initiative_path(settings, slug).rpartition("/")[0]
    found = {name: tree.read(f"{home}/{name}") for name in tree.files(home) if name != "index.md"}
    coming = next((new.entry.pictures for new in plan.new if new.slug == slug), ())
    return {one.name: one.data for one in coming} | found


def _sheet(left: Sequence[Path], standing: Mapping[str, Document], settings: Settings) -> str:
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


def would_be_said(plan: PhotoPlan) -> list[Text]:
    """What a dry run says of each photo: to which initiative, why not, or that it matches nothing."""
    said = []
    count = sum(len(one.copies) for one in plan.attaching)
    if count:
        said.append(Text(f"Ảnh: sẽ thêm {count} vào bản nháp.", f"Photos: {count} would be added."))
    for one in plan.attaching:
        said += [Text(line, line) for photo, _ in one.copies for line in (f"  + {one.slug}: {photo.name}",)]
        said += _reasons(one.slug, one.left)
    said += plan.unknown
    if plan.left:
        number = len(plan.left)
        said.append(
            Text(
                f"{number} ảnh không rõ của sáng kiến nào, khi nhập sẽ nằm trong {FILE}:",
                f"{number} photos match nothing; an import would put them into {FILE}:",
            )
        )
        said += [Text(line, line) for photo in plan.left for line in (f"  ? {photo.name}",)]
    return said


def _reasons(slug: str, left: Sequence[tuple[str, Text]]) -> list[Text]:
    return [
        Text(f"  ! {slug}: {name}: {reason.vi}", f"  ! {slug}: {name}: {reason.en}") for name, reason in left
    ]


def said_photos(paired: Paired) -> list[Text]:
    """What is to be said of the photos."""
    added = sum(one.added for one in paired.attached)
    said = [Text(f"Ảnh: đã thêm {added} vào bản nháp.", f"Photos: {added} added to drafts.")] if added else []
    for one in paired.attached:
        said += _reasons(one.slug, one.left)
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
