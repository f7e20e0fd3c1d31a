"""A house number with its street in what is published.

## What it requires
No house number and street together stand in a story or its front matter; a ward or a town may. In a draft it
is a notice.

## Why
It leads strangers to a person's door.

## Example
```yaml
summary: Tác giả ở số nhà 12/3 đường Lê Lợi đã làm chiếc xe này.
```

## Use instead
```yaml
summary: Tác giả ở phường Mẫu đã làm chiếc xe này.
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
    yield from private(document, "address")


RULE = Rule(
    code="PRV005",
    name="private-address",
    severity=Severity.ERROR,
    message=Text(
        "Có địa chỉ nhà “{detail}” trong nội dung sẽ đăng.",
        "There is an address, “{detail}”, in what is published.",
    ),
    help=Text(
        "Bỏ số nhà và tên đường. Cần thì chỉ nêu phường, xã hoặc tên đơn vị.",
        "Leave house number and street out; name the ward or the work unit if need be.",
    ),
    manual="""Không ghi số nhà cùng tên đường trong bài và phần khai báo; nêu phường, xã thì được. Bản nháp
chỉ được nhắc nhẹ.

Địa chỉ ấy dẫn người lạ đến tận cửa nhà một người.""",
    kinds=(*STORIES, "banners"),
    document=check,
)
