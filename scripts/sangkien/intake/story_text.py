"""Plain text of a cell or a report → Markdown that says the same: paragraphs and lists, nothing else."""

from __future__ import annotations

import re
from typing import Final

_BULLET: Final = re.compile(r"^\s*[-–—+•●▪◦*·]\s+(?=\S)")
_NUMBERED: Final = re.compile(r"^\s*(\d{1,2})[.)]\s+(?=\S)")
_SPECIAL: Final = re.compile(r"([\\`*_\[\]])")
_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_LEADING: Final = re.compile(r"^(#|>|-+$)")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")


def story_text(text: str) -> str:
    """Markdown of a plain text: a line is a paragraph, lines with a dash or a number are lists.

    Whatever Markdown would read as more than text is escaped: a cell makes no heading, link or HTML.
    """
    blocks: list[list[str]] = []
    kind = ""
    for line in text.split("\n"):
        if not line.strip():
            kind = ""
            continue
        if bullet := _BULLET.match(line):
            now, written = "bullet", f"- {escaped(line[bullet.end() :])}"
        elif numbered := _NUMBERED.match(line):
            now, written = "number", f"{numbered[1]}. {escaped(line[numbered.end() :])}"
        else:
            now, written = "", escaped(line.strip())
        if now and now == kind:
            blocks[-1].append(written)
        else:
            blocks.append([written])
        kind = now
    return "\n\n".join("\n".join(block) for block in blocks)


def escaped(line: str) -> str:
    """One line, as text alone."""
    line = _SPECIAL.sub(r"\\\1", line)
    line = _TAG.sub("&lt;", _ENTITY.sub("&amp;", line))
    return _LEADING.sub(r"\\\1", line.replace("~~~", "&#126;~~"))
