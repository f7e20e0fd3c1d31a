"""A photo in the format of iPhones, which cannot be read here.

## What it requires
A photo is JPEG, PNG or WebP. HEIC works only where the extra `heic` is installed.
In a draft this is a notice: phones' photos are imported as they come.

## Why
iPhones write HEIC unless told otherwise. The program that reads it stands under a licence that not every
fair can take, so it is optional.

## Example
```yaml
photos:
  - {file: xe.heic, alt: Xe đẩy có bàn đạp phanh, credit: Tổ bảo trì}
```
```photos
xe.heic heic 1200x900
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
from sangkien.rules.raw import STORIES, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Without the extra, and with it where the file cannot be decoded: a JPEG is the way out of both."""
    for picture, fault in faulty(document, "heic", "undecodable"):
        if fault.kind == "heic" or fault.detail.startswith("heic"):
            yield Finding({"file": picture.file}, path=picture.path, severity=softened(document))


RULE = Rule(
    code="IMG009",
    name="heic-photo",
    severity=Severity.ERROR,
    message=Text(
        "Ảnh “{file}” là ảnh HEIC của iPhone, máy này không đọc được.",
        "The photo “{file}” is an iPhone's HEIC, which can't be read here.",
    ),
    help=Text(
        "Trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất, rồi chụp lại; hoặc mở ảnh, chọn "
        "Chia sẻ › Tùy chọn ›"
        " Tương thích nhất rồi gửi lại. Người dựng trang cũng có thể cài thêm gói “sangkien[heic]”.",
        "On the iPhone: Settings › Camera › Formats › Most Compatible, and take it again; or Share › "
        "Options › Most"
        " Compatible and send it again. Whoever builds the site can install “sangkien[heic]” instead.",
    ),
    manual="""Ảnh phải là JPEG, PNG hoặc WebP. Ảnh HEIC chỉ đọc được ở máy có cài thêm gói “heic”; trong
bản nháp đây chỉ là lời nhắc.

iPhone mặc định chụp HEIC. Phần mềm đọc loại này có giấy phép không phải nơi nào cũng dùng được, nên để tùy
chọn.""",
    kinds=STORIES,
    document=check,
)
