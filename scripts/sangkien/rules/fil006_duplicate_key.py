"""A key is given twice in one mapping.

## What it requires
Each key stands once in its place.

## Why
Only one of the two could be used, and a machine can't know which: for `status` or `consent` that would be
a guess about whether a person may be shown.

## Example
```yaml
benefit: {note: Tính trên số ca làm việc., note: Tính trên số chuyến xe.}
```

## Use instead
```yaml
benefit: {note: Tính trên số ca làm việc và số chuyến xe.}
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Rule

RULE = Rule(
    code="FIL006",
    name="duplicate-key",
    severity=Severity.ERROR,
    message=Text("Mục “{key}” được ghi hai lần.", "The key “{key}” is given twice."),
    help=Text(
        "Giữ một dòng đúng và xóa dòng kia.",
        "Keep the right line and delete the other.",
    ),
    manual="""Mỗi mục chỉ ghi một lần ở chỗ của nó.

Ghi hai lần thì máy không biết phải theo lần nào; với “status” hay “consent” thì đó là đoán xem một người
có được nêu tên hay không.""",
    kinds=FILES,
    faults=("duplicate-key",),
)
