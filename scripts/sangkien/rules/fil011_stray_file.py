"""A file in an initiative's folder that the site has no use for.

## What it requires
Beside `index.md` the folder holds pictures alone. Files that systems and editors leave behind are passed
over.

## Why
A Word file or a table left there never reaches the site, and may hold what was not meant to be passed on:
telephone numbers, identity numbers, earlier drafts.

## Example
```file initiatives/xe-day-hang/bao-cao.docx
Báo cáo sáng kiến
```

## Use instead
```file initiatives/xe-day-hang/Thumbs.db
(left by Windows: passed over)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.left_behind import is_left_behind
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_PICTURES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".gif",
    ".heic",
    ".heif",
    ".avif",
    ".tif",
    ".tiff",
    ".bmp",
    ".svg",
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look at the names of the folder's other files."""
    for name in document.folder:
        if not name.lower().endswith(_PICTURES) and not is_left_behind(name):
            yield Finding({"name": name}, line=1)


RULE = Rule(
    code="FIL011",
    name="stray-file",
    severity=Severity.WARNING,
    message=Text(
        "Thư mục có tệp “{name}” mà trang không dùng đến.",
        "The folder holds “{name}”, which the site does not use.",
    ),
    help=Text(
        "Chuyển tệp ra ngoài thư mục sáng kiến; nội dung cần đăng thì đưa vào “index.md”.",
        "Move the file out of the initiative's folder; put what is to be published into “index.md”.",
    ),
    manual="""Ngoài “index.md”, thư mục của một sáng kiến chỉ chứa ảnh. Tệp do Windows hay chương trình soạn
thảo để lại thì được bỏ qua.

Tệp Word, bảng tính để quên ở đó không lên trang, mà có khi lại chứa điều không nên đưa đi tiếp: số điện
thoại, số căn cước, bản nháp cũ.""",
    kinds=("initiative", "event"),
    document=check,
)
