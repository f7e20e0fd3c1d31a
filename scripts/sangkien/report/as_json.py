"""Diagnostics as JSON, for programs.

``{"version": 1, "language": "vi", "diagnostics": [{file, line, column, start, end, code, name, severity,
message, help, field, fixable}, …]}``. ``version`` grows when a key changes its meaning or goes; new keys may
come at any time. Lines and columns count from 1, in characters; ``start`` and ``end`` (exclusive) from 0, in
characters of the text without byte order mark and with ``\\n`` line ends. Sorted by ``Diagnostic.sort_key``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sangkien.diagnostics import Diagnostic, Language
from sangkien.report.characters import encodable
from sangkien.rules.registry import RULES

VERSION = 1


def render(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """The document described above, indented, no line end behind it."""
    names = {rule.code: rule.name for rule in RULES}
    rows = [_row(item, names, language) for item in sorted(diagnostics, key=Diagnostic.sort_key)]
    document = {"version": VERSION, "language": language, "diagnostics": rows}
    return encodable(json.dumps(document, ensure_ascii=False, indent=2))


def _row(item: Diagnostic, names: dict[str, str], language: Language) -> dict[str, Any]:
    return {
        "file": item.file,
        "line": item.span.line,
        "column": item.span.column,
        "start": item.span.start,
        "end": item.span.end,
        "code": item.code,
        "name": names.get(item.code, ""),
        "severity": item.severity.name.lower(),
        "message": item.message.of(language),
        "help": item.help.of(language),
        "field": item.field_text(),
        "fixable": item.fix is not None,
    }
