"""An identity number in what is published.

## What it requires
No number of an identity card, a passport or a social insurance stands in a story or its front matter. In a
draft it is a notice.

## Why
With such a number somebody can borrow or sign in another person's name.

## Example
```yaml
summary: Tác giả có CCCD số 077085001234 đã làm chiếc xe này.
```

## Use instead
```yaml
summary: Tác giả đã làm chiếc xe này trong hai buổi.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.privacy import private
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Every text of the front matter, and the story."""
    yield from private(document, "identity-number")


RULE = Rule(
    code="PRV004",
    name="identity-number",
    severity=Severity.ERROR,
    message=Text(
        "Có số giấy tờ tùy thân “{detail}” trong nội dung sẽ đăng.",
        "There is an identity number, “{detail}”, in what is published.",
    ),
    help=Text(
        "Xóa số ấy đi: trang tin không cần đến nó.",
        "Take it out: the site has no need of it.",
    ),
    manual="""Không ghi số căn cước, chứng minh nhân dân, hộ chiếu, bảo hiểm xã hội trong bài và phần khai
báo. Bản nháp chỉ được nhắc nhẹ.

Có số ấy, kẻ xấu vay tiền hay ký giấy tờ dưới tên người khác được.""",
    kinds=(*STORIES, "banners"),
    document=check,
)
