"""Who was named when a report was made last: digests of ids alone, under ``.sangkien/``.

A name that was taken out since is in no file of ours but the source; it is found there again by its digest.
Lost without harm: the next report then has nothing to compare with.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sangkien.build.manifest import write_whole
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import day_of, derived_person_id
from sangkien.model.initiative import Withdrawal
from sangkien.report.figures import real_stories

_FILE = "reports.json"
_KEPT = 60
"""Reports that are remembered: five years of monthly ones."""


class Names(NamedTuple):
    """Names published and taken out since a day; None where there is nothing to compare with.

    ``lost``: how many were taken out whose name stands nowhere in the source any more.
    """

    since: date
    came: tuple[str, ...]
    went: tuple[str, ...]
    lost: int


def named(public: Catalogue) -> dict[str, str]:
    """Id → name of everybody whom a real story shows."""
    return {
        key: author.name or author.collective or ""
        for story in real_stories(public)
        for author, key in story.credits
        if key
    }


def in_source(everything: Catalogue) -> dict[str, str]:
    """Id → name of everybody in the source, those who withdrew too."""
    found: dict[str, str] = {}
    for story in everything.stories.values():
        for author in story.initiative.authors:
            key = author.person or derived_person_id(author, story.initiative)
            if key:
                found[key] = author.name or author.collective or ""
    return found


def by_dates(public: Catalogue, everything: Catalogue, since: date) -> Names:
    """Without a report to compare with: whose first story came since that day, who withdrew since."""
    settings = public.settings
    first: dict[str, date] = {}
    for story in real_stories(public):  # oldest first
        day = day_of(story.head.published, settings) if story.head.published else None
        for key in story.author_ids:
            if key and day:
                first.setdefault(key, day)
    names = named(public)
    came = sorted(names[key] for key, day in first.items() if day >= since)
    withdrawn = [
        (author.name or author.collective or "", author.consent)
        for story in everything.stories.values()
        for author in story.initiative.authors
        if not story.head.sample
    ]
    withdrawn += [
        (one.person.name, one.person.consent) for one in everything.people.values() if not one.person.sample
    ]
    went = {
        name for name, consent in withdrawn if isinstance(consent, Withdrawal) and consent.withdrawn >= since
    }
    return Names(since, tuple(came), tuple(sorted(went)), 0)


def compare(
    base: Path, now: Mapping[str, str], source: Mapping[str, str], today: date, since: date | None
) -> Names | None:
    """The names of today against those of the last report, or of the last one not after ``since``.

    A report of the same day is passed over, so that it can be made again.
    """
    before = [(day, digests) for day, digests in _reports(base) if (day <= since if since else day < today)]
    if not before:
        return None
    day, old = before[-1]
    by_digest = {_digest(key): name for key, name in source.items()}
    present = {_digest(key) for key in now}
    gone = sorted(old - present)
    went = sorted(by_digest[digest] for digest in gone if digest in by_digest)
    came = sorted(name for key, name in now.items() if _digest(key) not in old)
    return Names(day, tuple(came), tuple(went), len(gone) - len(went))


def remember(base: Path, now: Collection[str], today: date) -> None:
    """Keep who is named today in the place of an earlier report of the same day."""
    rows = [(day, digests) for day, digests in _reports(base) if day != today]
    rows = sorted([*rows, (today, frozenset(map(_digest, now)))])[-_KEPT:]
    data = [{"date": day.isoformat(), "named": sorted(digests)} for day, digests in rows]
    base.mkdir(parents=True, exist_ok=True)
    write_whole(base / _FILE, json.dumps(data).encode())


def _reports(base: Path) -> list[tuple[date, frozenset[str]]]:
    """What is remembered, oldest first; a damaged file is as good as none."""
    try:
        data: Any = json.loads((base / _FILE).read_bytes())
        rows = [(date.fromisoformat(row["date"]), _digests(row["named"])) for row in data]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return sorted(rows, key=lambda row: row[0])


def _digests(values: Iterable[Any]) -> frozenset[str]:
    return frozenset(str(value) for value in values)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
