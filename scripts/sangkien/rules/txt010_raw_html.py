"""HTML in a story.

## What it requires
A story is plain Markdown. HTML tags and comments have no place in it.

## Why
For safety HTML isn't read: a tag shows as the letters it is made of, and so does a comment.

## Example
```markdown
## Hoàn cảnh ra đời

Xe đẩy <b>trôi dốc</b>, ai cũng sợ.

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

Xe đẩy **trôi dốc**, ai cũng sợ.

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
from sangkien.rules.passages import STORY, story_outline
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

NAMES = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr address article aside audio b base blockquote body br button canvas caption center
        cite code col dd del details div dl dt em embed fieldset figcaption figure font footer form
        frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main
        map mark marquee math meta nav noscript object ol option p param picture pre q s samp script
        section select small source span strike strong style sub summary sup svg table tbody td
        template textarea tfoot th thead title tr tt u ul var video wbr
        """,
    )
)
"""Names of HTML elements: "<Enter>" and "<tên>" are none."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Report the first tag of each name, and the first comment."""
    if "<" not in document.body:
        return
    seen: set[str] = set()
    for tag in story_outline(document.body).tags:
        if tag.name in NAMES and tag.name not in seen:
            seen.add(tag.name)
            start = document.body_start + tag.offset
            yield Finding({"tag": f"<{tag.name}>"}, path=STORY, offset=start, length=tag.length)
    comment = document.body.find("<!--")
    if comment >= 0:
        yield Finding({"tag": "<!-- -->"}, path=STORY, offset=document.body_start + comment, length=4)


RULE = Rule(
    code="TXT010",
    name="raw-html",
    severity=Severity.WARNING,
    message=Text(
        "Mã HTML {tag} trong bài sẽ hiện nguyên như chữ thường.",
        "The HTML {tag} in the story will show as plain letters.",
    ),
    help=Text(
        "Bỏ mã ấy đi. Muốn đậm thì viết **chữ đậm**, muốn nghiêng thì viết *chữ nghiêng*, xuống đoạn thì "
        "để một dòng trống.",
        "Take it out. Write **bold**, *italic*, and leave a blank line between paragraphs.",
    ),
    manual="""Bài viết chỉ dùng Markdown thường, không dùng thẻ hay chú thích HTML.

Để an toàn, máy không đọc HTML: thẻ viết sao hiện ra y như vậy, chú thích cũng thế.""",
    kinds=STORIES,
    document=check,
)
