"""Workflow commands: what GitHub reads back is what was said."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sangkien.diagnostics import Diagnostic, Severity, Span, Text
from sangkien.report.github import render

COMMAND = re.compile(
    r"::(error|warning|notice) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::([^\r\n]*)"
)


def diagnostic(file: str, message: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(file, "FLD002", severity, Text(message, "x"), Text("Xóa.", "y"), Span(3, 5, 9, 12))


def unescaped(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_one_line_each() -> None:
    items = [diagnostic("a.md", "Sai."), diagnostic("b.md", "Sửa.", Severity.WARNING)]
    items.append(diagnostic("c.md", "Xem.", Severity.NOTICE))
    assert render(items, "vi").splitlines() == [
        "::error file=a.md,line=3,col=5,title=FLD002::Sai.%0A→ Xóa.",
        "::warning file=b.md,line=3,col=5,title=FLD002::Sửa.%0A→ Xóa.",
        "::notice file=c.md,line=3,col=5,title=FLD002::Xem.%0A→ Xóa.",
    ]
    assert render([], "vi") == ""


def test_escapes() -> None:
    line = render([diagnostic("a,b:c%\r\n.md", "100% \r\n::error::giả, thật: không")], "vi")
    assert line == (
        "::error file=a%2Cb%3Ac%25%0D%0A.md,line=3,col=5,title=FLD002::"
        "100%25 %0A::error::giả, thật: không%0A→ Xóa."
    )


@given(st.text(st.characters(categories=("Lu", "Po", "Zs"), include_characters="\r\n%:,")), st.text())
def test_nothing_breaks_out_of_its_command(file: str, message: str) -> None:
    match = COMMAND.fullmatch(render([diagnostic(file, message)], "vi"))
    assert match is not None
    assert unescaped(match[2]) == file
