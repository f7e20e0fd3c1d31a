"""Characters that look like others, or like nothing at all, and how to mend them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final, Literal, NamedTuple

SuspicionKind = Literal["zero-width", "bidi", "control", "homoglyph", "nfd"]


class Suspicion(NamedTuple):
    """A run of characters hardly meant as they are: ``s[offset : offset + length]``."""

    offset: int
    length: int
    kind: SuspicionKind
    replacement: str
    """What to write instead; empty to delete."""


# Only what most typefaces draw alike. Greek α, ν, ρ … are left out: "sinα", "hν" are right.
_OTHER_SCRIPTS: Final = {
    **dict(zip("АВЕЅІЈКМНОРСТУХҮԚԜӀ", "ABESIJKMHOPCTYXYQWI", strict=True)),
    **dict(zip("аеѕіјорсухүһԁԛԝӏ", "aesijopcyxyhdqwl", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοό", "ABEZHIKMNOPTYXoó", strict=True)),
}
_FULL_WIDTH: Final = {
    chr(c): chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_DONG: Final = "₫"
_MENDS: Final = {**_OTHER_SCRIPTS, **_FULL_WIDTH, "Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", _DONG: "đ"}

_BREAKS: Final = "\x0b\x0c\x85\u2028\u2029"
_CONTROL: Final = f"\x00-\x08\x0e-\x1f\x7f-\x9f\ufff9-\ufffb{_BREAKS}"
_BIDI: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH: Final = "\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0"
_TAGS: Final = "\U000e0001\U000e0020-\U000e007f"
_MARKS: Final = "\u0300-\u036f"
_EMOJI: Final = "\u00a9\u00ae\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"

_ANY: Final = re.compile(f"[{_CONTROL}{_BIDI}{_ZERO_WIDTH}{_TAGS}{''.join(_MENDS)}]")
_INVISIBLE: Final = re.compile(
    f"[{_EMOJI}\ufe0f]\u200d(?=[{_EMOJI}])"  # a joined emoji …
    f"|\U0001f3f4[{_TAGS}]+"  # … and the flag of a region: right as they are
    f"|(?P<control>[{_CONTROL}]+)|(?P<bidi>[{_BIDI}]+)|(?P<zero>[{_ZERO_WIDTH}{_TAGS}]+)"
)
_WORD: Final = re.compile(f"(?:[^\\W_]|[{_DONG}{_MARKS}])+")
_LOOK_ALIKE: Final = re.compile(f"[{''.join(_MENDS)}][{_MARKS}]*")
_LATIN: Final = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\uff21-\uff5a]+")
_CLUSTER: Final = re.compile(f"[^{_MARKS}][{_MARKS}]*|[{_MARKS}]+")


def suspicious_characters(s: str) -> Iterator[Suspicion]:
    """Yield what is suspicious in ``s``, in order of place, without overlaps.

    Invisible characters (a byte order mark at the very start is none; nor is what joins an emoji),
    controls but tab and line ends, direction marks; letters of another script or width inside Latin
    words (a word all Cyrillic is left alone); letters apart from their marks (NFD).
    """
    found: list[Suspicion] = []
    if _ANY.search(s):
        found += chain(_invisible(s), _homoglyphs(s))
    if not unicodedata.is_normalized("NFC", s):
        taken = {suspicion.offset for suspicion in found}
        found += (suspicion for suspicion in _apart(s) if suspicion.offset not in taken)
    found.sort()
    yield from found


def _invisible(s: str) -> Iterator[Suspicion]:
    for match in _INVISIBLE.finditer(s):
        start, end = match.span()
        if match["control"]:
            mend = " " if any(c in _BREAKS for c in match[0]) else ""
            yield Suspicion(start, end - start, "control", mend)
        elif match["bidi"]:
            yield Suspicion(start, end - start, "bidi", "")
        elif match["zero"]:
            start += s.startswith("\ufeff") and start == 0
            if start < end:
                yield Suspicion(start, end - start, "zero-width", "")


def _homoglyphs(s: str) -> Iterator[Suspicion]:
    for word in _WORD.finditer(s):
        disguised: bool | None = None
        for match in _LOOK_ALIKE.finditer(word[0]):
            letter, marks = match[0][0], match[0][1:]
            mend = _MENDS[letter]
            if letter == _DONG:
                before, after = word[0][: match.start()][-1:], word[0][match.end() :][:1]
                if not after.isalpha() or before.isdigit():
                    continue  # the sign of the currency: 50.000₫
                mend = "Đ" if after.isupper() else mend
            elif letter in _OTHER_SCRIPTS:
                disguised = _is_latin_in_disguise(word[0]) if disguised is None else disguised
                if not disguised:
                    continue
            replacement = unicodedata.normalize("NFC", mend + marks)
            yield Suspicion(word.start() + match.start(), len(match[0]), "homoglyph", replacement)


def _is_latin_in_disguise(word: str) -> bool:
    """Tell whether all letters are Latin or look like Latin, and at least one is Latin."""
    others = [c for c in word if c.isalpha() and c not in _OTHER_SCRIPTS and c != _DONG]
    return bool(others) and _LATIN.fullmatch("".join(others)) is not None


def _apart(s: str) -> Iterator[Suspicion]:
    for match in _CLUSTER.finditer(s):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            yield Suspicion(match.start(), len(match[0]), "nfd", composed)
