"""Recognitions and awards as lines: level, award, decision, date (two things apart, often at once)."""

from __future__ import annotations

from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.text.names import name_key, text_key
from sangkien.views.people import newest_entry, person_line
from sangkien.views.words import Words

LEVELS = ("toan-quoc", "tinh", "cap-tren", "co-so")
"""Of a recognition, the highest first."""


def honours(story: Story, catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    """Each recognition of a story; the story's title and address beside it for other pages."""
    rows = []
    phase = catalogue.programme.phase_of(story.initiative.counted_on) if catalogue.programme else None
    for item in story.initiative.recognition:
        award = catalogue.entry("awards", item.award)
        level = words(f"level.{item.level}") if item.level else None
        year = item.year or (item.date.year if item.date else None)
        rows.append(
            {
                "award": award.name if award else None,
                "level": level,
                "name": award.name if award else level,
                "year": year,
                "decision": item.decision,
                "date": item.date and words.date(item.date),
                "height": LEVELS.index(item.level) if item.level else len(LEVELS),
                "rank": award.rank if award and award.rank is not None else 0,
                "title": story.initiative.title,
                "url": urls.story(story.slug),
                "phase": phase.name if phase else None,
                "sample": story.initiative.sample,
            }
        )
    return rows


def honour_order(row: dict[str, Any]) -> tuple[Any, ...]:
    """The latest year first, in it real ones before samples, then the highest award and level."""
    return (
        -(row["year"] or 0),
        row["sample"],
        -row["rank"],
        row["height"],
        text_key(row["title"]),
        row["url"],
    )


def by_year(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows in their order, grouped by year, and within it by award or level."""
    years: dict[int | None, dict[str | None, list[dict[str, Any]]]] = {}
    for row in rows:
        years.setdefault(row["year"], {}).setdefault(row["name"], []).append(row)
    return [
        {"year": year, "awards": [{"name": name, "rows": found} for name, found in awards.items()]}
        for year, awards in years.items()
    ]


def by_phase(rows: list[dict[str, Any]], words: Words) -> list[dict[str, Any]]:
    """How many recognitions fall into each phase of the programme; samples aren't counted."""
    counts: dict[str, int] = {}
    for row in rows:
        if row["phase"] and not row["sample"]:
            counts[row["phase"]] = counts.get(row["phase"], 0) + 1
    return [{"name": name, "count": words.number(count)} for name, count in sorted(counts.items())]


def honoured(catalogue: Catalogue, words: Words, limit: int) -> dict[str, list[dict[str, Any]]]:
    """``people`` and ``collectives`` with a recognition: the highest award first, then by name.

    Real ones come before samples. Of a crowd only ``limit`` of each are looked at closely.
    """
    groups: dict[str, list[tuple[bool, int, str]]] = {"people": [], "collectives": []}
    for key, rank in _best_awards(catalogue).items():
        sample = all(story.initiative.sample for story in catalogue.by_person[key])
        group = "people" if newest_entry(key, catalogue)[1].collective is None else "collectives"
        groups[group].append((sample, -rank, key))
    return {name: _in_order(sorted(found)[:limit], catalogue, words) for name, found in groups.items()}


def _best_awards(catalogue: Catalogue) -> dict[str, int]:
    """Person → rank of the highest award; 0 for a recognition alone."""
    best: dict[str, int] = {}
    for story in catalogue.stories.values():
        if story.initiative.recognition:
            awards = [catalogue.entry("awards", item.award) for item in story.initiative.recognition]
            rank = max((award.rank or 0 for award in awards if award), default=0)
            for key in story.author_ids:
                if key is not None:
                    best[key] = max(best.get(key, 0), rank)
    return best


def _in_order(found: list[tuple[bool, int, str]], catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    lines = [(sample, rank, person_line(key, catalogue, words)) for sample, rank, key in found]
    lines.sort(key=lambda line: (line[0], line[1], name_key(line[2]["name"]), line[2]["url"]))
    return [line for _, _, line in lines]
