"""Postings: under each word the numbers of the stories, people and units that have it.

Stories are read in batches, by any process; the batches are joined in order here.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from sangkien.catalogue.terms import Terms
from sangkien.search.packing import HALF, place_in_title
from sangkien.text.words import Reader, Word, words_of

TITLE, PLACES, AUTHORS, OTHER, SUMMARY, PEOPLE, UNITS = range(7)
"""The lists of a form, in the order of the files: t, i, a, o, s, p, u."""
FIELDS: Final = 7
_NUMBER = "I"
_K = TypeVar("_K")


class Standing(NamedTuple):
    """Where a word stands: the first of its fields, and there, in a title, ``place_in_title``, else 0."""

    field: int
    place: int


_IN_TITLE: Final = tuple(Standing(TITLE, place) for place in range(2 * HALF))
_STANDINGS: Final = (Standing(AUTHORS, 0), Standing(OTHER, 0), Standing(SUMMARY, 0))


class Placed(NamedTuple):
    """A story's words. ``body``: folded ones of its text that stand in no strong field."""

    strong: dict[Word, Standing]
    body: frozenset[str]


def placed(terms: Terms, reader: Reader) -> Placed:
    """Each form under the first field that has it: what comes later here takes its place."""
    read = reader.__getitem__
    fields = (terms.authors, terms.other, terms.summary)
    strong: dict[Word, Standing] = {}
    for standing, found in zip(reversed(_STANDINGS), reversed(fields), strict=True):
        strong.update(dict.fromkeys(map(read, found), standing))
    title = terms.title
    for at in range(len(title) - 1, -1, -1):  # the first place of a word takes that of a later one
        strong[read(title[at])] = _IN_TITLE[place_in_title(at, len(title))]
    return Placed(strong, terms.body.difference([word[0] for word in strong]))


class Batch(NamedTuple):
    """Some stories that follow one another, read. Numbers are bytes of an array: of lists, taking over each
    number one by one would cost the main process more than all else that it does for the index.

    Attributes:
        first: number of the first story; ``size``: how many they are.
        strong: for each of the five lists, i among them: word → numbers.
        body: folded word → stories.
        rows: (number, terms as text) of each, to be kept for the next build.
    """

    first: int
    size: int
    strong: tuple[dict[Word, bytes], ...]
    body: dict[str, bytes]
    rows: list[tuple[int, str]]


def gather(first: int, stories: Iterable[Terms], reader: Reader) -> Batch:
    """The postings of stories numbered from ``first`` on."""
    strong: tuple[defaultdict[Word, list[int]], ...] = tuple([defaultdict(list) for _ in range(PEOPLE)])
    body: defaultdict[str, list[int]] = defaultdict(list)
    rows = []
    for number, terms in enumerate(stories, first):
        rows.append((number, terms.text()))
        found = placed(terms, reader)
        for word, (field, place) in found.strong.items():
            strong[field][word].append(number)
            if field == TITLE:
                strong[PLACES][word].append(place)
        for folded in found.body:
            body[folded].append(number)
    return Batch(first, len(rows), tuple(map(_as_bytes, strong)), _as_bytes(body), rows)


def _as_bytes(lists: Mapping[_K, list[int]]) -> dict[_K, bytes]:
    return {word: array(_NUMBER, numbers).tobytes() for word, numbers in lists.items()}


class Postings:
    """All postings of a catalogue, joined from batches; four bytes a number."""

    def __init__(self) -> None:
        self.strong: dict[str, dict[str, list[array[int]]]] = {}
        self.body: dict[str, array[int]] = {}
        self.read = 0
        self._early: dict[int, Batch] = {}

    def take(self, batch: Batch) -> None:
        """Join a batch; one that comes before its turn waits."""
        self._early[batch.first] = batch
        while (ready := self._early.pop(self.read, None)) is not None:
            self._join(ready)
            self.read += ready.size

    def _join(self, batch: Batch) -> None:
        for field, words in enumerate(batch.strong):
            for word, numbers in words.items():
                self._lists(*word)[field].frombytes(numbers)
        for folded, numbers in batch.body.items():
            found = self.body.get(folded)
            if found is None:
                found = self.body[folded] = array(_NUMBER)
            found.frombytes(numbers)

    def _lists(self, folded: str, form: str) -> list[array[int]]:
        forms = self.strong.setdefault(folded, {})
        lists = forms.get(form)
        if lists is None:
            lists = forms[form] = [array(_NUMBER) for _ in range(FIELDS)]
        return lists

    def name(self, field: int, names: Mapping[int, str], reader: Reader) -> None:
        """People's or units' names (``PEOPLE``, ``UNITS``) by their numbers, in order."""
        for number, word in words_of_names(names, reader):
            self._lists(*word)[field].append(number)

    def folded(self) -> Iterator[str]:
        """All folded words, in code point order."""
        yield from sorted(self.strong.keys() | self.body.keys())


def words_of_names(names: Mapping[int, str], reader: Reader) -> Iterator[tuple[int, Word]]:
    """(number, word) of each form in some names, each once a name."""
    for number, name in names.items():
        for word in dict.fromkeys(map(reader.__getitem__, words_of(name))):
            yield number, word
