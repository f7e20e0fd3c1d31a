"""Blocks of a report → its parts, by the headings and labels of the forms that are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final, NamedTuple

from sangkien.intake.columns import columns_of, folded_head, meaning
from sangkien.intake.word_blocks import Block
from sangkien.text.folding import fold

SECTIONS: Final = ("circumstances", "story", "effect", "spread")
LEFT_OUT: Final = ("skip", "private", "consent", "stamp", "photos")
_LONG: Final = (
    *SECTIONS,
    "authors",
    "summary",
    "money",
    "reckoning",
    "conditions",
    "tags",
    "skip",
    "consent",
)
"""Parts of several paragraphs; any other holds one."""
_LABEL: Final = re.compile(r"^(.{2,150}?)\s*[:：]\s*(.*)$", re.S)
_NUMBERED: Final = re.compile(r"^\s*(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)/]\s*")
_DASH: Final = re.compile(r"^\s*[-–+•*]\s+")
_CAPTION: Final = re.compile(
    r"^(?:(?:hình(?: ảnh)?|ảnh)(?:\s*\d+(?:\.\d+)?\s*[:.)–-]?|\s*[:–-])|ảnh(?=\s.{3,100}$))\s*", re.I
)
_BLANK: Final = re.compile(r"[.…_]{4,}")
_GAP: Final = re.compile(r"\n|\t+|[.…_]{4,}[.…_\s]*|\s{3,}")
"""Between two labels of one paragraph."""
_GUIDE: Final = re.compile(r"\[[^\[\]]*\]")
"""A guiding line of our own form, left in by whoever filled it in."""
_PROPOSED: Final = re.compile(
    r"(?:đề nghị|yêu cầu)\s+(?:xét\s+)?công nhận sáng kiến\s*:?\s*(.+)", re.I | re.S
)
_CLOSE: Final = re.compile(
    r"(?:toi|chung toi|tac gia)\s+(?:xin )?cam (?:doan|ket)\b|xin (?:chan thanh|tran trong) cam on\b"
    r"|[^,;:]{2,40}, ngay [\d.… ]{1,12}thang\b"
    r"|(?:xac nhan cua|nguoi (?:nop don|lam don|viet don|bao cao|viet bao cao)|thu truong don vi)[^.:]{0,40}$"
)
"""What stands below a report, folded: a pledge, place and day, signatures."""
_MOST_WORDS: Final = 10
_WINDOW: Final = 160
"""Letters in which a label and its colon stand."""


class Part(NamedTuple):
    """What stands under one heading: the field it means, the heading as written, the lines."""

    field: str
    head: str
    lines: list[str]


@dataclass(slots=True)
class Report:
    """A report taken apart. ``pictures``: (number, caption); ``authors`` of tables: (text, workplace).

    ``unplaced``: lines that belong to no known heading and are not imported; ``moved``: the same that were
    put into the section on the solution.
    """

    parts: list[Part] = field(default_factory=list)
    pictures: list[tuple[int, str]] = field(default_factory=list)
    authors: list[tuple[str, str]] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)


def taken_apart(blocks: Sequence[Block]) -> Report:
    """Everything in its place; what stands before the first known heading is letterhead."""
    report = Report()
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.rows:
            _take_table(report, block)
            continue
        report.pictures += [(number, "") for number in block.images]
        heads_text = _is_item(block) and following is not None and not _is_item(following)
        for piece in _pieces(block):
            _take_text(report, piece, heads_text)
    return report


def _is_item(block: Block) -> bool:
    """Whether it is a numbered item: the last before a paragraph may be that paragraph's heading."""
    return block.bullet[:1].isdigit()


def _pieces(block: Block) -> Iterator[Block]:
    """A paragraph cut where a known label begins behind a line's end, a tab or dots."""
    text = block.text
    cuts = [gap.end() for gap in _GAP.finditer(text) if _known_label(text[gap.end() : gap.end() + _WINDOW])]
    for number, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(text)], strict=True)):
        yield replace(block, text=text[start:end].strip(), images=[], bullet="" if number else block.bullet)


def _known_label(text: str) -> bool:
    label = _LABEL.match(text.partition("\n")[0])
    return bool(label) and meaning(_head(label[1] if label else "")) != ""


def _head(text: str) -> str:
    return folded_head(_NUMBERED.sub("", _DASH.sub("", text)))


