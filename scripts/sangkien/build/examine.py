"""Examining a fair for a build: what the cache still holds is not read again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from sangkien.build.cache import Row, read_cache, write_cache
from sangkien.build.crew import new_pool
from sangkien.build.home import Home
from sangkien.build.inputs import ground_digests, package_digest
from sangkien.build.manifest import write_whole
from sangkien.build.occasions import survey_events
from sangkien.build.portraits import Portraits
from sangkien.build.snapshot import RACY_NS, Taken
from sangkien.check.events import ExaminedEvent
from sangkien.check.examine import Examined, stand_on
from sangkien.check.fair import Checked, Ground, conclude, examine_all, lay_ground
from sangkien.diagnostics import Severity
from sangkien.rules.registry import RULES
from sangkien.settings import Settings
from sangkien.source.tree import DiskTree
from sangkien.views.parts import digest_of

ENOUGH = 300
"""Initiatives to examine before a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Survey:
    """A fair as a build sees it.

    ``rows``: all that may be kept between builds; ``changed``: slugs of which the cache does not know yet.
    """

    ground: Ground
    checked: Checked
    rows: Mapping[str, Row]
    changed: tuple[str, ...]

    def remember(self, home: Home) -> None:
        """Tell the cache; a build does so while other processes make its pages."""
        write_cache(home.cache, package_digest(), self.rows, self.changed)


def survey(
    home: Home, settings: Settings, taken: Taken, jobs: int, clean: bool, progress: Callable[[int], None]
) -> Survey:
    """Load and check everything; only error rules are run over the catalogue.

    ``taken``: stats of the folders, taken before anything was read.
    """
    tree = DiskTree(settings.root)
    portraits = Portraits(home.base / "portraits.pickle", clean)
    ground = lay_ground(tree, settings, portraits.known)
    portraits.remember(ground)
    always, linked = ground_digests(ground)
    stats = _stats(sorted(ground.context.slugs), settings, taken)
    if clean:
        home.cache.unlink(missing_ok=True)
    known = read_cache(home.cache, package_digest())
    rows = {
        slug: row
        for slug, stat in stats.items()
        if (row := known.get(slug)) and row.holds(stat, _ground(row.examined, always, linked), settings.now)
    }
    progress(len(rows))
    fresh = _examine(tree, ground, [slug for slug in stats if slug not in rows], jobs, progress)
    kept = {
        slug: Row(stats[slug], _ground(item, always, linked), settings.now, item)
        for slug, item in fresh.items()
        if stats[slug]
    }
    changed = (*kept, *(slug for slug in known if slug not in rows and slug not in kept))
    ordered = {slug: fresh[slug] if slug in fresh else rows[slug].examined for slug in stats}
    events = survey_events(home, ground, f"{always}+{linked}", taken, clean)
    sound = _Sound(home.base / "sound", _across(ground, f"{always}+{linked}", ordered, events))
    errors = [] if sound.known and not clean else [rule for rule in RULES if rule.severity is Severity.ERROR]
    checked = conclude(tree, ground, ordered, errors, events)
    sound.remember(not checked.across)
    return Survey(ground, checked, rows | kept, changed)


def _across(
    ground: Ground, under: str, examined: Mapping[str, Examined], events: Mapping[str, ExaminedEvent]
) -> str:
    """Digest of all that an error rule over the catalogue may look at: of stories their rolls alone.

    A test gives those rules stories without the rest.
    """
    on_record = ground.register.digest
    rolls = [f"{one.story.slug}\t{one.story.head.roll}\n" for one in examined.values() if one.story]
    people = [(profile.id, profile.digest) for profile in ground.people]
    occasions = [(key, one.occasion and one.occasion.digest) for key, one in events.items()]
    return digest_of((under, ground.context.settings.today, sorted(rolls), people, occasions, on_record))


class _Sound:
    """Remembers the last catalogue in which the error rules found nothing: the same needs no second look."""

    def __init__(self, file: Path, digest: str) -> None:
        self._file, self._digest = file, digest
        self.known = file.exists() and file.read_text("ascii", "replace") == digest

    def remember(self, sound: bool) -> None:
        """Whether they found nothing now."""
        if sound and not self.known:
            write_whole(self._file, self._digest.encode())
        elif not sound:
            self._file.unlink(missing_ok=True)


def _examine(
    tree: DiskTree, ground: Ground, stale: list[str], jobs: int, progress: Callable[[int], None]
) -> dict[str, Examined]:
    if jobs > 1 and len(stale) >= ENOUGH:
        pool: Executor
        with new_pool(jobs, stand_on, tree, ground.context) as pool:
            return examine_all(tree, ground, stale, pool, progress)
    return examine_all(tree, ground, stale, None, progress)


def _stats(names: Iterable[str], settings: Settings, taken: Taken) -> dict[str, str]:
    """Slug → digest of names and stats of the folder's files; empty for one changed a moment ago."""
    newest = int(settings.now.timestamp() * 1e9) - RACY_NS
    base = str(Path(settings.root, settings.initiatives_dir))
    found = {}
    for slug in names:
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
