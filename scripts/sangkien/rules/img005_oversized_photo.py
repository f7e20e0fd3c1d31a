"""A photo file that is too large.

## What it requires
A photo's file has at most 40 MB.

## Why
Larger files are scans or raw exports. They make every copy of the fair heavy, and nobody sees a difference:
the site shows 1,600 pixels at most.

## Example
```photos
xe.jpg jpeg 1200x900 41MB
```

## Use instead
```photos
xe.jpg jpeg 1200x900
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.photos.container import MAX_BYTES
from sangkien.rules.pictures import faulty
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """The fault carries the number of bytes."""
    for picture, fault in faulty(document, "too-large"):
        size = int(fault.detail) // 1_000_000 if fault.detail.isdecimal() else "?"
        values = {"file": picture.file, "size": size, "limit": MAX_BYTES // 1_000_000}
        yield Finding(values, path=picture.path)


RULE = Rule(
    code="IMG005",
    name="oversized-photo",
    severity=Severity.ERROR,
    message=Text(
        "Ảnh “{file}” nặng {size} MB, quá mức {limit} MB.",
        "The photo “{file}” has {size} MB; {limit} MB is the most.",
    ),
    help=Text(
        "Mở ảnh bằng Paint hay Photos, thu nhỏ còn chừng 3000 điểm ảnh cạnh dài, lưu thành JPEG.",
        "Open it in any photo program, shrink it to some 3000 pixels, save it as JPEG.",
    ),
    manual="""Tệp ảnh nặng nhất 40 MB.

Nặng hơn thường là ảnh quét hay ảnh thô của máy. Nó làm mọi bản sao của trang nặng theo mà không ai thấy đẹp
hơn, vì trang chỉ hiện nhiều nhất 1600 điểm ảnh.""",
    kinds=STORIES,
    document=check,
)
