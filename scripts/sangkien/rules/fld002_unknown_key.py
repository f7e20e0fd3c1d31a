"""A key that the front matter does not know.

## What it requires
Every key is one that the form of its record has. A key it does not know is an error, not ignored.

## Why
A mistyped `photos:` or `consent:` would be dropped without a word, and what it holds would be lost
or, worse, a name be shown without its consent.

## Example
```yaml
sumary: Xe đẩy dừng lại khi người đẩy buông tay.
```

## Use instead
```yaml
summary: Xe đẩy dừng lại khi người đẩy buông tay.
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import KNOWN_KEYS, Fault
from sangkien.rules.mends import did_you_mean
from sangkien.rules.raw import RECORDS
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.similarity import closest


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Offer the nearest known key."""
    known = KNOWN_KEYS["entry" if document.kind == "vocabulary" else document.kind]
    key = str(fault.params.get("key", ""))
    return Finding({"key": key, "hint": did_you_mean(closest(key, known))}, path=fault.path, key=True)


RULE = Rule(
    code="FLD002",
    name="unknown-key",
    severity=Severity.ERROR,
    message=Text("Không có mục “{key}”.{hint}", "There is no key “{key}”.{hint}"),
    help=Text(
        "Sửa lại tên mục cho đúng, hoặc xóa dòng này.",
        "Correct the key's name, or delete the line.",
    ),
    manual="""Mỗi mục ở phần đầu tệp phải là mục mà mẫu khai báo có. Mục lạ là lỗi, không bị bỏ qua.

Nếu gõ nhầm “photos” hay “consent” mà máy lặng lẽ bỏ qua thì nội dung ở đó mất đi, tệ hơn nữa là tên một người
bị nêu khi chưa có sự đồng ý của họ.""",
    kinds=RECORDS,
    faults=("unknown-key",),
    explain=explain,
)
