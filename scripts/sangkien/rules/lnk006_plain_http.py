"""A link without encryption.

## What it requires
Links begin with `https://` where the other site has it.

## Why
Browsers warn of plain `http://`, and anybody on the way can read and change the page.

## Example
```yaml
press:
  - {outlet: Báo Mẫu, title: Chiếc xe không trôi, url: "http://baomau.example/xe-day"}
```

## Use instead
```yaml
press:
  - {outlet: Báo Mẫu, title: Chiếc xe không trôi, url: "https://baomau.example/xe-day"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import finding_at, passages, shortened
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_PLAIN = re.compile(r"\bhttp://[^\s<>()\"'\]]+", re.I)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Ask the whole file first: most have no such link."""
    if "ttp://" not in document.text and "TTP://" not in document.text:
        return
    for passage in passages(document):
        match = _PLAIN.search(passage.text)
        if match:
            yield finding_at(document, passage, match.start(), len(match[0]), url=shortened(match[0]))


RULE = Rule(
    code="LNK006",
    name="plain-http",
    severity=Severity.NOTICE,
    message=Text("Liên kết “{url}” không mã hóa (http).", "The link “{url}” isn't encrypted (http)."),
    help=Text(
        "Thử đổi thành https:// trong trình duyệt; mở được thì sửa ở đây.",
        "Try https:// in a browser; if it opens, change it here.",
    ),
    manual="""Liên kết nên bắt đầu bằng https:// nếu trang kia có.

Trình duyệt cảnh báo với http:// thường, và người ở giữa đường truyền có thể đọc, sửa trang.""",
    kinds=FILES,
    document=check,
)
