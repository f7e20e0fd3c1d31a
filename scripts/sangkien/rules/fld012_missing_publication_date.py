"""A published initiative or event has no date of publication.

## What it requires
With `status: published` stands `published`: a date, or a date-time with its zone.

## Why
The date decides when the story may be shown and where it stands in lists and feeds. Without it, it is
unclear whether an embargo was meant: it isn't shown.

## Example
```without
published
```

## Use instead
```yaml
published: 2022-05-01
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import mapping, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look for the date where the status asks for it."""
    data = mapping(document.data)
    if word(data.get("status")) == "published" and "published" not in data:
        yield Finding({"today": context.settings.today.isoformat()}, path=("published",))


RULE = Rule(
    code="FLD012",
    name="missing-publication-date",
    severity=Severity.ERROR,
    message=Text(
        "Trạng thái là “published” nhưng chưa có ngày đăng (published).",
        "The status is “published”, and there is no date of publication (published).",
    ),
    help=Text(
        "Thêm dòng “published: {today}”, hoặc đổi thành “status: draft” nếu chưa đăng.",
        "Add a line “published: {today}”, or write “status: draft” if it is not to be published yet.",
    ),
    manual="""Khi ghi “status: published” thì phải có mục “published”: ngày đăng, hoặc ngày giờ có múi giờ.

Ngày này quyết định lúc nào bài được hiện và bài đứng ở đâu trong danh sách. Không có thì không rõ bài có
đang chờ đến ngày đăng hay không, nên bài không hiện.""",
    kinds=("initiative", "event"),
    document=check,
)
