"""What an import says: the columns as understood, what is new, changed, left, rejected, missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from sangkien.diagnostics import Language, Text
from sangkien.intake.absent import said_absent
from sangkien.intake.columns import Table
from sangkien.intake.entry import Data, Entry
from sangkien.intake.lookup import Missing
from sangkien.intake.plan import Plan
from sangkien.intake.sheets import column_name
from sangkien.intake.standing import fields_in
from sangkien.model.vocabulary import Vocabularies
from sangkien.targets.form_fields import FIELDS

T = TypeVar("T")
_MOST: Final = 20
_WIDE: Final = 70
_CERTAINTY: Final = {
    "known": Text("", ""),
    "remembered": Text("  (đã nhớ)", "  (remembered)"),
    "guessed": Text("  (đoán, hãy xem lại)", "  (a guess: look at it)"),
    "unknown": Text("", ""),
}


def said_table(table: Table, language: Language) -> str:
    """A sheet's columns, each with what it was taken for."""
    sheet = table.sheet
    lines = [f"{sheet.file}" + (f" · {sheet.name}" if sheet.name else "")]
    for column in table.columns:
        name = (
            FIELDS[column.field].of(language)
            if column.field
            else Text("không nhập", "not imported").of(language)
        )
        number = f" {column.number}" if column.number > 1 else ""
        head = column.head if len(column.head) <= 60 else column.head[:59] + "…"
        lines.append(
            f"  {column_name(column.index)}  {head} → "
            f"{name}{number}{_CERTAINTY[column.certainty].of(language)}"
        )
    return "\n".join(lines)


def said_plan(plan: Plan, language: Language) -> str:
    """What an import does, or would do."""
    return "\n".join(one.of(language) for one in _sentences(plan, language))


def _sentences(plan: Plan, language: Language) -> Iterator[Text]:
    changed = [one for one in plan.changed if one.text is not None]
    same = len(plan.changed) - len(changed)
    doubts = sum(1 for one in plan.new if one.entry.doubts)
    yield Text(
        f"Mới: {len(plan.new)} bản nháp ({doubts} có chỗ cần xem). Sửa: {len(changed)}. Không đổi: {same}."
        f" Không nhập được: {len(plan.rejected)} dòng.",
        f"New: {len(plan.new)} drafts ({doubts} with doubts). Changed: {len(changed)}. Unchanged: {same}."
        f" Rejected: {len(plan.rejected)} rows.",
    )
    yield from _hidden(plan)
    for new in _shown(plan.new):
        yield Text(
            f"  + {new.slug}" + (f" (có thể là {new.twin})" if new.twin else ""),
            f"  + {new.slug}" + (f" (may be {new.twin})" if new.twin else ""),
        )
    for one in changed:
        old = fields_in(one.document)
        for change in one.comparison.changes:
            before, after = _short(old.get(change.field)), _short(change.value.data)
            line = f"  ~ {one.slug}: {change.field}: {before} → {after}"
            yield Text(line, line)
    for one in plan.changed:
        for name, reason in one.comparison.left:
            yield Text(f"  ! {one.slug}: {name}: {reason.vi}", f"  ! {one.slug}: {name}: {reason.en}")
    for entry, slug in plan.gone:
        yield Text(
            f"  ! {entry.origin.place}: thư mục {slug} đã bị xóa, không tạo lại.",
            f"  ! {entry.origin.place}: the folder {slug} was deleted and is not made again.",
        )
    for rejected in _shown(plan.rejected):
        cell = f" ({rejected.cell})" if rejected.cell else ""
        yield Text(
            f"  × {rejected.origin.place}{cell}: {rejected.reason.vi}",
            f"  × {rejected.origin.place}{cell}: {rejected.reason.en}",
        )
    if len(plan.new) > _MOST or len(plan.rejected) > _MOST:
        yield Text("  … (chỉ hiện phần đầu)", "  … (only the first are shown)")
    yield from said_absent(plan.absent)


def _hidden(plan: Plan) -> Iterator[Text]:
    rows = [one.entry.origin for one in plan.new if one.entry.hidden]
    if rows:
        places = "; ".join(one.place for one in _shown(rows)) + ("; …" if len(rows) > _MOST else "")
        yield Text(
            f"Trong số mới có {len(rows)} dòng bị ẩn hoặc bị lọc trong bảng, "
            f"bản nháp đã ghi “Cần xem”: {places}",
            f"Of the new ones, {len(rows)} are rows that the sheet hides; the drafts say so: {places}",
        )


def _short(data: Data) -> str:
    text = " ".join(str(data).split()) if data else "–"
    return text if len(text) <= _WIDE else text[: _WIDE - 1] + "…"


def _shown(items: Sequence[T]) -> Sequence[T]:
    return items[:_MOST]


def said_missing(
    entries: Sequence[Entry], vocabularies: Vocabularies, content: str, language: Language
) -> str:
    """Names that no vocabulary has, each once, with the nearest known; empty where there are none."""
    missing: dict[Missing, int] = {}
    for entry in entries:
        for one in dict.fromkeys(entry.missing):
            missing[one] = missing.get(one, 0) + 1
    if not missing:
        return ""
    lines = [
        Text(
            "Chưa có trong danh mục (mục ấy để trống trong bản nháp; tên đúng thì thêm vào danh mục):",
            "Not in the vocabularies (left empty in the drafts; add those that are right):",
        ).of(language)
    ]
    for one, count in sorted(missing.items()):
        near = vocabularies.names(one.vocabulary).get(one.near) if one.near else None
        close = (
            Text(f" ~ {near.name} ({near.id})", f" ~ {near.name} ({near.id})").of(language) if near else ""
        )
        lines.append(f"  {content}/vocabulary/{one.vocabulary}.yml: “{one.name}” ×{count}{close}")
    return "\n".join(lines)
