"""A booth or a session names an initiative that is not there.

## What it requires
`initiative` of a booth, and each of the `initiatives` of a session, is the name of a folder in
`initiatives/`.

## Why
The site says at which booth to meet an initiative; a mistyped name leads to none.

## Example
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
booths: [{number: A1, initiative: xe-day-hanh}]
---
```

## Use instead
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
booths: [{number: A1, initiative: xe-day-hang}]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Path, Severity, Text
from sangkien.model.scalars import is_slug
from sangkien.rules.mends import did_you_mean
from sangkien.rules.raw import items, mapping, rows, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.similarity import closest


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look up each well-formed name among the folders."""
    for path, value in _named(document):
        if value and value not in context.slugs and is_slug(value):
            hint = did_you_mean(closest(value, sorted(context.slugs)))
            values = {"slug": value, "folder": context.settings.initiatives_dir, "hint": hint}
            yield Finding(values, path=path)


def _named(document: Document) -> Iterator[tuple[Path, str | None]]:
    data = mapping(document.data)
    for number, booth in rows(data.get("booths")):
        yield ("booths", number, "initiative"), word(booth.get("initiative"))
    for number, session in rows(data.get("sessions")):
        for place, slug in enumerate(items(session.get("initiatives"))):
            yield ("sessions", number, "initiatives", place), word(slug)


RULE = Rule(
    code="FLD025",
    name="unknown-initiative",
    severity=Severity.ERROR,
    message=Text(
        "Không có sáng kiến “{slug}” trong thư mục {folder}.{hint}",
        "There is no initiative “{slug}” in {folder}.{hint}",
    ),
    help=Text(
        "Ghi đúng tên thư mục của sáng kiến; nếu gian ấy không có sáng kiến nào thì xóa mục này.",
        "Give the name of the initiative's folder, or delete the key if there is none.",
    ),
    manual="""Mục “initiative” của một gian, và mỗi tên trong “initiatives” của một phiên, là tên một thư mục
trong “initiatives”.

Trang chỉ cho người xem gặp sáng kiến nào ở gian nào; gõ sai thì không dẫn tới đâu.""",
    kinds=("event",),
    document=check,
)
