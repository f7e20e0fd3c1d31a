"""Photos put into drafts: copied into the folder, listed under ``photos``; what was listed stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

from sangkien.diagnostics import Text, UserError
from sangkien.intake.entry import Value
from sangkien.intake.photo_journal import begin, done
from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.intake.standing import Change, changed_text
from sangkien.intake.stored import stored
from sangkien.photos import EXTENSIONS, MAX_BYTES
from sangkien.photos.facts import content_digest
from sangkien.photos.sniff import sniff
from sangkien.settings import Settings
from sangkien.source.document import Document

_DESCRIBE: Final = Text(
    "ảnh mới: viết mô tả (alt), người chụp (credit)", "new photos: describe and credit them"
)


class Attaching(NamedTuple):
    """What an initiative would get: photos, each with its name there; those left, with the reason."""

    slug: str
    document: Document
    copies: tuple[tuple[Path, str], ...] = ()
    left: tuple[tuple[str, Text], ...] = ()


class Attached(NamedTuple):
    """How many photos were added to an initiative, and which were left, with the reason."""

    slug: str
    added: int
    left: tuple[tuple[str, Text], ...] = ()


def attaching(slug: str, photos: Sequence[Path], document: Document, there: Mapping[str, bytes]) -> Attaching:
    """Decide for one initiative; ``there`` are the pictures of its folder. Nothing is written.

    Those that lie there already (the same bytes) are passed over: what a person took off the list stays off.
    """
    front = document.data if isinstance(document.data, dict) else {}
    if front.get("status") != "draft":
        reason = Text(
            "bài không còn là bản nháp: hãy tự thêm ảnh", "no draft any more: add the photo yourself"
        )
        return Attaching(slug, document, (), tuple((photo.name, reason) for photo in photos))
    digests = {content_digest(data) for data in there.values()}
    names = set(there)
    copies: list[tuple[Path, str]] = []
    left: list[tuple[str, Text]] = []
    for photo in photos:
        read = _read(photo)
        if isinstance(read, Text):
            left.append((photo.name, read))
            continue
        ending, digest = read
        if digest in digests:
            continue
        name = next(free for number in count(1) if (free := f"anh-{number}{ending}") not in names)
        copies.append((photo, name))
        digests.add(digest)
        names.add(name)
    return Attaching(slug, document, tuple(copies), tuple(left))


def attach(one: Attaching, settings: Settings) -> Attached:
    """Copy the photos, then list them; what is copied is written down first. Raises UserError."""
    if not one.copies:
        return Attached(one.slug, 0, one.left)
    folder = Path(settings.root, settings.initiatives_dir, one.slug)
    read = {name: _bytes(photo) for photo, name in one.copies}
    begin(settings.root, one.slug, {name: content_digest(data) for name, data in read.items()})
    for name, picture in read.items():
        new_file(folder / name, picture, f"{one.slug}/{name}")
    data = one.document.data if isinstance(one.document.data, dict) else {}
    listed = [item for item in data.get("photos") or [] if isinstance(item, dict)]
    added = [{"file": name} for _, name in one.copies]
    written = _listed(one.document, [*listed, *added], folder)
    done(settings.root)
    if not written:
        left = Text("không tự ghi được mục photos", "photos could not be listed")
        return Attached(one.slug, 0, (*one.left, (one.document.path, left)))
    return Attached(one.slug, len(added), one.left)


def _bytes(photo: Path) -> bytes:
    try:
        return photo.read_bytes()
    except OSError as error:
        raise UserError(f"{photo.name}: không mở được.", f"{photo.name}: can't be opened.") from error


def _read(photo: Path) -> tuple[str, str] | Text:
    """(ending of its name, digest), or why it can't be taken."""
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
    return EXTENSIONS[kind][0], content_digest(data)


def _listed(document: Document, photos: list[dict[str, Any]], folder: Path) -> bool:
    text = changed_text(document, [Change("photos", Value(photos, (_DESCRIBE,)))])
    place = folder / "index.md"
    state = state_of(place)
    old = stored(place.read_bytes())
    if text is None or old is None or old.decoded != document.text:
        return False
    replace_file(place, old.encoded(text.replace("\n", old.newline)), state, document.path)
    return True
