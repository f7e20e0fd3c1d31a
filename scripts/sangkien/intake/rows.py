"""Rows of a table → entries, or the reason why a row can't be one. A row never disturbs another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.cell_date import date_of
from sangkien.intake.cell_money import money_of, money_unit
from sangkien.intake.cell_text import clean_text, one_line, plain_text, title_of
from sangkien.intake.columns import Column, Table
from sangkien.intake.entry import Entry, Origin, Rejected, Value
from sangkien.intake.lookup import Missing, find_entry
from sangkien.intake.reading import Cell, Reading
from sangkien.intake.row_authors import authors_value
from sangkien.intake.sheets import column_name
from sangkien.intake.specimen import MAX_TITLE
from sangkien.intake.story_text import story_text
from sangkien.model.scalars import is_slug
from sangkien.model.vocabulary import Vocabularies
from sangkien.rules.sections import REQUIRED
from sangkien.text.folding import fold, slugify

EXAMPLE: Final = "[VÍ DỤ]"
"""What marks the example row of our template, which is never imported."""
_SECTIONS: Final = dict(zip(("circumstances", "story", "effect", "spread"), REQUIRED, strict=True))
_LEVELS: Final = (
    ("toan-quoc", ("toan quoc", "quoc gia", "trung uong", "tong lien doan")),
    ("tinh", ("tinh", "nganh", "thanh pho")),
    ("cap-tren", ("cap tren", "huyen", "cong doan nganh")),
    ("co-so", ("co so", "don vi", "cong ty")),
)
_CODE: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,38}[A-Za-z0-9])?")
_YES, _NO = (
    frozenset({"co", "x", "yes", "dung", "true", "1"}),
    frozenset({"khong", "no", "", "0", "false", "-"}),
)
_LONGEST: Final = 30_000
"""Bytes of all values of a row: front matter may have 64 KB."""
_LINE: Final = 300


@dataclass(slots=True)
class RowReader:
    """One row being read: values gathered field by field. Lives for one row only."""

    table: Table
    vocabularies: Vocabularies
    cells: tuple[Cell, ...]
    origin: Origin
    values: dict[str, Value] = field(default_factory=dict)
    missing: list[Missing] = field(default_factory=list)

    def columns(self, name: str) -> list[tuple[Column, Cell]]:
        """The columns of a field that have something in this row."""
        found = [
            (column, self.cells[column.index])
            for column in self.table.columns
            if column.field == name and column.index < len(self.cells)
        ]
        return [(column, cell) for column, cell in found if plain_text(cell).strip()]

    def cell(self, name: str) -> Cell:
        """The cell of a field, None where there is none."""
        return next((cell for _, cell in self.columns(name)), None)

    def has(self, name: str) -> bool:
        """Whether the sheet has a column for it."""
        return any(column.field == name for column in self.table.columns)

    def line(self, name: str) -> Reading[str]:
        """The cell's text on one line, cut to what a line may hold, with a doubt."""
        read = one_line(self.cell(name))
        text = read.value or ""
        if len(text) <= _LINE:
            return read
        return Reading(
            text[: _LINE - 1].rstrip() + "…",
            (*read.doubts, Text("quá dài nên đã cắt bớt", "too long: it was cut")),
        )

    def found(self, name: str, vocabulary: str) -> Reading[str]:
        """The id in a vocabulary of what the cell names."""
        read = one_line(self.cell(name))
        entry, missing = find_entry(read.value or "", vocabulary, self.vocabularies.names(vocabulary))
        if missing:
            self.missing.append(missing)
        return Reading(entry.value, read.doubts + entry.doubts)


def read_rows(table: Table, vocabularies: Vocabularies) -> Iterator[Entry | Rejected]:
    """All rows below the head that hold anything, in order: each an entry, or rejected for itself."""
    for number, cells in enumerate(table.sheet.rows[table.head_row + 1 :], table.head_row + 2):
        texts = [plain_text(cell).strip() for cell in cells]
        if not any(texts) or any(text.startswith(EXAMPLE) for text in texts):
            continue
        origin = Origin(table.sheet.file, table.sheet.name, number)
        yield _entry(RowReader(table, vocabularies, cells, origin))


