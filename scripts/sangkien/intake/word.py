"""A report in Word → the row that a sheet would hold: the form's headings become fields and sections."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from sangkien.diagnostics import Text
from sangkien.intake.columns import Column, Table, columns_of, folded_head, meaning
from sangkien.intake.container import damaged
from sangkien.intake.entry import Entry, Origin, Picture, Rejected, Value
from sangkien.intake.rows import read_rows
from sangkien.intake.sheets import Sheet
from sangkien.intake.word_blocks import Block, blocks_of
from sangkien.model.vocabulary import Vocabularies
from sangkien.photos.sniff import EXTENSIONS, sniff
from sangkien.targets.form_fields import FIELDS

_MOST_PICTURES: Final = 40
_LABEL: Final = re.compile(r"^(.{2,150}?)\s*[:：]\s*(.*)$", re.S)
_NUMBERED: Final = re.compile(r"^\s*(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)/]\s*")
_CAPTION: Final = re.compile(r"^(?:hình|ảnh|hình ảnh)\s*\d*\s*[:.–-]?\s*", re.I)
_BLANK: Final = re.compile(r"[.…_]{4,}")
_GUIDE: Final = re.compile(r"\[[^\[\]]*\]")
"""A guiding line of our own form, left in by whoever filled it in."""
_NO: Final = re.compile(r"^(?:không(?: có)?|chưa có)\.?$", re.I)
_PROPOSED: Final = re.compile(
    r"(?:đề nghị|yêu cầu)\s+(?:xét\s+)?công nhận sáng kiến\s*:?\s*(.+)", re.I | re.S
)
_SECTIONS: Final = ("circumstances", "story", "effect", "spread")


class _Part(NamedTuple):
    field: str
    lines: list[str]


def read_report(data: bytes, file: str, vocabularies: Vocabularies) -> Entry | Rejected:
    """The initiative that a report tells of, its pictures with it. Raises UserError."""
    html, images = _converted(data, file)
    parts, pictures, authors = _taken_apart(list(blocks_of(html)))
    cells = _cells(parts, authors)
    heads = tuple(FIELDS[name].vi for name in cells)
    table = Table(
        Sheet(file, "", (heads, tuple(cells.values()))),
        0,
        tuple(Column(index, FIELDS[name].vi, name, "known") for index, name in enumerate(cells)),
    )
    found = next(iter(read_rows(table, vocabularies)), None) if "title" in cells else None
    if not isinstance(found, Entry):
        reason = (
            found.reason
            if found
            else Text(
                "không thấy mục “Tên sáng kiến” trong báo cáo", "no heading “Tên sáng kiến” in the report"
            )
        )
        return Rejected(Origin(file), "", reason)
    return _with_pictures(replace(found, origin=Origin(file)), images, pictures)


def _converted(data: bytes, file: str) -> tuple[str, list[bytes]]:
    import mammoth  # a build must not load it  # noqa: PLC0415

    images: list[bytes] = []

    def keep(image: Any) -> Mapping[str, str]:
        if len(images) < _MOST_PICTURES:
            with image.open() as stream:
                images.append(stream.read())
            return {"src": str(len(images) - 1)}
        return {"src": ""}

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(keep), include_embedded_style_map=False
        )
    except Exception as error:  # any kind of fault can come out of a damaged file
        raise damaged(file) from error
    return result.value, images


def _taken_apart(
    blocks: Sequence[Block],
) -> tuple[list[_Part], list[tuple[int, str]], list[tuple[str, str]]]:
    """Parts by heading; pictures (number, caption); authors of tables as (text, workplace)."""
    parts: list[_Part] = []
    pictures: list[tuple[int, str]] = []
    authors: list[tuple[str, str]] = []
    for block in blocks:
        pictures += [(number, "") for number in block.images]
        text = _BLANK.sub("", block.text).strip()
        if block.rows:
            if people := _authors_in(block.rows):
                authors += people
            elif parts:
                parts[-1].lines.extend(" · ".join(filter(None, row)) for row in block.rows)
            continue
        if not text or _GUIDE.fullmatch(text):
            continue
        if pictures and not pictures[-1][1] and (block.caption or _CAPTION.match(text)):
            pictures[-1] = (pictures[-1][0], _CAPTION.sub("", text))
            continue
        if headed := _headed(text, block):
            parts.append(_Part(headed[0], [headed[1]] if headed[1] else []))
        elif parts:
            parts[-1].lines.append(f"{block.bullet}{text}")
    return parts, pictures, authors


def _headed(text: str, block: Block) -> tuple[str, str] | None:
    """(field, what stands behind the colon) where a paragraph opens a part of the report."""
    if found := _PROPOSED.search(text):
        return "title", found[1].strip()
    label = _LABEL.match(text)
    head, rest = (label[1], label[2]) if label else (text, "")
    marked = block.heading or block.bold or bool(_NUMBERED.match(head)) or bool(label)
    if len(head) > 200 or not marked or (block.bullet and not label):
        return None
    field = meaning(
        folded_head(_NUMBERED.sub("", head)),
        loosely=block.heading or block.bold or bool(_NUMBERED.match(head)),
    )
    return (field, rest.strip()) if field else None


def _authors_in(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The people of a table of authors: one with a column of names; empty for any other table."""
    for number, head in enumerate(rows[:3]):
        columns = {column.field: column.index for column in columns_of(head, {})}
        if "authors" not in columns:
            continue
        found = []
        for row in rows[number + 1 :]:
            name, role, share = (_at(row, columns.get(key)) for key in ("authors", "role", "share"))
            if len(name.split()) < 2:
                continue
            workplace = _at(row, columns.get("workplace", columns.get("organisation")))
            share = f" - {share.rstrip('% ')}%" if share else ""
            found.append((f"{name}{f' ({role})' if role else ''}{share}", workplace))
        return found
    return []