def _take_text(report: Report, block: Block, heads_text: bool) -> None:
    text = _BLANK.sub("", block.text).strip()
    if not text or _GUIDE.fullmatch(text):
        return
    pictures, parts = report.pictures, report.parts
    if pictures and not pictures[-1][1] and (block.caption or _CAPTION.match(text)):
        pictures[-1] = (pictures[-1][0], _CAPTION.sub("", text))
        return
    if _CLOSE.match(fold(text[:_WINDOW])):
        parts.append(Part("skip", "", []))
        return
    now = parts[-1].field if parts else ""
    if headed := _headed(text, block, heads_text, now):
        parts.append(Part(headed[0], headed[1], [headed[2]] if headed[2] else []))
    elif parts:
        _take_line(report, f"{block.bullet}{text}", block)


def _headed(text: str, block: Block, heads_text: bool, now: str) -> tuple[str, str, str] | None:
    """(field, heading, what stands behind the colon) where a paragraph opens a part of the report."""
    if found := _PROPOSED.search(text):
        return "title", "", found[1].strip()
    label = _LABEL.match(text)
    head, rest = (label[1], label[2].strip()) if label else (text, "")
    strong = block.heading or block.bold or bool(_NUMBERED.match(head))
    listed = bool(block.bullet) and heads_text and len(head.split()) <= _MOST_WORDS
    dashed = bool(label and (_DASH.match(head) or block.bullet))
    if len(head) > 200 or not (strong or label or listed) or (block.bullet and not (label or listed)):
        return None
    exact = meaning(_head(head))
    found_field = exact or meaning(_head(head), loosely=strong or listed or dashed)
    if dashed and not strong and not exact and found_field not in (*SECTIONS, "conditions"):
        return None
    if found_field == now and now in SECTIONS and (rest or not exact):
        return None  # a heading within the section: it stays, for it says what the rest is about
    return (found_field, head, rest) if found_field else None


def _take_line(report: Report, line: str, block: Block) -> None:
    """A paragraph that opens nothing goes to the part above, unless that one holds a single line."""
    part = report.parts[-1]
    label = _LABEL.match(line)
    apart = bool(label or block.bullet or _DASH.match(line) or _NUMBERED.match(line))
    marked = block.bold or block.heading or line.isupper()
    goes_on = part.field in _LONG and not (part.field == "authors" and label)
    if goes_on or not part.lines or (part.field == "title" and marked and not apart):
        part.lines.append(line)
    elif part.field == "private":
        return
    elif apart or marked:
        report.unplaced.append(line)
    else:
        report.moved.append(line)
        report.parts.append(Part("story", "", [line]))


def _take_table(report: Report, block: Block) -> None:
    """Authors, a form whose rows are label and answer, captions under pictures, signatures, or plain rows."""
    rows, captions = block.rows, []
    texts = [cell for row in rows for cell in row if cell]
    if len(block.images) == sum(1 for text in texts if _CAPTION.match(text)):
        captions = [_CAPTION.sub("", text).strip() for text in texts if _CAPTION.match(text)]
        rows = [["" if _CAPTION.match(cell) else cell for cell in row] for row in rows]
    report.pictures += zip(block.images, captions or [""] * len(block.images), strict=True)
    if any(_answered(row)[0] == "title" for row in rows):
        _take_form(report, rows)
    elif people := _authors_in(rows):
        report.authors += people
    elif any(_CLOSE.match(fold(" ".join(text.split()))) for text in texts):
        report.parts.append(Part("skip", "", []))
    elif report.parts:
        report.parts[-1].lines.extend(filter(None, (" · ".join(filter(None, row)) for row in rows)))


def _take_form(report: Report, rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        found, head, answer = _answered(row)
        if found:
            report.parts.append(Part(found, head, [answer] if answer else []))
        elif line := " · ".join(filter(None, row)):
            report.unplaced.append(line)


def _answered(row: Sequence[str]) -> tuple[str, str, str]:
    """(field, label, answer) of a form's row: label, perhaps behind a number, then the answer; else empty."""
    for index, cell in enumerate(row[:2]):
        known = meaning(_head(cell.rstrip(" :*")))
        if known and len(row) > index + 1:
            return known, cell, "\n".join(filter(None, (_BLANK.sub("", one) for one in row[index + 1 :])))
    return "", "", ""


def _authors_in(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """The people of a table of authors: one with a column of names; empty for any other table."""
    for number, head in enumerate(rows[:3]):
        columns = {column.field: column.index for column in columns_of(head, {})}
        if "authors" not in columns or "title" in columns:
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
