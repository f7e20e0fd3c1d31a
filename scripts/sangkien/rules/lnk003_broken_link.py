"""A link within the site that leads nowhere.

## What it requires
A link without `https://` leads to a page that the site has: `/sang-kien/<slug>/`, `/huong-dan/`, or a path
from the page itself. In a draft it is a notice.

## Why
Readers who meet "page not found" seldom come back.

## Example
```markdown
## Hoàn cảnh ra đời

Giống [chiếc xe trước](/sang-kien/xe-day-hanh/), xe mới cũng trôi dốc.

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

Giống [chiếc xe trước](/sang-kien/xe-day-hang/), xe mới cũng trôi dốc.

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
from sangkien.rules.addresses import Inner, inner, links, reaches
from sangkien.rules.mends import did_you_mean
from sangkien.rules.passages import STORY, shortened
from sangkien.rules.raw import STORIES, rows, softened, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.similarity import closest


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Only what certainly leads nowhere; pictures are another rule's matter."""
    if document.kind == "banners":
        yield from _banners(document, context)
        return
    for link in links(document):
        if link.is_image or not link.target or link.target.startswith("#"):
            continue
        found = inner(document, context, link.target)
        if found is None or reaches(document, context, found):
            continue
        near = closest(found.path, _candidates(context, found))
        values = {"target": shortened(link.target), "hint": did_you_mean(f"/{near}/" if near else None)}
        start = document.body_start + link.offset
        severity = softened(document)
        yield Finding(values, path=STORY, offset=start, length=link.length, severity=severity)


def _banners(document: Document, context: Context) -> Iterator[Finding]:
    for number, row in rows(document.data):
        target = word(row.get("url")) or ""
        found = inner(document, context, target) if target.startswith("/") else None
        if found and not reaches(document, context, found):
            near = closest(found.path, _candidates(context, found))
            values = {"target": shortened(target), "hint": did_you_mean(f"/{near}/" if near else None)}
            yield Finding(values, path=(number, "url"))


def _candidates(context: Context, link: Inner) -> list[str]:
    """Stories for a link to a story, else the editorial pages."""
    if link.path.startswith("sang-kien/"):
        return [f"sang-kien/{slug}" for slug in context.slugs]
    return [page.strip("/") for page in context.pages if page]


RULE = Rule(
    code="LNK003",
    name="broken-link",
    severity=Severity.WARNING,
    message=Text(
        "Liên kết “{target}” không dẫn tới trang nào của trang tin.{hint}",
        "The link “{target}” leads to no page of the site.{hint}",
    ),
    help=Text(
        "Mở trang cần dẫn, chép lại phần địa chỉ sau tên miền. Nếu dẫn ra ngoài, thêm https:// ở đầu.",
        "Open the page and copy its address from the first slash on. For another site, begin with https://.",
    ),
    manual="""Liên kết không có https:// phải dẫn tới một trang có thật: “/sang-kien/<tên thư mục>/”,
“/huong-dan/”, hoặc đường dẫn tính từ chính trang này. Bản nháp chỉ được nhắc nhẹ.

Người đọc gặp “không tìm thấy trang” thì ít khi quay lại.""",
    kinds=(*STORIES, "banners", "page"),
    document=check,
)