def _at(row: Sequence[str], index: int | None) -> str:
    return " ".join(row[index].split()) if index is not None and index < len(row) else ""


def _cells(parts: Sequence[_Part], authors: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Field → text; the first of each that holds anything counts, sections are joined."""
    cells: dict[str, str] = {}
    for part in parts:
        text = "\n".join(part.lines).strip()
        if not text or part.field in ("skip", "private", "consent", "stamp", "photos"):
            continue
        if part.field in _SECTIONS and part.field in cells:
            cells[part.field] += f"\n\n{text}"
        elif part.field == "confidential" and _NO.match(text):
            continue
        else:
            cells.setdefault(part.field, text)
    if authors:
        cells["authors"] = "\n".join(text for text, _ in authors)
        if all(workplace for _, workplace in authors):
            cells["workplace"] = "\n".join(workplace for _, workplace in authors)
            cells.setdefault("organisation", authors[0][1])
    return cells


def _with_pictures(entry: Entry, images: Sequence[bytes], pictures: Sequence[tuple[int, str]]) -> Entry:
    kept: list[Picture] = []
    unusable = 0
    for number, caption in pictures:
        kind = sniff(images[number])
        if not isinstance(kind, str) or kind == "heic":
            unusable += 1
            continue
        kept.append(Picture(f"anh-{len(kept) + 1}{EXTENSIONS[kind][0]}", images[number], caption[:300]))
    data = [{"file": one.name} | ({"caption": one.caption} if one.caption else {}) for one in kept]
    doubts = (
        (
            Text(
                f"{unusable} hình trong báo cáo không phải ảnh JPEG, PNG, WebP nên không lấy",
                f"{unusable} pictures left out",
            ),
        )
        if unusable
        else ()
    )
    if kept:
        doubts = (
            Text(
                "ảnh lấy từ báo cáo: viết mô tả (alt), người chụp (credit)",
                "photos of the report: describe them",
            ),
            *doubts,
        )
    if not (data or doubts):
        return entry
    return replace(entry, values={**entry.values, "photos": Value(data, doubts)}, pictures=tuple(kept))
