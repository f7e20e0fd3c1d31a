"""What a story is about, as a few numbers: by them a build finds which stories are near each other.

Vietnamese words are mostly pairs of syllables, so two syllables side by side stand for a word. Nothing comes
in but what everybody may see: title, summary, tags, and where the story stands in the vocabularies.

Numbers are checksums, and the lowest two bits say of what. Two that are equal by chance make a story look a
little nearer than it is, on every machine alike.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
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
_STOPS = bytes(
    32 if chr(byte) == "-" else 46 if byte < 128 and _APART.match(chr(byte)) else byte for byte in range(256)
)
"""The same for ASCII: "." for each stop, a blank for a hyphen."""
_WITHOUT_KIND = ~KIND


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


def _pairs(text: str, seed: int) -> list[int]:
    """A number for each two syllables side by side. ``text`` is folded, and may hold a lone surrogate."""
    found: list[int] = []
    for run in _runs(text.replace(" - ", ".")):
        syllables = run.split()
        firsts = [crc32(one + b" ", seed) for one in syllables]
        if any(map(bytes.isdigit, syllables)):
            pairs = zip(syllables, syllables[1:], firsts)  # noqa: B905  # the last has no other
            words = [pair[1:] for pair in pairs if not (pair[0].isdigit() or pair[1].isdigit())]
            found += [crc32(other, first) & _WITHOUT_KIND for other, first in words]
        else:
            found += [crc32(*pair) & _WITHOUT_KIND for pair in zip(syllables[1:], firsts)]  # noqa: B905  # as above
    return found


def _runs(text: str) -> list[bytes]:
    """What stands between stops, encoded, hyphens as blanks; nearly every folded text is ASCII."""
    if text.isascii():
        return text.encode().translate(_STOPS).split(b".")
    return [run.replace("-", " ").encode("utf-8", "surrogatepass") for run in _APART.split(text)]


def _fact(text: str, seed: int) -> int:
    return (crc32(text.encode(), seed) & ~KIND) | FACT


def _plain(value: int) -> int:
    return (value << 2) | PLAIN
