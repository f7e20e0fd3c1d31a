"""A date-time does not say its zone.

## What it requires
A date-time ends with its offset from UTC: `2022-05-01T08:00+07:00`. A bare date needs none: it begins at
midnight in the fair's zone.

## Why
The hour decides when an embargo ends. Without a zone a server in another country would publish hours too
early.

## Example
```yaml
published: 2022-05-01T08:00
```

## Use instead
```yaml
published: 2022-05-01T08:00+07:00
```
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.mends import replace_value
from sangkien.rules.raw import RECORDS, label
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.settings import Settings
from sangkien.source.document import Document


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Offer the offset that the fair's own zone has at that hour."""
    value = str(fault.params.get("value", ""))
    offset = _offset(value, context.settings)
    return Finding(
        {"key": label(fault.path), "value": value, "better": value + (offset or "+07:00")},
        path=fault.path,
        fix=replace_value(document, fault.path, value + offset) if offset else None,
    )


def _offset(value: str, settings: Settings) -> str | None:
    try:
        moment = datetime.fromisoformat(value).replace(tzinfo=settings.zone)
        offset = moment.utcoffset() or timedelta()
    except (ValueError, OverflowError):
        return None
    minutes, rest = divmod(abs(offset), timedelta(minutes=1))
    if rest:
        return None
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


RULE = Rule(
    code="FLD006",
    name="missing-zone",
    severity=Severity.ERROR,
    message=Text(
        "Mục “{key}”: giờ “{value}” không ghi múi giờ.", "The key “{key}”: “{value}” has no time zone."
    ),
    help=Text(
        "Thêm múi giờ vào cuối: {better}. Chỉ cần ngày thì bỏ giờ đi.",
        "Add the zone at the end: {better}. If the day is enough, leave the hour out.",
    ),
    manual="""Ngày có giờ phải ghi múi giờ ở cuối, ví dụ 2022-05-01T08:00+07:00. Chỉ ghi ngày thì không cần:
ngày bắt đầu từ 0 giờ theo múi giờ của hội thi.

Giờ quyết định lúc bài được đăng. Không có múi giờ, máy chủ ở nước khác có thể đăng sớm nhiều tiếng.""",
    kinds=RECORDS,
    faults=("no-zone",),
    explain=explain,
)
