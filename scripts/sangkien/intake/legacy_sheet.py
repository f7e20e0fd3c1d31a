"""Sheets in an old encoding: cells too short to be known for it by themselves go with the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from sangkien.intake.reading import Cell
from sangkien.text.legacy import LegacyEncoding, decode_tcvn3, decode_vni, legacy_encoding
from sangkien.text.syllable import is_syllable

Rows = tuple[tuple[Cell, ...], ...]
_DECODERS: Final[Mapping[LegacyEncoding, Callable[[str], str]]] = {"tcvn3": decode_tcvn3, "vni": decode_vni}
_WORD: Final = re.compile(r"[^\s!-@\[-`{-~]+")
_LEAST: Final = 2


def with_short_cells(rows: Sequence[Sequence[Cell]]) -> Rows:
    """The rows; in a sheet that is mostly in one old encoding, short cells are decoded too.

    In a sheet put together from several hands, the same holds for a row. Only a cell all of whose words
    become Vietnamese is decoded; the long ones are left to ``clean_text``, which says so.
    """
    if encoding := _encoding_of(cell for row in rows for cell in row):
        return tuple(tuple(_decoded(cell, encoding) for cell in row) for row in rows)
    return tuple(
        tuple(_decoded(cell, encoding) for cell in row) if (encoding := _encoding_of(row)) else tuple(row)
        for row in rows
    )


def _encoding_of(cells: Iterable[Cell]) -> LegacyEncoding | None:
    """The old encoding of cells together; None where there is none, or letters of Unicode are among them."""
    texts = [cell for cell in cells if isinstance(cell, str) and not cell.isascii()]
    found = Counter(encoding for text in texts if (encoding := legacy_encoding(text)))
    encoding, count = found.most_common(1)[0] if found else (None, 0)
    return encoding if count >= _LEAST and not any(map(_beyond_latin, texts)) else None


def _decoded(cell: Cell, encoding: LegacyEncoding) -> Cell:
    if not isinstance(cell, str) or cell.isascii() or legacy_encoding(cell):
        return cell
    decoded = _DECODERS[encoding](cell)
    words = [word for word in _WORD.findall(decoded) if not word.isascii()]
    return decoded if all(map(is_syllable, words)) else cell


def _beyond_latin(text: str) -> bool:
    """Whether it has letters that no old encoding shows as: then the sheet is Unicode, at least in part."""
    return any("\u0100" <= c <= "\u1eff" for c in text)
