"""The authors of a row: in one cell, in numbered columns, in rows below; with roles and shares beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sangkien.diagnostics import Text
from sangkien.intake.cell_authors import AuthorCell, people_of, with_sound_shares
from sangkien.intake.cell_share import share_of, share_text
from sangkien.intake.cell_text import clean_text, one_line
from sangkien.intake.entry import Value
from sangkien.intake.row_reader import RowReader
from sangkien.text.folding import fold


def authors_value(row: RowReader) -> Value:
    """The front matter's ``authors``. Never a consent: that a person writes, nobody else."""
    people, doubts = _named(row)
    unit = fold(one_line(row.cell("organisation")).value or "")
    for one in row.rows_below():
        some, more = _named(one)
        own_unit = one_line(one.cell("organisation")).value or ""
        if fold(own_unit) != unit:  # of the author, for the initiative has its own
            some = [replace(author, organisation=author.organisation or own_unit) for author in some]
        people += some
        doubts += more
    doubts += row.doubts
    sound = with_sound_shares(people)
    own = row.values["organisation"].data if row.has("organisation") else ""
    written = [_written(author, row, own) for author in sound.value or ()]
    doubts += sound.doubts + tuple(found for _, found_doubts in written for found in found_doubts)
    return Value([data for data, _ in written], tuple(dict.fromkeys(doubts)))


def _named(row: RowReader) -> tuple[list[AuthorCell], tuple[Text, ...]]:
    """The authors of one row of the sheet."""
    people: list[AuthorCell] = []
    doubts: tuple[Text, ...] = ()
    for column, cell in row.columns("authors"):
        read = people_of(cell)
        some, more = _beside(row, column.number, list(read.value or ()))
        people += some
        doubts += read.doubts + more
    return people, doubts


def _beside(
    row: RowReader, number: int, people: list[AuthorCell]
) -> tuple[list[AuthorCell], tuple[Text, ...]]:
    """Roles, shares and workplaces of the columns beside, where there are as many, or just one."""
    doubts: tuple[Text, ...] = ()
    for name in ("role", "share", "workplace"):
        cells = [cell for column, cell in row.columns(name) if column.number == number]
        if not cells or not people:
            continue
        parts = _parts(clean_text(cells[0]).value or "", len(people))
        if name == "share" and len(people) == 1:
            parts = [cells[0]]  # type: ignore[list-item]  # a number stays one: 0.6 is 60%
        if len(parts) == 1 and name == "workplace":
            parts *= len(people)
        if len(parts) != len(people):
            doubts += (
                Text(
                    f"{len(people)} tác giả mà cột {row_head(row, name)} có {len(parts)} mục: chưa ghép",
                    f"{len(people)} authors, but {len(parts)} in the column {row_head(row, name)}: "
                    f"not joined",
                ),
            )
            continue
        people, more = _joined(people, name, parts)
        doubts += more
    return people, doubts


def row_head(row: RowReader, name: str) -> str:
    """The head of a field's column, in quotes."""
    return next(f"“{column.head}”" for column in row.table.columns if column.field == name)


def _joined(
    people: list[AuthorCell], name: str, parts: Sequence[str]
) -> tuple[list[AuthorCell], tuple[Text, ...]]:
    doubts: tuple[Text, ...] = ()
    found: list[AuthorCell] = []
    for author, part in zip(people, parts, strict=True):
        if name == "share":
            read = share_of(part)
            share: Decimal | None = author.share if author.share is not None else read.value
            doubts += read.doubts
            found.append(replace(author, share=share))
        elif name == "role":
            found.append(replace(author, role=author.role or part))
        else:
            found.append(replace(author, organisation=part))
    return found, doubts


def _parts(text: str, wanted: int) -> list[str]:
    """The text cut as finely as the people want: by lines and semicolons, else by commas too."""
    parts = [part.strip(" ,") for part in re.split(r"[\n;]+", text) if part.strip(" ,")]
    if len(parts) != wanted and len(by_comma := [part.strip() for part in text.split(",")]) == wanted:
        parts = by_comma
    return [re.sub(r"^\d{1,2}[.)]\s+", "", part) for part in parts]


def _written(author: AuthorCell, row: RowReader, own: str) -> tuple[dict[str, str], tuple[Text, ...]]:
    data = {"name": author.name} if author.name else {"collective": author.collective}
    doubts: tuple[Text, ...] = ()
    if author.role:
        data["role"] = author.role[:300]
    if author.organisation:
        found, missing = row.lookup.find(author.organisation, "organisations")
        doubts = found.doubts
        if missing:
            row.missing.append(missing)
        if found.value and found.value != own:
            data["organisation"] = found.value
    if author.share is not None:
        data["share"] = share_text(author.share)
    return data, doubts
