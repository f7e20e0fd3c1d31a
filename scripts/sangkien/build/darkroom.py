"""Pictures from the cache, and into it: variants and cards for pages, prints for press kits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sangkien.build.manifest import write_whole
from sangkien.diagnostics import UserError
from sangkien.photos.drawn import CardText
from sangkien.photos.facts import PhotoFacts
from sangkien.photos.fault import PhotoError
from sangkien.photos.press import make_print, print_name
from sangkien.source.tree import DiskTree
from sangkien.targets.drawn_cards import kept_name, make_drawn_card
from sangkien.targets.pictures import PictureData, make_pictures
from sangkien.targets.target import Kit


def published(data: PictureData, root: str, kept: str) -> tuple[bytes, int]:
    """A published picture; where it is not kept, encoded with the others of its photo."""
    return _kept(
        Path(kept, data.facts.digest[:2], data.name),
        data.source,
        root,
        lambda raw: make_pictures(data, raw),
    )


def weighed(pictures: Mapping[str, PictureData], root: str, kept: str) -> tuple[dict[str, int], int]:
    """The bytes of these pictures (URL → picture) by URL, and how many photos had to be encoded."""
    made = {url: published(data, root, kept) for url, data in pictures.items()}
    return {url: len(data) for url, (data, _) in made.items()}, sum(encoded for _, encoded in made.values())


def printed(photos: Mapping[str, PhotoFacts], root: str, kept: str) -> tuple[dict[str, bytes], int]:
    """The prints of these photos (source → facts) by source, and how many had to be encoded."""
    found: dict[str, bytes] = {}
    encoded = 0
    for source, facts in photos.items():
        found[source], made = _print(source, facts, root, kept)
        encoded += made
    return found, encoded


def drawn(text: CardText, kit: Kit, kept: str) -> bytes:
    """A drawn card, as it is kept or drawn now."""
    name = kept_name(text, kit)
    place = Path(kept, name[:2], name)
    if data := _read(place):
        return data
    data = make_drawn_card(text, kit)
    place.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place, data)
    return data


def _print(source: str, facts: PhotoFacts, root: str, kept: str) -> tuple[bytes, int]:
    name = print_name(facts.digest)
    place = Path(kept, facts.digest[:2], name)
    return _kept(place, source, root, lambda raw: {name: make_print(raw, facts)})


def _kept(
    place: Path, source: str, root: str, make: Callable[[bytes], Mapping[str, bytes]]
) -> tuple[bytes, int]:
    """The bytes kept at ``place``, else what ``make`` gives of the source, all of it kept beside it."""
    if kept := _read(place):
        return kept, 0
    try:
        files = make(DiskTree(root).read(source))
    except PhotoError as error:
        raise UserError(
            f"Ảnh {source} vừa bị thay đổi trong lúc dựng. Hãy chạy lại.",
            f"The photo {source} changed during the build. Run it again.",
        ) from error
    place.parent.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write_whole(place.with_name(name), content)
    return files[place.name], 1


def _read(place: Path) -> bytes:
    """What is kept there; nothing where it is lost, or left empty by a power failure."""
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return b""
