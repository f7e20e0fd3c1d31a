"""What the last build planned: keys of sections with fingerprints, so that most need no planning again.

A fingerprint covers all that a key's pages can be made of; where it is the same, so are the digests, and
they stand in the site's manifest. After an edit that moves no story in any list (equal rolls, see
``records.Head``) only the keys that the edited stories can touch are looked at.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from sangkien.build.manifest import write_whole
from sangkien.build.plan import Plan
from sangkien.build.prints import Key, Prints
from sangkien.views.related import Fours

NAME = "memo"
EDITS = "memo-edits"
"""What the memo of the last build has otherwise than the whole one beside it."""
FEW = 16
"""Of the keys at most one in so many is written as an edit."""


@dataclass(frozen=True)
class Memo:
    """What is remembered of a plan.

    Attributes:
        manifest: the id of the manifest it belongs to.
        shared, rolls: of ``targets.prints.Prints``.
        digests: slug → digest of the story, in the order of the catalogue.
        keys: section/key → (fingerprint, paths, all of which stand in that manifest).
        fours: which stories are near each other.
        base: the ``manifest`` of the whole memo in its file. ``edited``: slugs and keys that differ from it.
    """

    manifest: str = ""
    shared: str = ""
    rolls: str = ""
    digests: dict[str, str] = field(default_factory=dict)
    keys: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    fours: Fours | None = None
    base: str = ""
    edited: frozenset[str] = frozenset()


def load_memo(folder: Path, manifest: str) -> Memo:
    """The memo of a manifest; an empty one where there is none."""
    try:
        whole = Memo(*pickle.loads((folder / NAME).read_bytes()))  # noqa: S301  # our own file under .sangkien
        if whole.manifest == manifest:
            return replace(whole, base=manifest)
        edits, base = pickle.loads((folder / EDITS).read_bytes())  # noqa: S301  # as above
        memo = Memo(*edits)
    except Exception:  # noqa: BLE001  # whatever is wrong with it: all is planned again
        return Memo()
    if memo.manifest != manifest or base != whole.manifest:
        return Memo()
    return replace(
        memo,
        digests=whole.digests | memo.digests,
        keys=whole.keys | memo.keys,
        base=base,
        edited=frozenset(memo.digests.keys() | memo.keys.keys()),
    )


def save_memo(folder: Path, memo: Memo, before: Memo) -> None:
    """Write a memo, whole or not at all. ``before``: of the last build.

    After an edit a few of tens of thousands of keys differ: the whole one stays, and they stand beside it.
    """
    edits = _edits(memo, before)
    if edits:
        write_whole(folder / EDITS, pickle.dumps((_values(edits), before.base), 5))
    else:
        write_whole(folder / NAME, pickle.dumps(_values(memo), 5))
        (folder / EDITS).unlink(missing_ok=True)


def _values(memo: Memo) -> tuple[object, ...]:
    return memo.manifest, memo.shared, memo.rolls, memo.digests, memo.keys, memo.fours


def _edits(memo: Memo, before: Memo) -> Memo | None:
    """What differs from the whole memo in its file; None where one is gone or moved, or much differs."""
    # In the same order, too: the catalogue's files have their lines in that of the digests.
    if (
        not before.base
        or memo.keys.keys() != before.keys.keys()
        or list(memo.digests) != list(before.digests)
    ):
        return None
    digests = {
        slug: digest
        for slug, digest in memo.digests.items()
        if digest != before.digests[slug] or slug in before.edited
    }
    keys = {
        full: known
        for full, known in memo.keys.items()
        if known != before.keys[full] or full in before.edited
    }
    few = len(keys) * FEW <= len(memo.keys)
    return replace(memo, digests=digests, keys=keys) if few else None


class Split(NamedTuple):
    """``carried``: section/key → paths that need no planning; ``sections``: keys that do."""

    carried: dict[str, list[str]]
    sections: dict[str, list[str]]


class Accounts:
    """Compares a plan with the memo of the last one, and writes the next."""

    def __init__(self, plan: Plan, memo: Memo) -> None:
        self._memo, self._prints = memo, Prints(plan.pages, plan.search)
        self._fours = plan.pages.related.fours  # before the pool starts: none of it reckons them
        self._sections = {name: list(keys) for name, keys in plan.sections().items()}

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """section/key → fingerprint.

        A clean build compares them with nothing: it needs them for the next one, and has them reckoned while
        other processes make its pages.
        """
        if self.is_quiet:
            before, touched = self._memo.keys, self._touched
            carried = {full: known[0] for full, known in before.items() if full not in touched}
            return carried | {full: self._prints.of(*pair) for full, pair in touched.items()}
        return {
            f"{name}/{key}": self._prints.of(name, key)
            for name, keys in self._sections.items()
            for key in keys
        }

    @cached_property
    def is_quiet(self) -> bool:
        """Whether all stories are where they were, with the same keys in every section."""
        memo, prints = self._memo, self._prints
        return bool(memo.keys) and memo.shared == prints.shared and memo.rolls == prints.rolls

    @cached_property
    def _touched(self) -> dict[str, Key]:
        before = self._memo.digests
        changed = [slug for slug, digest in self._prints.digests.items() if before.get(slug) != digest]
        return {f"{name}/{key}": (name, key) for name, key in self._prints.touched(changed)}

    @property
    def known(self) -> dict[str, str]:
        """Slug → digest of each story in the last site, where what all share is as it was."""
        return self._memo.digests if self._memo.shared == self._prints.shared else {}

    def split(self) -> Split:
        """Part the keys into those that are as they were and those to plan."""
        memo = self._memo
        if not memo.keys or memo.shared != self._prints.shared:
            return Split({}, self._sections)
        carried: dict[str, list[str]] = {}
        sections: dict[str, list[str]] = {}
        before, now = memo.keys, self.fingerprints
        for name, keys in self._sections.items():
            planned = sections[name] = []
            for key in keys:
                full = f"{name}/{key}"
                known = before.get(full)
                if known and known[0] == now.get(full):
                    carried[full] = known[1]
                else:
                    planned.append(key)
        return Split(carried, sections)

    def next_memo(self, paths: dict[str, list[str]]) -> Memo:
        """For the next build. ``paths``: the files of each key."""
        prints, now = self._prints, self.fingerprints
        return Memo(
            shared=prints.shared,
            rolls=prints.rolls,
            digests=prints.digests,
            keys={full: (now[full], files) for full, files in paths.items()},
            fours=self._fours,
        )
