"""What can be a Vietnamese syllable: an onset, a rime, and a tone that fits it."""

import unicodedata
from typing import Final

from sangkien.text.folding import toneless

_SHARP: Final = "\u0301"
_HEAVY: Final = "\u0323"
_TONES: Final = ("\u0300", "\u0309", "\u0303", _SHARP, _HEAVY)
_STOPS: Final = ("c", "ch", "p", "t")

_ONSETS: Final = frozenset(
    ["", *"bcdđghklmnrstvx", "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"]
)
_ENDINGS: Final = {
    "a": "- c ch i m n ng nh o p t u y",
    "ă": "c m n ng p t",
    "â": "c m n ng p t u y",
    "e": "- c m n ng o p t",
    "ê": "- ch m n nh p t u",
    "i": "- a ch m n nh p t u",
    "iê": "c m n ng p t u",
    "o": "- c i m n ng p t",
    "oa": "- c ch i m n ng nh o p t y",
    "oă": "c m n ng t",
    "oe": "- n o t",
    "oo": "c ng",
    "ô": "- c i m n ng p t",
    "ơ": "- i m n p t",
    "u": "- a c i m n ng p t",
    "uâ": "n ng t y",
    "uê": "- ch nh u",
    "uô": "c i m n ng t",
    "uơ": "-",
    "uy": "- a ch n nh p t u",
    "uyê": "n t",
    "ư": "- a c i m n ng t u",
    "ươ": "c i m n ng p t u",
    "y": "- ch nh t",
    "yê": "m n ng t u",
}
_RIMES: Final = frozenset(
    nucleus + ending.strip("-") for nucleus, endings in _ENDINGS.items() for ending in endings.split()
)


def folded_syllables() -> frozenset[str]:
    """All that a Vietnamese syllable can look like without tones and marks, in lower case: some 2,300."""
    onsets = {toneless(onset) for onset in _ONSETS}
    rimes = {toneless(rime) for rime in _RIMES}
    return frozenset(onset + rime for onset in onsets for rime in rimes)


def is_syllable(word: str) -> bool:
    """Tell whether ``word`` can be one Vietnamese syllable, by its shape: no word list is asked.

    Written small, with a capital, or all in capitals. A rime that ends in c, ch, p or t takes
    the tones sắc and nặng only.
    """
    if not word or word not in (word.lower(), word.upper(), word[0].upper() + word[1:].lower()):
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in apart if c in _TONES]
    if len(tones) > 1:
        return False
    letters = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES))
    for cut in range(min(3, len(letters) - 1) + 1):
        onset, rime = letters[:cut], letters[cut:]
        if (
            onset in _ONSETS
            and rime in _RIMES
            and (tones in ([_SHARP], [_HEAVY]) or not rime.endswith(_STOPS))
        ):
            return True
    return False
