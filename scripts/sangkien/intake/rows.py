"""Rows of a table → entries, or the reason why a row can't be one. A row never disturbs another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from sangkien.diagnostics import Text
from sangkien.intake.cell_text import clean_text, one_line, plain_text, title_of
from sangkien.intake.columns import Table
from sangkien.intake.entry import Entry, Rejected, Source, Value
from sangkien.intake.lookup import Lookup
from sangkien.intake.row_groups import groups, origin_of
from sangkien.intake.row_reader import RowReader
from sangkien.intake.row_values import READERS
from sangkien.intake.sheets import column_name
from sangkien.intake.specimen import MAX_TITLE
from sangkien.intake.story_text import story_text
from sangkien.model.vocabulary import Vocabularies
from sangkien.rules.sections import REQUIRED
from sangkien.text.folding import fold, slugify

_SECTIONS: Final = dict(zip(("circumstances", "story", "effect", "spread"), REQUIRED, strict=True))
_COLUMNS_OF: Final = {
    **{name: (name,) for name in ("code", "applied", "registered", "tags", "confidential")},
    "benefit": ("money", "kinds", "reckoning", "confirmed_by"),
    "recognition": ("level", "decision", "decided", "award"),
    "replication": ("cost", "conditions"),
}
"""What is empty in a sheet that has the column, and not merely unasked."""
HIDDEN: Final = Text(
    "dòng này bị ẩn hoặc bị lọc trong bảng: có đúng là muốn nhập không?",
    "the sheet hides this row, or its filter does: is it meant to be imported?",
)
_LONGEST: Final = 30_000
"""Bytes of all values of a row: front matter may have 64 KB."""


def read_rows(table: Table, vocabularies: Vocabularies) -> Iterator[Entry | Rejected]:
    """All that stands below the head, in order: each initiative an entry, or rejected for itself."""
    lookup = Lookup(vocabularies)
    for group in groups(table):
        if isinstance(group, Rejected):
            yield group
            continue
        origin = origin_of(table, group.number)
        below = tuple(cells for _, cells in group.below)
        row = RowReader(table, lookup, group.cells, origin, below, tuple(group.doubts))
        found = _entry(row, Source(table, group.rows))
        yield found
        if isinstance(found, Rejected):
            for number, _ in group.below:
                reason = Text(
                    f"đồng tác giả của dòng {group.number}, mà dòng ấy chưa nhập được",
                    f"a further author of row {group.number}, which was not imported",
                )
                yield Rejected(origin._replace(row=number), "", reason, Source(table, ((number, True),)))


def _entry(row: RowReader, source: Source) -> Entry | Rejected:
    title = title_of(row.cell("title"))
    if fault := _unusable(row, title.value or ""):
        return Rejected(row.origin, *fault, Source(source.table, source.rows[:1]))
    row.values["title"] = Value(title.value, title.doubts)
    for read in READERS:
        read(row)
    for key, columns in _COLUMNS_OF.items():
        if key not in row.values and any(map(row.has, columns)):
            row.values[key] = Value(None)
    sections = {heading: _section(row, name) for name, heading in _SECTIONS.items() if row.has(name)}
    notes = (
        *(note for name, heading in _SECTIONS.items() for note in _noted(row, name, heading)),
        *_silent(row),
        *((HIDDEN,) if row.origin.row - 1 in row.table.sheet.hidden else ()),
    )
    photo_names = tuple(
        name.strip()
        for _, cell in row.columns("photos")
        for name in re.split(r"[;,\n]", plain_text(cell))
        if name.strip()
    )
    if sum(len(str(value.data).encode()) for value in row.values.values()) > _LONGEST:
        too_long = Text("dòng này dài quá mức", "this row is far too long")
        return Rejected(row.origin, "", too_long, Source(source.table, source.rows[:1]))
    return Entry(
        row.origin,
        title.value or "",
        row.values,
        sections,
        _keys(row),
        photo_names=photo_names,
        missing=tuple(row.missing),
        notes=notes,
        hidden=row.origin.row - 1 in row.table.sheet.hidden,
        source=source,
    )


def _unusable(row: RowReader, title: str) -> tuple[str, Text] | None:
    """The cell that makes the row unusable, and why."""
    column = next(column for column in row.table.columns if column.field == "title")
    cell = f"{column_name(column.index)}{row.origin.row}"
    if not title:
        return cell, Text("thiếu tên sáng kiến", "the title is missing")
    if len(title) > MAX_TITLE:
        return cell, Text(
            f"tên dài {len(title)} ký tự, nhiều nhất {MAX_TITLE}", f"the title is over {MAX_TITLE} characters"
        )
    if not slugify(title):
        return cell, Text("tên không có chữ cái nào", "the title has no letter")
    if len(row.cells) > len(row.table.sheet.rows[row.table.head_row]) and any(
        plain_text(one).strip() for one in row.cells[len(row.table.sheet.rows[row.table.head_row]) :]
    ):
        return "", Text(
            "có ô nằm ngoài các cột có tiêu đề: dòng có bị lệch cột không?",
            "cells stand beyond the headed columns",
        )
    return None


def _section(row: RowReader, name: str) -> str:
    """The Markdown of a section; several columns come one after the other, each under its head in bold."""
    found = [(column, clean_text(cell).value or "") for column, cell in row.columns(name)]
    texts = [(column.head, story_text(text)) for column, text in found if text]
    if len(texts) < 2:
        return "".join(text for _, text in texts)
    return "\n\n".join(f"**{story_text(one_line(head).value or '')}**\n\n{text}" for head, text in texts)


def _noted(row: RowReader, name: str, heading: str) -> Iterator[Text]:
    """What is doubtful in a section: its text has no key that a comment could stand above."""
    found = dict.fromkeys(one for _, cell in row.columns(name) for one in clean_text(cell).doubts)
    for one in found:
        yield Text(f"{heading}: {one.vi}", f"{heading}: {one.en}")


def _silent(row: RowReader) -> Iterator[Text]:
    """Cells that look filled in to whoever sent the sheet, and hold nothing for whoever reads the file."""
    for column in row.table.columns:
        if column.field != "skip" and (row.origin.row - 1, column.index) in row.table.sheet.silent:
            cell = f"{column_name(column.index)}{row.origin.row}"
            yield Text(
                f"ô {cell} (“{column.head}”) là công thức không có kết quả nên chưa nhập: "
                "mở bảng bằng Excel, lưu lại rồi nhập lại",
                f"the formula in {cell} (“{column.head}”) has no result and was not imported: open the "
                "sheet in Excel, save it, import it again",
            )


def _keys(row: RowReader) -> tuple[str, ...]:
    """What the row is known again by: code, moment a form was sent, title and authors, title and unit."""
    title = fold(str(row.values["title"].data))
    unit = fold(one_line(row.cell("organisation")).value or "")
    named = [cell for one in (row, *row.rows_below()) for _, cell in one.columns("authors")]
    people = fold(" ".join(map(plain_text, named)))
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
