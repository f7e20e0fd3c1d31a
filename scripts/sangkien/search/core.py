"""The core: what any query needs, and the sizes of the files that it may load."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sangkien.catalogue.index import Catalogue
from sangkien.search.packing import CHARACTERS, pack, size_character
from sangkien.search.shards import BODY, STRONG
from sangkien.views.sectors import look_of

VERSION: Final = 4
"""Of the format: raised when a file changes its meaning."""
NAME: Final = "core"
NO_FILE: Final = CHARACTERS[0]


class Sizes(NamedTuple):
    """A syllable's two files: a character each, ``NO_FILE`` where there is none."""

    strong: str = NO_FILE
    body: str = NO_FILE


def core(catalogue: Catalogue, sizes: Mapping[str, Sizes], rare: str) -> dict[str, Any]:
    """The value of ``core.js``. ``sizes``: of each folded syllable; ``rare``: letters of the r- files."""
    lexicon = sorted(sizes)
    synonyms = catalogue.vocabularies.names("synonyms")
    return {
        "v": VERSION,
        "n": len(catalogue.stories),
        "people": len(catalogue.by_person),
        "units": len(catalogue.by_organisation),
        "samples": pack([n for n, one in enumerate(catalogue.stories.values()) if one.head.sample]),
        "words": " ".join(lexicon),
        "cost": "".join([cost for word in lexicon for cost in sizes[word]]),
        "rare": rare,
        "synonyms": {key: entry.name for key, entry in synonyms.items()},
        "sectors": [
            [key, catalogue.vocabularies.names("sectors")[key].label, *look_of(catalogue, key)]
            for key in sector_places(catalogue)
        ],
    }


def sector_places(catalogue: Catalogue) -> dict[str, int]:
    """Id → place of each sector that has a story, in the vocabulary's order."""
    used = [key for key in catalogue.vocabularies.names("sectors") if key in catalogue.by_sector]
    return {key: number for number, key in enumerate(used)}


def with_size(sizes: dict[str, Sizes], name: str, size: int) -> None:
    """Note the size of a file, 0 for one that is gone; files without a size in the core are passed over."""
    for prefix, field in ((STRONG, "strong"), (BODY, "body")):
        if name.startswith(prefix):
            word = name.removeprefix(prefix)
            mark = size_character(size) if size else NO_FILE
            changed = sizes.get(word, Sizes())._replace(**{field: mark})
            if changed == Sizes():
                sizes.pop(word, None)
            else:
                sizes[word] = changed


def sizes_in(value: Any) -> dict[str, Sizes]:
    """The sizes that a core holds. Raises ValueError, KeyError for a damaged one."""
    lexicon, cost = value["words"].split(), value["cost"]
    return dict(zip(lexicon, map(Sizes, cost[::2], cost[1::2]), strict=True))
