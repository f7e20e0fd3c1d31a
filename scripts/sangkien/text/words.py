"""Words of a text for the search: as they are typed, folded, and with the tone as a digit.

The format is fixed in docs/search-index.md; the search's own script cuts and folds a query the same way.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from sangkien.text.folding import nfc, toneless

_WORD: Final = re.compile(r"[^\W_]+")
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


class Word(NamedTuple):
    """``folded`` has no tones and marks; ``form`` keeps letters and says the tone last: ``may4``."""

    folded: str
    form: str


def words_of(text: str) -> list[str]:
    """The words of a text in order: NFC, lower case, cut at all that is neither letter nor digit."""
    return _WORD.findall(nfc(nfc(text).lower()))


class Cutter(dict[str, tuple[str, ...]]):
    """What stands between two white spaces → its words; each is cut once, when it is first met.

    No step of ``words_of`` looks across white space (a test holds that), and what a fair's texts are
    made of repeats itself: a look-up for each costs half of what cutting the whole text does.
    """

    def __missing__(self, piece: str) -> tuple[str, ...]:
        found = self[piece] = tuple(words_of(piece))
        return found

    def words(self, text: str) -> Iterator[str]:
        """As ``words_of``."""
        return chain.from_iterable(map(self.__getitem__, text.split()))


class Reader(dict[str, Word]):
    """One of ``words_of`` → both its forms; each is folded once, when it is first asked for.

    A fair has some thousands of words in millions of places: a look-up in a dictionary is all they cost.
    """

    def __missing__(self, word: str) -> Word:
        found = self[word] = Word(toneless(word), form_of(word))
        return found


def form_of(word: str) -> str:
    """The letters of a word in lower case, then its tones as digits: ``hoà`` and ``hòa`` → ``hoa1``.

    ``ð`` is read as the đ it is mistaken for.
    """
    if word.isascii():
        return word
    letters, tones = "", ""
    for c in unicodedata.normalize("NFD", word):
        if c in _TONES:
            tones += _TONES[c]
        else:
            letters += c
    return unicodedata.normalize("NFC", letters).replace("ð", "đ") + tones
