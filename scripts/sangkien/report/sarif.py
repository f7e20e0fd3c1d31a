"""Diagnostics as SARIF 2.1.0 (OASIS, 2020): for code scanning and editors.

Offsets are those of the file as it is stored (section 3.30): characters behind the byte order mark, line
ends as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, Final
from urllib.parse import quote

from sangkien import __version__
from sangkien.diagnostics import Diagnostic, Language, Severity, Span, Text
from sangkien.intake.stored import Stored
from sangkien.report.characters import encodable
from sangkien.rules.manual import manual_markdown, sections
from sangkien.rules.registry import RULES
from sangkien.rules.rule import Rule

Read = Callable[[str], Stored | None]
"""A file's text as it is stored, by its path; None where it can't be read."""

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_LANGUAGES: Final = {"vi": "vi-VN", "en": "en-US"}
_PLACE: Final = re.compile(r"{[^}]*}")
_NOTHING: Final = Stored("")


def render(diagnostics: Sequence[Diagnostic], language: Language, read: Read = lambda path: None) -> str:
    """One run with every rule of the registry and a result for each diagnostic; no line end behind it."""
    numbers = {rule.code: number for number, rule in enumerate(RULES)}
    driver = {
        "name": "sangkien",
        "semanticVersion": __version__,
        "rules": [_rule(rule, language) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, language, numbers, read(item.file) or _NOTHING) for item in diagnostics],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return encodable(json.dumps(document, ensure_ascii=False, indent=1))


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    page = sections(rule)
    full = rule.manual if language == "vi" else f"{page['What it requires']}\n\n{page['Why']}"
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _PLACE.sub("…", rule.message.of(language)).replace(".…", ".")},
        "fullDescription": {"text": full},
        "help": {"text": full, "markdown": manual_markdown(rule, language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(item: Diagnostic, language: Language, numbers: dict[str, int], text: Stored) -> dict[str, Any]:
    artifact = {"uri": _uri(item.file)}
    location = {"artifactLocation": artifact, "region": _region(item.span, text)}
    result: dict[str, Any] = {
        "ruleId": item.code,
        "level": _LEVELS[item.severity],
        "message": {"text": f"{item.message.of(language)}\n{item.help.of(language)}"},
        "locations": [{"physicalLocation": location}],
    }
    if item.code in numbers:
        result["ruleIndex"] = numbers[item.code]
    if item.fix:
        start, end = text.offset(item.fix.start), text.offset(item.fix.end)
        replacement = {
            "deletedRegion": {"charOffset": start, "charLength": end - start},
            "insertedContent": {"text": item.fix.replacement.replace("\n", text.newline)},
        }
        change = {"artifactLocation": artifact, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": _MEND.of(language)}, "artifactChanges": [change]}]
    return result


_MEND: Final = Text("Sửa tự động (sangkien check --fix)", "Mend it (sangkien check --fix)")


def _region(span: Span, text: Stored) -> dict[str, int]:
    """Line and column; where the text is known also the end, and offsets where the fault has a stretch."""
    region = {"startLine": span.line, "startColumn": span.column}
    decoded = text.decoded
    if span.end and span.end <= len(decoded):
        last = decoded.rfind("\n", 0, span.end)
        region["endLine"] = decoded.count("\n", 0, span.end) + 1
        region["endColumn"] = span.end - last
        region["charOffset"] = text.offset(span.start)
        region["charLength"] = text.offset(span.end) - region["charOffset"]
    return region


def _uri(path: str) -> str:
    """A relative reference (RFC 3986): every octet that is not unreserved is escaped, a colon too."""
    return quote(path, safe="/", encoding="utf-8", errors="surrogateescape")
