"""An initiative does not say what kind of solution it is, or where it is applied.

## What it requires
`solution` and `place` are given, where the fair has these vocabularies. An initiative taken from a public
body's report may lack them; in a draft this is a notice, and where an author withdrew a warning.

## Why
People look for initiatives by place and by kind of solution; what has none is found by nobody. Once the
author of a public body's report withdraws, what could be missing till then may not hold up the story.

## Example
```without
place
```

## Use instead
```yaml
place: phu-mau
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import is_public_report, mapping, rows, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_VOCABULARIES = {"solution": "solutions", "place": "places"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look for the two keys; a fair without the vocabulary asks for nothing."""
    data = mapping(document.data)
    for key, vocabulary in _VOCABULARIES.items():
        if key not in data and data and context.vocabularies.names(vocabulary) and not is_public_report(data):
            severity = softened(document)
            if severity is None and _withdrew(data):
                severity = Severity.WARNING
            yield Finding({"key": key, "vocabulary": vocabulary}, path=(key,), severity=severity)


def _withdrew(data: dict[str, Any]) -> bool:
    return any("withdrawn" in mapping(author.get("consent")) for _, author in rows(data.get("authors")))


RULE = Rule(
    code="FLD011",
    name="missing-classification",
    severity=Severity.ERROR,
    message=Text("Chưa ghi mục “{key}”.", "The key “{key}” is not given."),
    help=Text(
        "Thêm dòng “{key}: …” với một mã trong content/vocabulary/{vocabulary}.yml.",
        "Add a line “{key}: …” with an id of content/vocabulary/{vocabulary}.yml.",
    ),
    manual="""Sáng kiến phải ghi loại giải pháp (solution) và địa bàn (place) khi hội thi có các danh mục
này. Bài lấy từ tin đã công khai của cơ quan, đoàn thể có thể thiếu; với bản nháp đây chỉ là lời nhắc,
với bài có tác giả đã rút lại sự đồng ý thì là cảnh báo.

Người xem tìm sáng kiến theo địa bàn và loại giải pháp; bài không ghi thì không ai tìm ra.""",
    document=check,
)
