"""A count reported by hand cannot be read.

## What it requires
`content/counts.csv` is a UTF-8 file whose first line is `unit,month,number,source`. Each row has a unit's id,
a month (`2022-05` or `5/2022`) that has begun, a whole number without marks, and the source.

## Why
A row with a fault is left out of the report: a number that was misread would stand beside those that were
counted. The site shows nothing of this file.

## Example
```file content/counts.csv
unit,month,number,source
cong-ty-mau,2022-05,1.200,Báo cáo tháng 5
```

## Use instead
```file content/counts.csv
unit,month,number,source
cong-ty-mau,2022-05,1200,Báo cáo tháng 5
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.unit_counts import sound_counts
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.counts import count_rows
from sangkien.source.document import Document

_UNREADABLE = Text("tệp không phải UTF-8, hoặc không đọc được", "the file is not UTF-8, or can't be read")
_HEAD = Text(
    "dòng đầu phải là “unit,month,number,source”", "the first line must be “unit,month,number,source”"
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding a row; nothing more where the file or its head is wrong."""
    rows = count_rows(document.text) if not document.faults else None
    if rows is None:
        yield Finding({"problem": _UNREADABLE if document.faults else _HEAD}, line=1)
        return
    units = context.vocabularies.names("organisations")
    for fault in sound_counts(rows, units, context.settings.today)[1]:
        yield Finding({"problem": fault.problem}, line=fault.line)


RULE = Rule(
    code="FLD027",
    name="malformed-count",
    severity=Severity.WARNING,
    message=Text("Số liệu báo cáo tay chưa đọc được: {problem}.", "A count can't be read: {problem}."),
    help=Text(
        "Sửa dòng ấy: mã đơn vị, tháng như 2022-05, số viết liền, nguồn. Lưu tệp dạng “CSV UTF-8”.",
        "Mend the row: unit's id, month (2022-05), plain number, source. Save as “CSV UTF-8”.",
    ),
    manual="""Tệp content/counts.csv lưu dạng UTF-8, dòng đầu là “unit,month,number,source”. Mỗi dòng có mã
đơn vị, tháng (2022-05 hoặc 5/2022) đã tới, số nguyên viết liền, và nguồn.

Dòng sai không được tính vào báo cáo: đọc nhầm một con số thì cả bảng mất tin cậy. Trang web không hiện gì từ
tệp này.""",
    kinds=("counts",),
    document=check,
)
