"""The programme: its phases, its targets, what the site counts, what was reported by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.model.programme import Count, Phase, Programme
from sangkien.views.cards import Cards
from sangkien.views.charts import Bar, Dot, bars, columns, dots
from sangkien.views.words import Words


def programme_view(catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """The programme's page: its numbers, and charts of them."""
    data = programme_data(catalogue, words)
    title = data["name"] if data else words("programme.title")
    return {
        "url": urls.PROGRAMME,
        "title": title,
        "description": words("programme.description", name=title),
        "programme": data,
        "charts": programme_charts(catalogue.programme, _days(catalogue), words)
        if catalogue.programme
        else {},
        "sample": False,
    }


def programme_data(catalogue: Catalogue, words: Words) -> dict[str, Any] | None:
    """The programme's numbers, None for a fair that has no programme."""
    programme = catalogue.programme
    if not programme:
        return None
    days = _days(catalogue)
    by_phase = _by_phase(programme, days)
    today = catalogue.settings.today
    counts = sorted(programme.counts, key=lambda count: count.date)
    whole = [count for count in counts if count.phase is None]
    names = {phase.id: phase.name for phase in programme.phases}
    return {
        "name": programme.name,
        "short": programme.short or programme.name,
        "note": programme.note,
        "participation": programme.participation,
        "fields": list(programme.fields),
        "starts": programme.starts and words.date(programme.starts),
        "ends": programme.ends and words.date(programme.ends),
        "over": bool(programme.ends and programme.ends < today),
        "target": _progress(len(days), programme.target, words),
        "reached": _progress(whole[-1].count if whole else len(days), programme.target, words),
        "phases": [
            {
                "name": phase.name,
                "occasion": phase.occasion,
                "starts": phase.starts and words.date(phase.starts),
                "ends": words.date(phase.ends),
                "applied_from": phase.applied_from and words.date(phase.applied_from),
                "over": phase.ends < today,
                "state": _state(phase, today),
                "reported": _latest((count for count in counts if count.phase == phase.id), words),
                **_progress(by_phase.get(phase.id, 0), phase.target, words),
            }
            for phase in programme.phases
        ],
        "undated": words.number(by_phase[None]) if by_phase.get(None) else None,
        "reported": _latest(whole, words),
        "counts": [
            _reported(count, words) | {"phase": names.get(count.phase) if count.phase else None}
            for count in counts
        ],
    }


def programme_charts(
    programme: Programme, days: Iterable[date | None], words: Words
) -> dict[str, dict[str, Any] | None]:
    """Phases as bars, months as columns, reported counts as dots; None for a chart that has nothing to say.

    ``days``: the day that each counted initiative counts on, None where it isn't known.
    """
    days = list(days)
    by_phase = _by_phase(programme, days)
    return {
        "phases": bars(
            [Bar(phase.name, by_phase.get(phase.id, 0), phase.target) for phase in programme.phases], words
        ),
        "months": columns([day for day in days if day], words),
        "reported": dots(
            [Dot(count.date, count.count, count.phase is None) for count in programme.counts], words
        ),
    }


def _days(catalogue: Catalogue) -> list[date | None]:
    """The day each real initiative counts on: samples count nowhere."""
    return [
        story.initiative.counted_on for story in catalogue.stories.values() if not story.initiative.sample
    ]


def _by_phase(programme: Programme, days: Iterable[date | None]) -> dict[str | None, int]:
    """How many count in each phase; under None those in no phase."""
    found: dict[str | None, int] = {}
    for day in days:
        phase = programme.phase_of(day)
        key = phase.id if phase else None
        found[key] = found.get(key, 0) + 1
    return found


def _state(phase: Phase, today: date) -> str:
    """``over``, ``now`` or ``next``: changes on the phase's own days alone, so that a page does too."""
    if phase.ends < today:
        return "over"
    return "next" if phase.starts and phase.starts > today else "now"


def _latest(counts: Iterable[Count], words: Words) -> dict[str, Any] | None:
    """The last of the counts, which come oldest first."""
    found = list(counts)
    return _reported(found[-1], words) if found else None


def _reported(count: Count, words: Words) -> dict[str, Any]:
    return {
        "date": words.date(count.date),
        "count": words.number(count.count),
        "source": count.source,
        "url": count.url,
    }


def _progress(count: int, target: int | None, words: Words) -> dict[str, Any]:
    """Count, target, and the part reached in per mille of the bar, at most all of it."""
    share = count / target if target else 0
    percent = round(share * 100, 1)  # some of many is not "0%": then the numbers alone say it
    return {
        "count": words.number(count),
        "target": words.number(target) if target else None,
        "percent": words.percent(percent) if target and (percent or not count) else None,
        "bar": min(1000, round(share * 1000)) if target else None,
    }
