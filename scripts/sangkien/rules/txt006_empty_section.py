"""A heading with nothing under it.

## What it requires
Under each heading of the first or second level stands at least one sentence; for a draft it is a notice.

## Why
A reader who meets an empty heading thinks that the page is broken.

## Example
```markdown
## Hoàn cảnh ra đời

Xe đẩy trôi dốc, ai cũng sợ.

## Giải pháp

## Hiệu quả

Không còn chuyến xe nào trôi.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được.
```

## Use instead
```markdown
## Hoàn cảnh ra đời

Xe đẩy trôi dốc, ai cũng sợ.

## Giải pháp

Hàn thêm bàn đạp phanh vào càng xe.

## Hiệu quả

Không còn chuyến xe nào trôi.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import STORY, shortened, story_outline
from sangkien.rules.raw import STORIES, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_LITTLE = 400
"""Characters in which comments and smaller headings may stand alone; more is surely text."""
_SOMETHING = re.compile(r"^[^#\n][^\n]*\w", re.M)
_NOTHING = re.compile(r"<!--.*?-->|^#{1,6}.*$|[-*_=\s]", re.M | re.S)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Smaller headings and comments alone are nothing."""
    for section in story_outline(document.body).sections:
        text = document.body[section.start : section.end]
        if "<!--" not in text and _SOMETHING.search(text):
            continue
        if len(text) < _LITTLE and not _NOTHING.sub("", text):
            offset = document.body_start + section.offset
            values = {"title": shortened(section.title)}
            yield Finding(values, path=STORY, offset=offset, severity=softened(document))


RULE = Rule(
    code="TXT006",
    name="empty-section",
    severity=Severity.WARNING,
    message=Text("Mục “{title}” còn trống.", "The section “{title}” is empty."),
    help=Text(
        "Viết vài câu dưới mục này. Chưa có gì để viết thì bỏ dòng tên mục đi.",
        "Write a few sentences under it, or delete the heading if there is nothing to say.",
    ),
    manual="""Dưới mỗi tên mục phải có ít nhất một câu; bản nháp chỉ được nhắc nhẹ.

Gặp một mục trống, người đọc tưởng trang bị hỏng.""",
    kinds=STORIES,
    document=check,
)
