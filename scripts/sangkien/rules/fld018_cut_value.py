"""A value is cut at a `#`, because it stands without quotes.

## What it requires
A value with a blank and `#` in it stands in quotes. A comment has a blank behind its `#`.

## Why
YAML drops everything from ` #` on: `Máy số #2` becomes `Máy số`, without a word of warning.

## Example
```yaml
title: Xe đẩy hàng #2 có phanh chân
```

## Use instead
```yaml
title: "Xe đẩy hàng #2 có phanh chân"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sangkien.diagnostics import Fix, Path, Severity, Text
from sangkien.rules.mends import quoted
from sangkien.rules.raw import RECORDS, label
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_CUT = re.compile(
    r"^[ ]*(?:- +)*(?:[^\s:#]+: +)?(?P<kept>[^\s\"'\[{|>#][^\n]*?)(?P<lost>[ \t]+#[^\s#!][^\n]*)$", re.M
)
_MOST = 20
"""Findings in one file: to find a place costs a reading of the whole front matter."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Find lines that look cut, and of these the ones whose value really ends there."""
    if " #" not in document.front and "\t#" not in document.front:
        return
    kept = {match["kept"].rstrip() for match in _CUT.finditer(document.front)}
    if not kept:
        return
    looked_at = 0
    for path, value in _leaves(document.data, ()):
        if value in kept and looked_at < _MOST:
            looked_at += 1
            finding = _finding(document, path, value)
            if finding:
                yield finding


def _finding(document: Document, path: Path, value: str) -> Finding | None:
    span = document.span(path)
    if document.text[span.start : span.end] != value:
        return None
    line_end = document.text.find("\n", span.end)
    rest = document.text[span.end : line_end if line_end >= 0 else len(document.text)]
    if not re.match(r"[ \t]+#[^\s#!]", rest):
        return None
    fix = Fix(span.start, span.end + len(rest), quoted((value + rest).rstrip()))
    return Finding({"key": label(path), "value": value, "lost": rest.strip()}, path=path, fix=fix)


def _leaves(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _leaves(value, (*path, number))


RULE = Rule(
    code="FLD018",
    name="cut-value",
    severity=Severity.WARNING,
    message=Text(
        "Mục “{key}” bị cắt còn “{value}”: từ “{lost}” trở đi bị coi là ghi chú.",
        "“{key}” is cut to “{value}”: from “{lost}” on it is taken for a comment.",
    ),
    help=Text(
        "Đặt cả giá trị trong ngoặc kép; nếu đó là ghi chú thật thì thêm một dấu cách sau dấu #.",
        "Put the whole value in quotes; if it is meant as a comment, put a blank behind the #.",
    ),
    manual="""Giá trị có dấu cách rồi đến dấu # phải đặt trong ngoặc kép. Ghi chú thì có một dấu cách sau dấu
#.

YAML bỏ hết từ “ #” trở đi: “Máy số #2” thành “Máy số” mà không báo gì.""",
    kinds=RECORDS,
    document=check,
)
