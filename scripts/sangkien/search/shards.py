"""Files of words: which word stands in which, and their content as JSON values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sangkien.search.packing import CHARACTERS, pack, unpack
from sangkien.search.postings import PLACES, Postings

STRONG: Final = "w-"
BODY: Final = "x-"
RARE: Final = "r-"

Member = list[str]
"""A form's lists in text, trailing empty ones left out."""

_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NOT_PLAIN: Final = re.compile("[^a-z0-9]")
_SAFE: Final = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def strong_file(folded: str, syllables: frozenset[str]) -> str:
    """Where a folded word stands when it is in a strong field."""
    return STRONG + folded if folded in syllables else RARE + two_letters(folded)


def body_file(folded: str, syllables: frozenset[str]) -> str:
    """Where it stands when it is in stories' text."""
    return BODY + folded if folded in syllables else RARE + two_letters(folded)


def two_letters(folded: str) -> str:
    """The first two letters of a word; ``_`` for one that is not a–z or 0–9, and for a missing one."""
    return _NOT_PLAIN.sub("_", (folded + "_")[:2])


def script(name: str, value: Any) -> str:
    """A file: it hands its value over to the search's script."""
    text = _JSON.encode(value)
    for character, escape in _SAFE.items():
        if character in text:
            text = text.replace(character, escape)
    return f'sangkien.put("{name}",{text})'


def value_of(name: str, text: str) -> Any:
    """The value of a file that ``script`` made. Raises ValueError for any other."""
    start = f'sangkien.put("{name}",'
    if not (text.startswith(start) and text.endswith(")")):
        raise ValueError(name)
    return json.loads(text[len(start) : -1])


def member(lists: Sequence[Sequence[int]]) -> Member:
    """The seven lists of a form; the second holds places."""
    made = [
        "".join(map(CHARACTERS.__getitem__, numbers)) if field == PLACES else pack(numbers)
        for field, numbers in enumerate(lists)
    ]
    while made and not made[-1]:
        made.pop()
    return made


def posting(text: Member, field: int) -> list[int]:
    """One list of a member as numbers; not for places, which are text of their own."""
    return unpack(text[field]) if field < len(text) else []


def shards(postings: Postings, syllables: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """(name, value) of all files of words, each once its words have all come."""
    rare: dict[str, dict[str, dict[str, Any]]] = {}
    for folded in postings.folded():
        forms, body = postings.strong.get(folded), postings.body.get(folded)
        found = {form: member(forms[form]) for form in sorted(forms)} if forms else None
        if folded not in syllables:
            entry: dict[str, Any] = {"f": found} if found else {}
            if body:
                entry["x"] = pack(body)
            rare.setdefault(RARE + two_letters(folded), {})[folded] = entry
            continue
        if found:
            yield STRONG + folded, found
        if body:
            yield BODY + folded, pack(body)
    yield from rare.items()


def rare_letters(names: Iterable[str]) -> str:
    """The two letters of each r- file among these, one after another, in code point order."""
    return "".join(sorted(name.removeprefix(RARE) for name in names if name.startswith(RARE)))
