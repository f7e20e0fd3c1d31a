"""Text of a cell: composed, on one line or several, out of old encodings and wrong decodings."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.reading import Cell, Reading, doubt
from sangkien.text.folding import nfc
from sangkien.text.legacy import legacy_passages
from sangkien.text.suspicious import suspicious_characters
from sangkien.text.syllable import is_syllable

_ENTITY: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How Excel escapes characters that XML cannot hold."""
_MISREAD: Final = re.compile("[ÃÂáÄÆ][\u0080-\u00bf\u0152-\u2122]|áº|á»|Ä‘")
_CP1252: Final = {
    bytes([n]).decode("cp1252"): n for n in range(128, 160) if n not in (129, 141, 143, 144, 157)
}
_PREFIX: Final = re.compile(
    r"^(?:tên\s+(?:sáng\s+kiến|đề\s+tài|giải\s+pháp)|sáng\s+kiến|đề\s+tài)\s*:\s*", re.IGNORECASE
)
_QUOTES: Final = (("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’"), ("'", "'"))
_WORD: Final = re.compile(r"[^\W_]+")
_NAMES_NUMBER: Final = re.compile(r"\d")
_END: Final = re.compile(r"[\s.;:,]+$")
_SHORT: Final = 3


def plain_text(cell: Cell) -> str:
    """A cell as text, whatever its type: ``12.0`` as 12, dates as YYYY-MM-DD, nothing as empty."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(" ") if cell.time() != datetime.min.time() else cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def clean_text(cell: Cell) -> Reading[str]:
    """The text composed (NFC), without invisible characters, each line's blanks single, no empty ends.

    What is in TCVN3, VNI, or UTF-8 read as Windows-1252 is put right, and a doubt says so.
    """
    raw = _ENTITY.sub(lambda found: chr(int(found[1], 16)), plain_text(cell))
    raw = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\t", " ")
    raw = raw.encode("utf-8", "ignore").decode()
    doubts: tuple[Text, ...] = ()
    if (mended := _reread(raw)) != raw:
        raw = mended
        doubts = doubt(
            "chữ đã bị lỗi mã, được đọc lại: hãy so với bản gốc", "text was decoded anew: compare it"
        )
    decoded, encoding = _from_legacy(nfc(raw))
    if encoding:
        doubts += doubt(
            f"chữ {encoding} đã chuyển sang Unicode: hãy đọc soát lại",
            f"converted from {encoding}: read it through",
        )
    lines = [" ".join(line.split()) for line in _plain_characters(decoded).split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return Reading(text, doubts)


def one_line(cell: Cell) -> Reading[str]:
    """The same on one line."""
    read = clean_text(cell)
    return Reading(" ".join((read.value or "").split()), read.doubts)


def title_of(cell: Cell) -> Reading[str]:
    """A title: without "Tên sáng kiến:", quotes all around, a full stop; capitals made small (a doubt).

    Words that are no Vietnamese syllable (PLC, CNC, LED) or hold a digit keep their capitals.
    """
    read = one_line(cell)
    text = _END.sub("", _PREFIX.sub("", read.value or ""))
    for opening, closing in _QUOTES:
        inner = text[1:-1]
        if len(text) > 2 and text[0] == opening and text[-1] == closing and opening not in inner:
            text = inner.strip()
    text = _END.sub("", text)
    if not _is_shouted(text):
        return Reading(text, read.doubts)
    small = _WORD.sub(lambda word: _small(word[0]), text)
    return Reading(
        small[:1].upper() + small[1:],
        read.doubts
        + doubt(
            "tên gốc viết hoa toàn bộ: hãy viết hoa lại tên riêng",
            "the title was all in capitals: give names their capitals back",
        ),
    )


def _is_shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(text.split()) >= _SHORT and bool(letters) and text == text.upper()


def _small(word: str) -> str:
    foreign = _NAMES_NUMBER.search(word) or not is_syllable(word.lower())
    return word if foreign else word.lower()


def _plain_characters(text: str) -> str:
    parts, done = [], 0
    for found in suspicious_characters(text):
        parts += [text[done : found.offset], found.replacement]
        done = found.offset + found.length
    return nfc("".join((*parts, text[done:]))).replace("\u00a0", " ")


def _from_legacy(text: str) -> tuple[str, str]:
    parts, done, encoding = [], 0, ""
    for passage in legacy_passages(text):
        parts += [text[done : passage.offset], passage.replacement]
        done, encoding = passage.offset + passage.length, passage.encoding.upper()
    return "".join((*parts, text[done:])), encoding


def _reread(text: str) -> str:
    """UTF-8 that was read as Windows-1252 ("SÃ¡ng kiáº¿n"), read again; any other text as it is."""
    if not _MISREAD.search(text):
        return text
    numbers = [_CP1252.get(c, ord(c)) for c in text]
    if max(numbers) > 255:
        return text
    try:
        return bytes(numbers).decode("utf-8")
    except UnicodeDecodeError:
        return text
