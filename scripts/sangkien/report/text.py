"""Diagnostics for people: each with its place, the line it stands on, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final

from sangkien.diagnostics import Diagnostic, Language, Severity, Span, Text
from sangkien.report.characters import visible, width
from sangkien.report.words import SEVERITIES, counts

Read = Callable[[str], str | None]
"""A file's decoded text (no BOM, ``\\n`` line ends) by its path, None where it can't be read."""

_FIXABLE: Final = Text("(sửa được bằng --fix)", "(--fix mends it)")
_MEND: Final = Text(
    "Chạy “sangkien check --fix” để tự sửa {number} chỗ.", "“sangkien check --fix” mends {number} of them."
)
_LINE: Final = 96
"""Columns of a source line that are shown; of a longer one, the part around the fault."""
_BEFORE: Final = 40

_BOLD: Final = "1"
_BLUE: Final = "34"
_COLOURS: Final = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}


def render(
    diagnostics: Sequence[Diagnostic], language: Language, read: Read | None = None, colour: bool = False
) -> str:
    """One block a diagnostic, a last line with the counts; no line end behind it.

    With ``read`` the source line is shown with carets under the span. ``colour`` adds ANSI colours.
    """
    known = cache(lambda path: _lines(read, path))
    blocks = ["\n".join(_block(item, language, known(item.file), colour)) for item in diagnostics]
    last = counts(diagnostics, language)
    fixable = sum(item.fix is not None for item in diagnostics)
    if fixable:
        last += " " + _MEND.format(number=fixable).of(language)
    return "\n\n".join([*blocks, last])


def _lines(read: Read | None, path: str) -> tuple[str, ...]:
    text = read(path) if read else None
    return tuple(text.split("\n")) if text else ()


def _block(item: Diagnostic, language: Language, lines: Sequence[str], colour: bool) -> Iterator[str]:
    place = visible(f"{item.file}:{item.span.line}:{item.span.column}:")
    severity = f"{SEVERITIES[item.severity].of(language)} {item.code}:"
    yield " ".join(
        (
            _painted(place, _BOLD, colour),
            _painted(severity, _COLOURS[item.severity], colour),
            visible(item.message.of(language)),
        )
    )
    if 0 < item.span.line <= len(lines) and item.span != Span():
        yield from _source(item, lines[item.span.line - 1], colour)
    help_line = visible(item.help.of(language))
    mark = f" {_FIXABLE.of(language)}" if item.fix else ""
    yield f"    → {help_line}{mark}"


def _source(item: Diagnostic, line: str, colour: bool) -> Iterator[str]:
    """The line with its number, and carets under the stretch that is at fault."""
    start = min(item.span.column - 1, len(line))
    end = min(start + max(item.span.end - item.span.start, 1), max(len(line), start + 1))
    before, stretch, after = (visible(part) for part in (line[:start], line[start:end], line[end:]))
    if width(before) > _BEFORE and width(before + stretch + after) > _LINE:
        before = "…" + _tail(before, _BEFORE)
    room = _LINE - width(before)
    cut = _head(stretch + after, room)
    shown = before + cut + ("…" if cut != stretch + after else "")
    gutter = f"{item.span.line:>5} | "
    yield _painted(gutter, _BLUE, colour) + shown
    if item.span.end > 0:  # a fault known by its line only has no stretch to point at
        run = "^" * max(1, min(width(stretch), width(cut)))
        empty = " " * (len(gutter) - 2) + "| "
        yield (
            _painted(empty, _BLUE, colour)
            + " " * width(before)
            + _painted(run, _COLOURS[item.severity], colour)
        )


def _head(text: str, columns: int) -> str:
    """As much of the beginning as fits."""
    if width(text) <= columns:
        return text
    used = 0
    for place, character in enumerate(text):
        used += width(character)
        if used > columns:
            return text[:place]
    return text


def _tail(text: str, columns: int) -> str:
    """As much of the end as fits, never beginning with a mark that belongs to the letter before."""
    used, place = 0, len(text)
    while place and used + width(text[place - 1]) <= columns:
        place -= 1
        used += width(text[place])
    while place < len(text) and not width(text[place]):
        place += 1
    return text[place:]


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
