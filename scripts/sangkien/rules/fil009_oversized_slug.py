"""The name of a folder is too long.

## What it requires
The name of an initiative's folder, and of a person's file, has at most 90 characters.

## Why
Windows takes paths of 260 characters in all: a longer folder could not be copied or unpacked on many
office computers.

## Example
```slug
xe-day-hang-co-phanh-chan-dung-ngay-khi-nguoi-day-nhac-chan-khoi-ban-dap-o-kho-thanh-pham-so-2
```

## Use instead
```slug
xe-day-hang-co-phanh-chan
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.model.scalars import MAX_SLUG
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.folding import slugify


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Count the characters of the name."""
    if len(document.slug) > MAX_SLUG:
        yield Finding(
            {"length": len(document.slug), "limit": MAX_SLUG, "better": slugify(document.slug)}, line=1
        )


RULE = Rule(
    code="FIL009",
    name="oversized-slug",
    severity=Severity.ERROR,
    message=Text(
        "Tên thư mục dài {length} ký tự, nhiều nhất là {limit}.",
        "The folder's name has {length} characters, at most {limit} are allowed.",
    ),
    help=Text(
        "Đổi thành tên ngắn hơn, ví dụ “{better}”. Tên sáng kiến (title) không phải đổi theo.",
        "Choose a shorter name, for example “{better}”. The title need not change.",
    ),
    manual="""Tên thư mục của sáng kiến, tên tệp của một người dài nhiều nhất 90 ký tự.

Windows chỉ nhận đường dẫn dài 260 ký tự: tên dài hơn thì nhiều máy văn phòng không chép, không giải nén
được.""",
    kinds=STORIES,
    document=check,
)
