"""A title that ends like a sentence.

## What it requires
A title doesn't end in a full stop, comma, semicolon or colon.

## Why
Titles stand in lists, on cards and before dashes, where a stop at the end looks like a slip.

## Example
```yaml
title: Xe đẩy hàng có phanh chân.
```

## Use instead
```yaml
title: Xe đẩy hàng có phanh chân
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import Passage, finding_at, fix_at
from sangkien.rules.raw import mapping
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_STOP = re.compile(r"(?<=[^.,;:\s])\s?[.,;:]\s*\Z")
_ABBREVIATION = re.compile(r"(?:\.\w{1,3}|\b[A-ZĐ]{1,3})\.\s*\Z")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """A single mark at the end; "…" and an abbreviation's stop are passed over."""
    title = mapping(document.data).get("title")
    if not isinstance(title, str):
        return
    match = _STOP.search(title[-20:])
    if match is None or _ABBREVIATION.search(title[-20:]):
        return
    passage = Passage(("title",), title)
    offset = max(0, len(title) - 20) + match.start()
    finding = finding_at(document, passage, offset, len(title) - offset, mark=match[0].strip())
    yield finding._replace(fix=fix_at(document, passage, offset, len(title) - offset, ""))


RULE = Rule(
    code="TXT011",
    name="trailing-punctuation",
    severity=Severity.NOTICE,
    message=Text("Tên bài kết thúc bằng dấu “{mark}”.", "The title ends in “{mark}”."),
    help=Text("Bỏ dấu ở cuối tên bài.", "Take the mark at the end off."),
    manual="""Tên bài không kết thúc bằng dấu chấm, phẩy, chấm phẩy hay hai chấm.

Tên bài đứng trong danh sách, trên thẻ, trước dấu gạch: có dấu ở cuối trông như gõ thừa.""",
    kinds=("initiative", "page"),
    document=check,
)
