"""Which column of a sheet means what: known, remembered, or guessed and shown as a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sangkien.intake.cell_text import one_line
from sangkien.intake.columns_known import SYNONYMS
from sangkien.intake.reading import Cell
from sangkien.intake.sheets import Sheet
from sangkien.targets.form_fields import FIELDS
from sangkien.text.folding import fold

Certainty = Literal["known", "remembered", "guessed", "unknown"]
NUMBERED: Final = ("authors", "role", "share", "workplace")
JOINED: Final = ("circumstances", "story", "effect", "spread", "photos", "tags", "kinds")
"""Fields that several columns may feed; of any other field, one column does."""
_SEARCHED_ROWS: Final = 20
_NUMBER_AT_END: Final = re.compile(r"^(.*?\D)\s*(?:thu\s+)?([1-9])$")
_SHORT_FORMS: Final = {"sk": "sang kien", "dv": "don vi", "cdcs": "cong doan co so"}
_SHORT: Final = re.compile(rf"\b(?:{'|'.join(_SHORT_FORMS)})\b")
_LIKELY: Final = {"ma": "code"}
"""Heads that mostly mean a field, and may mean anything: a guess even where nothing else stands beside."""
_CODE_OF: Final = re.compile(r"(?:ma|ma so|so hieu)\s(?!.*\b(?:sang kien|ho so)\b)|.*\b(?<!initiative )code$")
"""How the code of a person, a unit, a tax payer is headed: it is neither the initiative's nor a name."""
_CONSENT: Final = re.compile(r"\bdong y\b|\bcam ket\b|\bcho phep\b")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place from 0, its head, the field it means; ``number`` of an author, from 1."""

    index: int
    head: str
    field: str
    certainty: Certainty
    number: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose head was found: ``head_row`` counts from 0, data begin below it."""

    sheet: Sheet
    head_row: int
    columns: tuple[Column, ...]

    @property
    def guessed(self) -> tuple[Column, ...]:
        """The columns whose meaning a person should confirm."""
        nothing = ("skip", "private", "consent")
        return tuple(one for one in self.columns if one.certainty == "guessed" and one.field not in nothing)


def folded_head(head: str) -> str:
    """A head as it is compared and remembered: folded, without brackets, units, numbering and signs."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", fold(head))
    text = re.sub(r"[^a-z0-9%]+", " ", text)
    text = _SHORT.sub(lambda found: _SHORT_FORMS[found[0]], text)
    text = re.sub(r"^(?:cau\s+)?(?:\d{1,2}|[ivx]{1,4})\s+(?=\S)", "", text.strip())
    return re.sub(r"^(?:xin\s+)?(?:vui long\s+)?(?:ghi|nhap|neu|cho biet|dien)\s+(?=\S)", "", text.strip())


def find_table(sheet: Sheet, remembered: Mapping[str, str]) -> Table | None:
    """The head: of the first rows the one with the most columns that mean something; None without a title."""
    best: Table | None = None
    most = 0
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        columns = columns_of(row, remembered)
        score = sum(2 if column.certainty != "guessed" else 1 for column in columns if column.field)
        if any(column.field == "title" for column in columns) and score > max(most, 3):
            best, most = Table(sheet, number, columns), score
    return best


def columns_of(heads: Sequence[Cell], remembered: Mapping[str, str]) -> tuple[Column, ...]:
    """What each head means. Of two for one field the surer, then the first has it; the other is unknown."""
    read = [(index, one_line(cell).value or "") for index, cell in enumerate(heads)]
    columns = [_column(index, head, remembered) for index, head in read if head]
    taken: dict[tuple[str, int], int] = {}
    for column in sorted(
        columns,
        key=lambda one: (("remembered", "known", "guessed", "unknown").index(one.certainty), one.index),
    ):
        if column.field and column.field not in (*JOINED, "skip", "private", "consent"):
            taken.setdefault((column.field, column.number), column.index)
    return tuple(
        column
        if taken.get((column.field, column.number), column.index) == column.index
        else Column(column.index, column.head, "", "unknown")
        for column in columns
    )


def meaning(folded: str, *, loosely: bool = False) -> str:
    """The field that a folded heading of a report names; ``loosely``: by how it begins, too. Else empty."""
    if exact := _BY_HEAD.get(folded):
        return exact
    if not loosely:
        return ""
    found = [(len(words), field) for words, field in _BY_HEAD.items() if folded.startswith(f"{words} ")]
    return max(found)[1] if found else ""


def _column(index: int, head: str, remembered: Mapping[str, str]) -> Column:
    folded = folded_head(head)
    if folded in remembered:
        return Column(index, head, remembered[folded], "remembered")
    number = 1
    if (ending := _NUMBER_AT_END.match(folded)) and _known(ending[1].strip()) in NUMBERED:
        folded, number = ending[1].strip(), int(ending[2])
    if field := _known(folded):
        return Column(index, head, field, "known", number)
    if _CONSENT.search(folded):
        return Column(index, head, "consent", "known")
    guess = _guessed(folded)
    return Column(index, head, guess, "guessed" if guess else "unknown")


def _known(folded: str) -> str:
    return _BY_HEAD.get(folded, "")


def _guessed(folded: str) -> str:
    """The field with the longest known wording within the head, in whole words."""
    if folded in _LIKELY or _CODE_OF.match(folded):
        return _LIKELY.get(folded, "")
    found = [
        (len(words), field)
        for words, field in _BY_HEAD.items()
        if len(words) > 3 and f" {words} " in f" {folded} "
    ]
    return max(found)[1] if found else ""


def _by_head() -> dict[str, str]:
    known: dict[str, str] = {}
    for field, text in FIELDS.items():
        for head in (text.vi, text.en, *SYNONYMS.get(field, ())):
            known.setdefault(folded_head(head), field)
    known.pop("", None)
    return known


_BY_HEAD: Final = _by_head()
