"""A line of text is longer than its place on the site.

## What it requires
Summary, title, names, captions and the like have at most 300 characters. The story itself has no such
limit.

## Why
The summary stands on the card, in the feed and in the link that people send on: what is longer is cut in
mid-word there.

## Example
```yaml
summary: >-
  Xe đẩy dừng lại ngay khi người đẩy nhấc chân khỏi bàn đạp. Trước đây mỗi ca tổ phải đẩy hơn một trăm
  chuyến xe qua dốc kho, xe trôi là chuyện thường và ai cũng sợ. Từ ngày có phanh chân, hàng đến nơi còn
  nguyên, người đẩy yên tâm, và mấy xưởng bên cạnh cũng sang học cách làm để về hàn thêm bàn đạp cho xe
  của mình.
```

## Use instead
```yaml
summary: Xe đẩy dừng lại ngay khi người đẩy nhấc chân khỏi bàn đạp, không còn trôi ở dốc kho.
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.raw import RECORDS, label
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say by how much it is too long."""
    length, limit = fault.params.get("length", 0), fault.params.get("limit", 0)
    return Finding(
        {"key": label(fault.path), "length": length, "limit": limit, "over": length - limit}, path=fault.path
    )


RULE = Rule(
    code="FLD008",
    name="oversized-text",
    severity=Severity.ERROR,
    message=Text(
        "Mục “{key}” dài {length} ký tự, nhiều nhất là {limit}.",
        "The key “{key}” has {length} characters, at most {limit} are allowed.",
    ),
    help=Text(
        "Bớt ít nhất {over} ký tự, giữ ý chính; phần chi tiết đưa xuống bài viết.",
        "Cut at least {over} characters, keep the gist; details belong in the story.",
    ),
    manual="""Tóm tắt, tên, chú thích… dài nhiều nhất 300 ký tự. Bài viết thì không giới hạn như vậy.

Tóm tắt hiện trên thẻ giới thiệu, trong nguồn tin và khi gửi đường dẫn qua Zalo: dài hơn thì bị cắt giữa
chừng.""",
    kinds=RECORDS,
    faults=("too-long",),
    explain=explain,
)
