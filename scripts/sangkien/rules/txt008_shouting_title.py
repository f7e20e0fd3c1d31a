"""A title in capitals.

## What it requires
A title is written like a sentence, not all in capitals.

## Why
Capitals are slower to read, take more room on a card, and a screen reader may spell them out.

## Example
```yaml
title: XE ĐẨY HÀNG CÓ PHANH CHÂN
```

## Use instead
```yaml
title: Xe đẩy hàng có phanh chân
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import shortened
from sangkien.rules.raw import mapping, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_WORDS = 3
"""An abbreviation or two in capitals is no shouting."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """A title of several words without a small letter."""
    title = word(mapping(document.data).get("title"))
    if title and title.isupper() and len(title.split()) >= _WORDS:
        yield Finding({"title": shortened(title)}, path=("title",))


RULE = Rule(
    code="TXT008",
    name="shouting-title",
    severity=Severity.NOTICE,
    message=Text("Tên bài viết hoa cả dòng: “{title}”.", "The title is all capitals: “{title}”."),
    help=Text(
        "Viết hoa chữ đầu câu và tên riêng thôi.",
        "Use capitals for the first letter and for names only.",
    ),
    manual="""Tên bài viết như một câu bình thường, không viết hoa tất cả.

Chữ hoa cả dòng khó đọc, chiếm chỗ trên thẻ, phần mềm đọc màn hình có khi đọc từng chữ cái.""",
    kinds=("initiative", "page"),
    document=check,
)
