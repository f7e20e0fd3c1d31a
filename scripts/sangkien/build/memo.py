"""What the last build planned: keys of sections with fingerprints, so that most need no planning again.

A fingerprint covers all that a key's pages can be made of; where it is the same, so are the digests, and
they stand in the site's manifest.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from sangkien.build.manifest import Manifest, write_whole
from sangkien.build.plan import Plan

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


class Split(NamedTuple):
    """``carried``: section/key → paths that need no planning; ``sections``: keys that do."""

    carried: dict[str, list[str]]
    sections: dict[str, list[str]]


class Prints:
    """Fingerprints of all keys that have one, by section/key: reckoned when they are first asked for.

    A clean build compares them with nothing: it needs them for the next one, and has them reckoned while
    other processes make its pages.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @cached_property
    def of(self) -> dict[str, str]:
        """Section/key → fingerprint."""
        return {
            f"{name}/{key}": print_
            for name, keys in self._plan.sections().items()
            for key, print_ in zip(keys, self._plan.fingerprints(name, keys), strict=True)
            if print_ is not None
        }


def split(plan: Plan, prints: Prints, memo: Memo, live: Manifest) -> Split:
    """Part the keys into those that are as they were and those to plan."""
    sections = {name: list(keys) for name, keys in plan.sections().items()}
    carried: dict[str, list[str]] = {}
    if not memo.keys or memo.shared != plan.pages.shared():
        return Split(carried, sections)
    there = live.keys()
    for name, keys in sections.items():
        planned = sections[name] = []
        for key in keys:
            full = f"{name}/{key}"
            before = memo.keys.get(full)
            if before and before[0] == prints.of.get(full) and there >= set(before[1]):
                carried[full] = before[1]
            else:
                planned.append(key)
    return Split(carried, sections)
