"""A story of very few words.

## What it requires
A story has at least sixty words. One that stands on a public body's report, or is confidential, may be
shorter.

## Why
Nobody can apply an initiative after three sentences. What happened, what was tried, what came of it: these
are what makes others do it too.

## Example
```markdown
## Hoàn cảnh ra đời

Xe trôi.

## Giải pháp

Lắp phanh.

## Hiệu quả

Hết trôi.

## Khả năng nhân rộng

Dễ làm.
```

## Use instead
```markdown
## Hoàn cảnh ra đời

Mỗi ca, tổ đẩy hàng hơn trăm chuyến xe qua dốc kho. Xe trôi là chuyện thường, ai cũng sợ.

## Giải pháp

Anh em hàn thêm một bàn đạp vào càng xe. Nhấc chân ra là má phanh ép vào bánh.

## Hiệu quả

Từ ngày có phanh, không còn chuyến xe nào trôi. Hàng đến nơi còn nguyên.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được trong một buổi.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import STORY
from sangkien.rules.raw import is_public_report, mapping
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

LEAST = 60
"""Words (syllables, as Vietnamese writes them) of a story, headings included."""
_SURELY = 60 * 12


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Count words, but only where the story is short enough to have too few."""
    data = mapping(document.data)
    if len(document.body) > _SURELY or not data or is_public_report(data):
        return
    words = len(document.body.split())
    if words < LEAST and data.get("confidential") != "true" and data.get("status") != "withdrawn":
        yield Finding({"words": words, "least": LEAST}, path=STORY, offset=document.body_start)


RULE = Rule(
    code="TXT009",
    name="thin-story",
    severity=Severity.NOTICE,
    message=Text("Bài viết mới có {words} chữ, hơi ngắn.", "The story has {words} words only."),
    help=Text(
        "Kể thêm cho rõ: lúc ấy vướng ở đâu, đã thử những gì, được việc ra sao. Nên có ít nhất {least} chữ.",
        "Tell more: what was in the way, what was tried, how it went. At least {least} words are good.",
    ),
    manual="""Bài viết nên có ít nhất sáu mươi chữ. Bài lấy từ nguồn công khai (public-report) hoặc bài bảo
mật thì ngắn hơn cũng được.

Đọc ba câu thì không ai làm theo được. Chuyện gì đã xảy ra, đã thử những gì, kết quả ra sao: chính những
điều ấy khiến người khác làm theo.""",
    document=check,
)
