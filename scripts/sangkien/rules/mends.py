"""Safe mends of one value, and the "did you mean" that goes with them."""

from __future__ import annotations

from sangkien.diagnostics import Fix, Path, Text
from sangkien.source.document import Document

NOTHING = Text("", "")


def did_you_mean(near: str | None) -> Text:
    """A question that names the nearest known word, empty where there is none."""
    return Text(f" Ý bạn là “{near}”?", f" Did you mean “{near}”?") if near else NOTHING


def quoted(text: str) -> str:
    """One line of text as a quoted YAML value."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def replace_value(document: Document, path: Path, new: str) -> Fix | None:
    """Write ``new`` in place of the scalar at ``path``.

    None where the value is absent or takes more than one line: what stands there is then no simple mistake.
    """
    span = document.span(path)
    old = document.text[span.start : span.end]
    return Fix(span.start, span.end, new) if old.strip() and "\n" not in old else None
