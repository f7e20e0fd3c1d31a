"""What a process of the pool does: make some targets and put each in its place in the spare tree."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sangkien.build.manifest import write_whole
from sangkien.diagnostics import UserError
from sangkien.photos.fault import PhotoError
from sangkien.source.tree import DiskTree
from sangkien.targets.makers import MAKERS
from sangkien.targets.pages import PagePlan
from sangkien.targets.pictures import PictureData, make_pictures
from sangkien.targets.target import Kit, Target


class Desk(NamedTuple):
    """What a process needs once, for all its batches. Plain data but for the kit's templates."""

    kit: Kit
    root: str
    tree: str
    pictures: str
    chrome: str


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_DESKS: list[tuple[Desk, PagePlan | None]] = []
"""The desk of this process: set once when the pool starts it, never in the main process."""


def sit_down(desk: Desk, pages: PagePlan | None) -> None:
    """Give a new process its desk, and what it needs to plan pages itself."""
    _DESKS[:] = [(desk, pages)]


def work_at_desk(batch: Sequence[Target]) -> int:
    """Make a batch at this process's desk. Returns how many photos were encoded."""
    return make_batch(batch, _DESKS[0][0])


def plan_at_desk(name: str, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Plan and make some keys of a section. Returns path and digest of each file."""
    desk, pages = _DESKS[0]
    if pages is None:
        raise RuntimeError("no plan at this desk")
    made = []
    for target in pages.section(name, keys):
        put(desk.tree, target.path, make_target(target, desk)[0])
        made.append((target.path, target.digest))
    return made


def make_batch(batch: Sequence[Target], desk: Desk) -> int:
    """Make targets and write them. Returns how many photos were encoded."""
    encoded = 0
    for target in batch:
        data, made = make_target(target, desk)
        encoded += made
        put(desk.tree, target.path, data)
    return encoded


def make_target(target: Target, desk: Desk) -> tuple[bytes, int]:
    """The bytes of one target, and how many photos were encoded. Writes nothing but the picture cache."""
    if target.maker == "picture":
        return _picture(target.data, desk)
    if target.maker == "file":
        return Path(desk.chrome, target.data).read_bytes(), 0
    return MAKERS[target.maker](target.data, desk.kit), 0


def put(tree: str, path: str, data: bytes) -> None:
    """Write a file of the spare tree: a new file, then a rename, never in place.

    The old file may be linked from the site, and must keep its bytes. A path that is new is written
    straight: nothing names it yet, and a tree that is not stamped is not trusted.
    """
    folder, _, name = path.rpartition("/")
    place = f"{tree}/{folder}" if folder else tree
    whole = f"{place}/{name}"
    try:
        handle = os.open(whole, _NEW, 0o644)
    except FileNotFoundError:
        _make_folder(place)
        handle = os.open(whole, _NEW, 0o644)
    except FileExistsError:
        os.unlink(whole)  # noqa: PTH108  # per file: a Path costs several µs, tens of thousands of times
        handle = os.open(whole, _NEW, 0o644)
    with os.fdopen(handle, "wb", buffering=0) as file:
        view = memoryview(data)
        while view:
            view = view[file.write(view) :]


def _make_folder(place: str) -> None:
    """Most often only the last folder is missing: one call, where ``makedirs`` looks at each parent."""
    try:
        os.mkdir(place)  # noqa: PTH102  # per file, as above
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(place, exist_ok=True)  # noqa: PTH103  # per file, as above


def _picture(data: PictureData, desk: Desk) -> tuple[bytes, int]:
    """A published picture from the cache; where it is not there, encoded with the others of its photo."""
    kept = Path(desk.pictures, data.facts.digest[:2], data.name)
    try:
        return kept.read_bytes(), 0
    except FileNotFoundError:
        pass
    try:
        files = make_pictures(data, DiskTree(desk.root).read(data.source))
    except PhotoError as error:
        raise UserError(
            f"Ảnh {data.source} vừa bị thay đổi trong lúc dựng. Hãy chạy lại.",
            f"The photo {data.source} changed during the build. Run it again.",
        ) from error
    kept.parent.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        write_whole(kept.with_name(name), content)
    return files[data.name], 1
