"""What the last build planned: keys of sections with fingerprints, so that most need no planning again.

A fingerprint covers all that a key's pages can be made of; where it is the same, so are the digests, and
they stand in the site's manifest.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path

from sangkien.build.manifest import Manifest, write_whole
from sangkien.targets.pages import PagePlan

NAME = "memo"


@dataclass(frozen=True)
class Memo:
    """``keys``: section/key → [fingerprint, paths]. ``manifest``: the id of the manifest it belongs to."""

    manifest: str = ""
    shared: str = ""
    keys: dict[str, tuple[str, list[str]]] = field(default_factory=dict)


def load_memo(folder: Path, manifest: str) -> Memo:
    """The memo of a manifest; an empty one where there is none."""
    try:
        memo = Memo(*pickle.loads((folder / NAME).read_bytes()))  # noqa: S301  # our own file under .sangkien
    except Exception:  # noqa: BLE001  # whatever is wrong with it: all is planned again
        return Memo()
    return memo if memo.manifest == manifest else Memo()


def save_memo(folder: Path, memo: Memo) -> None:
    """Write a memo, whole or not at all."""
    write_whole(folder / NAME, pickle.dumps((memo.manifest, memo.shared, memo.keys), 5))


@dataclass(frozen=True)
class Split:
    """``carried``: section/key → paths that need no planning; ``sections``: keys that do.

    ``prints``: fingerprint of every key that has one.
    """

    carried: dict[str, list[str]]
    sections: dict[str, list[str]]
    prints: dict[str, str]


def split(pages: PagePlan, memo: Memo, live: Manifest) -> Split:
    """Part the keys into those that are as they were and those to plan."""
    carried: dict[str, list[str]] = {}
    sections: dict[str, list[str]] = {}
    prints: dict[str, str] = {}
    known = memo.keys if memo.shared == pages.shared() else {}
    there = live.keys()
    for name, keys in pages.sections().items():
        planned = sections[name] = []
        for key, print_ in zip(keys, pages.fingerprints(name, keys), strict=True):
            full = f"{name}/{key}"
            if print_ is not None:
                prints[full] = print_
            before = known.get(full)
            if before and before[0] == print_ and there >= set(before[1]):
                carried[full] = before[1]
            else:
                planned.append(key)
    return Split(carried, sections, prints)
