"""A birth date in what is published.

## What it requires
No full birth date stands in a story or its front matter; a year or an age may. In a draft it is a notice.

## Why
With a name and a birth date much can be found out, and signed, that is nobody else's business.

## Example
```yaml
summary: Tác giả, sinh ngày 12/3/1985, đã làm chiếc xe này.
```

## Use instead
```yaml
summary: Tác giả đã làm chiếc xe này năm 36 tuổi.
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
    yield from private(document, "birth-date")


RULE = Rule(
    code="PRV009",
    name="birth-date",
    severity=Severity.ERROR,
    message=Text(
        "Có ngày sinh “{detail}” trong nội dung sẽ đăng.",
        "There is a birth date, “{detail}”, in what is published.",
    ),
    help=Text(
        "Bỏ ngày sinh; cần thì chỉ nêu tuổi hoặc năm.",
        "Leave it out; give the age or the year if need be.",
    ),
    manual="""Không ghi ngày, tháng, năm sinh đầy đủ trong bài và phần khai báo; nêu tuổi hoặc năm thì
được. Bản nháp chỉ được nhắc nhẹ.

Có họ tên và ngày sinh, người khác tra ra và giả mạo được nhiều điều riêng tư.""",
    kinds=(*STORIES, "banners"),
    document=check,
)
