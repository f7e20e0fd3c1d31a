"""Names as they are usually written; order: people as Vietnamese sort them, any text by their alphabet."""

import re
import unicodedata
from typing import Final

Word = tuple[str, str]
"""A word to compare: its letters first, then its tones."""

NameKey = tuple[Word, tuple[Word, ...], Word, str]
"""Given name, middle names, family name, and the text itself to settle a tie."""

TextKey = tuple[tuple[Word, ...], str]
"""The words in order, and the text itself to settle a tie."""

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_MARKS: Final = tuple(map(chr, range(0x300, 0x370)))
_LATIN: Final = tuple(map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))))
_NO_WORD: Final[Word] = ("", "")
_TOKEN: Final = re.compile(r"[0-9]+|[^\W0-9_]+(?:[\u0300-\u036f]+[^\W0-9_]*)*")
_NAME_PART: Final = re.compile(r"[^\W\d_]+")
_DEGREES: Final = {
    degree.upper(): degree for degree in ("GS", "PGS", "TS", "ThS", "KS", "KTS", "BS", "DS", "CN")
}
"""What stands before names, none of it a Vietnamese syllable, by how it stands in capitals."""
_NOT_NAME: Final = re.compile(r"[^\w\s\u0300-\u036f]+|_")


def _tables() -> tuple[dict[int, str], dict[int, str]]:
    """Return what each character is as a letter and as a tone; nothing where it is neither.

    Letters become characters from U+0041 on, in the order of the alphabet: after the digits,
    before every letter of another script, which stands for itself.
    """
    letters = {ord(mark): "" for mark in _MARKS}
    tones = {ord(mark): _TONES.get(mark, mark) for mark in _MARKS}
    place = {letter: chr(0x41 + i) for i, letter in enumerate(_ALPHABET)}
    for c in _LATIN:
        base, tone = _letter_and_tones(c.lower())
        if base in place:
            letters[ord(c)] = place[base]
            tones[ord(c)] = tone
    return letters, tones


def _letter_and_tones(c: str) -> tuple[str, str]:
    """Split one letter: ``ẫ`` into ``â`` and the ngã; a foreign mark counts as a further tone."""
    apart = unicodedata.normalize("NFD", c)
    letter, tones = apart[0], ""
    for mark in apart[1:]:
        composed = unicodedata.normalize("NFC", letter + mark)
        if composed in _ALPHABET and mark not in _TONES:
            letter = composed
        else:
            tones += _TONES.get(mark, mark)
    return letter, tones


_LETTER_OF, _TONE_OF = _tables()


def _word(word: str) -> Word:
    """Return the key of one word, in NFC and lower case."""
    return word.translate(_LETTER_OF), word.translate(_TONE_OF)


def _number(digits: str) -> Word:
    """Return the key of a number of any length, by value; numbers come before words."""
    significant = digits.lstrip("0")
    return f"{len(significant):08d}{significant}", ""


def _key_text(s: str) -> str:
    # Composed twice: lower-casing may decompose (İ).
    return s.lower() if s.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", s).lower())


def usual_name(name: str) -> str:
    """Return a person's name as it is usually written where it is all in capitals; any other as it is (NFC).

    "NGUYỄN VĂN A" is "Nguyễn Văn A", "H'HEN NIÊ" is "H'Hen Niê", "THS. LÊ B" is "ThS. Lê B". One word may be
    an abbreviation: it stays.
    """
    composed = unicodedata.normalize("NFC", name)
    if not composed.isupper() or len(composed.split()) == 1:
        return composed
    return _NAME_PART.sub(lambda part: _DEGREES.get(part[0]) or part[0][:1] + part[0][1:].lower(), composed)


def name_key(full_name: str) -> NameKey:
    """Return the key by which people sort: given name (the last word), middle names, family name.

    Letters come in the order of the Vietnamese alphabet; tones (ngang, huyền, hỏi, ngã, sắc, nặng)
    only tell words of the same letters apart. Case does not count; the NFC text settles a tie.
    "hoà" and "hòa" are one word. Punctuation inside a name ("H'Hen") is passed over.
    """
    exact = unicodedata.normalize("NFC", full_name)
    text = _NOT_NAME.sub("", _key_text(exact))
    words = [_word(word) for word in text.split()]
    if not words:
        return _NO_WORD, (), _NO_WORD, exact
    family = words[0] if len(words) > 1 else _NO_WORD
    return words[-1], tuple(words[1:-1]), family, exact


def text_key(s: str) -> TextKey:
    """Return the key by which any text sorts, word by word, numbers by value and before words.

    Same letters, tones and tie-break as :func:`name_key`; punctuation only parts words.
    """
    exact = unicodedata.normalize("NFC", s)
    tokens = _TOKEN.findall(_key_text(exact))
    return tuple(_number(t) if t[0] in "0123456789" else _word(t) for t in tokens), exact
