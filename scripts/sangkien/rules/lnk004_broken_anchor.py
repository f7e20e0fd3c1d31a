"""A link to a heading that the page does not have.

## What it requires
What stands behind `#` is the anchor of a heading of the same page: its words without tones, joined by
hyphens.

## Why
The link does nothing when it is clicked.

## Example
```markdown
## Hoàn cảnh ra đời

Xe đẩy trôi dốc, xem [cách làm](#cach-lam).

## Giải pháp

Hàn thêm bàn đạp phanh vào càng xe.

## Hiệu quả

Không còn chuyến xe nào trôi.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được.
```

## Use instead
```markdown
## Hoàn cảnh ra đời

Xe đẩy trôi dốc, xem [cách làm](#giai-phap).

## Giải pháp

Hàn thêm bàn đạp phanh vào càng xe.

## Hiệu quả

Không còn chuyến xe nào trôi.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from sangkien.diagnostics import Severity, Text
from sangkien.rules.addresses import inner, links, own_url
from sangkien.rules.mends import did_you_mean
from sangkien.rules.passages import STORY, shortened, story_outline
from sangkien.rules.raw import STORIES, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.similarity import closest


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Links to the page itself, with or without its path."""
    if "#" not in document.body:
        return
    for link in links(document):
        if "#" not in link.target or link.is_image:
            continue
        found = inner(document, context, link.target)
        if found is None or found.path != own_url(document, context).strip("/"):
            continue
        anchors = story_outline(document.body).anchors
        anchor = unquote(found.fragment)
        if anchor and anchor != "top" and anchor not in anchors:
            near = closest(anchor, anchors)
            values = {"anchor": shortened(anchor), "hint": did_you_mean(f"#{near}" if near else None)}
            start = document.body_start + link.offset
            severity = softened(document)
            yield Finding(values, path=STORY, offset=start, length=link.length, severity=severity)


RULE = Rule(
    code="LNK004",
    name="broken-anchor",
    severity=Severity.WARNING,
    message=Text(
        "Liên kết “#{anchor}” không ứng với mục nào trong bài.{hint}",
        "No heading of the story answers to “#{anchor}”.{hint}",
    ),
    help=Text(
        "Sau dấu # là tên mục viết không dấu, nối bằng gạch ngang, ví dụ “#giai-phap”.",
        "Behind # stands the heading without tones, joined by hyphens: “#giai-phap”.",
    ),
    manual="""Sau dấu # phải là tên một mục có trong chính trang ấy, viết không dấu, nối bằng gạch ngang.

Nếu không có mục ấy, bấm vào liên kết sẽ không thấy gì xảy ra.""",
    kinds=STORIES,
    document=check,
)
