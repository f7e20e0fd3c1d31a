"""What a process of the pool does: make some targets and put each in its place in the spare tree."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sangkien.build.darkroom import drawn, printed, published, weighed
from sangkien.build.manifest import Manifest
from sangkien.build.plan import Plan
from sangkien.build.room import give_back, keep_room
from sangkien.search.postings import Batch
from sangkien.source.moving import delete
from sangkien.targets.catalogue_data import Row as DataRow
from sangkien.targets.catalogue_data import rows_of
from sangkien.targets.feed_formats import make_rss
from sangkien.targets.feeds import enclosed
from sangkien.targets.makers import MAKERS
from sangkien.targets.pages import Near
from sangkien.targets.press_kits import kit_photos, make_press_kit
from sangkien.targets.rendered import Row
from sangkien.targets.target import Kit, Target


class Desk(NamedTuple):
    """What a process needs once, for all its tasks. Plain data but for the kit's templates.

    Attributes:
        root: of the fair. ``tree``: the spare tree, where files are put. ``site``: the last good site.
        pictures, chrome: folders of what is kept between builds.
        live, spare: manifests of the site and of the spare tree as the build found them.
    """

    kit: Kit
    root: str
    tree: str
    pictures: str
    chrome: str
    site: str = ""
    live: Manifest = {}  # noqa: RUF012  # never changed
    spare: Manifest = {}  # noqa: RUF012  # never changed


class Settled(NamedTuple):
    """A file of a section: its bytes, or None where it is in its place in the spare tree.

    ``encoded``: how many photos had to be for it.
    """

    key: str
    path: str
    digest: str
    data: bytes | None
    encoded: int


class Done(NamedTuple):
    """What a task gave: files, stories rendered for them, stories read for the search, rows of data."""

    settled: list[Settled]
    rendered: list[Row]
    batch: Batch | None
    rows: list[DataRow]


KEPT = (None, 0)
"""Of a ``Settled`` that is in its place."""
LATE = frozenset({"feed"})
"""Sections of which the files show whole stories: made when all are rendered and on the shelf."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_DESKS: list[tuple[Desk, Plan | None]] = []
"""The desk of this process: set once when the pool starts it, never in the main process."""
_ROOM: set[int] = set()
"""Not empty while this process holds the room that photos took."""


def sit_down(desk: Desk, plan: Plan | None) -> None:
    """Give a new process its desk, and what it needs to plan pages itself."""
    _DESKS[:] = [(desk, plan)]
    keep_room()


def work_at_desk(batch: Sequence[Target]) -> int:
    """Make a batch at this process's desk. Returns how many photos were encoded."""
    encoded = make_batch(batch, _DESKS[0][0])
    if encoded:
        _ROOM.add(encoded)
    return encoded


def plan_at_desk(name: str, keys: Sequence[str], near: Near | None) -> Done:
    """``do`` at this process's desk."""
    desk, plan = _DESKS[0]
    if plan is None:
        raise RuntimeError("no plan at this desk")
    if _ROOM:  # pictures went first, and are done
        _ROOM.clear()
        give_back()
    return do(plan, name, keys, desk, near)


def do(plan: Plan, name: str, keys: Sequence[str], desk: Desk, near: Near | None = None) -> Done:
    """Settle some keys of a section; those of ``terms`` are stories' numbers, to be read for the search.

    ``near``: of stories, as ``Plan.section`` has it.
    """
    if name == "terms":
        return Done([], [], plan.search.gather([int(key) for key in keys]), [])
    if name in LATE:
        desk.kit.stories.close()  # the file may be there by now
    settled = settle(plan, name, keys, desk, near)
    catalogue = plan.pages.catalogue
    rows = rows_of((catalogue.stories[key] for key in keys), catalogue) if name == "story" else []
    return Done(settled, desk.kit.stories.take_fresh(), None, rows)


def settle(plan: Plan, name: str, keys: Sequence[str], desk: Desk, near: Near | None = None) -> list[Settled]:
    """Plan some keys of a section, keep what has not changed and make the rest."""
    return [
        Settled(
            key, target.path, target.digest, *((None, 0) if keep(target, desk) else make_target(target, desk))
        )
        for key in keys
        for target in plan.section(name, (key,), near)
    ]


def keep(target: Target, desk: Desk) -> bool:
    """Whether the spare tree has the target's file already, or could take it over from the site."""
    if target.maker != "held" and desk.live.get(target.path) != target.digest:
        return False
    return desk.spare.get(target.path) == target.digest or take_over(desk, target.path)


def take_over(desk: Desk, path: str) -> bool:
    """Take a file over from the site: a second name where the file system can, else a copy."""
    source, place = f"{desk.site}/{path}", f"{desk.tree}/{path}"
    if path not in desk.spare and path.endswith("/index.html"):  # its folder is new, most often
        _make_folder(place.rpartition("/")[0])
    for _ in range(3):
        try:
            os.link(source, place)
        except FileExistsError:
            delete(place)
        except FileNotFoundError:
            if not os.path.exists(source):  # noqa: PTH110  # pathlib costs several µs a call, as below
                return False
            _make_folder(place.rpartition("/")[0])
        except OSError:
            put(desk.tree, path, Path(source).read_bytes())
            return True
        else:
            return True
    return False


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
        return published(target.data, desk.root, desk.pictures)
    if target.maker == "drawn_card":
        return drawn(target.data, desk.kit, desk.pictures), 0
    if target.maker == "press_kit":
        prints, encoded = printed(kit_photos(target.data), desk.root, desk.pictures)
        return make_press_kit(target.data, prints, desk.kit), encoded
    if target.maker == "rss":
        sizes, encoded = weighed(enclosed(target.data), desk.root, desk.pictures)
        return make_rss(target.data, desk.kit, sizes), encoded
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
    if name == "index.html":  # most often the first file of its folder: no use to look for it in vain
        _make_folder(place)
    try:
        handle = os.open(whole, _NEW, 0o644)
    except FileNotFoundError:
        _make_folder(place)
        handle = os.open(whole, _NEW, 0o644)
    except FileExistsError:
        delete(whole)
        handle = os.open(whole, _NEW, 0o644)
    try:
        written = os.write(handle, data)
        while written < len(data):
            written += os.write(handle, memoryview(data)[written:])
    finally:
        os.close(handle)


def _make_folder(place: str) -> None:
    """Most often only the last folder is missing: one call, where ``makedirs`` looks at each parent."""
    try:
        os.mkdir(place)  # noqa: PTH102  # per file: a Path costs several µs, tens of thousands of times
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(place, exist_ok=True)  # noqa: PTH103  # per file, as above
