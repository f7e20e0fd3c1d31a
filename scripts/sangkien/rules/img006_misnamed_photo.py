"""A photo whose ending doesn't fit its format.

## What it requires
A JPEG ends in `.jpg` or `.jpeg`, a PNG in `.png`, a WebP in `.webp`.

## Why
Renaming a file doesn't change what is in it. Other programs go by the ending and refuse the file.

## Example
```photos
xe.jpg png 1200x900
```

## Use instead
```photos
xe.jpg jpeg 1200x900
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.photos.sniff import EXTENSIONS
from sangkien.rules.pictures import ending, sound
from sangkien.rules.raw import STORIES, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Compare the ending, whatever its case, with those of the format found."""
    for picture, facts in sound(document):
        endings = EXTENSIONS[facts.format]
        if ending(picture.file) not in endings:
            values = {"file": picture.file, "format": facts.format.upper(), "ending": endings[0]}
            yield Finding(values, path=picture.path, severity=softened(document))


RULE = Rule(
    code="IMG006",
    name="misnamed-photo",
    severity=Severity.WARNING,
    message=Text(
        "Ảnh “{file}” thật ra là {format}, đuôi tệp không khớp.",
        "The photo “{file}” is really {format}: its ending doesn't fit.",
    ),
    help=Text(
        "Đổi đuôi tệp thành “{ending}”, rồi sửa tên ở đây cho khớp.",
        "Rename the file to end in “{ending}”, and correct the name here.",
    ),
    manual="""Ảnh JPEG có đuôi “.jpg” hoặc “.jpeg”, PNG có đuôi “.png”, WebP có đuôi “.webp”.

Đổi tên tệp không đổi được loại ảnh bên trong. Nhiều phần mềm nhìn đuôi mà đoán loại nên không mở được.""",
    kinds=STORIES,
    document=check,
)
