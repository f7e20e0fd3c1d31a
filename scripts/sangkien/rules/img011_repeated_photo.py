"""A photo that is listed twice.

## What it requires
No two photos of one initiative are the same file, or the same picture under two names.

## Why
Readers see the same picture twice. Most often another one was meant.

## Example
```yaml
photos:
  - {file: xe.jpg, alt: Xe đẩy có bàn đạp phanh, credit: Tổ bảo trì}
  - {file: xe.jpg, alt: Bàn đạp nhìn gần, credit: Tổ bảo trì}
```

## Use instead
```yaml
photos:
  - {file: xe.jpg, alt: Xe đẩy có bàn đạp phanh, credit: Tổ bảo trì}
  - {file: ban-dap.jpg, alt: Bàn đạp nhìn gần, credit: Tổ bảo trì}
```
```photos
xe.jpg jpeg 1200x900
ban-dap.jpg jpeg 1000x1000
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.photos.facts import PhotoFacts
from sangkien.rules.pictures import named
from sangkien.rules.raw import softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """By name first, then by content."""
    seen: dict[str, str] = {}
    for picture in named(document):
        facts = document.photos.get(picture.file)
        marks = [f"name {picture.file}", f"content {facts.digest}" if isinstance(facts, PhotoFacts) else ""]
        earlier = next((seen[mark] for mark in marks if mark in seen), None)
        if earlier is not None:
            values = {"file": picture.file, "earlier": earlier}
            yield Finding(values, path=picture.path, severity=softened(document))
        for mark in filter(None, marks):
            seen.setdefault(mark, picture.file)


RULE = Rule(
    code="IMG011",
    name="repeated-photo",
    severity=Severity.WARNING,
    message=Text(
        "Ảnh “{file}” trùng với ảnh “{earlier}” đã kê ở trên.",
        "The photo “{file}” is the same as “{earlier}” above.",
    ),
    help=Text(
        "Bỏ một trong hai, hoặc thay bằng ảnh khác.",
        "Take one of the two out, or put another photo in its place.",
    ),
    manual="""Trong một bài không kê hai lần cùng một tệp ảnh, cũng không kê cùng một ảnh dưới hai tên.

Người đọc thấy một ảnh hai lần. Thường là định để một ảnh khác vào đó.""",
    kinds=("initiative", "event"),
    document=check,
)
