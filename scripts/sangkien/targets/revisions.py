"""The published revisions: what a phone asks whether a page that it kept is still the site's own.

A page carries its revision (``data-revision`` beside its canonical address). Its **mark** is the SHA-256 of
its address, a line feed and that revision: who does not have the page learns nothing from it, and a page that
has changed or gone has no mark any more. Marks are sharded by their first hexadecimal digits;
``revisions.json`` has a few digits of each shard's digest, so that a phone loads only shards that changed and
that it needs.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from sangkien import urls
from sangkien.targets.target import Kit, Target
from sangkien.views.parts import digest_of

VERSION = 1
"""Of the shape of the files: raised when it changes, and with it every digest."""
MARK = 8
"""Hexadecimal digits of a mark in its shard: by chance another page's passes for it once in millions."""
STATE = 5
"""Hexadecimal digits of a shard's digest in ``revisions.json``."""
CROWD = 200
"""Pages for each shard, at the most, before there are sixteen times as many shards."""
EDITORIAL = "-"
"""The revision of MkDocs' pages: they cannot know their digest; one digest stands for all."""


def revision_of(digest: str) -> str:
    """A page's revision, of the digest of its target."""
    return digest[:10]


def mark(url: str, revision: str) -> str:
    """The mark of a page, 64 hexadecimal digits; its first ones name the shard."""
    return hashlib.sha256(f"{url}\n{revision}".encode("utf-8", "surrogatepass")).hexdigest()


def width_of(pages: int) -> int:
    """How many digits name a shard: 16, 256 or 4,096 shards."""
    return 1 if pages <= 16 * CROWD else 2 if pages <= 256 * CROWD else 3


def shard_names(width: int) -> list[str]:
    """All shards, empty ones too."""
    return [f"{number:0{width}x}" for number in range(16**width)]


def sharded(marks: Iterable[str], width: int) -> dict[str, list[str]]:
    """Shard → its marks, cut and sorted. Two that are the same stand there twice."""
    found: dict[str, list[str]] = {name: [] for name in shard_names(width)}
    for one in marks:
        found[one[:width]].append(one[width : width + MARK])
    for row in found.values():
        row.sort()
    return found


def take_out(row: list[str], cut: str) -> bool:
    """Take one mark out of a sorted row. Returns whether it was there."""
    place = bisect_left(row, cut)
    if place == len(row) or row[place] != cut:
        return False
    del row[place]
    return True


def shard_target(name: str, row: Sequence[str]) -> Target:
    """A shard. Its digest is of its content alone: what an earlier build wrote stays true."""
    text = "".join(row)
    return Target(urls.revisions(name), digest_of(("revisions", VERSION, text)), "revisions", text)


def read_shard(raw: bytes) -> list[str]:
    """The marks of a shard's file. Raises ValueError for what is no shard."""
    text = json.loads(raw)
    if not isinstance(text, str) or len(text) % MARK:
        raise ValueError(text)
    return [text[start : start + MARK] for start in range(0, len(text), MARK)]


def head_target(digests: Mapping[str, str], editorial: str, index: str) -> Target:
    """``revisions.json``. ``digests``: shard → digest, in order; ``editorial``, ``index``: of such files."""
    data = {
        "version": VERSION,
        "width": len(next(iter(digests))),
        "editorial": editorial,
        "index": index,
        "shards": "".join(digest[:STATE] for digest in digests.values()),
    }
    return Target(urls.REVISIONS, digest_of(("revisions", data)), "revisions", data)


def all_shards(marks: Iterable[str], width: int) -> dict[str, Target]:
    """Every shard, of every mark."""
    return {name: shard_target(name, row) for name, row in sharded(marks, width).items()}


def make_revisions(data: object, kit: Kit) -> bytes:
    """JSON without a space."""
    return json.dumps(data, separators=(",", ":")).encode()
