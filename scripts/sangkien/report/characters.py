"""Characters of hostile text made harmless and measurable on one line of a terminal."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# C0 and C1 controls end a line or command a terminal; bidirectional controls turn a line round;
# lone surrogates stand for bytes of a file name that are no UTF-8, and can't be written as UTF-8.
_HARMFUL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NO_WIDTH: Final = frozenset(("Mn", "Me", "Cf"))


def visible(text: str) -> str:
    """``text`` on one line, without anything that commands a terminal: each such character as ``\\xNN``.

    Line ends and tabs become one blank, so that a quoted value reads as prose.
    """
    return _HARMFUL.sub(_shown, text)


def encodable(text: str) -> str:
    """``text`` with lone surrogates as ``\\uXXXX``: within a JSON string still the same character.

    They come from bytes of file names (``surrogateescape``), never in pairs."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def width(text: str) -> int:
    """Columns a terminal needs: 0 for a combining mark, 2 for a wide letter (Unicode TR 11), else 1."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\n\r\t":
        return " "
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