def _entry(row: RowReader) -> Entry | Rejected:
    title = title_of(row.cell("title"))
    fault = _unusable(row, title.value or "")
    if fault:
        return fault
    row.values["title"] = Value(title.value, title.doubts)
    for read in _READERS:
        read(row)
    sections = {heading: text for name, heading in _SECTIONS.items() if (text := _section(row, name))}
    photo_names = tuple(
        name.strip()
        for _, cell in row.columns("photos")
        for name in re.split(r"[;,\n]", plain_text(cell))
        if name.strip()
    )
    if sum(len(str(value.data).encode()) for value in row.values.values()) > _LONGEST:
        return Rejected(row.origin, "", Text("dòng này dài quá mức", "this row is far too long"))
    return Entry(
        row.origin, title.value or "", row.values, sections, _keys(row), (), photo_names, tuple(row.missing)
    )


def _unusable(row: RowReader, title: str) -> Rejected | None:
    column = next(column for column in row.table.columns if column.field == "title")
    cell = f"{column_name(column.index)}{row.origin.row}"
    content = " | ".join(text for one in row.cells if (text := one_line(one).value))[:500]
    if not title:
        return Rejected(row.origin, cell, Text("thiếu tên sáng kiến", "the title is missing"), content)
    if len(title) > MAX_TITLE:
        reason = Text(
            f"tên dài {len(title)} ký tự, nhiều nhất {MAX_TITLE}", f"the title is over {MAX_TITLE} characters"
        )
        return Rejected(row.origin, cell, reason, content)
    if not slugify(title):
        return Rejected(
            row.origin, cell, Text("tên không có chữ cái nào", "the title has no letter"), content
        )
    if len(row.cells) > len(row.table.sheet.rows[row.table.head_row]) and any(
        plain_text(one).strip() for one in row.cells[len(row.table.sheet.rows[row.table.head_row]) :]
    ):
        reason = Text(
            "có ô nằm ngoài các cột có tiêu đề: dòng có bị lệch cột không?",
            "cells stand beyond the headed columns",
        )
        return Rejected(row.origin, "", reason, content)
    return None


def _plain(row: RowReader) -> None:
    """Summary, code, tags, confidentiality."""
    summary = row.line("summary")
    row.values["summary"] = Value(summary.value or "", summary.doubts)
    code = one_line(row.cell("code"))
    if code.value:
        text = code.value.replace(" ", "").replace("/", "-")
        if _CODE.fullmatch(text) and ".." not in text:
            changed = (
                ()
                if text == code.value
                else (Text(f"số hiệu gốc: {code.value}", f"the code was: {code.value}"),)
            )
            row.values["code"] = Value(text, code.doubts + changed)
        else:
            row.values["code"] = Value(
                None, (Text(f"số hiệu “{code.value}” có ký tự lạ", f"“{code.value}” can't be a code"),)
            )
    tags = [
        tag.strip()[:60]
        for _, cell in row.columns("tags")
        for tag in re.split(r"[,;\n#]", plain_text(cell))
        if tag.strip()
    ]
    if tags:
        row.values["tags"] = Value([one_line(tag).value for tag in dict.fromkeys(tags)])
    said = fold(one_line(row.cell("confidential")).value or "").strip(" .")
    if said not in _NO:
        unclear = () if said in _YES else (Text("phần nào cần giữ bí mật?", "which part is confidential?"),)
        row.values["confidential"] = Value("true", unclear)


def _classified(row: RowReader) -> None:
    """Unit, sector, kind, place: ids of the vocabularies; empty where nothing fits."""
    for name, vocabulary in (
        *(("organisation", "organisations"), ("sector", "sectors")),
        *(("solution", "solutions"), ("place", "places")),
    ):
        if name in ("solution", "place") and not row.vocabularies.names(vocabulary):
            continue
        read = row.found(name, vocabulary)
        row.values[name] = Value(read.value or "", read.doubts)


def _dated(row: RowReader) -> None:
    for name in ("applied", "registered"):
        if row.columns(name):
            cell = row.cell(name)
            read = date_of(cell, from_1904=row.table.sheet.from_1904)
            row.values[name] = Value(_day(read), _with_original(read.doubts, cell))


