"""Numbers as text, and back: what the search's files hold (docs/search-index.md, "Numbers in text")."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import sub
from typing import Final

CHARACTERS: Final = "".join(chr(c) for c in range(0x23, 0x7F) if chr(c) not in "&'<\\")
"""88 characters that are safe in JSON and in a script."""
HALF: Final = len(CHARACTERS) // 2
"""44: a digit from the lower half ends a number, one from the upper half is followed by another."""
LAST_PLACE: Final = HALF - 1
_BITS: Final = "!"
_ONE: Final = ord("1")


def _gap(gap: int) -> str:
    found = ""
    while gap >= HALF:
        gap, digit = divmod(gap, HALF)
        found += CHARACTERS[digit + HALF]
    return found + CHARACTERS[gap]


# By the difference of two numbers, which is one more than the gap between them; those of two digits.
_BY_DIFFERENCE: Final = ("", *map(_gap, range(HALF * HALF)))


def pack(numbers: Sequence[int]) -> str:
    """Rising numbers from 0 on as text: the gaps, or the bits where they are shorter."""
    if not numbers:
        return ""
    size = (numbers[-1] >> 3) + 1
    most = 1 + (size + 2) // 3 * 4
    if len(numbers) <= most:  # a gap has a character at least
        try:
            rest = "".join(map(_BY_DIFFERENCE.__getitem__, map(sub, numbers[1:], numbers)))
        except IndexError:
            rest = "".join([_gap(b - a - 1) for a, b in pairwise(numbers)])
        text = _gap(numbers[0]) + rest
        if len(text) <= most:
            return text
    return _BITS + b64encode(_bits(numbers, size)).decode("ascii")


def _bits(numbers: Iterable[int], size: int) -> bytes:
    """Read as one binary number, the last first: a loop over bytes would cost three times as much."""
    digits = bytearray(b"0") * (size * 8)
    for number in numbers:
        digits[number] = _ONE
    return int(digits[::-1], 2).to_bytes(size, "little")


_DIGITS: Final = {c: number for number, c in enumerate(CHARACTERS)}


def unpack(text: str) -> list[int]:
    """The inverse of ``pack``. Raises ValueError or KeyError for what that never makes."""
    if text.startswith(_BITS):
        bits = int.from_bytes(b64decode(text[1:], validate=True), "little")
        return [place for place, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"]
    numbers: list[int] = []
    before, gap, unit = -1, 0, 1
    for c in text:
        digit = _DIGITS[c]
        if digit >= HALF:
            gap += (digit - HALF) * unit
            unit *= HALF
            continue
        before += gap + digit * unit + 1
        numbers.append(before)
        gap, unit = 0, 1
    if unit != 1:
        raise ValueError("a number is not ended")
    return numbers


def place_in_title(at: int, words: int) -> int:
    """The place of the word ``at`` in a title of so many ``words``: 43 at most, and 44 more at its end."""
    return min(at, LAST_PLACE) + HALF * (at == words - 1)


def size_character(size: int) -> str:
    """A file's bytes on a scale of half powers of two: 1 + ⌊2·log₂(size)⌋, 0 for no file."""
    return CHARACTERS[min((size * size).bit_length(), len(CHARACTERS) - 1)]


def column(values: Sequence[int], most: int) -> str:
    """Values below ``most``, each in as many characters as the largest needs, the highest digit first."""
    base = len(CHARACTERS)
    if most <= base:
        return "".join(map(CHARACTERS.__getitem__, values))
    if most <= base**2:
        return "".join([CHARACTERS[value // base] + CHARACTERS[value % base] for value in values])
    return "".join(
        [
            CHARACTERS[value // base**2] + CHARACTERS[value // base % base] + CHARACTERS[value % base]
            for value in values
        ]
    )
