"""A picture in the folder that nothing names.

## What it requires
Each picture in an initiative's folder is listed under `photos`. In a draft it is a notice.

## Why
Only what is listed is published. A picture that isn't was most likely forgotten, and without its alt text
and credit it cannot be shown.

## Example
```photos
xe.jpg jpeg 1200x900
kho.jpg jpeg 1200x900
```

## Use instead
```photos
xe.jpg jpeg 1200x900
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import story_outline
from sangkien.rules.pictures import ENDINGS, ending, named, same_but_for_spelling
from sangkien.rules.raw import mapping, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """A picture that a wrong name surely means is left to IMG001, one that the story shows to LNK005."""
    pictures = [file for file in document.folder if ending(file) in ENDINGS]
    if not pictures or not mapping(document.data):
        return
    used = {picture.file for picture in named(document)}
    free = tuple(file for file in pictures if file not in used)
    if not free:
        return
    meant = {same_but_for_spelling(name, free) for name in used if name not in pictures}
    shown = {link.target for link in story_outline(document.body).links if link.is_image}
    for file in free:
        if file not in meant and file not in shown:
            yield Finding({"file": file}, path=("photos",), key=True, severity=softened(document))


RULE = Rule(
    code="IMG002",
    name="unused-photo",
    severity=Severity.WARNING,
    message=Text(
        "Ảnh “{file}” có trong thư mục nhưng chưa kê ở mục photos.",
        "The picture “{file}” is in the folder but not listed under photos.",
    ),
    help=Text(
        "Thêm ảnh vào mục “photos” kèm mô tả và nguồn ảnh, hoặc xóa tệp nếu không dùng.",
        "List it under photos with its alt text and credit, or delete the file.",
    ),
    manual="""Mọi ảnh trong thư mục của bài phải được kê ở mục “photos”. Bản nháp chỉ được nhắc nhẹ.

Chỉ ảnh đã kê mới được đăng. Ảnh không kê thường là quên, mà thiếu mô tả và nguồn ảnh thì cũng không đăng
được.""",
    kinds=("initiative", "event"),
    document=check,
)
