"""A photo that doesn't say who took it.

## What it requires
Each photo has `credit`, each portrait `portrait_credit`: who took it or gave it. In a draft it is a notice.

## Why
Whoever took a photo has the right to be named, and who uses it must be able to ask.

## Example
```yaml
photos:
  - {file: xe.jpg, alt: Xe đẩy có bàn đạp phanh}
```

## Use instead
```yaml
photos:
  - {file: xe.jpg, alt: Xe đẩy có bàn đạp phanh, credit: Tổ bảo trì}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.pictures import beside, named
from sangkien.rules.raw import STORIES, softened, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look at the raw rows; a value of a wrong type is another rule's matter."""
    for picture in named(document):
        credit = picture.row.get("credit")
        if credit is None or (isinstance(credit, str) and not word(credit)):
            path = beside(picture, "credit")
            yield Finding({"file": picture.file, "key": path[-1]}, path=path, severity=softened(document))


RULE = Rule(
    code="IMG008",
    name="missing-credit",
    severity=Severity.WARNING,
    message=Text(
        "Ảnh “{file}” chưa ghi ai chụp ({key}).", "The photo “{file}” doesn't say who took it ({key})."
    ),
    help=Text(
        "Thêm “{key}: …”, ví dụ tên người chụp, hoặc “Công đoàn cơ sở cung cấp”.",
        "Add “{key}: …”: the photographer's name, or who provided it.",
    ),
    manual="""Mỗi ảnh có mục “credit”, ảnh chân dung có “portrait_credit”: ai chụp hoặc ai cung cấp. Bản
nháp chỉ được nhắc nhẹ.

Người chụp có quyền được ghi tên, và ai muốn dùng lại ảnh thì biết hỏi ai.""",
    kinds=STORIES,
    document=check,
)
