"""Style sheets: one file for all pages, joined from the theme's own. Eight requests cost a phone a second."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = "assets/stylesheets"
JOINED = f"{FOLDER}/fair.css"
EMBED = ("tokens", "embed")
"""The sheets of a story's card in a frame, joined under the name of the last: no page has both files."""
STORY = (
    "story",
    "story-body",
    "story-aside",
    "again",
    "gallery",
    "compare",
    "story-more",
    "lightbox",
    "story-print",
)
"""A story's page from its head to its paper."""
SHARED = ("tokens", "chrome", "parts", "cards", "faces", "prose")
"""What any page may need."""
ORDER = (
    *SHARED,
    *("home", "profiles", "pages", "search"),
    *STORY,
    *("programme", "events", "share", "print"),
)
"""The sheets that every page shares; a later one wins. Others in the folder stay files of their own."""

_STRING = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""")
_STRING_OR_COMMENT = re.compile(_STRING.pattern + r"|/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r"\s*([{};,])\s*")
_SPACE = re.compile(r"\s+")


def join_sheets(made: Path, theme: Path, rules: str) -> None:
    """Write the joined sheet into ``made``, ``rules`` (of the typeface) first, and take its sources out."""
    texts = [rules]
    for name in ORDER:
        source = theme / FOLDER / f"{name}.css"
        if source.is_file():
            texts.append(squeezed(source.read_text("utf-8")))
        (made / FOLDER / f"{name}.css").unlink(missing_ok=True)
    _write(made / JOINED, texts)
    sources = [theme / FOLDER / f"{name}.css" for name in EMBED]
    framed = [squeezed(source.read_text("utf-8")) for source in sources if source.is_file()]
    _write(made / FOLDER / sources[-1].name, framed)


def _write(target: Path, texts: Iterable[str]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes("\n".join(text for text in texts if text).encode())


def squeezed(css: str) -> str:
    """A sheet without comments and needless space; what stands in quotation marks stays as it is."""
    pieces: Iterable[str] = _STRING.split(_STRING_OR_COMMENT.sub(lambda found: found[1] or "", css))
    return "".join(piece if number % 2 else _close(piece) for number, piece in enumerate(pieces)).strip()


def _close(css: str) -> str:
    return _SPACE.sub(" ", _AROUND.sub(r"\1", css)).replace(";}", "}")
