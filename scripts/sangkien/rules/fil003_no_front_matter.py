"""A file has no front matter, or its front matter is never closed.

## What it requires
The file begins with a line `---`; the keys follow; a second line `---` closes them; then comes the story.

## Why
Title, authors and their consent stand in the front matter. Without it nothing says that the story may be
shown.

## Example
```file initiatives/so-hai/index.md
## Hoàn cảnh ra đời
Mỗi ca gấp hơn trăm thùng giấy.
```

## Use instead
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_PROBLEMS = {
    "no-front-matter": Text(
        "Tệp không mở đầu bằng dòng “---” nên không có phần khai báo",
        "The file does not begin with a line “---”: it has no front matter",
    ),
    "front-matter-open": Text(
        "Phần khai báo mở bằng “---” nhưng không có dòng “---” thứ hai để đóng lại",
        "The front matter opens with “---”, and no second line “---” closes it",
    ),
}


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say which of the two lines is missing."""
    return Finding({"problem": _PROBLEMS[fault.kind]}, line=1)


RULE = Rule(
    code="FIL003",
    name="no-front-matter",
    severity=Severity.ERROR,
    message=Text("{problem}.", "{problem}."),
    help=Text(
        "Đặt phần khai báo (tên, tác giả…) ở ngay đầu tệp, giữa hai dòng chỉ có “---”; bài viết nằm sau "
        "dòng thứ hai.",
        "Put the front matter (title, authors …) at the very top, between two lines of just “---”; the "
        "story follows.",
    ),
    manual="""Tệp mở đầu bằng một dòng “---”, tiếp theo là phần khai báo, rồi một dòng “---” nữa, sau đó mới
đến bài viết.

Tên sáng kiến, tác giả và sự đồng ý của tác giả đều nằm ở phần khai báo. Thiếu phần này thì không biết bài
có được phép đăng hay không.""",
    kinds=FILES,
    faults=tuple(_PROBLEMS),
    explain=explain,
)
