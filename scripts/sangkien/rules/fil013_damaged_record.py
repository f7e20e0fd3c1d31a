"""A record of addresses has a line that can't be understood.

## What it requires
`content/published.yml` has one address a line, with a colon behind it: `sang-kien/xe-day-hang/:`. A short
address is followed by the folder of its initiative, any other one by nothing, or by the address that it leads
to now. No address stands there twice. `content/withdrawals.yml` is as `sangkien withdraw` wrote it.

## Why
The first says which addresses must go on answering, the second what may never come back. A line that was
lost or mangled would be a promise that nobody keeps.

## Example
```file content/published.yml
s/sk-1/: xe-day-hang
sang-kien/xe day hang/:
```

## Use instead
```yaml
code: SK-1
```
```file content/published.yml
s/sk-1/: xe-day-hang
sang-kien/xe-day-hang/:
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import shortened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_DAMAGED = Text("có chỗ không đọc được", "something in it can't be read")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each line that was not understood."""
    for number, line in document.record:
        told = f"“{shortened(line.strip())}”" if line.strip() else _DAMAGED
        yield Finding({"file": document.path, "line": told}, line=number)


RULE = Rule(
    code="FIL013",
    name="damaged-record",
    severity=Severity.ERROR,
    message=Text("Sổ {file} bị hỏng: {line}.", "The record {file} is damaged: {line}."),
    help=Text(
        "Lấy lại bản lưu của tệp, hoặc sửa đúng dòng ấy. Đừng xóa tệp: sổ này giữ cho đường dẫn cũ còn sống.",
        "Bring back a copy of the file, or mend that line. Don't delete it: it keeps old links alive.",
    ),
    manual="""Tệp content/published.yml ghi mỗi dòng một địa chỉ, có dấu hai chấm ở sau:
“sang-kien/xe-day-hang/:”. Sau địa chỉ ngắn là tên thư mục của bài; sau địa chỉ khác thì để trống, hoặc ghi
địa chỉ mới mà nó dẫn tới. Không địa chỉ nào ghi hai lần. Tệp content/withdrawals.yml do lệnh “sangkien
withdraw” ghi.

Tệp đầu giữ lời hứa đường dẫn đã đăng thì mở được mãi, tệp sau giữ cho điều đã gỡ không bao giờ trở lại.
Mất một dòng là mất một lời hứa.""",
    kinds=("record",),
    document=check,
)
