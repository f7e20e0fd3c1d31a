"""Folding: the lower-case, toneless form in which texts are compared, searched and made into URLs."""

import hashlib
import re
import unicodedata
from typing import Final

from sangkien.text.names import usual_name
from sangkien.text.plain import TABLE, encoded

SLUG_LIMIT: Final = 90
"""Longest slug, in characters: a folder of an initiative is its URL (design, section 2)."""

_PERSON_DIGITS: Final = 4

# The eight marks of Vietnamese, deleted one by one: on a whole document that is
# several times faster than one str.translate or one regular expression.
_VIETNAMESE_MARKS: Final = ("\u0301", "\u0300", "\u0323", "\u0302", "\u0309", "\u031b", "\u0306", "\u0303")
# One range only: the search is four times slower with a second one, and the other blocks of
# combining marks serve phonetics and symbols, no spelling.
_ANY_MARK: Final = re.compile("[\u0300-\u036f]+")
_NOT_SLUG: Final = re.compile("[^a-z0-9]+")
_WORD: Final = re.compile(r"[^\W_]+")


def nfc(s: str) -> str:
    """Return ``s`` composed (Unicode NFC): the one form in which the project writes text."""
    return s if s.isascii() else unicodedata.normalize("NFC", s)


def is_nfc(s: str) -> bool:
    """Tell whether ``s`` is composed already."""
    return s.isascii() or unicodedata.is_normalized("NFC", s)


def fold(s: str) -> str:
    """Return ``s`` in lower case, without tones and marks, đ as d, runs of white space as one space.

    Everything else is kept. NFC and NFD give the same; folding twice changes nothing more.
    ``Ð`` (U+00D0, Icelandic) is read as the Đ it is mistaken for.
    """
    return " ".join(toneless(s).split())


def toneless(s: str) -> str:
    """Return ``s`` folded, its white space as it is: the quicker part of :func:`fold`."""
    if not s.isascii():
        plain = encoded(s)
        folded = plain.translate(_FOLDED) if plain else b"\0"
        if b"\0" not in folded:
            return folded.decode("ascii")
        s = unicodedata.normalize("NFD", s)
    s = s.lower()
    if s.isascii():
        return s
    s = s.replace("đ", "d").replace("ð", "d")
    for mark in _VIETNAMESE_MARKS:
        s = s.replace(mark, "")
    if s.isascii():
        return s
    # Recomposed, because scripts like Hangul decompose into letters, not marks.
    return unicodedata.normalize("NFC", _ANY_MARK.sub("", s))


def _folded_bytes() -> bytes:
    """Return the folded byte of each plain byte, and 0 for a sign that has no ASCII form."""
    folded = bytearray(256)
    for byte, character in enumerate(TABLE):
        base = unicodedata.normalize("NFD", character)[0].lower().replace("đ", "d")
        folded[byte] = ord(base) if base.isascii() else 0
    return bytes(folded)


_FOLDED: Final = _folded_bytes()


def slugify(s: str, limit: int = SLUG_LIMIT) -> str:
    """Return ``s`` as a slug: ``[a-z0-9-]``, at most ``limit`` characters, no hyphen at either end.

    A slug too long is cut at a hyphen; within a word only where its first word alone is too long.
    A text without any Latin letter or digit gives an empty slug.
    """
    slug = _NOT_SLUG.sub("-", fold(s)).strip("-")
    if len(slug) <= limit:
        return slug
    whole_words = slug[: limit + 1].rpartition("-")[0]
    return (whole_words or slug[:limit]).strip("-")


def syllables(s: str) -> tuple[str, ...]:
    """Return the words of ``s``, folded, in order: Vietnamese writes one syllable a word."""
    return tuple(_WORD.findall(toneless(s)))


def person_slug(name: str, organisation: str, *, group: bool = False) -> str:
    """Return the id of a person or a ``group`` without a ``person:`` id (design, section 2).

    It is the slug of ``name`` with four hexadecimal digits of the digest of the exact name and
    organisation, so that "Ánh" and "Anh", or namesakes in two units, stay two people. A person's name
    all in capitals counts as it is usually written: "NGUYỄN VĂN A" is the "Nguyễn Văn A" of that unit.
    """
    exact = f"{nfc(name) if group else usual_name(name)}\n{nfc(organisation)}"
    digits = hashlib.sha256(exact.encode("utf-8", "surrogatepass")).hexdigest()[:_PERSON_DIGITS]
    return f"{slugify(name, SLUG_LIMIT - _PERSON_DIGITS - 1)}-{digits}".lstrip("-")


def in_slug(slug: str, name: str) -> bool:
    """Whether a name of two words or more stands in an address."""
    wanted = slugify(name)
    return "-" in wanted and f"-{wanted}-" in f"-{slug}-"
