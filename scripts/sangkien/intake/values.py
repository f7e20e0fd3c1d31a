"""One value written into a file's YAML: comments, order and all other bytes stay.

What is written is checked before it counts: the new text must read as the old one with just these values.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from sangkien.diagnostics import Fix, Path, UserError
from sangkien.intake.fixes import fixed
from sangkien.intake.replace_file import FileState, replace_file, state_of
from sangkien.intake.stored import Stored, stored
from sangkien.source import yaml_text
from sangkien.source.document import Document, read_document
from sangkien.source.tree import DiskTree


class Value(NamedTuple):
    """A value to write: its path in the data, and how it is written, in YAML on one line."""

    path: Path
    text: str


class Prepared(NamedTuple):
    """A file with its new bytes, ready to be written; ``data`` is None where nothing changes."""

    file: str
    place: FilePath
    state: FileState
    data: bytes | None

    def write(self) -> None:
        """Replace the file. Raises UserError where it is held open, read-only, or changed meanwhile."""
        if self.data is not None:
            replace_file(self.place, self.data, self.state, self.file)


def prepare(tree: DiskTree, file: str, values: Sequence[Value]) -> Prepared:
    """A file with these values set: replaced where they stand, else added at the end of their mapping.

    Raises UserError where the file can't be read or understood, or can't be changed without changing more.
    """
    place = FilePath(tree.root, *file.split("/"))
    try:
        raw, state = tree.read(file), state_of(place)
    except OSError as error:
        raise UserError(f"Không đọc được tệp {file}.", f"The file {file} cannot be read.") from error
    text = stored(raw)
    before = _document(file, raw)
    if text is None or before.data is None:
        raise UserError(
            f"Tệp {file} có lỗi nên không tự sửa được. Chạy “sangkien check {file}”, sửa rồi chạy lại.",
            f"The file {file} has a fault and can't be changed. Mend it (“sangkien check {file}”) first.",
        )
    wanted = [value for value in values if _at(before.data, value.path) != _data_of(value)]
    if not wanted:
        return Prepared(file, place, state, None)
    if not state.writable:
        raise UserError(
            f"Không ghi được tệp {file}: tệp chỉ cho đọc. Bỏ thuộc tính chỉ đọc (read-only) rồi chạy lại.",
            f"The file {file} is read-only. Make it writable, then run again.",
        )
    data = _written(before, text, wanted)
    after = _document(file, data)
    if after.data != _expected(before.data, wanted) or after.body != before.body:
        raise UserError(
            f"Tệp {file}: không sửa được mà không đụng tới mục khác. Hãy sửa tay rồi chạy lại.",
            f"The file {file} can't be changed without changing other values. Do it by hand, then run again.",
        )
    return Prepared(file, place, state, data)


def _document(file: str, raw: bytes) -> Document:
    return read_document(file, "vocabulary" if file.endswith((".yml", ".yaml")) else "page", raw)


def _written(before: Document, text: Stored, values: Sequence[Value]) -> bytes:
    added: dict[tuple[int, int], str] = {}  # of several new keys at one place, one behind the other
    for fix in (_fix(before, value) for value in values):
        added[fix.start, fix.end] = added.get((fix.start, fix.end), "") + fix.replacement
    fixes = [Fix(start, end, replacement) for (start, end), replacement in added.items()]
    # Offsets count in the decoded text; each line end before one may be two characters in the file.
    placed = [
        Fix(text.offset(fix.start), text.offset(fix.end), fix.replacement.replace("\n", text.newline))
        for fix in fixes
    ]
    return text.encoded(fixed(text.text, placed))


def _data_of(value: Value) -> Any:
    data, faults = yaml_text.parse(value.text)
    return value.text if faults else data


def _expected(data: Any, values: Sequence[Value]) -> Any:
    expected = copy.deepcopy(data)
    for value in values:
        holder = _at(expected, value.path[:-1])
        if isinstance(holder, (dict, list)):
            holder[value.path[-1]] = _data_of(value)  # type: ignore[index]  # a path fits its data
    return expected


def _at(data: Any, path: Path) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _fix(document: Document, value: Value) -> Fix:
    holder = _at(document.data, value.path[:-1])
    if isinstance(holder, dict) and value.path[-1] not in holder:
        return _added(document, value, holder)
    return _replaced(document, value)


def _replaced(document: Document, value: Value) -> Fix:
    start, end = document.span(value.path).start, _end(document, value.path)
    if isinstance(value.path[-1], str):
        key = document.span(value.path, key=True).end
        between = document.text[key:start]
        # What stood below its key as a block comes up beside it; a comment between the two stays where it is.
        if re.fullmatch(r"['\"]?\s*:\s*", between):
            colon = key + between.index(":") + 1
            return Fix(colon, max(end, colon), f" {value.text}")
    return Fix(start, end, value.text)


def _added(document: Document, value: Value, holder: dict[str, Any]) -> Fix:
    path, key = value.path[:-1], value.path[-1]
    line = f"{key}: {value.text}"
    if not holder:  # nothing to stand beside: ``{}`` is replaced, an empty front matter gets a line
        if path:
            span = document.span(path)
            return Fix(span.start, span.end, f"{{{line}}}")
        return Fix(document.front_start, document.front_start, f"{line}\n")
    last = _end(document, (*path, list(holder)[-1]))
    first = document.span((*path, next(iter(holder))), key=True)
    if _is_flow(document, path):
        return Fix(last, last, f", {line}")
    start_of_line = document.text.rfind("\n", 0, first.start) + 1
    # In a list the first key stands behind its dash: ``  - name: …``.
    indent = " " * (first.start - start_of_line)
    line_end = document.text.find("\n", last)
    if line_end < 0:
        return Fix(len(document.text), len(document.text), f"\n{indent}{line}")
    return Fix(line_end, line_end, f"\n{indent}{line}")


def _is_flow(document: Document, path: Path) -> bool:
    return bool(path) and document.text[document.span(path).start] in "{["


def _end(document: Document, path: Path) -> int:
    """Where a value's last letter stands: a block's own end mark is only at the token that follows it."""
    data = _at(document.data, path)
    while isinstance(data, (dict, list)) and data and not _is_flow(document, path):
        last = list(data)[-1] if isinstance(data, dict) else len(data) - 1
        path, data = (*path, last), data[last]
    span = document.span(path)
    return span.start + len(document.text[span.start : span.end].rstrip())
