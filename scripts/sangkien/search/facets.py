"""Facets: their values, and which story has which; a file each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any

from sangkien.catalogue.facets import FACETS
from sangkien.catalogue.index import Catalogue
from sangkien.search.packing import column
from sangkien.text.names import text_key

PREFIX = "f-"
Ids = tuple[str, ...]
"""What a story has of one facet."""


def facets(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:
    """(name, value) of each facet's file. Only what a story has is a value."""
    seen: list[dict[Ids, int]] = [{} for _ in FACETS]
    readers = [(known, ids_of) for known, (_, ids_of) in zip(seen, FACETS.values(), strict=True)]
    # Each story once, and its ids hashed once: to fetch them from memory costs more than all that follows.
    rows = [
        [known.setdefault(ids_of(story), len(known)) for known, ids_of in readers]
        for story in catalogue.stories.values()
    ]
    columns = zip(*rows, strict=True) if rows else repeat(())
    for (facet, (vocabulary, _)), known, found in zip(FACETS.items(), seen, columns, strict=False):
        yield PREFIX + facet, _facet(found, known, _labels(catalogue, vocabulary, known))


def _facet(found: Sequence[int], known: Iterable[Ids], labels: dict[str, str]) -> dict[str, Any]:
    """``found``: for each story a place in ``known``, the ids of it; ``labels``: those that count, in order."""
    place = {key: number for number, key in enumerate(labels)}
    sets: dict[tuple[int, ...], int] = {}
    set_of = [
        sets.setdefault(tuple(sorted({place[key] for key in ids if key in place})), len(sets))
        for ids in known
    ]
    return {
        "values": [[key, label] for key, label in labels.items()],
        "sets": [list(values) for values in sets],
        "column": column(list(map(set_of.__getitem__, found)), len(sets)),
    }


def _labels(catalogue: Catalogue, vocabulary: str, known: Iterable[Ids]) -> dict[str, str]:
    """Id → label of all that a story has: in the vocabulary's order, years newest first, units by name."""
    used = {key for ids in known for key in ids}
    if not vocabulary:
        return {year: year for year in sorted(used, key=int, reverse=True)}
    labels = {
        key: entry.label for key, entry in catalogue.vocabularies.names(vocabulary).items() if key in used
    }
    if vocabulary == "organisations":
        return dict(sorted(labels.items(), key=lambda item: (text_key(item[1]), item[0])))
    return labels
