"""An edit of some stories, as changes of few files: the files of their words are opened, mended and closed.

Whatever is not as it should be raises ``UnexpectedError``: then all is indexed anew.
"""

from __future__ import annotations

from binascii import Error as Base64Error
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Any, NamedTuple

from sangkien.catalogue.terms import NO_TERMS, Terms
from sangkien.search.packing import CHARACTERS, pack, unpack
from sangkien.search.plan import Numbers, SearchPlan
from sangkien.search.postings import (
    FIELDS,
    PEOPLE,
    PLACES,
    TITLE,
    UNITS,
    Placed,
    Standing,
    placed,
    words_of_names,
)
from sangkien.search.shards import BODY, RARE, Member, body_file, posting, script, strong_file, value_of

MANY = 60
"""Changed stories, and people or units who are new: more than these, and indexing all anew costs less."""


class UnexpectedError(Exception):
    """The index cannot be mended."""


class Edit(NamedTuple):
    """One number comes into a list, or leaves it. ``form``: None for the stories' text."""

    folded: str
    form: str | None
    standing: Standing
    number: int
    add: bool


class Patch(NamedTuple):
    """What changes in the index.

    Attributes:
        files: name → text of each file of words that is another; empty where it goes.
        facets: whether the facets' files may be others too.
    """

    files: dict[str, str]
    facets: bool


def patched(
    before: Numbers,
    plan: SearchPlan,
    earlier: Callable[[int], Terms],
    read: Callable[[str], str | None],
) -> Patch:
    """The index of ``plan``, told by what differs from the one that was numbered as ``before`` says.

    ``earlier``: the terms that a story had under its number. ``read``: a file as it is, None for one that is
    not there. Both, as this, raise ``UnexpectedError``.
    """
    try:
        edits, facets = _edits(before, plan, earlier)
        files = {}
        for name, own in edits.items():
            text = read(name)
            value = _word_file(name, value_of(name, text) if text else None, own)
            files[name] = script(name, value) if value else ""
        return Patch(files, facets)
    except (Base64Error, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnexpectedError from error


def _edits(
    before: Numbers, plan: SearchPlan, earlier: Callable[[int], Terms]
) -> tuple[dict[str, list[Edit]], bool]:
    """Edits by the file they are to be made in, and whether a story's facets change."""
    now, reader, facets = plan.numbers, plan.reader, False
    if before.shared != now.shared:
        raise UnexpectedError
    stories = _changed(before.stories, now.stories)
    people, units = _added(before.people, now.people), _added(before.units, now.units)
    if len(stories) + len(people) + len(units) > MANY:
        raise UnexpectedError
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    for number in stories:
        old = earlier(number) if number < len(before.stories) else NO_TERMS
        new = plan.terms(number)
        facets = facets or old is NO_TERMS or old.facets != new.facets
        for edit in _differences(number, placed(old, reader), placed(new, reader)):
            where = body_file if edit.form is None else strong_file
            edits[where(edit.folded, plan.syllables)].append(edit)
    for field, names in ((PEOPLE, people), (UNITS, units)):
        for number, word in words_of_names(names, reader):
            edit = Edit(*word, Standing(field, 0), number, add=True)
            edits[strong_file(word.folded, plan.syllables)].append(edit)
    return edits, facets


def _changed(before: tuple[str, ...], now: tuple[str, ...]) -> list[int]:
    """Numbers of the stories that are new or another, where each kept its number."""
    found = [number for number, (a, b) in enumerate(zip(before, now, strict=False)) if a != b]
    if len(before) > len(now) or any(
        before[number].partition(" ")[0] != now[number].partition(" ")[0] for number in found
    ):
        raise UnexpectedError
    return [*found, *range(len(before), len(now))]


def _added(before: tuple[str, ...], now: tuple[str, ...]) -> dict[int, str]:
    """Names of those who are new, by number, where all others are who they were."""
    if now[: len(before)] != before:
        raise UnexpectedError
    return {n: now[n].partition(" ")[2] for n in range(len(before), len(now))}


def _differences(number: int, old: Placed, new: Placed) -> Iterator[Edit]:
    for found, other, add in ((old, new, False), (new, old, True)):
        for word, standing in found.strong.items():
            if other.strong.get(word) != standing:
                yield Edit(*word, standing, number, add)
        for folded in sorted(found.body - other.body):
            yield Edit(folded, None, Standing(TITLE, 0), number, add)


def _word_file(name: str, value: Any, edits: Iterable[Edit]) -> Any:
    """The value of a file after these edits; empty where nothing is left in it."""
    if not name.startswith(RARE):
        return _list(value or "", edits) if name.startswith(BODY) else _forms(value or {}, edits)
    value = dict(value or {})
    by_word: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_word[edit.folded].append(edit)
    for folded, own in by_word.items():
        entry = value.get(folded, {})
        forms = _forms(entry.get("f", {}), [edit for edit in own if edit.form is not None])
        body = _list(entry.get("x", ""), [edit for edit in own if edit.form is None])
        value[folded] = ({"f": forms} if forms else {}) | ({"x": body} if body else {})
    return {folded: value[folded] for folded in sorted(value) if value[folded]}


def _forms(forms: dict[str, Member], edits: Iterable[Edit]) -> dict[str, Member]:
    forms = dict(forms)
    by_form: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_form[edit.form or ""].append(edit)
    for form, own in by_form.items():
        forms[form] = _member(forms.get(form, []), own)
    return {form: forms[form] for form in sorted(forms) if forms[form]}


def _member(lists: Member, edits: Iterable[Edit]) -> Member:
    made = [*lists, *[""] * (FIELDS - len(lists))]
    for field in sorted({edit.standing.field for edit in edits}):
        numbers = posting(made, field)
        held = dict(zip(numbers, made[PLACES] if field == TITLE else repeat(""), strict=field == TITLE))
        _apply(held, [edit for edit in edits if edit.standing.field == field])
        made[field] = pack(sorted(held))
        if field == TITLE:
            made[PLACES] = "".join(held[number] for number in sorted(held))
    while made and not made[-1]:
        made.pop()
    return made


def _list(text: str, edits: Iterable[Edit]) -> str:
    held = dict.fromkeys(unpack(text), "")
    _apply(held, edits)
    return pack(sorted(held))


def _apply(held: dict[int, str], edits: Iterable[Edit]) -> None:
    """Removals come first, as ``_differences`` has them: a form may only have moved within the title."""
    for edit in edits:
        if edit.add == (edit.number in held):
            raise UnexpectedError
        if edit.add:
            held[edit.number] = CHARACTERS[edit.standing.place]
        else:
            del held[edit.number]
