"""What was withdrawn leaves what a build keeps for the next one, not the site alone.

``withdraw`` leaves a note; the build that follows does it, its own or a later one. Every other build pays for
looking whether there is a note. A later build examines the sources of what was withdrawn again, as long as
they stand: then ``cache.sqlite`` and ``events.pickle`` hold as much as those do.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from sangkien.build.cache import write_cache
from sangkien.build.examine import Survey
from sangkien.build.hold import withdrawn_people
from sangkien.build.home import STAMP, Home
from sangkien.build.inputs import package_digest
from sangkien.build.manifest import (
    forget_manifests,
    make_whole,
    save_manifest,
    stamp_of,
    tree_manifest,
    write_whole,
)
from sangkien.build.memo import load_memo
from sangkien.build.mend import forget_spare, remove_file
from sangkien.build.shelf import forget_shelf
from sangkien.catalogue.index import Catalogue

_NOTE = "forget"
_UNTIDY = (".new", ".tmp")
"""How files end that a killed run left half written."""


def ask_to_forget(base: Path) -> None:
    """Leave the note, in the folder ``.sangkien``."""
    base.mkdir(parents=True, exist_ok=True)
    (base / _NOTE).touch()


def forget_if_asked(home: Home, seen: Survey) -> bool:
    """At the end of a build, under its lock: what its site does not show leaves what is kept, if asked for.

    Where something can't be deleted now (a program holds it), the note stays for the next build: False.
    """
    note = home.base / _NOTE
    if not note.exists():
        return True
    with suppress(OSError):
        _forget(home, seen)
        note.unlink()
    return not note.exists()


def _forget(home: Home, seen: Survey) -> None:
    live = tree_manifest(home.state, home.site) or {}
    _thin_spare(home, live)
    for other in _folders(home.base / "sites"):
        if other != home.state:
            shutil.rmtree(other)
    shown = load_memo(home.state, stamp_of(home.site)).digests
    _only(home.stories, "stories", shown)
    _only(home.state / "terms.sqlite", "terms", shown)
    gone = set(_withdrawn(seen.checked.catalogue))
    write_cache(
        home.cache, package_digest(), {slug: row for slug, row in seen.rows.items() if slug not in gone}, gone
    )
    _rewritten(home.cache)
    (home.base / "events.pickle").unlink(missing_ok=True)
    _thin_pictures(home.pictures, {path.rpartition("/")[2] for path in live})
    for folder in (home.base, home.state, home.chrome, home.typefaces, home.templates):
        for file in folder.iterdir() if folder.is_dir() else ():
            if file.name.endswith(_UNTIDY) and file.is_file():
                file.unlink(missing_ok=True)


def _withdrawn(catalogue: Catalogue) -> Iterator[str]:
    """Stories that were taken back, and those of people who were."""
    people = {key for _, key in withdrawn_people(catalogue)}
    for slug, story in catalogue.stories.items():
        authors = story.initiative.authors
        if story.head.withdrawn or any(one.withdrawn or one.person in people for one in authors):
            yield slug


def _thin_spare(home: Home, live: dict[str, str]) -> None:
    """The spare tree keeps what the site has too; the next build would have thrown the rest away as well."""
    shutil.rmtree(home.old, ignore_errors=True)
    shutil.rmtree(home.spare.with_name(home.spare.name + "-doomed"), ignore_errors=True)
    spare = tree_manifest(home.state, home.spare)
    if spare is None:
        forget_spare(home)
    else:
        kept = {path: digest for path, digest in spare.items() if live.get(path) == digest}
        (home.spare / STAMP).unlink()
        for path in spare.keys() - kept.keys():
            remove_file(home.spare, path)
        write_whole(home.spare / STAMP, (save_manifest(home.state, kept) + "\n").encode())
    for tree in (home.site, home.spare):
        make_whole(home.state, tree)
    forget_manifests(home.state, (home.site, home.spare))


def _folders(place: Path) -> Iterable[Path]:
    return [one for one in place.iterdir() if one.is_dir()] if place.is_dir() else []


def _only(file: Path, table: str, shown: Collection[str]) -> None:
    """Rows of stories that the site shows alone."""
    if not file.exists():
        return
    try:
        with closing(sqlite3.connect(file)) as connection:
            slugs = [slug for (slug,) in connection.execute(f"SELECT slug FROM {table}")]  # noqa: S608  # ours
            gone = [(slug,) for slug in slugs if slug not in shown]
            connection.executemany(f"DELETE FROM {table} WHERE slug=?", gone)  # noqa: S608  # as above
            connection.commit()
    except sqlite3.Error:
        forget_shelf(file)
    _rewritten(file)


def _rewritten(file: Path) -> None:
    """A file of its present rows alone: SQLite's free pages may hold others. Else it is forgotten."""
    if not file.exists():
        return
    try:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        forget_shelf(file)


def _thin_pictures(pictures: Path, shown: Collection[str]) -> None:
    """Pictures that the site shows, and prints of photos that it shows; drawn cards are drawn anew."""
    photos = {name.partition("-")[0] for name in shown if name.endswith(".webp")}
    for folder in _folders(pictures):
        for file in folder.iterdir():
            photo, _, kind = file.name.partition("-")
            if file.name not in shown and not (kind == "print.jpg" and photo in photos):
                file.unlink(missing_ok=True)
        with suppress(OSError):
            os.rmdir(folder)  # noqa: PTH106  # only where it is empty now
