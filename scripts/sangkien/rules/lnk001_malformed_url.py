"""A web address that is none.

## What it requires
A `url` begins with `http://` or `https://`, names a host, and holds no blanks and no user name.

## Why
A link that leads nowhere is worse than none, and other kinds of address could do harm.

## Example
```yaml
press:
  - {outlet: Báo Mẫu, title: Chiếc xe không trôi, url: baomau.example/xe-day}
```

## Use instead
```yaml
press:
  - {outlet: Báo Mẫu, title: Chiếc xe không trôi, url: "https://baomau.example/xe-day"}
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import RECORDS
from sangkien.rules.rule import Rule

RULE = Rule(
    code="LNK001",
    name="malformed-url",
    severity=Severity.ERROR,
    message=Text("“{value}” không phải là địa chỉ web.", "“{value}” is no web address."),
    help=Text(
        "Mở trang ấy trong trình duyệt rồi chép nguyên địa chỉ, bắt đầu bằng https://.",
        "Open the page in a browser and copy the whole address, from https:// on.",
    ),
    manual="""Địa chỉ ở mục “url” bắt đầu bằng http:// hoặc https://, có tên trang, không có khoảng trắng,
không có tên đăng nhập.

Liên kết không dẫn tới đâu còn tệ hơn không có, còn loại địa chỉ khác thì có thể gây hại.""",
    kinds=RECORDS,
    faults=("not-url",),
)
