"""What is made of the digests of all other files: the published revisions and the service worker.

After an edit most marks are as they were: they stand in the site's own shards, where only those of changed
pages are exchanged. Reckoning all of ten thousand stories' pages takes a tenth of a second, this a few
thousandths.
"""

from __future__ import annotations

import os
from bisect import insort
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from sangkien import urls
from sangkien.build.manifest import Manifest
from sangkien.targets.offline import plan_worker
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


def plan_last(
    base: str, editorial: Mapping[str, str], wanted: Manifest, live: Manifest, site: str
) -> Iterator[Target]:
    """Targets made of ``wanted``, which holds every other file by now.

    ``editorial``: MkDocs' files → digest. ``live``, ``site``: the last good site, where it may be trusted.
    """
    pages, index, changed = [], [], []
    for path, digest in wanted.items():
        if path.endswith(_PAGE):
            pages.append(path)
            if live.get(path) != digest:
                changed.append(path)
        elif path.startswith(urls.SEARCH_INDEX):
            index.append(f"{path} {digest}")
    gone = [path for path in live.keys() - wanted.keys() if path.endswith(_PAGE)]
    theirs = {path: digest for path, digest in editorial.items() if path.endswith(_PAGE)}
    width = width_of(len(pages))
    shards = None
    if (len(changed) + len(gone)) * FEW <= len(pages) and _whole(width, live, site):
        old = [(path, live[path]) for path in (*changed, *gone) if path in live]
        rows = _exchanged(width, old, [_mark(path, wanted[path], theirs) for path in changed], site)
        shards = None if rows is None else _carried(width, rows, live)
    if shards is None:
        shards = all_shards((_mark(path, wanted[path], theirs) for path in pages), width)
    state = digest_of(sorted(index))[:10] if index else ""
    yield from shards.values()
    digests = {name: target.digest for name, target in shards.items()}
    yield head_target(width, digests, digest_of(sorted(theirs.items()))[:10], state)
    yield plan_worker(wanted, state, base)


def _mark(path: str, digest: str, editorial: Mapping[str, str]) -> str:
    own = editorial.get(path) == digest
    return mark(path.removesuffix(_PAGE), EDITORIAL if own else revision_of(digest))


def _whole(width: int, live: Manifest, site: str) -> bool:
    """Whether the last site has every shard of that width."""
    names = [urls.revisions(name) for name in shard_names(width)]
    # Hundreds of files: a Path costs several µs each.
    return live.keys() >= set(names) and all(os.path.exists(f"{site}/{name}") for name in names)  # noqa: PTH110


def _carried(width: int, rows: Mapping[str, list[str]], live: Manifest) -> dict[str, Target]:
    """The shards of ``rows`` made, all others as they stand in the last site."""
    found = {}
    for name in shard_names(width):
        path = urls.revisions(name)
        found[name] = (
            shard_target(name, rows[name]) if name in rows else Target(path, live[path], "held", None)
        )
    return found


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
