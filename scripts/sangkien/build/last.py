"""What is made of the digests of all other files: the published revisions and the service worker.

After an edit most marks are as they were: they stand in the site's own shards, where only those of changed
pages are exchanged. Reckoning all of ten thousand stories' pages takes a tenth of a second, this a few
thousandths.
"""

from __future__ import annotations

import os
from bisect import insort
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sangkien import urls
from sangkien.build.manifest import Manifest
from sangkien.targets.offline import NEAR, plan_worker
from sangkien.targets.revisions import (
    EDITORIAL,
    MARK,
    all_shards,
    head_target,
    mark,
    read_shard,
    revision_of,
    shard_names,
    shard_target,
    take_out,
    width_of,
)
from sangkien.targets.target import Target
from sangkien.views.parts import digest_of

_PAGE = "index.html"
FEW = 4
"""Marks are exchanged where at most one page in so many differs; else they are all reckoned."""


class Last(NamedTuple):
    """What stood before: the last good site's manifest and folder, where it may be trusted."""

    live: Manifest
    site: str


def plan_last(
    base: str, editorial: Mapping[str, str], wanted: Manifest, last: Last, carried: int = 0
) -> Iterator[Target]:
    """Targets made of ``wanted``, which holds every other file by now.

    ``editorial``: MkDocs' files → digest. The first ``carried`` files of ``wanted`` are the last
    site's.
    """
    theirs = {path: digest for path, digest in editorial.items() if path.endswith(_PAGE)}
    shards = _mended(theirs, wanted, last, carried)
    if shards is None:
        pages = [path for path in wanted if _marked(path)]
        shards = all_shards((_mark(path, wanted[path], theirs) for path in pages), width_of(len(pages)))
    # One walk over all names for both: on ten thousand stories each costs milliseconds.
    near = [path for path in wanted if path.startswith(NEAR)]
    index = sorted(f"{path} {wanted[path]}" for path in near if path.startswith(urls.SEARCH_INDEX))
    state = digest_of(index)[:10] if index else ""
    yield from shards.values()
    digests = {name: target.digest for name, target in shards.items()}
    yield head_target(digests, digest_of(sorted(theirs.items()))[:10], state)
    yield plan_worker(wanted, near, state, base)


def _marked(path: str) -> bool:
    """Whether a phone may keep it: pages, but not the cards that other sites frame."""
    return path.endswith(_PAGE) and not urls.is_embed(path)


def _mark(path: str, digest: str, editorial: Mapping[str, str]) -> str:
    own = editorial.get(path) == digest
    return mark(path.removesuffix(_PAGE), EDITORIAL if own else revision_of(digest))


def _mended(
    editorial: Mapping[str, str], wanted: Manifest, last: Last, carried: int
) -> dict[str, Target] | None:
    """The shards of the last site with the marks of what differs exchanged; None where that is no use."""
    live, site = last
    before = _sizes(last)
    if before is None:
        return None
    width, pages = before
    rest = islice(wanted.items(), carried, None)
    changed = [path for path, digest in rest if _marked(path) and live.get(path) != digest]
    gone = [path for path in live.keys() - wanted.keys() if _marked(path)]
    old = [(path, live[path]) for path in (*changed, *gone) if path in live]
    pages += len(changed) - len(old)
    if width_of(pages) != width or (len(changed) + len(gone)) * FEW > pages:
        return None
    rows = _exchanged(width, old, [_mark(path, wanted[path], editorial) for path in changed], site)
    if rows is None:
        return None
    return {
        name: shard_target(name, rows[name])
        if name in rows
        else Target(urls.revisions(name), live[urls.revisions(name)], "held", None)
        for name in shard_names(width)
    }


def _sizes(last: Last) -> tuple[int, int] | None:
    """How many digits name a shard of the last site, and how many pages have their marks there."""
    width = next((width for width in (1, 2, 3) if urls.revisions("0" * width) in last.live), None)
    if width is None:
        return None
    try:
        sizes = [os.stat(f"{last.site}/{urls.revisions(name)}").st_size for name in shard_names(width)]  # noqa: PTH116  # hundreds: a Path costs µs
    except OSError:
        return None
    return width, sum((size - 2) // MARK for size in sizes)


def _exchanged(
    width: int, old: Collection[tuple[str, str]], new: Collection[str], site: str
) -> dict[str, list[str]] | None:
    """The shards that differ, with marks of ``old`` pages out and ``new`` marks in; None: one is damaged."""
    rows: dict[str, list[str]] = {}
    try:
        for path, digest in old:
            url = path.removesuffix(_PAGE)
            # Whether it was an editorial page then is not known now: one of the two is there.
            for one in (mark(url, revision_of(digest)), mark(url, EDITORIAL)):
                row = _row(rows, one[:width], site)
                if take_out(row, one[width : width + MARK]):
                    break
            else:
                return None
        for one in new:
            insort(_row(rows, one[:width], site), one[width : width + MARK])
    except (OSError, ValueError):
        return None
    return rows


def _row(rows: dict[str, list[str]], name: str, site: str) -> list[str]:
    if name not in rows:
        rows[name] = read_shard(Path(site, urls.revisions(name)).read_bytes())
    return rows[name]
