"""An hour is not written as hours and minutes with a colon.

## What it requires
Hours of an event are `HH:MM`, from 00:00 to 23:59, in the zone of the fair: `08:00`, `16:30`.

## Why
`8h30`, `8.30` and `8:30 PM` are read in different ways; whoever comes half a day late was told so by the
site.

## Example
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: 8h, to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
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
---
```
"""

from __future__ import annotations

import re

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.mends import quoted, replace_value
from sangkien.rules.raw import RECORDS, label
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_WRITTEN = re.compile(r"([01]?\d|2[0-3])\s*(?:h|g|giờ|[.:])\s*([0-5]\d)?\s*(?:phút|p)?", re.I)


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Turn an hour written the Vietnamese way into the form with a colon."""
    value = str(fault.params.get("value", ""))
    match = _WRITTEN.fullmatch(value.strip())
    better = f"{int(match[1]):02d}:{match[2] or '00'}" if match else None
    return Finding(
        {"key": label(fault.path), "value": value},
        path=fault.path,
        fix=replace_value(document, fault.path, quoted(better)) if better else None,
    )


RULE = Rule(
    code="FLD023",
    name="malformed-hour",
    severity=Severity.ERROR,
    message=Text(
        "Mục “{key}”: “{value}” không phải là giờ viết đúng cách.",
        "The key “{key}”: “{value}” is no hour of the day.",
    ),
    help=Text(
        "Viết giờ và phút, cách nhau bằng dấu hai chấm: 8 giờ viết là 08:00, 4 giờ rưỡi chiều là 16:30.",
        "Write hours and minutes with a colon: 08:00, 16:30.",
    ),
    manual="""Giờ của sự kiện viết theo dạng giờ:phút, từ 00:00 đến 23:59, theo múi giờ của hội thi.

“8h30”, “8.30” hay “4:30 chiều” mỗi máy hiểu một cách; người đến trễ nửa ngày là do trang ghi thế.""",
    kinds=RECORDS,
    faults=("not-hour",),
    explain=explain,
)
