"""A picture in the story that is not among the photos.

## What it requires
`![…](file)` in a story names a file that stands under `photos`. Pictures of other sites are never shown.

## Why
Only listed photos are checked, made small and freed of what phones hide in them. A picture of another
site would tell that site who reads here.

## Example
```markdown
## Hoàn cảnh ra đời

Xe đẩy trôi dốc. ![Xe](https://example.org/xe.jpg)

## Giải pháp

Hàn thêm bàn đạp phanh vào càng xe.

## Hiệu quả

Không còn chuyến xe nào trôi.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được.
```

## Use instead
```markdown
## Hoàn cảnh ra đời

Xe đẩy trôi dốc. ![Xe](xe.jpg)

## Giải pháp

Hàn thêm bàn đạp phanh vào càng xe.

## Hiệu quả

Không còn chuyến xe nào trôi.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.addresses import SAFE, links, scheme
from sangkien.rules.mends import did_you_mean
from sangkien.rules.passages import STORY, shortened
from sangkien.rules.pictures import named
from sangkien.rules.raw import STORIES, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.similarity import closest

_REMOTE = Text("nằm ở trang khác", "is on another site")
_UNLISTED = Text("chưa được kê ở mục photos", "isn't listed under photos")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Remote pictures, and names that ``photos`` (of a person: ``portrait``) doesn't have."""
    if "![" not in document.body:
        return
    listed = {picture.file for picture in named(document)}
    for link in links(document):
        if not link.is_image or link.target in listed:
            continue
        kind = scheme(link.target)
        if kind and kind not in SAFE:
            continue  # LNK002 says it
        remote = bool(kind) or link.target.startswith("//")
        near = None if remote else closest(link.target, listed)
        values = {
            "target": shortened(link.target),
            "problem": _REMOTE if remote else _UNLISTED,
            "hint": did_you_mean(near),
        }
        start = document.body_start + link.offset
        severity = None if remote else softened(document)
        yield Finding(values, path=STORY, offset=start, length=link.length, severity=severity)


RULE = Rule(
    code="LNK005",
    name="unlisted-image",
    severity=Severity.ERROR,
    message=Text("Ảnh “{target}” trong bài {problem}.{hint}", "The picture “{target}” {problem}.{hint}"),
    help=Text(
        "Chép ảnh vào thư mục của bài, kê ở mục “photos” rồi ghi đúng tên tệp ở đây; hoặc bỏ ảnh đi.",
        "Copy it into the folder, list it under photos, and name that file here; or take it out.",
    ),
    manual="""Ảnh chèn trong bài bằng “![…](tệp)” phải là tệp đã kê ở mục “photos”. Ảnh của trang khác
không bao giờ được hiện.

Chỉ ảnh đã kê mới được kiểm tra, thu nhỏ và xóa thông tin ẩn của điện thoại. Ảnh lấy từ trang khác thì trang
ấy biết ai đang đọc ở đây.""",
    kinds=STORIES,
    document=check,
)
