"""A photo too small to be shown well.

## What it requires
The long edge of a photo is at least 800 pixels, of a portrait 400.

## Why
On a wide screen and on paper a small photo is blurred. What comes through a chat is often shrunk: the
original is still on the phone.

## Example
```photos
xe.jpg jpeg 640x480
```

## Use instead
```photos
xe.jpg jpeg 1600x1200
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.pictures import sound
from sangkien.rules.raw import STORIES, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

LEAST = 800
"""Pixels of a photo's long edge: half of the largest variant."""
LEAST_PORTRAIT = 400


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Compare the long edge."""
    least = LEAST_PORTRAIT if document.kind == "person" else LEAST
    for picture, facts in sound(document):
        if max(facts.width, facts.height) < least:
            size = f"{facts.width} × {facts.height}"
            values = {"file": picture.file, "size": size, "least": least}
            yield Finding(values, path=picture.path, severity=softened(document))


RULE = Rule(
    code="IMG004",
    name="small-photo",
    severity=Severity.WARNING,
    message=Text(
        "Ảnh “{file}” nhỏ quá: {size} điểm ảnh, cạnh dài nên từ {least} trở lên.",
        "The photo “{file}” is small: {size} pixels; the long edge should have {least}.",
    ),
    help=Text(
        "Xin ảnh gốc. Ảnh nhận qua Zalo thường bị thu nhỏ: nhờ người gửi chọn “HD” hoặc gửi dạng tệp.",
        "Ask for the original. Chats shrink photos: have it sent as a file.",
    ),
    manual="""Cạnh dài của ảnh ít nhất 800 điểm ảnh, ảnh chân dung ít nhất 400.

Ảnh nhỏ đưa lên màn hình rộng hay in ra thì mờ. Ảnh gửi qua Zalo thường đã bị thu nhỏ, bản gốc vẫn còn trong
điện thoại.""",
    kinds=STORIES,
    document=check,
)
