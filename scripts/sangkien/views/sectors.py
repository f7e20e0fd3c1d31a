"""A sector's look: its colour and its drawing, on cards and faces. Never left open."""

from __future__ import annotations

from typing import NamedTuple

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.model.vocabulary import HUES, NO_MOTIF


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
