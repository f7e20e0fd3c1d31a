"""Examined events, kept between builds like initiatives; what becomes of the pages of a faulty one."""

from __future__ import annotations

import os
import pickle
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from sangkien import urls
from sangkien.build.hold import forbidden, leads_to, mentions
from sangkien.build.home import Home
from sangkien.build.manifest import Manifest, write_whole
from sangkien.build.snapshot import RACY_NS, Taken
from sangkien.catalogue.index import Catalogue
from sangkien.check.events import ExaminedEvent, examine_event
from sangkien.check.fair import Checked, Ground
from sangkien.source.load import event_ids, load_event
from sangkien.source.tree import DiskTree
from sangkien.targets.target import Target

Kept = dict[str, tuple[str, datetime, ExaminedEvent]]
"""Event id → (what it was examined under, when, what was found)."""


def survey_events(
    home: Home, ground: Ground, under: str, taken: Taken, clean: bool
) -> dict[str, ExaminedEvent]:
    """Every event, examined again only where its files, its ground or the hour have changed.

    ``under``: digest of the ground.
    """
    context = ground.context
    tree = DiskTree(context.settings.root)
    ids = event_ids(tree, context.settings)
    if not ids:
        return {}
    file, before = home.base / "events.pickle", Kept()
    if not clean:
        before = _read(file)
    found: Kept = {}
    for event_id in ids:
        stat = _stat(event_id, ground, under, taken)
        kept = before.get(event_id)
        if kept is None or not stat or kept[0] != stat or not _is_in_time(kept, context.settings.now):
            examined = examine_event(load_event(tree, context.settings, event_id), context)
            kept = (stat, context.settings.now, examined)
        found[event_id] = kept
    if found != before:
        write_whole(file, pickle.dumps(found, 5))
    return {event_id: examined for event_id, (_, _, examined) in found.items()}


def _read(file: Path) -> Kept:
    try:
        kept: Kept = pickle.loads(file.read_bytes())  # noqa: S301  # our own file under .sangkien
    except Exception:  # noqa: BLE001  # whatever is wrong with it: all are examined again
        return {}
    return kept


def _stat(event_id: str, ground: Ground, under: str, taken: Taken) -> str:
    """What an event is examined under; empty where its files changed a moment ago."""
    settings = ground.context.settings
    folder = str(Path(settings.root, settings.content_dir, "events"))
    looks = [taken.folders.get(place, ("", 0)) for place in (folder, f"{folder}{os.sep}{event_id}")]
    newest = max(time for _, time in looks)
    if newest >= int(settings.now.timestamp() * 1e9) - RACY_NS:
        return ""
    return "+".join([*(digest for digest, _ in looks), under])


def _is_in_time(kept: tuple[str, datetime, ExaminedEvent], now: datetime) -> bool:
    """Whether the clock alone has changed nothing: it may have been set back, too."""
    _, since, examined = kept
    return since <= now and (examined.next_change is None or examined.next_change > now)


def held_events(checked: Checked, public: Catalogue, live: Manifest, site: Path) -> frozenset[str]:
    """Faulty events whose last good page stays: not those that name what has been taken out."""
    able = [
        key
        for key, one in checked.events.items()
        if one.held and key not in public.events and urls.file_of(urls.event(key)) in live
    ]
    if not able:
        return frozenset()
    gone = forbidden(checked, public, live, site)
    return frozenset(key for key in able if not mentions(site / urls.file_of(urls.event(key)), gone))


def held_event_targets(
    held: Collection[str], public: Catalogue, live: Manifest, site: Path
) -> Iterator[Target]:
    """The last good files of these events as they are: page, calendars, photos, and what leads there."""
    own = {alias for one in public.events.values() for alias in one.event.aliases} | public.events.keys()
    kits = {urls.event_kit(key) for key in held}
    for path, digest in live.items() if held else ():
        if path in kits:
            yield Target(path, digest, "held", None)
        elif path.startswith(urls.EVENTS):
            key = path.removeprefix(urls.EVENTS).split("/")[0].removesuffix(".ics")
            page = urls.file_of(urls.event(key))
            alias = key not in own and page in live and leads_to(site / page, urls.event) in held
            if key in held or alias:
                yield Target(path, digest, "held", None)


def events_to_go(
    checked: Checked, public: Catalogue, live: Manifest, wanted: Mapping[str, str], held: Collection[str]
) -> list[str]:
    """Live pages of events that visibility alone takes out or changes."""
    pages = {key: urls.file_of(urls.event(key)) for key in checked.events}
    return [
        page
        for key, page in pages.items()
        if page in live
        and live[page] != wanted.get(page)
        and key not in held
        and (key not in public.events or checked.events[key].withdrawn)
    ]
