"""Diagnostics as workflow commands of GitHub Actions: each is shown beside its line in a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sangkien.diagnostics import Diagnostic, Language, Severity
from sangkien.report.characters import visible

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def render(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """``::error file=…,line=…,col=…,title=CODE::message``, one line each; empty where there is nothing."""
    return "\n".join(_command(item, language) for item in diagnostics)


def _command(item: Diagnostic, language: Language) -> str:
    properties = {
        "file": item.file,
        "line": str(item.span.line),
        "col": str(item.span.column),
        "title": item.code,
    }
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = f"{_lines(item.message.of(language))}\n→ {_lines(item.help.of(language))}"
    return f"::{_COMMANDS[item.severity]} {written}::{_data(message)}"


def _lines(text: str) -> str:
    """Harmless line by line: a line end in a quoted value stays one."""
    return "\n".join(visible(line) for line in text.splitlines())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A file's name is given letter by letter, line ends too: GitHub looks for the file by it."""
    safe = "\n".join("\r".join(visible(part) for part in line.split("\r")) for line in text.split("\n"))
    return _data(safe).replace(":", "%3A").replace(",", "%2C")
