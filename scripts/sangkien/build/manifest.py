"""The manifest of a tree: each file's path and the digest of what it is made of."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from sangkien.build.home import STAMP
from sangkien.source.moving import move

Manifest = dict[str, str]
"""Output path → digest of its inputs."""


def save_manifest(folder: Path, manifest: Mapping[str, str]) -> str:
    """Write a manifest under its id, whole or not at all. Returns the id."""
    text = "".join(f"{path}\t{manifest[path]}\n" for path in sorted(manifest))
    name = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    write_whole(folder / f"manifest-{name}", text.encode("utf-8", "surrogatepass"))
    return name


def tree_manifest(folder: Path, tree: Path) -> Manifest | None:
    """The manifest that a tree's stamp names; None for a tree without stamp, or whose manifest is lost."""
    try:
        name = (tree / STAMP).read_text("ascii").strip()
        text = (folder / f"manifest-{name}").read_text("utf-8")
        cells = text.replace("\n", "\t").split("\t")
        return dict(zip(cells[:-1:2], cells[1:-1:2], strict=True))
    except (OSError, ValueError):
        return None


def forget_manifests(folder: Path, trees: tuple[Path, ...]) -> None:
    """Delete manifests that no tree names any more."""
    named = set()
    for tree in trees:
        try:
            named.add("manifest-" + (tree / STAMP).read_text("ascii").strip())
        except (OSError, ValueError):
            continue
    for path in folder.glob("manifest-*"):
        if path.name not in named:
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
