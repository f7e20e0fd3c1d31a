"""A picture that moves.

## What it requires
A photo is a single picture, not an animation.

## Why
Moving pictures disturb people who read, make some ill, and weigh many times as much. A film belongs under
`videos`.

## Example
```yaml
photos:
  - {file: xe.gif, alt: Xe đẩy có bàn đạp phanh, credit: Tổ bảo trì}
```
```photos
xe.gif moving 1200x900
```

## Use instead
```yaml
photos:
  - {file: xe.jpg, alt: Xe đẩy có bàn đạp phanh, credit: Tổ bảo trì}
```
```photos
xe.jpg jpeg 1200x900
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.pictures import faulty
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """More than one frame, whatever the format."""
    for picture, _ in faulty(document, "animated"):
        yield Finding({"file": picture.file}, path=picture.path)


RULE = Rule(
    code="IMG010",
    name="animated-photo",
    severity=Severity.ERROR,
    message=Text("Ảnh “{file}” là ảnh động.", "The picture “{file}” is animated."),
    help=Text(
        "Chọn một khung hình, lưu thành JPEG. Phim thì đăng nơi khác rồi dẫn liên kết ở mục “videos”.",
        "Save one frame as JPEG. Put a film elsewhere and link it under videos.",
    ),
    manual="""Ảnh phải là ảnh tĩnh, không phải ảnh động.

Hình động làm người đọc phân tâm, có người chóng mặt, lại nặng gấp nhiều lần. Phim thì dẫn ở mục “videos”.""",
    kinds=STORIES,
    document=check,
)
