"""Facets: their values, which story has which, and for each value its stories.

Who opens a facet needs all of it, to count; a link that filters by a value needs that value's stories alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, repeat
from typing import Any

from sangkien.catalogue.facets import FACETS
from sangkien.catalogue.index import Catalogue
from sangkien.search.packing import CHARACTERS, column, pack
from sangkien.text.names import text_key

VALUES, COLUMN, LISTS = PREFIXES = ("f-", "g-", "v-")
"""Of the files' names: what there is, what each story has, the stories of some values."""
TOGETHER = 2048
"""Characters of lists in one file, where they are more than one."""
MOST_COLUMN = 40_000
"""Characters: of a facet whose values are not all in sight, a larger column than this is not written."""
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
        yield from _facet(facet, found, known, _labels(catalogue, vocabulary, known))


def _facet(
    facet: str, found: Sequence[int], known: Iterable[Ids], labels: dict[str, str]
) -> Iterator[tuple[str, Any]]:
    """``found``: of each story the place in ``known``; ``labels``: the ids that count, in order."""
    place = {key: number for number, key in enumerate(labels)}
    sets: dict[tuple[int, ...], int] = {}
    set_of = [
        sets.setdefault(tuple(sorted({place[key] for key in ids if key in place})), len(sets))
        for ids in known
    ]
    stories = list(map(set_of.__getitem__, found))
    bundles = list(_bundles(list(map(pack, _stories_of(stories, sets, len(labels))))))
    starts = accumulate(map(len, bundles), initial=0)
    whole = column(stories, len(sets))
    has_column = len(whole) <= MOST_COLUMN or len(labels) <= len(CHARACTERS)
    yield (
        VALUES + facet,
        {
            "values": [[key, label] for key, label in labels.items()],
            "files": [start for start, _ in zip(starts, bundles, strict=False)],
            "column": has_column,
        },
    )
    if has_column:
        yield COLUMN + facet, {"sets": [list(values) for values in sets], "column": whole}
    for number, lists in enumerate(bundles):
        yield f"{LISTS}{facet}-{number}", lists


def _stories_of(stories: Iterable[int], sets: Iterable[tuple[int, ...]], values: int) -> list[list[int]]:
    """The stories of each value. ``stories``: the set of each."""
    of_set: list[list[int]] = [[] for _ in sets]
    for number, which in enumerate(stories):
        of_set[which].append(number)
    parts: list[list[list[int]]] = [[] for _ in range(values)]
    for members, numbers in zip(sets, of_set, strict=True):
        for value in members:
            parts[value].append(numbers)
    return [sorted(chain.from_iterable(part)) for part in parts]


def _bundles(lists: Iterable[str]) -> Iterator[list[str]]:
    """Lists that share a file: some that are short, or a long one by itself."""
    bundle: list[str] = []
    size = 0
    for one in lists:
        if bundle and size + len(one) > TOGETHER:
            yield bundle
            bundle, size = [], 0
        bundle.append(one)
        size += len(one)
    if bundle:
        yield bundle


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
