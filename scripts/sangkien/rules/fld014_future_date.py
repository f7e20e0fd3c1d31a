"""Something is said to have happened on a day that is still to come.

## What it requires
First use, registration, consent, updates, corrections, recognitions, press reports and counts reported by
hand have dates up to today. Only `published` may lie in the future: that is an embargo.

## Why
A consent dated tomorrow has not been given. Any other date to come is a slip, mostly in the year.

## Example
```yaml
registered: 2202-04-20
```

## Use instead
```yaml
registered: 2022-04-20
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.dates import day
from sangkien.rules.raw import credited, mapping, rows
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_LISTED = ("corrections", "recognition", "press", "counts")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Compare every date of something past with today in the fair's zone."""
    today = context.settings.today
    limit = today.isoformat()
    for path, value in _past(document):
        if isinstance(value, str) and len(value) == len(limit) and value <= limit:
            continue  # a date of that length in the order of days
        moment = day(value)
        if moment and moment > today:
            yield Finding(
                {"key": path[-1], "date": moment.isoformat(), "today": today.isoformat()}, path=path
            )


def _past(document: Document) -> Iterator[tuple[Path, Any]]:
    data = mapping(document.data)
    for key in ("applied", "registered", "updated"):
        if key in data:
            yield (key,), data[key]
    yield from _consent(data, ())
    for path, row in credited(document):
        yield from _consent(row, path)
    for field in _LISTED:
        for number, row in rows(data.get(field)):
            if "date" in row:
                yield (field, number, "date"), row["date"]


def _consent(data: dict[str, Any], path: Path) -> Iterator[tuple[Path, Any]]:
    consent = data.get("consent")
    if isinstance(consent, dict):
        for key in ("date", "withdrawn"):
            if key in consent:
                yield (*path, "consent", key), consent[key]
    elif consent:
        yield (*path, "consent"), consent


RULE = Rule(
    code="FLD014",
    name="future-date",
    severity=Severity.ERROR,
    message=Text(
        "Ngày “{key}” ({date}) chưa đến: hôm nay là {today}.",
        "The date “{key}” ({date}) is still to come: today is {today}.",
    ),
    help=Text(
        "Kiểm tra lại năm và tháng. Muốn hẹn ngày đăng thì dùng mục “published”.",
        "Check the year and the month. To publish on a later day, use “published”.",
    ),
    manual="""Ngày áp dụng, đăng ký, đồng ý, cập nhật, đính chính, khen thưởng, báo đăng, số liệu báo cáo đều
không được sau hôm nay. Chỉ mục “published” được ghi ngày sắp tới, để hẹn ngày đăng.

Sự đồng ý đề ngày mai là chưa có. Các ngày khác mà ở tương lai thì phần nhiều do gõ nhầm năm.""",
    kinds=("initiative", "person", "event", "programme"),
    document=check,
)
