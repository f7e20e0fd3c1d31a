"""A unit's count for a month is reported twice.

## What it requires
`content/counts.csv` has one row for each unit and month.

## Why
Which of the two is right can't be told; neither is counted in the report.

## Example
```file content/counts.csv
unit,month,number,source
cong-ty-mau,2022-05,12,Báo cáo tháng 5
cong-ty-mau,5/2022,14,Báo cáo quý II
```

## Use instead
```file content/counts.csv
unit,month,number,source
cong-ty-mau,2022-05,14,Báo cáo quý II
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.unit_counts import sound_counts
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.counts import count_rows
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Each row of those that repeat."""
    rows = count_rows(document.text) if not document.faults else None
    units = context.vocabularies.names("organisations")
    for fault in sound_counts(rows or (), units, context.settings.today)[2]:
        yield Finding({"which": fault.problem}, line=fault.line)


RULE = Rule(
    code="FLD028",
    name="repeated-count",
    severity=Severity.WARNING,
    message=Text(
        "Số liệu này ghi hai lần: {which}. Chưa dòng nào được tính.",
        "This count is given twice: {which}. Neither is counted.",
    ),
    help=Text("Giữ dòng đúng, xóa dòng kia.", "Keep the right row, delete the other."),
    manual="""Tệp content/counts.csv có mỗi đơn vị, mỗi tháng một dòng.

Hai dòng khác nhau thì không biết dòng nào đúng, nên báo cáo không tính dòng nào.""",
    kinds=("counts",),
    document=check,
)
