"""A consent that cannot be understood.

## What it requires
`consent` is the date of the person's own consent, `{basis: public-report, publisher: …}`, or
`{withdrawn: DATE}`.

## Why
A consent that cannot be read is none: the person is not named until it is clear.

## Example
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    consent: {basis: verbal}
```

## Use instead
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    consent: 2022-04-28
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Rule

RULE = Rule(
    code="PRV002",
    name="malformed-consent",
    severity=Severity.ERROR,
    message=Text("Mục “consent” ghi chưa đúng cách.", "This `consent` cannot be understood."),
    help=Text(
        "Ghi ngày tác giả đồng ý, ví dụ “consent: 2022-04-28”. Tên đã được cơ quan, đoàn thể công khai "
        "thì ghi"
        " “basis: public-report” và “publisher”.",
        "Write the date of consent, as in “consent: 2022-04-28”; or “basis: public-report” with a "
        "“publisher” if a"
        " public body named the person already.",
    ),
    manual="""Mục “consent” là ngày chính người ấy đồng ý, hoặc “basis: public-report” kèm “publisher”,
hoặc “withdrawn” kèm ngày rút lại.

Sự đồng ý không đọc được thì coi như không có: chưa rõ thì chưa nêu tên.""",
    kinds=STORIES,
    faults=("not-consent",),
)
