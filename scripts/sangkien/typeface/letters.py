"""Which characters a page may need: Latin with every Vietnamese letter, and what print sets between them."""

from __future__ import annotations

_RANGES = (
    (0x20, 0x7E),  # Latin
    (0xA0, 0x17F),  # names of Europe, and ă đ ĩ ũ
    (0x1A0, 0x1A1),  # ơ
    (0x1AF, 0x1B0),  # ư
    (0x300, 0x304),  # tones and marks that follow their letter: text before it is composed
    (0x306, 0x309),
    (0x31B, 0x31B),
    (0x323, 0x323),
    (0x1EA0, 0x1EF9),  # every other letter of Vietnamese, composed
)
_SIGNS = "‐‑–—‘’‚“”„†•…‰′″‹›⁄₫€№™←→↑↓−≈≠≤≥✓"

CHARACTERS = "".join(chr(code) for low, high in _RANGES for code in range(low, high + 1)) + _SIGNS
"""All that a subset keeps, as far as the typeface has it."""
