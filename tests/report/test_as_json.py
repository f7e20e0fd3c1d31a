"""The report that programs read."""

import json

from sangkien.diagnostics import Diagnostic, Fix, Severity, Span, Text
from sangkien.report.as_json import render

FIRST = Diagnostic(
    file="a/index.md",
    code="FLD002",
    severity=Severity.ERROR,
    message=Text("Mục “x”\nlạ.", "Unknown."),
    help=Text("Xóa.", "Delete."),
    span=Span(3, 1, 14, 20),
    field=("authors", 0, "x"),
    fix=Fix(14, 20, "y"),
)
SECOND = Diagnostic(
    "b\udcff.md", "ZZZ999", Severity.NOTICE, Text("Thế.", "So."), Text("Thôi.", "Done."), Span(), ()
)


def test_every_key() -> None:
    document = json.loads(render([FIRST], "vi"))
    assert document == {
        "version": 1,
        "language": "vi",
        "diagnostics": [
            {
                "file": "a/index.md",
                "line": 3,
                "column": 1,
                "start": 14,
                "end": 20,
                "code": "FLD002",
                "name": "unknown-key",
                "severity": "error",
                "message": "Mục “x”\nlạ.",
                "help": "Xóa.",
                "field": "authors.0.x",
                "fixable": True,
            }
        ],
    }


def test_the_order_does_not_depend_on_who_found_what_first() -> None:
    assert render([SECOND, FIRST], "en") == render([FIRST, SECOND], "en")


def test_a_file_name_that_is_no_utf8_and_an_unknown_code() -> None:
    written = render([SECOND], "en").encode()
    row = json.loads(written)["diagnostics"][0]
    assert (row["file"], row["name"], row["message"], row["fixable"]) == ("b\udcff.md", "", "So.", False)


def test_nothing_found() -> None:
    assert json.loads(render([], "vi"))["diagnostics"] == []
