"""Examining a fair for a build: what the cache still holds is not read again."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from sangkien.build.cache import Row, read_cache, still_holds, write_cache
from sangkien.build.crew import new_pool
from sangkien.build.home import Home
from sangkien.build.inputs import ground_digests
from sangkien.build.occasions import survey_events
from sangkien.build.snapshot import RACY_NS, Taken
from sangkien.check.examine import Examined
from sangkien.check.fair import Checked, Ground, conclude, examine_all, lay_ground
from sangkien.diagnostics import Severity
from sangkien.rules.registry import RULES
from sangkien.settings import Settings
from sangkien.source.load import slugs
from sangkien.source.tree import DiskTree

ENOUGH = 300
"""Initiatives to examine before a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Survey:
    """A fair as a build sees it. ``fresh`` and ``gone`` are what the cache does not know yet."""

    ground: Ground
    checked: Checked
    fresh: Mapping[str, Row]
    gone: tuple[str, ...]

    def remember(self, home: Home) -> None:
        """Tell the cache; a build does so while other processes make its pages."""
        write_cache(home.cache, self.fresh, self.gone)


def survey(
    home: Home, settings: Settings, taken: Taken, jobs: int, clean: bool, progress: Callable[[int], None]
) -> Survey:
    """Load and check everything; only error rules are run over the catalogue.

    ``taken``: stats of the folders, taken before anything was read.
    """
    tree = DiskTree(settings.root)
    ground = lay_ground(tree, settings)
    always, linked = ground_digests(ground)
    stats = _stats(tree, settings, taken)
    if clean:
        home.cache.unlink(missing_ok=True)
    rows = read_cache(home.cache)
    found, stale = _kept(rows, settings, stats, always, linked)
    progress(len(found))
    fresh = _examine(tree, ground, stale, jobs, progress)
    found |= fresh
    new = {
        slug: Row(stats[slug], _ground(item, always, linked), item)
        for slug, item in fresh.items()
        if stats[slug]
    }
    ordered = {slug: found[slug] for slug in stats}
    errors = [rule for rule in RULES if rule.severity is Severity.ERROR]
    gone = tuple(slug for slug in rows if slug not in stats)
    events = survey_events(home, ground, f"{always}+{linked}", taken, clean)
    return Survey(ground, conclude(tree, ground, ordered, errors, events), new, gone)


def _examine(
    tree: DiskTree, ground: Ground, stale: list[str], jobs: int, progress: Callable[[int], None]
) -> dict[str, Examined]:
    if jobs > 1 and len(stale) >= ENOUGH:
        pool: Executor
        with new_pool(jobs) as pool:
            return examine_all(tree, ground, stale, pool, progress)
    return examine_all(tree, ground, stale, None, progress)


def _stats(tree: DiskTree, settings: Settings, taken: Taken) -> dict[str, str]:
    """Slug → digest of names and stats of the folder's files; empty for one changed a moment ago."""
    newest = int(settings.now.timestamp() * 1e9) - RACY_NS
    base = str(Path(settings.root, settings.initiatives_dir))
    found = {}
    for slug in slugs(tree, settings):
        digest, time = taken.folders.get(f"{base}{os.sep}{slug}", ("", 0))
        found[slug] = digest if time < newest and _is_text(slug) else ""
    return found


def _is_text(slug: str) -> bool:
    """Whether a name is UTF-8: the cache can hold no other, and no such story is published."""
    try:
        return bool(slug.encode())
    except UnicodeEncodeError:
        return False


def _ground(examined: Examined, always: str, linked: str) -> str:
    return f"{always}+{linked}" if examined.links_inside else always


def _kept(
    rows: Mapping[str, tuple[str, str, bytes]],
    settings: Settings,
    stats: Mapping[str, str],
    always: str,
    linked: str,
) -> tuple[dict[str, Examined], list[str]]:
    found, stale = {}, []
    for slug, stat in stats.items():
        row = rows.get(slug)
        ground = f"{always}+{linked}" if row and "+" in row[1] else always
        examined = still_holds(row, stat, ground, settings.now) if row and stat else None
        if examined is None:
            stale.append(slug)
        else:
            found[slug] = examined
    return found, stale
