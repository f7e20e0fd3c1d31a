"""The manifest of a tree: each file's path and the digest of what it is made of.

It is kept under an id that its lines alone decide. After an edit a few of tens of thousands of lines differ:
then what is written is what differs from a manifest that is there already, its base.

Its last line says that the file is whole. After a power failure one may be empty, cut or full of zeros, and a
tree with fewer names than files would keep, and publish again, what was taken out.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from sangkien.build.home import STAMP
from sangkien.source.moving import move

Manifest = dict[str, str]
"""Output path → digest of its inputs."""

FEW = 16
"""Of a manifest at most one line in so many is written as differing from its base."""
_BASE = "="
"""Begins the first line of a manifest of differences; its base's id follows. No path begins so."""
_BITS = 128


def save_manifest(folder: Path, manifest: Manifest, like: str = "") -> str:
    """Write a manifest under its id, whole or not at all. Returns the id.

    ``like``: the id of one that it may differ from in a few lines. Where a path is gone, all is written: what
    was taken out leaves no name behind.
    """
    base = _base_of(folder, like) if like else None
    known = _whole_of(folder, base) if base else None
    if base and known is not None:
        changed = {path: digest for path, digest in manifest.items() if known.get(path) != digest}
        came = sum(path not in known for path in changed)
        if len(changed) * FEW <= len(manifest) and len(known) + came == len(manifest):
            return _save_changed(folder, base, known, changed)
    name = _id(sum(map(_weight, manifest.items())))
    _write(folder, name, "".join(f"{path}\t{manifest[path]}\n" for path in sorted(manifest)))
    return name


def _save_changed(folder: Path, base: str, known: Manifest, changed: Manifest) -> str:
    new = sum(map(_weight, changed.items()))
    old = sum(_weight((path, known[path])) for path in changed if path in known)
    name = _id(int(base, 16) + new - old)
    if name != base:
        lines = (f"{path}\t{changed[path]}\n" for path in sorted(changed))
        _write(folder, name, "".join((f"{_BASE}{base}\n", *lines)))
    return name


def _weight(line: tuple[str, str]) -> int:
    """What a line adds to the id: a sum, so that one line that differs needs no look at all others."""
    text = "\t".join(line).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=_BITS // 8).digest(), "big")


def _id(weight: int) -> str:
    return f"{weight % (1 << _BITS):0{_BITS // 4}x}"


def _write(folder: Path, name: str, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    write_whole(folder / f"manifest-{name}", data + _end_of(data))


def _end_of(data: bytes) -> bytes:
    """The last line: a checksum of all before it."""
    return f"{crc32(data):08x}\n".encode()


def tree_manifest(folder: Path, tree: Path) -> Manifest | None:
    """The manifest that a tree's stamp names; None for a tree without stamp, or whose manifest is lost."""
    name = stamp_of(tree)
    base = _base_of(folder, name) if name else None
    known = _whole_of(folder, base) if base else None
    if known is None or base == name:
        return known
    try:
        return known | _read(folder / f"manifest-{name}", differs=True)
    except (OSError, ValueError):
        return None


def stamp_of(tree: Path) -> str:
    """The id in a tree's stamp; empty for a tree without one."""
    try:
        return (tree / STAMP).read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _base_of(folder: Path, name: str) -> str | None:
    """The id of the whole manifest that this one rests on: its own, most often. None where it is lost."""
    try:
        with (folder / f"manifest-{name}").open("rb") as file:
            first = file.readline(len(_BASE) + _BITS // 4 + 1)
    except OSError:
        return None
    if not first.startswith(_BASE.encode()):
        return name
    base = first[len(_BASE) :].strip().decode("ascii", "replace")
    return base if len(base) == _BITS // 4 and set(base) <= set("0123456789abcdef") else None


def _whole_of(folder: Path, name: str) -> Manifest | None:
    """A copy of a whole manifest; None where it is lost or damaged."""
    path = folder / f"manifest-{name}"
    try:
        status = path.stat()
        return dict(_parsed(path, status.st_mtime_ns, status.st_size))
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=1)
def _parsed(path: Path, time: int, size: int) -> Mapping[str, str]:
    """Parsed once for the site, the spare tree and the next manifest, which rest on the same one."""
    del time, size  # of the file: another one must be parsed anew
    return _read(path)


def _read(path: Path, *, differs: bool = False) -> Manifest:
    """The lines of a file; of one that ``differs`` those behind its base.

    Raises OSError, ValueError where it is not whole.
    """
    raw = path.read_bytes()
    size = len(_end_of(b""))
    if raw[-size:] != _end_of(raw[:-size]):
        raise ValueError(path)
    text = raw[:-size].decode("utf-8", "surrogatepass")
    if differs:
        text = text.partition("\n")[2]
    cells = text.replace("\n", "\t").split("\t")
    return dict(zip(cells[:-1:2], cells[1:-1:2], strict=True))


def files_of(tree: Path) -> Manifest:
    """What a stamped tree holds whose manifest is lost, under digests that no target has."""
    found = os.walk(tree) if (tree / STAMP).exists() else ()
    paths = [Path(folder, name).relative_to(tree).as_posix() for folder, _, names in found for name in names]
    return {path: _id(_weight((path, "lost"))) for path in sorted(paths) if path != STAMP}


def make_whole(folder: Path, tree: Path) -> None:
    """Write a tree's manifest without a base, under the id it has: nothing of earlier ones stays."""
    name, manifest = stamp_of(tree), tree_manifest(folder, tree)
    if manifest is not None and _base_of(folder, name) != name:
        _write(folder, name, "".join(f"{path}\t{manifest[path]}\n" for path in sorted(manifest)))


def forget_manifests(folder: Path, trees: Iterable[Path]) -> None:
    """Delete manifests that no tree names any more, and on which none that is named rests."""
    named = {name for name in map(stamp_of, trees) if name}
    named |= {base for base in (_base_of(folder, name) for name in named) if base}
    for path in folder.glob("manifest-*"):
        if path.name.removeprefix("manifest-") not in named:
            path.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: a new file beside it, then a rename."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        temporary.write_bytes(data)
        move(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
