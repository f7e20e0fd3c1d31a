"""A value is empty, or has the wrong shape: a list where text belongs, text where a list belongs.

## What it requires
Each key holds what its record says: one text, a list (`[a, b]` or a line `- a` each), or keys of its own.

## Why
A value of another shape can't be shown, and to guess what was meant might show the wrong thing.

## Example
```yaml
tags: xe đẩy
```

## Use instead
```yaml
tags: [xe đẩy]
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.raw import RECORDS, label, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_PROBLEMS = {
    "empty": (
        Text("còn để trống", "is empty"),
        Text("Điền giá trị, hoặc xóa cả dòng nếu chưa có gì để ghi.", "Fill it in, or delete the line."),
    ),
    "not-text": (
        Text("phải là một dòng chữ, không phải danh sách", "must be plain text, not a list"),
        Text(
            "Viết ngay sau dấu hai chấm; chữ có dấu [ ] {{ }} thì đặt trong ngoặc kép.",
            "Write it right behind the colon; put text with [ ] {{ }} in quotes.",
        ),
    ),
    "not-list": (
        Text("phải là một danh sách", "must be a list"),
        Text(
            "Viết [một, hai], hoặc mỗi dòng một giá trị, mở đầu bằng dấu gạch “- ”.",
            "Write [one, two], or a line for each value that begins with “- ”.",
        ),
    ),
    "not-mapping": (
        Text("phải gồm các mục nhỏ “tên: giá trị”", "must hold keys of its own, “key: value”"),
        Text(
            "Xem lại cách thụt dòng: các mục nhỏ nằm ở các dòng dưới, thụt vào hai dấu cách.",
            "Look at the indentation: its keys stand on the lines below, indented by two blanks.",
        ),
    ),
}
_WHOLE = Text("Phần khai báo", "The front matter")


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Name the value and say what shape it must have."""
    problem, mend = _PROBLEMS[fault.kind]
    name = label(fault.path)
    values = {"what": Text(f"Mục “{name}”", f"The key “{name}”") if name else _WHOLE}
    values |= {"problem": problem, "mend": mend.format()}
    severity = softened(document) if fault.kind == "empty" else None
    return Finding(values, path=fault.path, severity=severity)


RULE = Rule(
    code="FLD003",
    name="malformed-value",
    severity=Severity.ERROR,
    message=Text("{what} {problem}.", "{what} {problem}."),
    help=Text("{mend}", "{mend}"),
    manual="""Mỗi mục chứa đúng loại giá trị của nó: một dòng chữ, một danh sách, hoặc các mục nhỏ bên trong.

Giá trị sai loại thì không hiện ra được; đoán ý người viết thì có thể hiện sai.""",
    kinds=RECORDS,
    faults=tuple(_PROBLEMS),
    explain=explain,
)
