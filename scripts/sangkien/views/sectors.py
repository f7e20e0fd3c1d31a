"""Sectors and places: a sector's colour and drawing, and the ways in by either."""

from __future__ import annotations

from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.model.vocabulary import HUES, NO_MOTIF
from sangkien.views.words import Words


class Look(NamedTuple):
    """``hue`` is 1 to 8, the class ``hue-N`` of tokens.css; ``motif`` a file of theme/motifs/."""

    hue: int
    motif: str


def look_of(catalogue: Catalogue, sector: str | None) -> Look:
    """What the vocabulary says; a sector without a colour gets one by its place in the list."""
    entries = catalogue.vocabularies.names("sectors")
    entry = entries.get(sector or "")
    if entry is None:
        return Look(1, NO_MOTIF)
    if entry.hue is None:
        return Look(list(entries).index(entry.id) % len(HUES) + 1, entry.motif or NO_MOTIF)
    return Look(int(entry.hue), entry.motif or NO_MOTIF)


def look_of_story(catalogue: Catalogue, story: Story) -> Look:
    """Of the story's sector; a confidential one does not give it away."""
    initiative = story.initiative
    return look_of(catalogue, None if initiative.confidential else initiative.sector)


def ways(catalogue: Catalogue, vocabulary: str, words: Words) -> list[dict[str, Any]]:
    """The sectors or places that have a story, in the vocabulary's order; samples aren't counted."""
    sectors = vocabulary == "sectors"
    index = catalogue.by_sector if sectors else catalogue.by_place
    found = []
    for key, entry in catalogue.vocabularies.names(vocabulary).items():
        stories = index.get(key, ())
        if not stories:
            continue
        counted = sum(not story.head.sample for story in stories)
        look = look_of(catalogue, key if sectors else None)
        found.append(
            {
                "id": key,
                "name": entry.name,
                "label": entry.label,
                "url": urls.sector(key) if sectors else urls.place(key),
                "count": words.number(counted) if counted else None,
                "hue": look.hue,
                "motif": look.motif,
            }
        )
    return found
