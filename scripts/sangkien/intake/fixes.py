"""Safe mends written into files: only the mended values change, and only if the rest still reads the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from sangkien.diagnostics import Diagnostic, Fix, Path, Span, Text, UserError
from sangkien.intake.replace_file import FileState, replace_file, state_of
from sangkien.intake.stored import Stored, stored
from sangkien.source.document import Document, read_document
from sangkien.source.tree import DiskTree

_UNSAFE = Text(
    "là liên kết (symlink), không nằm trong hội thi hoặc không đọc được",
    "it is a symbolic link, stands outside the fair, or cannot be read",
)
_NOT_UTF8 = Text("tệp không phải UTF-8", "it is not UTF-8")
_OUTSIDE = Text("chỗ cần sửa không còn ở đó", "what was to be mended is no longer there")
_OTHERS = Text("sửa xong thì mục khác cũng đổi theo", "the mend would change other values too")
_READ_ONLY = (
    "Không ghi được tệp {file}: tệp chỉ cho đọc. Hãy bỏ thuộc tính chỉ đọc (read-only) rồi chạy lại.",
    "The file {file} is read-only. Make it writable, then run again.",
)


@dataclass(frozen=True, slots=True)
class Left:
    """A file that was left as it was, and why."""

    file: str
    reason: Text


@dataclass(frozen=True, slots=True)
class FixReport:
    """What was mended: file → how many mends, in order; and what was left."""

    mended: tuple[tuple[str, int], ...] = ()
    left: tuple[Left, ...] = ()

    @property
    def count(self) -> int:
        """How many mends were written."""
        return sum(number for _, number in self.mended)


@dataclass(frozen=True, slots=True)
class _Work:
    """One file's mends, checked and ready to be written."""

    file: str
    place: FilePath
    data: bytes
    state: FileState
    count: int


def fixed(text: str, fixes: Sequence[Fix]) -> str:
    """``text`` with the fixes applied; of two that overlap, the first by place is, the other isn't."""
    for fix in reversed(compatible(fixes)):
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text


def compatible(fixes: Iterable[Fix]) -> tuple[Fix, ...]:
    """The fixes by place, without repeated ones and those that overlap an earlier one.

    Two at one place overlap too: which of two insertions comes first would be a guess.
    """
    kept: list[Fix] = []
    for fix in sorted(set(fixes)):
        if not kept or (fix.start >= kept[-1].end and fix.start > kept[-1].start):
            kept.append(fix)
    return tuple(kept)


def apply_fixes(root: FilePath, diagnostics: Iterable[Diagnostic]) -> FixReport:
    """Write the fixes of ``diagnostics`` into the files below ``root``: one round.

    Each file is replaced whole (a new file, then a rename), its mode, byte order mark, line ends and
    comments kept. All files are looked at before the first is written. A file whose mend would change
    anything but the mended values is left and reported. Raises UserError for a file that is read-only or
    held open by another program; files replaced before it stay mended, each whole.
    """
    wanted: dict[str, list[Fix]] = {}
    for item in diagnostics:
        if item.fix:
            wanted.setdefault(item.file, []).append(item.fix)
    tree = DiskTree(str(root))
    prepared = [_prepared(tree, file, compatible(fixes)) for file, fixes in sorted(wanted.items())]
    works = [item for item in prepared if isinstance(item, _Work)]
    left = [item for item in prepared if isinstance(item, Left)]
    for work in works:
        replace_file(work.place, work.data, work.state, work.file)
    return FixReport(tuple((work.file, work.count) for work in works), tuple(left))


def _prepared(tree: DiskTree, file: str, fixes: Sequence[Fix]) -> _Work | Left:
    place = FilePath(tree.root, *file.split("/"))
    try:
        raw = tree.read(file)
        state = state_of(place)
    except (OSError, ValueError):
        return Left(file, _UNSAFE)
    if not state.writable:
        vi, en = _READ_ONLY
        raise UserError(vi.format(file=file), en.format(file=file))
    text = stored(raw)
    if text is None:
        return Left(file, _NOT_UTF8)
    if any(not 0 <= fix.start <= fix.end <= len(text.decoded) for fix in fixes):
        return Left(file, _OUTSIDE)
    try:
        data = text.encoded(fixed(text.text, [_in_file(fix, text) for fix in fixes]))
    except UnicodeEncodeError:
        return Left(file, _NOT_UTF8)
    if not _same_but_for(file, raw, data, fixes):
        return Left(file, _OTHERS)
    return _Work(file, place, data, state, len(fixes))


def _in_file(fix: Fix, text: Stored) -> Fix:
    """The fix in the file's own offsets and line ends."""
    replacement = fix.replacement.replace("\n", text.newline)
    return Fix(text.offset(fix.start), text.offset(fix.end), replacement)


def _same_but_for(file: str, raw: bytes, data: bytes, fixes: Sequence[Fix]) -> bool:
    """Whether the mended file reads as before, but for values that a fix touches."""
    before, after = _document(file, raw), _document(file, data)
    if before.data is None:  # it could not be read: the mend must get the reader further
        return after.data is not None or _stop(after) > _stop(before)
    if after.data is None:
        return False
    changes = _changes(before.data, after.data, ())
    if changes is None or not all(_touched(before.span(path), fixes) for path in changes):
        return False
    return before.body == after.body or any(fix.end > before.body_start for fix in fixes)


def _document(file: str, raw: bytes) -> Document:
    # Only the data matters here: a page may have front matter or none, as any Markdown may.
    return read_document(file, "vocabulary" if file.endswith((".yml", ".yaml")) else "page", raw)


def _stop(document: Document) -> tuple[int, int]:
    """Where the reader stopped."""
    return max(((fault.line, fault.column) for fault in document.faults), default=(0, 0))


def _changes(before: Any, after: Any, path: Path) -> list[Path] | None:
    """Paths of the values that differ; None where keys or the number of rows do."""
    if before == after:
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        pairs: Iterator[tuple[str | int, Any, Any]] = ((key, before[key], after.get(key)) for key in before)
        same = list(before) == list(after)
    elif isinstance(before, list) and isinstance(after, list):
        pairs = ((number, one, other) for number, (one, other) in enumerate(zip(before, after, strict=False)))
        same = len(before) == len(after)
    else:
        return [path]
    if not same:
        return None
    found: list[Path] = []
    for key, one, other in pairs:
        below = _changes(one, other, (*path, key))
        if below is None:
            return None
        found += below
    return found


def _touched(span: Span, fixes: Sequence[Fix]) -> bool:
    return any(fix.start <= span.end and span.start <= fix.end for fix in fixes)
