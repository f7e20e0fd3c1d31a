"""The front matter is too long, or nested too deep.

## What it requires
At most 64 KB of front matter, and at most 20 levels of brackets in one another.

## Why
Nothing that a person writes is that long or deep; such a file could bring the program that reads it down.

## Example
```yaml
tags: [[[[[[[[[[[[[[[[[[[[[xe đẩy]]]]]]]]]]]]]]]]]]]]]
```

## Use instead
```yaml
tags: [xe đẩy]
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_PROBLEMS = {
    "too-much-front-matter": Text("dài hơn {limit} KB", "longer than {limit} KB"),
    "yaml-too-deep": Text("lồng nhau quá {limit} tầng", "nested deeper than {limit} levels"),
}


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say which limit is passed."""
    problem = _PROBLEMS[fault.kind].format(limit=fault.params.get("limit", "?"))
    return Finding({"problem": problem}, line=document.span_of_fault(fault).line)


RULE = Rule(
    code="FIL005",
    name="oversized-front-matter",
    severity=Severity.ERROR,
    message=Text("Phần khai báo {problem}.", "The front matter is {problem}."),
    help=Text(
        "Bài viết để sau dòng “---” thứ hai; ở phần khai báo chỉ giữ thông tin ngắn, và bỏ bớt các dấu "
        "ngoặc thừa.",
        "Move the story behind the second line “---”; keep short facts in the front matter, and drop "
        "idle brackets.",
    ),
    manual="""Phần khai báo dài nhiều nhất 64 KB, dấu ngoặc lồng nhau nhiều nhất 20 tầng.

Không ai viết tay dài và lồng sâu đến thế; tệp như vậy có thể làm hỏng chương trình đọc nó.""",
    kinds=FILES,
    faults=tuple(_PROBLEMS),
    explain=explain,
)
