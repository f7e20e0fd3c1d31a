"""An initiative was in use before the day from which its phase of the programme counts.

## What it requires
Where a phase of the programme states `applied_from`, an initiative that belongs to it by its registration
(or, without one, by its first use) was not applied before that day.

## Why
The programme counts what is new. What was in use earlier would make its figures wrong.

## Example
```yaml
applied: 2021-08-15
```

## Use instead
```yaml
applied: 2021-09-15
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.dates import day
from sangkien.rules.raw import mapping
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Find the phase as the counts do; an error only where the initiative was registered for it."""
    if context.programme is None:
        return
    data = mapping(document.data)
    applied, registered = day(data.get("applied")), day(data.get("registered"))
    phase = context.programme.phase_of(registered or applied)
    if applied and phase and phase.applied_from and applied < phase.applied_from:
        values = {
            "applied": applied.isoformat(),
            "phase": phase.name,
            "limit": phase.applied_from.isoformat(),
        }
        yield Finding(values, path=("applied",), severity=None if registered else Severity.WARNING)


RULE = Rule(
    code="FLD015",
    name="early-for-phase",
    severity=Severity.ERROR,
    message=Text(
        "Áp dụng từ {applied}, sớm hơn mốc {limit} của “{phase}”.",
        "Applied from {applied}, before {limit}, the day from which “{phase}” counts.",
    ),
    help=Text(
        "Kiểm tra ngày áp dụng (applied) và ngày đăng ký (registered); nếu đúng thì sáng kiến không "
        "thuộc giai đoạn này.",
        "Check “applied” and “registered”; if both are right, the initiative does not belong to this phase.",
    ),
    manual="""Khi một giai đoạn của chương trình có mốc “applied_from”, sáng kiến thuộc giai đoạn ấy (theo
ngày đăng ký, không có thì theo ngày áp dụng) không được áp dụng trước mốc.

Chương trình chỉ đếm cái mới. Đếm cả cái đã dùng từ trước thì số liệu sai.""",
    document=check,
)
