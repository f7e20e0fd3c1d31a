"""The front matter uses tags, anchors or aliases of YAML.

## What it requires
Plain text, lists and mappings alone: no `!tag`, no `&anchor`, no `*alias`. A value that begins with one
of these signs stands in quotes.

## Why
Tags can make programs run what the file says, and aliases can blow a few lines up to gigabytes. Mostly
the sign was meant as text.

## Example
```yaml
summary: !important Xe đẩy dừng ngay khi người đẩy nhấc chân.
```

## Use instead
```yaml
summary: "!important Xe đẩy dừng ngay khi người đẩy nhấc chân."
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_SIGNS = {
    "yaml-tag": Text("dấu chấm than (!)", "an exclamation mark (!)"),
    "yaml-anchor": Text("dấu & hoặc dấu *", "a sign & or *"),
}


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say which sign it is."""
    return Finding({"sign": _SIGNS[fault.kind]}, line=document.span_of_fault(fault).line)


RULE = Rule(
    code="FIL007",
    name="yaml-magic",
    severity=Severity.ERROR,
    message=Text(
        "Ở dòng này có giá trị mở đầu bằng {sign}, máy hiểu thành lệnh của YAML.",
        "A value on this line begins with {sign}, which YAML takes for an instruction.",
    ),
    help=Text(
        "Nếu đó là chữ thường, đặt cả giá trị trong ngoặc kép; nếu không cần thì xóa dấu ấy đi.",
        "If it is meant as text, put the whole value in quotes; else delete the sign.",
    ),
    manual="""Phần khai báo chỉ có chữ, danh sách và các mục: không dùng “!nhãn”, “&neo”, “*lặp” của YAML.
Giá trị mở đầu bằng các dấu này phải đặt trong ngoặc kép.

Nhãn YAML có thể khiến chương trình chạy theo lệnh trong tệp, còn neo có thể làm vài dòng phình thành hàng
gigabyte. Phần nhiều đó chỉ là dấu viết trong câu.""",
    kinds=FILES,
    faults=tuple(_SIGNS),
    explain=explain,
)
