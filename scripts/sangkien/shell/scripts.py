"""The search's script: one file for the pages that search, joined from the theme's small ones."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "assets/javascripts/search"
JOINED = "assets/javascripts/search.js"
ORDER = (
    "settings",
    "text",
    "numbers",
    "load",
    "query",
    "match",
    "names",
    "spelling",
    "answer",
    "cards",
    "facets",
    "sight",
    "rehearse",
    "page",
)
"""The parts in the order they stand: one scope, a later one uses what an earlier one names."""

_HEAD = '//# allFunctionsCalledOnLoad\n(() => {\n"use strict";\n'
"""All is compiled while it loads, not at the first letter (V8's explicit compile hints)."""
_COMMENT_LINE = re.compile(r"^[ \t]*//.*\n", re.M)
_COMMENT_END = re.compile(r";[ \t]+//[^\"'`\n]*$", re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)
_BLANK = re.compile(r"\n{2,}")


def join_scripts(made: Path, theme: Path) -> None:
    """Write the joined script into ``made`` and take its parts out; nothing where the theme has none.

    One function around all of them: classic scripts share the page's names, and modules don't load from disk.
    """
    texts = []
    for name in ORDER:
        source = theme / FOLDER / f"{name}.js"
        if source.is_file():
            texts.append(squeezed(source.read_text("utf-8")))
    folder = made / FOLDER
    if folder.is_dir():
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    if texts:
        target = made / JOINED
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes("".join([_HEAD, *texts, "})();\n"]).encode())


def squeezed(script: str) -> str:
    """A script without comments, indentation and blank lines. A comment behind code must follow its ``;``."""
    for pattern, put in ((_COMMENT_LINE, ""), (_COMMENT_END, ";"), (_INDENT, ""), (_BLANK, "\n")):
        script = pattern.sub(put, script)
    return script.strip("\n") + "\n"
