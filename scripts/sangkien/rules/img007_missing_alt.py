"""A photo without a description.

## What it requires
Each photo has `alt`, each portrait `portrait_alt`: one sentence that says what is seen. In a draft it is a
notice.

## Why
People who don't see the photo have the description read to them; it also shows while the photo loads.

## Example
```yaml
photos:
  - {file: xe.jpg, caption: Xe đẩy ở xưởng, credit: Tổ bảo trì}
```

## Use instead
```yaml
photos:
  - {file: xe.jpg, alt: Xe đẩy có bàn đạp phanh dưới càng, caption: Xe đẩy ở xưởng, credit: Tổ bảo trì}
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
        alt = picture.row.get("alt")
        if alt is None or (isinstance(alt, str) and not word(alt)):
            path = beside(picture, "alt")
            yield Finding({"file": picture.file, "key": path[-1]}, path=path, severity=softened(document))


RULE = Rule(
    code="IMG007",
    name="missing-alt",
    severity=Severity.WARNING,
    message=Text("Ảnh “{file}” chưa có lời mô tả ({key}).", "The photo “{file}” has no description ({key})."),
    help=Text(
        "Thêm “{key}: …”, một câu tả trong ảnh có gì, như kể cho người không nhìn thấy.",
        "Add “{key}: …”: one sentence that tells somebody who can't see it what is there.",
    ),
    manual="""Mỗi ảnh có mục “alt”, ảnh chân dung có “portrait_alt”: một câu tả trong ảnh có gì. Bản nháp
chỉ được nhắc nhẹ.

Người không nhìn thấy ảnh được nghe đọc câu này; nó cũng hiện ra khi ảnh chưa tải xong.""",
    kinds=STORIES,
    document=check,
)
