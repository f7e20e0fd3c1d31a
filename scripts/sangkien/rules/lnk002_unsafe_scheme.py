"""A link of a kind that can do harm.

## What it requires
A link begins with `http:`, `https:` or `mailto:`, or leads within the site. `javascript:`, `data:`,
`file:`, a drive of Windows and the like are refused, however they are disguised.

## Why
Such a link runs a program in the reader's browser, or leads to a file on the computer of whoever wrote it.

## Example
```markdown
## Hoàn cảnh ra đời

[Xe đẩy](javascript:alert(1)) trôi dốc, ai cũng sợ.

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

[Xe đẩy](https://example.org/xe) trôi dốc, ai cũng sợ.

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
from sangkien.rules.addresses import SAFE, links, scheme
from sangkien.rules.passages import STORY, shortened, story_outline
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_ATTRIBUTE = re.compile(
    r"""\b(?:href|src|srcset|action|formaction|data|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.I
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Links and pictures of every text; on editorial pages, where HTML is read, those of its tags too."""
    for link in links(document):
        found = scheme(link.target)
        if found and found not in SAFE:
            start = document.body_start + link.offset
            values = {"scheme": found, "target": shortened(link.target)}
            yield Finding(values, path=STORY, offset=start, length=link.length)
    if document.kind != "page" or "<" not in document.body:
        return
    for tag in story_outline(document.body).tags:
        text = document.body[tag.offset : tag.offset + tag.length]
        for match in _ATTRIBUTE.finditer(text):
            target = match[1].strip("\"'")
            found = scheme(target)
            if found and found not in SAFE:
                start = document.body_start + tag.offset
                values = {"scheme": found, "target": shortened(target)}
                yield Finding(values, path=STORY, offset=start, length=tag.length)


RULE = Rule(
    code="LNK002",
    name="unsafe-scheme",
    severity=Severity.ERROR,
    message=Text(
        "Liên kết “{target}” thuộc loại “{scheme}:”, không an toàn.",
        "The link “{target}” is of the kind “{scheme}:”, which is unsafe.",
    ),
    help=Text(
        "Thay bằng địa chỉ https:// của trang cần dẫn tới, hoặc bỏ liên kết, chỉ giữ lại chữ.",
        "Put the page's https:// address there, or keep the words without the link.",
    ),
    manual="""Liên kết phải bắt đầu bằng http:, https: hoặc mailto:, hay dẫn tới trang khác trong cùng
trang tin. “javascript:”, “data:”, “file:”, ổ đĩa Windows và các loại tương tự bị từ chối, dù ngụy trang
cách nào.

Liên kết như vậy chạy chương trình trong trình duyệt của người đọc, hoặc dẫn tới tệp trên máy của người
viết.""",
    kinds=(*STORIES, "page"),
    document=check,
)