def _benefit(row: RowReader) -> None:
    """Money, kinds, how it was reckoned, by whom confirmed."""
    data: dict[str, object] = {}
    doubts: tuple[Text, ...] = ()
    for column, cell in row.columns("money"):
        read = money_of(cell, money_unit(column.head))
        doubts += _with_original(read.doubts, cell)
        if read.value is not None:
            data["vnd_per_year"] = str(read.value)
    kinds: dict[str, None] = {}
    for _, cell in row.columns("kinds"):
        for name in filter(None, map(str.strip, re.split(r"[,;\n]", clean_text(cell).value or ""))):
            found, missing = find_entry(name, "benefits", row.vocabularies.names("benefits"))
            doubts += found.doubts
            if missing:
                row.missing.append(missing)
            if found.value:
                kinds[found.value] = None
    if kinds:
        data["kinds"] = list(kinds)
    for key, name in (("note", "reckoning"), ("confirmed_by", "confirmed_by")):
        text = one_line(row.cell(name)) if key == "note" else row.line(name)
        if text.value:
            data[key] = text.value
            doubts += text.doubts
    if data or doubts:
        row.values["benefit"] = Value(data or None, doubts)


def _recognised(row: RowReader) -> None:
    data: dict[str, object] = {}
    doubts: tuple[Text, ...] = ()
    if level := fold(one_line(row.cell("level")).value or ""):
        data["level"] = next(
            (key for key, words in _LEVELS if level == key or any(word in level for word in words)), None
        )
        if not data["level"]:
            del data["level"]
            doubts += (Text(f"cấp công nhận “{level}” không rõ", f"level “{level}” is unclear"),)
    decided = date_of(row.cell("decided"), from_1904=row.table.sheet.from_1904)
    doubts += _with_original(decided.doubts, row.cell("decided"))
    if decision := row.line("decision").value:
        data["decision"] = decision
    if decided.value:
        data |= {"year": str(decided.value.year), "date": decided.value.isoformat()}
    award = row.found("award", "awards")
    doubts += award.doubts
    if award.value:
        data["award"] = award.value
    if "level" not in data and "award" not in data and data:
        doubts += (
            Text("thiếu cấp công nhận: " + ", ".join(map(str, data.values())), "the level is missing"),
        )
        data = {}
    if data or doubts:
        row.values["recognition"] = Value([data] if data else None, doubts)


def _replication(row: RowReader) -> None:
    data: dict[str, object] = {}
    doubts: tuple[Text, ...] = ()
    for column, cell in row.columns("cost"):
        read = money_of(cell, money_unit(column.head))
        doubts += _with_original(read.doubts, cell)
        if read.value is not None:
            data["cost_vnd"] = str(read.value)
    conditions = one_line(row.cell("conditions"))
    if conditions.value:
        data["conditions"] = conditions.value
        doubts += conditions.doubts
    if data or doubts:
        row.values["replication"] = Value(data or None, doubts)


def _authors(row: RowReader) -> None:
    row.values["authors"] = authors_value(row)


_READERS: Final[tuple[Callable[[RowReader], None], ...]] = (
    *(_plain, _classified, _authors, _dated),
    *(_benefit, _recognised, _replication),
)


def _section(row: RowReader, name: str) -> str:
    """The Markdown of a section; several columns come one after the other, each under its head in bold."""
    found = [(column, clean_text(cell).value or "") for column, cell in row.columns(name)]
    texts = [(column.head, story_text(text)) for column, text in found if text]
    if len(texts) < 2:
        return "".join(text for _, text in texts)
    return "\n\n".join(f"**{story_text(one_line(head).value or '')}**\n\n{text}" for head, text in texts)


def _day(read: Reading[date]) -> str | None:
    return read.value.isoformat() if read.value else None


def _with_original(doubts: tuple[Text, ...], cell: Cell) -> tuple[Text, ...]:
    """Each doubt with what the cell said, for the person who decides."""
    said = (one_line(cell).value or "")[:120]
    return tuple(Text(f"“{said}”: {one.vi}", f"“{said}”: {one.en}") for one in doubts)


def _keys(row: RowReader) -> tuple[str, ...]:
    """What the row is known again by: its code, the moment a form was sent, title and authors, title and unit."""
    title = fold(str(row.values["title"].data))
    unit = fold(one_line(row.cell("organisation")).value or "")
    people = fold(" ".join(plain_text(cell) for _, cell in row.columns("authors")))
    code: object = row.values["code"].data if "code" in row.values else None
    stamp = row.cell("stamp")
    moment = stamp.isoformat() if isinstance(stamp, datetime) else (one_line(stamp).value or "")
    keys: Mapping[str, str] = {
        "code": str(code or ""),
        "stamp": f"{moment}|{title}" if moment else "",
        "full": f"{title}|{unit}|{people}",
        "title": f"{title}|{unit}",
    }
    return tuple(f"{name}:{value}" for name, value in keys.items() if value)


__all__ = ["EXAMPLE", "RowReader", "is_slug", "read_rows"]
