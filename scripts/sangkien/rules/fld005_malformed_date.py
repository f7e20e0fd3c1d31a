"""A date is not written year-month-day, or is no day of the calendar.

## What it requires
Dates are `YYYY-MM-DD`, and such a day exists. `published` may also be a date-time with its zone.

## Why
`03/04/2022` is the third of April to some and the fourth of March to others; what a date decides (order,
embargo, consent) must not hang on who reads it.

## Example
```yaml
applied: 15/10/2021
```

## Use instead
```yaml
applied: 2021-10-15
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.dates import day_as_written
from sangkien.rules.mends import replace_value
from sangkien.rules.raw import RECORDS, label
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_PROBLEMS = {
    "not-date": Text("không viết theo dạng năm-tháng-ngày", "is not written year-month-day"),
    "no-such-date": Text(
        "không có trong lịch (từ năm 1000 đến năm 9000)", "is no day or hour of the years 1000 to 9000"
    ),
    "not-moment": Text(
        "không phải ngày, cũng không phải ngày giờ hợp lệ", "is neither a date nor a date-time"
    ),
}


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say what is wrong; turn a date written the Vietnamese way into the year-first form."""
    value = str(fault.params.get("value", ""))
    written = day_as_written(value) if fault.kind != "no-such-date" else None
    return Finding(
        {"key": label(fault.path), "value": value, "problem": _PROBLEMS[fault.kind]},
        path=fault.path,
        fix=replace_value(document, fault.path, written.isoformat()) if written else None,
    )


RULE = Rule(
    code="FLD005",
    name="malformed-date",
    severity=Severity.ERROR,
    message=Text("Mục “{key}”: “{value}” {problem}.", "The key “{key}”: “{value}” {problem}."),
    help=Text(
        "Viết năm, tháng, ngày với hai chữ số cho tháng và ngày: 01/9/2021 viết là 2021-09-01.",
        "Write year, month, day, with two digits for month and day: 1 September 2021 is 2021-09-01.",
    ),
    manual="""Ngày viết theo dạng năm-tháng-ngày (2021-09-01) và phải có thật trong lịch. Mục “published” có
thể ghi thêm giờ và múi giờ.

03/04/2022 với người này là ngày 3 tháng 4, với người khác là ngày 4 tháng 3; thứ tự, ngày đăng, ngày đồng
ý không thể tùy vào người đọc.""",
    kinds=RECORDS,
    faults=tuple(_PROBLEMS),
    explain=explain,
)
