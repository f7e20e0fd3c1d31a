"""The report that people read."""

import pytest

from sangkien.diagnostics import Diagnostic, Fix, Severity, Span, Text
from sangkien.report.characters import width
from sangkien.report.text import render

FILE = "initiatives/xe/index.md"


def diagnostic(text: str, part: str, **changes: object) -> Diagnostic:
    """A finding about the first occurrence of ``part``."""
    start = text.index(part)
    line = text.count("\n", 0, start) + 1
    span = Span(line, start - text.rfind("\n", 0, start), start, start + len(part))
    values: dict[str, object] = {
        "file": FILE,
        "code": "FLD002",
        "severity": Severity.ERROR,
        "message": Text("Không có mục này.", "There is no such key."),
        "help": Text("Xóa dòng này.", "Delete the line."),
        "span": span,
    }
    return Diagnostic(**(values | changes))  # type: ignore[arg-type]  # fields of Diagnostic


STORY = "---\ntitle: Xe\nsumary: Xe dừng\n---\n"


def test_place_source_line_help_and_counts() -> None:
    item = diagnostic(STORY, "sumary", fix=Fix(14, 20, "summary"))
    assert render([item], "vi", {FILE: STORY}.get).splitlines() == [
        "initiatives/xe/index.md:3:1: lỗi FLD002: Không có mục này.",
        "    3 | sumary: Xe dừng",
        "      | ^^^^^^",
        "    → Xóa dòng này. (sửa được bằng --fix)",
        "",
        "Có 1 lỗi trong 1 tệp. Chạy “sangkien check --fix” để tự sửa 1 chỗ.",
    ]


def test_english() -> None:
    items = [
        diagnostic(STORY, "sumary"),
        diagnostic(STORY, "Xe", severity=Severity.WARNING),
        diagnostic(STORY, "dừng", severity=Severity.WARNING, file="content/index.md"),
    ]
    lines = render(items, "en").splitlines()
    assert lines[0] == "initiatives/xe/index.md:3:1: error FLD002: There is no such key."
    assert lines[1] == "    → Delete the line."
    assert lines[-1] == "Found 1 error, 2 warnings in 2 files."


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "Không tìm thấy lỗi nào."), ("en", "Nothing was found wrong.")]
)
def test_nothing_found(language: str, said: str) -> None:
    assert render([], language) == said  # type: ignore[arg-type]  # one of the two


def test_large_numbers_are_grouped_as_each_language_does() -> None:
    items = [diagnostic(STORY, "sumary")] * 1200
    assert render(items, "vi").splitlines()[-1] == "Có 1.200 lỗi trong 1 tệp."
    assert render(items, "en").splitlines()[-1] == "Found 1,200 errors in 1 file."


def test_colour_changes_nothing_but_colours() -> None:
    items = [diagnostic(STORY, "sumary")]
    plain, coloured = (render(items, "vi", {FILE: STORY}.get, colour) for colour in (False, True))
    assert "\x1b[1;31mlỗi FLD002:\x1b[0m" in coloured
    for code in ("1", "34", "1;31", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("title: Chie\u0302\u0301c xe nho\u0309", "xe"),  # letters apart from their marks
        ("title: 試驗 chiếc xe", "chiếc"),
        ("\ttitle: xe", "xe"),
        ("title: \u200bxe\u200b", "xe"),
        ("title: \x1b[2Jxe", "xe"),
        ("title: " + "dài " * 60 + "HẾT" + " nữa" * 60, "HẾT"),
        ("title: 試" + "字" * 80 + "HẾT", "HẾT"),
    ],
)
def test_carets_stand_under_the_stretch(line: str, part: str) -> None:
    shown, carets = render([diagnostic(line, part)], "vi", {FILE: line}.get).splitlines()[1:3]
    before = shown.partition(part)[0]
    assert part in shown
    assert carets == "      | " + " " * (width(before) - 8) + "^" * width(part)


def test_a_long_stretch_keeps_within_the_line() -> None:
    line = "summary: " + "rất dài " * 100
    shown, carets = render([diagnostic(line, line[9:])], "vi", {FILE: line}.get).splitlines()[1:3]
    assert shown.endswith("…")
    assert width(shown) <= 110
    assert len(carets) == width(shown) - 1


def test_a_fault_of_a_line_and_one_of_the_file() -> None:
    of_line = diagnostic(STORY, "sumary", span=Span(3, 1))
    of_file = diagnostic(STORY, "sumary", span=Span())
    assert render([of_line], "vi", {FILE: STORY}.get).splitlines()[1:3] == [
        "    3 | sumary: Xe dừng",
        "    → Xóa dòng này.",
    ]
    assert render([of_file], "vi", {FILE: STORY}.get).splitlines()[1] == "    → Xóa dòng này."


def test_an_empty_value_gets_one_caret() -> None:
    text = "sector:\n"
    item = diagnostic(text, "sector", span=Span(1, 8, 7, 7))
    assert render([item], "vi", {FILE: text}.get).splitlines()[1:3] == ["    1 | sector:", "      |        ^"]


def test_a_place_that_is_no_longer_there() -> None:
    item = diagnostic(STORY, "sumary", span=Span(99, 40, 900, 910))
    assert render([item], "vi", {FILE: STORY}.get).splitlines()[1] == "    → Xóa dòng này."
    short = diagnostic(STORY, "sumary", span=Span(2, 40, 900, 910))
    assert render([short], "vi", {FILE: STORY}.get).splitlines()[2] == "      |          ^"


def test_values_in_messages_command_no_terminal() -> None:
    item = diagnostic(
        STORY, "sumary", message=Text("Mục “\x1b[2J\nlạ”.", "x"), file="initiatives/\x1b]0;x\x07/index.md"
    )
    report = render([item], "vi")
    assert "\x1b" not in report
    assert report.splitlines()[0].endswith("Mục “\\x1b[2J lạ”.")
