"""A report in Word → the row that a sheet would hold: the form's headings become fields and sections."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sangkien.diagnostics import Text
from sangkien.intake.columns import Column, Table
from sangkien.intake.container import damaged
from sangkien.intake.entry import Entry, Origin, Picture, Rejected, Value
from sangkien.intake.rows import read_rows
from sangkien.intake.sheets import Sheet
from sangkien.intake.word_blocks import blocks_of
from sangkien.intake.word_parts import LEFT_OUT, SECTIONS, Report, taken_apart
from sangkien.model.vocabulary import Vocabularies
from sangkien.photos.sniff import EXTENSIONS, sniff
from sangkien.rules.passages import shortened
from sangkien.targets.form_fields import FIELDS

_MOST_PICTURES: Final = 40
_MOST_NOTES: Final = 20
_SHOWN: Final = 200
_AMOUNT: Final = 40
"""Characters of an answer that is an amount; a longer one tells of it, and belongs to the story."""
_UNPLACED: Final = Text(
    "dòng này của báo cáo chưa rõ thuộc mục nào nên không nhập: “{line}”",
    "a line of the report under no known heading, not imported: “{line}”",
)
_MOVED: Final = Text(
    "đoạn này của báo cáo chưa rõ thuộc mục nào, tạm xếp vào Giải pháp: “{line}”",
    "a passage of the report under no known heading, put into the solution: “{line}”",
)
_TWICE: Final = Text(
    "báo cáo ghi mục này hai lần khác nhau, lần sau không nhập: “{line}”",
    "the report says this twice and differently; not imported: “{line}”",
)
_NO: Final = re.compile(r"^(?:không(?: có)?|chưa có)\.?$", re.I)


def read_report(data: bytes, file: str, vocabularies: Vocabularies) -> Entry | Rejected:
    """The initiative that a report tells of, its pictures with it. Raises UserError."""
    html, images = _converted(data, file)
    report = taken_apart(list(blocks_of(html)))
    cells, notes = _cells(report)
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
                "không thấy mục “Tên sáng kiến”: hãy thêm vào báo cáo một dòng “Tên sáng kiến: …” "
                "rồi nhập lại",
                "no heading “Tên sáng kiến”: add a line “Tên sáng kiến: …” to the report and import it again",
            )
        )
        return Rejected(Origin(file), "", reason)
    entry = replace(found, origin=Origin(file), notes=(*found.notes, *notes), source=None)
    return _with_pictures(entry, images, report.pictures)


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


def _cells(report: Report) -> tuple[dict[str, str], list[Text]]:
    """Field → text, and notes for a person. Sections and authors are joined, else the first counts."""
    cells: dict[str, str] = {}
    notes = [*_noted(report.unplaced, _UNPLACED), *_noted(report.moved, _MOVED)]
    for part in report.parts:
        text = "\n".join(part.lines).strip()
        name = part.field
        if not text or name in LEFT_OUT or (name == "confidential" and _NO.match(text)):
            continue
        if name == "money" and (len(text) > _AMOUNT or "\n" in text):
            name, text = "effect", f"{part.head}: {text}"  # told, not stated: it would be cut in a field
        if name in cells and name in (*SECTIONS, "authors"):
            cells[name] += f"\n{text}" if name == "authors" else f"\n\n{text}"
        elif name in cells and cells[name] != text:
            notes += _noted([f"{part.head}: {text}"], _TWICE)
        else:
            cells[name] = text
    if people := report.authors:
        cells["authors"] = "\n".join(text for text, _ in people)
        if all(workplace for _, workplace in people):
            cells["workplace"] = "\n".join(workplace for _, workplace in people)
            cells.setdefault("organisation", people[0][1])
    return cells, notes


def _noted(lines: Sequence[str], note: Text) -> list[Text]:
    """One note for each line, the line in it."""
    return [note.format(line=shortened(" ".join(line.split()), _SHOWN)) for line in lines[:_MOST_NOTES]]


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
