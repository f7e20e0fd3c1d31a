"""What is near to what: the id somebody meant, and texts that are nearly the same."""

from __future__ import annotations  # array[int] is a type for mypy, not yet for Python 3.11

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

from sangkien.text.folding import fold, toneless

# One for each syllable of a shingle: odd, under 2**28, so that five products fit in 63 bits.
_WEIGHTS: Final = (0x9E3779B, 0x85EBCA7, 0xC2B2AE3, 0x27D4EB3, 0xB16566F)
_DROPPED_BITS: Final = 28  # the lowest bits of a product mix least
_CUTOFF: Final = 0.7
_THRESHOLD: Final = 0.9

_LEAST_BITS: Final = 5
_NEIGHBOURS: Final = 16
_PLACE: Final = (1 << 32) - 1
_TINY: Final = 1e-9  # against 0.9 * 10 being a little more than 9

_NOT_WORD: Final = bytes(c if chr(c).isalnum() and c < 128 else 32 for c in range(256))


def closest(word: str, candidates: Iterable[str], cutoff: float = _CUTOFF) -> str | None:
    """Return the candidate that ``word`` was most likely meant to be, or None.

    One that folds to the same wins; then the fewest slips of the hand (a letter wrong, missing, too
    many, or two changed over) in proportion to the length, at least ``cutoff`` alike (0 to 1); then
    the longest parts in common. Ties go to the first in order of text.
    """
    wanted = fold(word)
    best: tuple[float, float] = (cutoff, -1.0)
    found: str | None = None
    for candidate in sorted(candidates):
        folded = fold(candidate)
        if folded == wanted:
            return candidate
        longer = max(len(wanted), len(folded))
        most_slips = int(longer * (1 - best[0]) + 1e-9)
        if abs(len(wanted) - len(folded)) > most_slips:
            continue
        slips = _slips(wanted, folded, most_slips)
        if slips <= most_slips:
            ratio = SequenceMatcher(None, wanted, folded, autojunk=False).ratio()
            if (alike := (1 - slips / longer, ratio)) > best:
                best, found = alike, candidate
    return found


def _slips(a: str, b: str, most: int) -> int:
    """Return the Damerau-Levenshtein distance (adjacent letters changed over), or more than ``most``."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        # Only the band that can still end within ``most``.
        first, end = max(1, i - most), min(len(b), i + most)
        row = [most + 1] * (len(b) + 1)
        row[0] = i
        for j in range(first, end + 1):
            y = b[j - 1]
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row[j] = cost
        if min(row) > most and min(last) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def shingles(text: str) -> frozenset[int]:
    """Return the digests (32 bits) of all runs of five folded syllables; a shorter text is one run.

    The same on every machine and in every process, as Python's own hash is not.
    """
    words = toneless(text).encode("ascii", "replace").translate(_NOT_WORD).split()
    if len(words) < len(_WEIGHTS):
        return frozenset((zlib.crc32(b" ".join(words)),)) if words else frozenset()
    # All runs at once, in one long integer of 64-bit lanes, a word's digest in each: shifted by a
    # lane, weighted and added up, no lane can overflow. Four times as fast as joining each run.
    lanes = int.from_bytes(struct.pack(f"<{len(words)}Q", *map(zlib.crc32, words)), "little")
    runs = len(words) - len(_WEIGHTS) + 1
    total = sum((lanes >> 64 * i) * weight for i, weight in enumerate(_WEIGHTS))
    middle = total >> _DROPPED_BITS & int.from_bytes(b"\xff\xff\xff\xff\0\0\0\0" * runs, "little")
    return frozenset(struct.unpack(f"<{runs}Q", middle.to_bytes(8 * runs, "little")))


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Return how much two texts are alike by their shingles, as :func:`near_pairs` measures it."""
    return len(one & other) / len(one | other) if one and other else 0.0


def near_pairs(items: Mapping[str, str], threshold: float = _THRESHOLD) -> list[tuple[str, str, float]]:
    """Return pairs of keys whose texts are nearly the same, with their likeness, sorted.

    Likeness is Jaccard's: the shingles in common by the shingles in all (1 for the same text but for
    case, tones and punctuation), at least ``threshold`` (0.8 to 1). Texts that are all alike give a
    tree, not every pair: n texts, n - 1 pairs.

    Near-linear, after "PartEnum" (Arasu, Ganti, Kaushik, "Efficient exact set-similarity joins",
    2006): the range of digests is cut into more parts than two texts so like can differ in; so they
    have one part in which they are the same, and only texts that do are compared. Nothing depends on
    chance or on the order of ``items``.
    """
    found: list[tuple[str, str, float]] = []
    first: dict[bytes, int] = {}
    texts: list[tuple[str, array[int]]] = []
    for key in sorted(items):
        digests = array("I", sorted(shingles(items[key])))
        if not digests:
            continue
        at = first.setdefault(digests.tobytes(), len(texts))
        if at < len(texts):
            found.append((texts[at][0], key, 1.0))
        else:
            texts.append((key, digests))
    found += _near_among_different(texts, threshold)
    return sorted(found)


def _near_among_different(
    texts: list[tuple[str, array[int]]], threshold: float
) -> Iterator[tuple[str, str, float]]:
    tree = list(range(len(texts)))

    def root(i: int) -> int:
        while tree[i] != i:
            tree[i] = i = tree[tree[i]]
        return i

    unlike: set[tuple[int, int]] = set()
    for i, j in _candidates([digests for _, digests in texts], threshold):
        if root(i) == root(j) or (i, j) in unlike:
            continue
        likeness = _likeness(texts[i][1], texts[j][1], threshold)
        if likeness >= threshold:
            tree[root(j)] = root(i)
            yield texts[i][0], texts[j][0], likeness
        else:
            unlike.add((i, j))


def _candidates(texts: list[array[int]], threshold: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places in ``texts`` that are the same in one part of the range.

    In a crowd that is, each meets no more than the few next to it.
    """
    # Digest of a part and place in one integer: a sorted list of them is an index a fifth a dict's size.
    index: list[int] = []
    for place, digests in enumerate(texts):
        # The longer of two may count among the texts cut one step finer: the shorter is cut both ways.
        for bits in {_bits(len(digests), threshold), _bits(len(digests) / threshold, threshold)}:
            index += [part << 32 | place for part in _parts(digests, bits)]
    index.sort()
    for at, entry in enumerate(index):
        for other in index[at + 1 : at + 1 + _NEIGHBOURS]:
            if other >> 32 != entry >> 32:
                break
            yield entry & _PLACE, other & _PLACE


def _bits(length: float, threshold: float) -> int:
    """Return how fine to cut: two to the power of it is more than two texts of ``length`` differ in."""
    most_different = 2 * length * (1 - threshold) / (1 + threshold)
    return max(_LEAST_BITS, int(most_different).bit_length())


def _parts(digests: array[int], bits: int) -> Iterator[int]:
    """Yield a digest of each part of the range that holds any of ``digests``."""
    shift = 32 - bits
    start, length = 0, len(digests)
    while start < length:
        part = digests[start] >> shift
        end = bisect_left(digests, part + 1 << shift, start)
        yield zlib.crc32(digests[start:end].tobytes(), bits << 16 ^ part)
        start = end


def _likeness(one: array[int], two: array[int], threshold: float) -> float:
    """Return the Jaccard likeness, or 0 where the lengths alone keep it below ``threshold``."""
    shorter, longer = sorted((len(one), len(two)))
    if shorter < threshold * longer - _TINY:
        return 0.0
    shared = len(set(one).intersection(two))
    return shared / (len(one) + len(two) - shared)
