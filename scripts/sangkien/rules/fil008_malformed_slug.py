"""The name of a folder or of a person's file can't be a web address.

## What it requires
The name of an initiative's folder, and of a person's file, is made of a–z, 0–9 and single hyphens.

## Why
The name is the page's address. Capital letters, blanks and Vietnamese letters make addresses that break
when they are copied, and that are one name on Windows and two on the server.

## Example
```slug
Xe_Day_Hang
```

## Use instead
```slug
xe-day-hang
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.model.scalars import is_slug
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.folding import slugify


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Compare the name with what it would be as an address; its length is another rule's matter."""
    if is_slug(document.slug) or slugify(document.slug, len(document.slug) or 1) == document.slug != "":
        return
    better = slugify(document.slug) or "ten-sang-kien"
    yield Finding({"slug": document.slug, "better": better}, line=1)


RULE = Rule(
    code="FIL008",
    name="malformed-slug",
    severity=Severity.ERROR,
    message=Text(
        "Tên “{slug}” không dùng làm địa chỉ trang được.", "The name “{slug}” can't be the address of a page."
    ),
    help=Text(
        "Đổi tên thư mục (hoặc tệp) thành “{better}”: chỉ có chữ thường không dấu a–z, chữ số và dấu "
        "gạch nối.",
        "Rename the folder (or file) to “{better}”: only a–z, 0–9 and single hyphens.",
    ),
    manual="""Tên thư mục của sáng kiến, tên tệp của một người chỉ gồm chữ thường không dấu a–z, chữ số và
dấu gạch nối đơn.

Tên ấy chính là địa chỉ trang. Chữ hoa, dấu cách, chữ có dấu làm địa chỉ hỏng khi chép đi, và là một tên
trên Windows nhưng lại thành hai tên trên máy chủ.""",
    kinds=STORIES,
    document=check,
)
