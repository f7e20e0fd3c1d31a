"""A file that cannot be read as a photo.

## What it requires
A photo is a whole JPEG, PNG or WebP file of a sane size in pixels.

## Why
A cut-off download, a Word file renamed to `.jpg`, a drawing format: none of them can be shown, and some are
made to harm the program that opens them.

## Example
```photos
xe.jpg text
```

## Use instead
```photos
xe.jpg jpeg 1200x900
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.photos.fault import PhotoFault
from sangkien.rules.pictures import faulty
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_KINDS = {
    "empty": Text("là tệp rỗng", "is empty"),
    "html": Text("là một trang web", "is a web page"),
    "zip": Text("là tệp nén hoặc tệp Word, Excel", "is a ZIP, Word or Excel file"),
    "pdf": Text("là tệp PDF", "is a PDF file"),
    "video": Text("là phim", "is a film"),
    "": Text("không phải là ảnh", "isn't a picture"),
}
_BROKEN = Text("bị hỏng hoặc tải chưa hết", "is broken or cut off")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Every fault but those that have a rule of their own."""
    for picture, fault in faulty(document, "not-an-image", "undecodable", "too-many-pixels", "unsupported"):
        if not fault.detail.startswith("heic"):
            yield Finding({"file": picture.file, "problem": _problem(fault)}, path=picture.path)


def _problem(fault: PhotoFault) -> Text:
    if fault.kind == "unsupported":
        name = fault.detail.upper()
        return Text(f"thuộc loại {name}, không dùng được", f"is a {name} file, which can't be used")
    if fault.kind == "too-many-pixels":
        return Text(f"quá lớn ({fault.detail} điểm ảnh)", f"is too large ({fault.detail} pixels)")
    return _BROKEN if fault.kind == "undecodable" else _KINDS.get(fault.detail, _KINDS[""])


RULE = Rule(
    code="IMG003",
    name="undecodable-photo",
    severity=Severity.ERROR,
    message=Text("Ảnh “{file}” {problem}.", "The photo “{file}” {problem}."),
    help=Text(
        "Lấy lại ảnh gốc từ máy chụp hay điện thoại, lưu thành JPEG rồi chép đè lên.",
        "Take the original from the camera or the phone, save it as JPEG and copy it here.",
    ),
    manual="""Ảnh phải là một tệp JPEG, PNG hoặc WebP nguyên vẹn, số điểm ảnh vừa phải.

Ảnh tải dở, tệp Word đổi đuôi thành “.jpg”, tệp vẽ: đều không hiện được, có tệp còn cố ý làm hỏng phần mềm
mở nó.""",
    kinds=STORIES,
    document=check,
)
