"""A telephone number in what is published.

## What it requires
No telephone number stands in a story, its front matter or a vocabulary. Under `replication.contact`, and
under `contact` of a unit in `organisations.yml`, an office may give its landline; a mobile number is always
taken for a person's own. In a draft it is a notice.

## Why
Once on the web a number is collected and called for years. The office can pass a question on.

## Example
```yaml
replication: {contact: "Anh Mẫu, 0912 345 678"}
```

## Use instead
```yaml
replication: {contact: "Văn phòng Công đoàn Công ty TNHH Mẫu"}
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
    """Every text of the front matter or of the list, and the story."""
    yield from private(document, "telephone")


RULE = Rule(
    code="PRV003",
    name="private-telephone",
    severity=Severity.ERROR,
    message=Text(
        "Có số điện thoại “{detail}” trong nội dung sẽ đăng.",
        "There is a telephone number, “{detail}”, in what is published.",
    ),
    help=Text(
        "Xóa số ấy đi. Ai cần hỏi thì ghi tên phòng, ban ở mục “contact”; ở đó được ghi số máy bàn của cơ"
        " quan.",
        "Take it out. Name an office under “contact” instead; its landline may stand there.",
    ),
    manual="""Không ghi số điện thoại trong bài, phần khai báo và các danh mục. Riêng mục “contact” (của
bài, của đơn vị trong organisations.yml) được ghi số máy bàn của cơ quan; số di động luôn coi là của riêng
một người. Bản nháp chỉ được nhắc nhẹ.

Số đã lên mạng thì bị thu thập và gọi quấy rầy nhiều năm. Cơ quan có thể chuyển lời giúp.""",
    kinds=(*STORIES, "banners", "vocabulary"),
    document=check,
)
