"""Initiatives that stand already: which of them an entry is, and what of it a corrected sheet may change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sangkien.diagnostics import Text
from sangkien.intake.entry import Entry, Value
from sangkien.intake.origins import Known, digest_of
from sangkien.intake.written import DOUBT, block, plain_values
from sangkien.rules.sections import REQUIRED, section_of
from sangkien.source.document import Document, read_document
from sangkien.text.folding import fold

SECTION = "## "
"""What the name of a section begins with, among the names of fields."""
_KEY = re.compile(r"^[A-Za-z_]+\s*:")
_HEADING = re.compile(r"^##(?!#)[ \t]+(.+?)[ \t#]*$", re.M)
_UNTOUCHED = frozenset({"status", "photos"})


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a corrected sheet changes."""

    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an entry changes in the initiative that stands, and what it leaves, with the reason."""

    changes: tuple[Change, ...] = ()
    left: tuple[tuple[str, Text], ...] = ()


EDITED = Text("có người đã sửa, giữ nguyên", "edited by a person: left as it is")
EMPTIED = Text("ô nay để trống, giữ giá trị cũ", "the cell is empty now: the old value stays")
DOUBTFUL = Text(
    "giá trị mới còn chỗ chưa rõ, bài không còn là bản nháp",
    "the new value is doubtful, and this is no draft",
)
HIDDEN = Text(
    "dòng bị ẩn hoặc bị lọc trong bảng, bài không còn là bản nháp",
    "the sheet hides the row, and this is no draft",
)
NAMES = Text("bài không còn là bản nháp: tác giả thì tự sửa", "no draft any more: change authors by hand")
UNKNOWN = Text(
    "khác với bảng mà không rõ ai sửa, giữ nguyên", "differs, and nobody knows by whom: left as it is"
)


def fields_of(entry: Entry) -> dict[str, Any]:
    """All that an entry says, field by field: front matter and sections."""
    values = {name: data for name, data in plain_values(entry).items() if name not in _UNTOUCHED}
    empty = {name: None for name, value in entry.values.items() if name not in _UNTOUCHED and not value.data}
    return {
        **empty,
        **values,
        **{f"{SECTION}{heading}": text or None for heading, text in entry.sections.items()},
    }


def fields_in(document: Document) -> dict[str, Any]:
    """The same of an initiative that stands."""
    data = document.data if isinstance(document.data, dict) else {}
    return {**data, **{f"{SECTION}{name}": text for name, (_, _, text) in sections_in(document.body).items()}}


def sections_in(body: str) -> dict[str, tuple[int, int, str]]:
    """Required section → (start, end of its text in the body, the text without blank ends)."""
    headings = list(_HEADING.finditer(body))
    found: dict[str, tuple[int, int, str]] = {}
    ends = [*(m.start() for m in headings), len(body)][1:]
    for match, end in zip(headings, ends, strict=True):
        name = section_of(match[1])
        if name and name not in found:
            found[name] = (match.end(), end, body[match.end() : end].strip())
    return found


def compare(entry: Entry, document: Document, known: Known | None) -> Comparison:
    """What of an entry is new since it was imported, and was edited by nobody. Without origins nothing is."""
    standing = fields_in(document)
    draft = standing.get("status") == "draft"
    changes: list[Change] = []
    left: list[tuple[str, Text]] = []
    for name, wanted in fields_of(entry).items():
        current, origin = standing.get(name), known.fields.get(name) if known else None
        if digest_of(current) == digest_of(wanted) or digest_of(wanted) == origin:
            continue
        value = Value(wanted, entry.values[name].doubts if name in entry.values else ())
        reason = _reason(wanted, current, known, origin)
        if reason is None and not draft:
            reason = HIDDEN if entry.hidden else DOUBTFUL if value.doubts else None
            reason = NAMES if name == "authors" else reason
        if reason is None:
            changes.append(Change(name, value))
        elif wanted or origin:
            left.append((name, reason))
    return Comparison(tuple(changes), tuple(left))


def _reason(wanted: Any, current: Any, known: Known | None, origin: str | None) -> Text | None:
    """Why a field that differs is left; None where it may be changed."""
    if known is None:
        return UNKNOWN
    if not wanted:
        return EMPTIED
    if origin is None:
        return EDITED if current else None
    return None if digest_of(current) == origin else EDITED


def changed_text(document: Document, changes: Sequence[Change]) -> str | None:
    """The document's text with the changes; None where one can't be made without touching anything else."""
    text = document.text
    for change in changes:
        now = read_document(document.path, "initiative", text.encode())
        if change.field.startswith(SECTION):
            text = _with_section(now, change.field.removeprefix(SECTION), str(change.value.data))
        else:
            text = _with_key(now, change.field, block(change.field, change.value))
    after = read_document(document.path, "initiative", text.encode())
    expected = {**fields_in(document), **{change.field: change.value.data for change in changes}}
    return text if not after.faults and fields_in(after) == expected else None


def _with_section(document: Document, heading: str, text: str) -> str:
    body, start = document.body, document.body_start
    if there := sections_in(body).get(heading):
        first, end, _ = there
        return (
            document.text[: start + first] + f"\n\n{text}\n" + ("\n" if end < len(body) else "") + body[end:]
        )
    later = REQUIRED[REQUIRED.index(heading) + 1 :]
    place = next((m.start() for m in _HEADING.finditer(body) if section_of(m[1]) in later), len(body))
    before = body[:place].rstrip("\n")
    gap = "\n\n" if before else ""
    return (
        document.text[:start]
        + before
        + f"{gap}## {heading}\n\n{text}\n"
        + ("\n" if body[place:] else "")
        + body[place:]
    )


def _with_key(document: Document, key: str, lines: list[str]) -> str:
    front = document.front.splitlines()
    start = next((n for n, line in enumerate(front) if re.match(rf"{key}\s*:", line)), None)
    if start is None:
        at = next((n for n, line in enumerate(front) if line.startswith("status:")), len(front))
        commented = next((n for n, line in enumerate(front) if line == f"# {key}:"), None)
        start, end = (at, at) if commented is None else (commented, commented + 1)
    else:
        end = _end_of_block(front, start)
    while start and front[start - 1].startswith(DOUBT):
        start -= 1
    new = [*front[:start], *lines, *front[end:]]
    return (
        document.text[: document.front_start]
        + "\n".join(new)
        + "\n"
        + document.text[document.front_start + len(document.front) :]
    )


def _end_of_block(front: Sequence[str], start: int) -> int:
    """The line behind a key's value; comments and blank lines in front of the next key are that one's."""
    end = next((n for n in range(start + 1, len(front)) if _KEY.match(front[n])), len(front))
    while end > start + 1 and (not front[end - 1].strip() or front[end - 1].startswith("#")):
        end -= 1
    return end


def titles(documents: Iterable[Document]) -> dict[str, list[Document]]:
    """Initiatives by folded title and by code, to find one again whose origin is lost."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        data: Mapping[str, Any] = document.data if isinstance(document.data, dict) else {}
        if isinstance(title := data.get("title"), str):
            found.setdefault(f"title:{fold(title)}", []).append(document)
        if isinstance(code := data.get("code"), str):
            found.setdefault(f"code:{code}", []).append(document)
    return found
