"""Facets: their values, and which story has which; a file each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sangkien.catalogue.facets import FACETS
from sangkien.catalogue.index import Catalogue
from sangkien.search.packing import column
from sangkien.text.names import text_key

PREFIX = "f-"


def facets(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:
    """(name, value) of each facet's file. Only what a story has is a value."""
    for facet, (vocabulary, ids_of) in FACETS.items():
        found = [ids_of(story) for story in catalogue.stories.values()]
        yield PREFIX + facet, _facet(found, _labels(catalogue, vocabulary, {*found}))


def _facet(found: list[tuple[str, ...]], labels: dict[str, str]) -> dict[str, Any]:
    """``found``: the ids of each story; ``labels``: those that count, in order."""
    place = {key: number for number, key in enumerate(labels)}
    of_ids: dict[tuple[str, ...], int] = {}
    sets: dict[tuple[int, ...], int] = {}
    for ids in dict.fromkeys(found):
        values = tuple(sorted({place[key] for key in ids if key in place}))
        of_ids[ids] = sets.setdefault(values, len(sets))
    return {
        "values": [[key, label] for key, label in labels.items()],
        "sets": [list(values) for values in sets],
        "column": column([of_ids[ids] for ids in found], len(sets)),
    }


def _labels(catalogue: Catalogue, vocabulary: str, sets: set[tuple[str, ...]]) -> dict[str, str]:
    """Id → label of all that a story has: in the vocabulary's order, years newest first, units by name."""
    used = {key for ids in sets for key in ids}
    if not vocabulary:
        return {year: year for year in sorted(used, key=int, reverse=True)}
    labels = {
        key: entry.label for key, entry in catalogue.vocabularies.names(vocabulary).items() if key in used
    }
    if vocabulary == "organisations":
        return dict(sorted(labels.items(), key=lambda item: (text_key(item[1]), item[0])))
    return labels
