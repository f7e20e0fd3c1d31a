"""Vietnamese in the encodings before Unicode, TCVN3 and VNI, as old Word files still bring it.

Pasted as text, each byte of these fonts shows as the Latin-1 character of the same number:
"S¸ng kiÕn" (TCVN3), "Saùng kieán" (VNI) for "Sáng kiến". Tables after TCVN 5712:1993 (set VN3)
and the VNI fonts for Windows.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from sangkien.text.plain import byte_set, plain_bytes
from sangkien.text.syllable import is_syllable

LegacyEncoding = Literal["tcvn3", "vni"]


class LegacyPassage(NamedTuple):
    """A line in an old encoding: ``s[offset : offset + length]``, and what it says in Unicode."""

    offset: int
    length: int
    encoding: LegacyEncoding
    replacement: str


_TCVN3: Final = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TCVN3_TABLE: Final = str.maketrans(_TCVN3)


def _vni_pairs() -> dict[str, str]:
    """Return the letters of VNI in both cases: one character, or a vowel and its marks."""
    hook, tilde, acute, grave, dot = "\u0309", "\u0303", "\u0301", "\u0300", "\u0323"
    plain = {"ù": acute, "ø": grave, "û": hook, "õ": tilde, "ï": dot}
    circumflex = {"â": "", "á": acute, "à": grave, "å": hook, "ã": tilde, "ä": dot}
    breve = {"ê": "", "é": acute, "è": grave, "ú": hook, "ü": tilde, "ë": dot}
    pairs = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
    pairs |= {v + m: base + t for v, base in zip("aeouyôö", "aeouyơư", strict=True) for m, t in plain.items()}
    pairs |= {v + m: v + "\u0302" + t for v in "aeo" for m, t in circumflex.items()}
    pairs |= {"a" + m: "a\u0306" + t for m, t in breve.items()}
    del pairs["yï"]  # ỵ is the single î
    composed = {old: unicodedata.normalize("NFC", new) for old, new in pairs.items()}
    capitals = {old.upper(): new.upper() for old, new in composed.items()}
    mixed = {old[0].upper() + old[1]: new.upper() for old, new in composed.items() if len(old) > 1}
    return composed | capitals | mixed


_VNI: Final = _vni_pairs()
_VNI_LETTER: Final = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))

# What proper Vietnamese never holds: most documents are done after this one search. One set comes
# first and the look back after it, which is eight times faster than alternatives of pairs.
_NEVER: Final = "\u00a1-\u00ae\u00b5-\u00bf×÷Ä-ÇËÎ-ÑÖØÛÜÞßä-çëî-ñöøûüþÿ"
_CAPITALS: Final = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ"
_HINT: Final = re.compile(
    f"[{_NEVER}{_CAPITALS}àáâãèéêùúõ](?:(?<=[{_NEVER}])|(?<=[a-z][{_CAPITALS}])"
    "|(?<=[aeAE][àáâãèéêùúõÀÁÂÃÈÉÊÙÚÕ])|(?<=[oO][âùõÂÙÕ])|(?<=[uyUY][ùõÙÕ]))"
)
# The same pairs in plain bytes: a bit for each kind, of its first letter in the lower half of a byte, of its
# second in the upper. All pairs are then looked for at once, in one long integer.
_KINDS: Final = (
    ("abcdefghijklmnopqrstuvwxyz", _CAPITALS),
    ("aeAE", "àáâãèéêùúõÀÁÂÃÈÉÊÙÚÕ"),
    ("oO", "âùõÂÙÕ"),
    ("uyUY", "ùõÙÕ"),
)


def _pair_bits() -> bytes:
    bits = bytearray(256)
    for kind, (firsts, seconds) in enumerate(_KINDS):
        for byte in byte_set(firsts):
            bits[byte] |= 1 << kind
        for byte in byte_set(seconds):
            bits[byte] |= 16 << kind
    return bytes(bits)


_PAIR_BITS: Final = _pair_bits()
_MASKED: Final = 1 << 16
_FIRSTS: Final = int.from_bytes(b"\x0f" * _MASKED, "little")
_WORD: Final = re.compile(r"[^\s!-@\[-`{-~\u2010-\u203a]+")
_PLAIN: Final = re.compile("[A-Za-z]")
# Signs that stand beside letters in good text too (µm, N·m, «an», m¹, Lock®): no evidence alone.
_COMMON_SIGNS: Final = frozenset("§©®«»\u00ad¡¢£¤¥¦¨ª¬µ·¹¼½¾×÷")
# One letter of these, over and over, is French or German ("Thaï", "haï").
_EUROPEAN: Final = frozenset("ïëöüäñåøûôîâêéèàçæ")
_ENOUGH: Final = 2
_ENOUGH_AMONG_OTHERS: Final = 3


def decode_tcvn3(s: str) -> str:
    """Return TCVN3 text in Unicode (NFC).

    The encoding has no capital vowels with tones (a font of capitals showed them): they are read as
    capitals in a word that has two plain capitals and no plain small letter, else as small letters.
    """
    return _WORD.sub(lambda word: _tcvn3_word(word[0]), unicodedata.normalize("NFC", s))


def _tcvn3_word(word: str) -> str:
    decoded = word.translate(_TCVN3_TABLE)
    plain = [c for c in word if c.isascii() and c.isalpha()]
    return decoded.upper() if len(plain) > 1 and all(c.isupper() for c in plain) else decoded


def decode_vni(s: str) -> str:
    """Return VNI text in Unicode (NFC)."""
    decoded = _VNI_LETTER.sub(lambda match: _VNI[match[0]], unicodedata.normalize("NFC", s))
    return unicodedata.normalize("NFC", decoded)


_DECODERS: Final = {"tcvn3": decode_tcvn3, "vni": decode_vni}
_ENCODINGS: Final[tuple[LegacyEncoding, ...]] = ("tcvn3", "vni")


def legacy_encoding(s: str) -> LegacyEncoding | None:
    """Return the old encoding of the first passage of ``s`` that is in one, or None."""
    return next((passage.encoding for passage in legacy_passages(s)), None)


def legacy_passages(s: str) -> Iterator[LegacyPassage]:
    """Yield the lines of ``s`` that are in an old encoding; text around them may be Unicode.

    A line counts where several of its words can't be Vietnamese as they stand, can once decoded,
    and are more than those that speak against it.
    """
    if s.isascii() or not _is_hinted(s):
        return
    offset = 0
    for line in s.splitlines(keepends=True):
        text = line.rstrip()
        encoding = _encoding_of_line(unicodedata.normalize("NFC", text))
        if encoding:
            yield LegacyPassage(offset, len(text), encoding, _decode_line(text, encoding))
        offset += len(line)


def _is_hinted(s: str) -> bool:
    """Tell whether ``_HINT`` is found in ``s``: of a plain text without looking at it letter by letter."""
    plain = plain_bytes(s)
    if plain is None or len(plain) > _MASKED:
        return _HINT.search(unicodedata.normalize("NFC", s)) is not None
    pairs = int.from_bytes(plain.translate(_PAIR_BITS), "little")
    return pairs & pairs >> 12 & _FIRSTS != 0


def _encoding_of_line(line: str) -> LegacyEncoding | None:
    if not _HINT.search(line):
        return None
    words = [word for word in _WORD.findall(line) if not word.isascii()]
    return next((encoding for encoding in _ENCODINGS if _is_written_in(words, encoding)), None)


def _is_written_in(words: list[str], encoding: LegacyEncoding) -> bool:
    decode = _DECODERS[encoding]
    evidence: set[str] = set()
    for_it = against = 0
    for word in words:
        if not _PLAIN.search(word):
            continue  # a sign by itself: ×, ·, “¨”
        decoded = decode(word)
        if _beyond_latin1(word) or not is_syllable(decoded):
            against += 1
        elif not is_syllable(word):
            for_it += 1
            evidence.add(word)
    telling = [foreign for word in evidence if not _COMMON_SIGNS.issuperset(foreign := _not_ascii(word))]
    letters = frozenset().union(*telling)
    if len(evidence) < _ENOUGH or not letters or (len(letters) == 1 and letters <= _EUROPEAN):
        return False
    return for_it > against or len(telling) >= _ENOUGH_AMONG_OTHERS


def _not_ascii(word: str) -> frozenset[str]:
    return frozenset(c for c in word if not c.isascii())


def _beyond_latin1(word: str) -> bool:
    return max(word) > "\u00ff"


def _decode_line(line: str, encoding: LegacyEncoding) -> str:
    decode = _DECODERS[encoding]

    def mend(match: re.Match[str]) -> str:
        word = match[0]
        if word.isascii() or _beyond_latin1(word):
            return word
        decoded = decode(word)
        return decoded if is_syllable(decoded) or not is_syllable(word) else word

    return _WORD.sub(mend, unicodedata.normalize("NFC", line))
