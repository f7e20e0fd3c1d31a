"""What a story is about, as a few numbers: by them a build finds which stories are near each other.

Vietnamese words are mostly pairs of syllables, so two syllables side by side stand for a word. Nothing comes
in but what everybody may see: title, summary, tags, and where the story stands in the vocabularies.

Numbers are checksums, and the lowest two bits say of what. Two that are equal by chance make a story look a
little nearer than it is, on every machine alike.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from zlib import crc32

from sangkien.model.initiative import Initiative
from sangkien.text.folding import fold

WORD, STRONG, FACT, PLAIN = range(4)
"""Of a word anywhere; of one in title or tags; of a vocabulary's entry; no checksum but a plain value."""
KIND = 3
"""The bits that say of what a number is."""
DAY, UNIT, SOLUTION, KINDS = range(4)
"""What stands first: day of publication, unit, solution, how many kinds of benefit. Then these kinds, the
sector, sector and unit together, and all words."""

_APART = re.compile(r"[^\w\s-]+")
"""What stands on both sides of a stop is no word; nor is what stands on both sides of a number or a dash."""


def subject_of(initiative: Initiative) -> bytes:
    """The numbers of a story, packed; none of a confidential one, which is near to no other."""
    if initiative.confidential:
        return b""
    realm = b"sample\n" if initiative.sample else b"real\n"  # samples are near to samples alone
    seed = crc32(realm)
    published: date | None = initiative.published
    kinds = initiative.benefit.kinds if initiative.benefit else ()
    sector, unit = initiative.sector, initiative.organisation
    facts = (
        _plain(published.toordinal() if published else 0),
        _fact(f"unit {unit}", seed),
        _fact(f"solution {initiative.solution}", seed) if initiative.solution else _plain(0),
        _plain(len(kinds)),
        *(_fact(f"kind {kind}", seed) for kind in kinds),
        _fact(f"sector {sector}", seed),
        _fact(f"sector {sector} unit {unit}", seed),
    )
    return array("I", (*facts, *_words(initiative, seed))).tobytes()


def _words(initiative: Initiative, seed: int) -> Iterable[int]:
    """Each once; those of title and tags once more, as ``STRONG``."""
    tags = [fold(tag) for tag in initiative.tags]
    found = dict.fromkeys(_pairs(fold(initiative.title), seed))
    found |= dict.fromkeys(crc32(f"#{tag}".encode("utf-8", "surrogatepass"), seed) & ~KIND for tag in tags)
    strong = [number | STRONG for number in found]
    for text in (fold(initiative.summary), *tags):
        found |= dict.fromkeys(_pairs(text, seed))
    return (*found, *strong)


def _pairs(text: str, seed: int) -> Iterator[int]:
    """A number for each two syllables side by side. ``text`` is folded, and may hold a lone surrogate."""
    for run in _APART.split(text.replace(" - ", ".")):
        syllables = run.replace("-", " ").encode("utf-8", "surrogatepass").split()
        pairs = list(zip(syllables, syllables[1:]))  # noqa: B905  # the last has no other
        if any(map(bytes.isdigit, syllables)):
            pairs = [(one, other) for one, other in pairs if not (one.isdigit() or other.isdigit())]
        yield from [crc32(b"%b %b" % pair, seed) & ~KIND for pair in pairs]


def _fact(text: str, seed: int) -> int:
    return (crc32(text.encode(), seed) & ~KIND) | FACT


def _plain(value: int) -> int:
    return (value << 2) | PLAIN
