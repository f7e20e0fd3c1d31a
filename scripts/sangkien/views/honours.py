"""Recognitions and awards as lines: level, award, decision, date (two things apart, often at once)."""

from __future__ import annotations

from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.views.words import Words


def honours(story: Story, catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    """Each recognition of a story; the story's title and address beside it for other pages."""
    rows = []
    for item in story.initiative.recognition:
        award = catalogue.entry("awards", item.award)
        year = item.year or (item.date.year if item.date else None)
        rows.append(
            {
                "award": award.name if award else None,
                "level": words(f"level.{item.level}") if item.level else None,
                "year": year,
                "decision": item.decision,
                "date": item.date and words.date(item.date),
                "rank": award.rank if award and award.rank is not None else 0,
                "title": story.initiative.title,
                "url": urls.story(story.slug),
                "sample": story.initiative.sample,
            }
        )
    return rows
