"""A key that a record can't do without is missing.

## What it requires
An initiative has `title`, `summary`, `authors`, `organisation`, `sector` and `status`; a photo its
`file`, a video its `url` and `title`, an entry of a vocabulary its `id` and `name`, and so on. In a draft
this is a notice.

## Why
Without these there is no page: no name to show, no unit to list it under, and no word on whether it may
be shown.

## Example
```yaml
videos:
  - url: https://example.org/xe-day
```

## Use instead
```yaml
videos:
  - url: https://example.org/xe-day
    title: Xe đẩy chạy thử ở kho
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.raw import RECORDS, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Soften it in a draft, which need not be whole yet."""
    return Finding({"key": fault.params.get("key", "")}, path=fault.path, severity=softened(document))


RULE = Rule(
    code="FLD001",
    name="missing-key",
    severity=Severity.ERROR,
    message=Text("Thiếu mục “{key}”.", "The key “{key}” is missing."),
    help=Text("Thêm dòng “{key}: …” vào chỗ này.", "Add a line “{key}: …” here."),
    manual="""Sáng kiến phải có title, summary, authors, organisation, sector, status; ảnh phải có file;
video phải có url và title; mỗi dòng danh mục phải có id và name… Với bản nháp đây chỉ là lời nhắc.

Thiếu các mục này thì không thành trang được: không có tên để hiện, không biết xếp vào đơn vị nào, không
biết có được phép đăng hay không.""",
    kinds=RECORDS,
    faults=("missing",),
    explain=explain,
)
