"""Photos put into drafts: copied into the folder, listed under ``photos``; what was listed stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from sangkien.diagnostics import Text
from sangkien.intake.entry import Value
from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.intake.standing import Change, changed_text
from sangkien.intake.stored import stored
from sangkien.photos import EXTENSIONS, MAX_BYTES
from sangkien.photos.facts import content_digest
from sangkien.photos.sniff import sniff
from sangkien.settings import Settings
from sangkien.source.document import Document, read_document
from sangkien.source.load import initiative_path
from sangkien.source.tree import DiskTree

_DESCRIBE: Final = Text(
    "ảnh mới: viết mô tả (alt), người chụp (credit)", "new photos: describe and credit them"
)


class Attached(NamedTuple):
    """How many photos were added to an initiative, and which were left, with the reason."""

    slug: str
    added: int
    left: tuple[tuple[str, Text], ...] = ()


def attach(slug: str, photos: Sequence[Path], tree: DiskTree, settings: Settings) -> Attached:
    """Add photos to one draft; those that lie in its folder already (the same bytes) are passed over.

    So what a person took off the list stays off. The files are copied first: a run that is killed leaves a
    picture unlisted, which the check says. Raises UserError.
    """
    path = initiative_path(settings, slug)
    folder = Path(settings.root, settings.initiatives_dir, slug)
    document = read_document(path, "initiative", tree.read(path))
    data = document.data if isinstance(document.data, dict) else {}
    if data.get("status") != "draft":
        reason = Text(
            "bài không còn là bản nháp: hãy tự thêm ảnh", "no draft any more: add the photo yourself"
        )
        return Attached(slug, 0, tuple((photo.name, reason) for photo in photos))
    listed = [item for item in data.get("photos") or [] if isinstance(item, dict)]
    home = path.rpartition("/")[0]
    there = {content_digest(tree.read(f"{home}/{name}")) for name in tree.files(home) if name != "index.md"}
    added: list[dict[str, Any]] = []
    left: list[tuple[str, Text]] = []
    for photo in photos:
        name = _copied(photo, folder, there)
        if isinstance(name, Text):
            left.append((photo.name, name))
        elif name:
            added.append({"file": name})
    if added and not _listed(document, [*listed, *added], folder):
        return Attached(
            slug, 0, (*left, (path, Text("không tự ghi được mục photos", "photos could not be listed")))
        )
    return Attached(slug, len(added), tuple(left))


def _copied(photo: Path, folder: Path, there: set[str]) -> str | Text:
    """The name it was copied under, empty where it lies there already; or why it can't be."""
    try:
        with photo.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return Text("không mở được", "can't be opened")
    kind = sniff(data)
    if not isinstance(kind, str):
        return Text("không phải ảnh JPEG, PNG, WebP, HEIC", "no JPEG, PNG, WebP or HEIC picture")
    if len(data) > MAX_BYTES:
        return Text("ảnh quá lớn", "the picture is too large")
    digest = content_digest(data)
    if digest in there:
        return ""
    number = 1
    while (folder / f"anh-{number}{EXTENSIONS[kind][0]}").exists():
        number += 1
    name = f"anh-{number}{EXTENSIONS[kind][0]}"
    new_file(folder / name, data, f"{folder.name}/{name}")
    there.add(digest)
    return name


def _listed(document: Document, photos: list[dict[str, Any]], folder: Path) -> bool:
    text = changed_text(document, [Change("photos", Value(photos, (_DESCRIBE,)))])
    place = folder / "index.md"
    state = state_of(place)
    old = stored(place.read_bytes())
    if text is None or old is None or old.decoded != document.text:
        return False
    replace_file(place, old.encoded(text.replace("\n", old.newline)), state, document.path)
    return True
