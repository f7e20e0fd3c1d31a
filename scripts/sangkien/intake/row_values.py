"""The values of the front matter out of a row, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.cell_date import date_of
from sangkien.intake.cell_money import money_of, money_unit
from sangkien.intake.cell_text import clean_text, one_line, plain_text
from sangkien.intake.entry import Value
from sangkien.intake.reading import Cell, Reading
from sangkien.intake.row_authors import authors_value
from sangkien.intake.row_reader import RowReader
from sangkien.text.folding import fold

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
        if name in ("solution", "place") and not row.lookup.has(vocabulary):
            continue
        read = row.found(name, vocabulary)
        if name == "organisation" and not row.has(name):
            read = _workplace(row)
        row.values[name] = Value(read.value or "", read.doubts)


def _workplace(row: RowReader) -> Reading[str]:
    """The authors' workplace for a unit that the sheet doesn't ask for: usually, not surely, the same."""
    cells = (cell for one in (row, *row.rows_below()) for _, cell in one.columns("workplace"))
    if len({one_line(cell).value for cell in cells}) != 1:
        return Reading()
    read = row.found("workplace", "organisations")
    if not read.value:
        return Reading()
    asked = Text(
        "không có mục đơn vị áp dụng nên lấy nơi công tác của tác giả: có đúng không?",
        "the unit is not asked for, so the author's workplace stands here: is that right?",
    )
    return Reading(read.value, (*read.doubts, asked))


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
    kinds = _kinds(row)
    doubts += kinds.doubts
    if kinds.value:
        data["kinds"] = kinds.value
    for key, name in (("note", "reckoning"), ("confirmed_by", "confirmed_by")):
        text = one_line(row.cell(name)) if key == "note" else row.line(name)
        if text.value:
            data[key] = text.value
            doubts += text.doubts
    if data or doubts:
        row.values["benefit"] = Value(data or None, doubts)


def _kinds(row: RowReader) -> Reading[list[str]]:
    kinds: dict[str, None] = {}
    doubts: tuple[Text, ...] = ()
    for _, cell in row.columns("kinds"):
        for name in filter(None, map(str.strip, re.split(r"[,;\n]", clean_text(cell).value or ""))):
            found, missing = row.lookup.find(name, "benefits")
            doubts += found.doubts
            if missing:
                row.missing.append(missing)
            if found.value:
                kinds[found.value] = None
    return Reading(list(kinds), doubts)


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


def _day(read: Reading[date]) -> str | None:
    return read.value.isoformat() if read.value else None


def _with_original(doubts: tuple[Text, ...], cell: Cell) -> tuple[Text, ...]:
    """Each doubt with what the cell said, for the person who decides."""
    said = (one_line(cell).value or "")[:120]
    return tuple(Text(f"“{said}”: {one.vi}", f"“{said}”: {one.en}") for one in doubts)


READERS: Final[tuple[Callable[[RowReader], None], ...]] = (
    *(_plain, _classified, _authors, _dated),
    *(_benefit, _recognised, _replication),
)
"""All of them, in order: authors ask for the unit."""
