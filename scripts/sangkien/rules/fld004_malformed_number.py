"""A number is written so that it could be read in two ways.

## What it requires
Amounts and counts are digits alone: `120000000`. A year has four digits. A share is a number over 0 and
at most 100, with at most two decimals after a dot.

## Why
`120.000` is a hundred and twenty thousand to a Vietnamese reader and a hundred and twenty to a machine:
the benefit would be shown a thousand times too small.

## Example
```yaml
benefit: {vnd_per_year: 120.000.000 đồng}
```

## Use instead
```yaml
benefit: {vnd_per_year: 120000000}
```
"""

from __future__ import annotations

import re

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.mends import replace_value
from sangkien.rules.raw import RECORDS, label
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_GROUPED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15})\s*(?:đồng|đ|vnđ|vnd)?", re.I)
_SHARE = re.compile(r"([0-9]{1,3})(?:[,.]([0-9]{1,2}))?\s*%?")

_MENDS = {
    "not-integer": Text(
        "Chỉ viết chữ số, không chấm, không phẩy, không chữ: 120 nghìn viết là 120000, 1,5 tỷ viết là "
        "1500000000.",
        "Write digits alone, without dots, commas or words: 120 thousand is 120000, 1.5 billion is "
        "1500000000.",
    ),
    "negative": Text("Viết một số từ 0 trở lên.", "Write a number of 0 or more."),
    "not-year": Text("Viết đủ bốn chữ số, ví dụ 2022.", "Write four digits, for example 2022."),
    "not-share": Text(
        "Viết một số trên 0 và không quá 100, không có dấu %; phần lẻ viết sau dấu chấm, ví dụ 33.33.",
        "Write a number over 0 and at most 100, without %; decimals follow a dot, for example 33.33.",
    ),
}


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say how such a number is written; rewrite it where dots in threes, “đồng” or “%” leave no doubt."""
    value = str(fault.params.get("value", ""))
    better = _plain(fault.kind, value)
    return Finding(
        {"key": label(fault.path), "value": value, "mend": _MENDS[fault.kind]},
        path=fault.path,
        fix=replace_value(document, fault.path, better) if better else None,
    )


def _plain(kind: str, value: str) -> str | None:
    if kind == "not-integer" and (match := _GROUPED.fullmatch(value.strip())):
        return match[1].replace(".", "")
    if kind == "not-share" and (match := _SHARE.fullmatch(value.strip())):
        plain = f"{match[1]}.{match[2]}" if match[2] else match[1]
        return plain if 0 < float(plain) <= 100 else None
    return None


RULE = Rule(
    code="FLD004",
    name="malformed-number",
    severity=Severity.ERROR,
    message=Text(
        "“{value}” không phải là số hợp lệ cho mục “{key}”.", "“{value}” is not a valid number for “{key}”."
    ),
    help=Text("{mend}", "{mend}"),
    manual="""Số tiền, số lượng chỉ gồm chữ số: 120000000. Năm có bốn chữ số. Tỷ lệ đóng góp (share) là số
trên 0 và không quá 100, có nhiều nhất hai chữ số lẻ sau dấu chấm.

“120.000” với người Việt là một trăm hai mươi nghìn, với máy lại là một trăm hai mươi: số tiền làm lợi sẽ
hiện sai cả nghìn lần.""",
    kinds=RECORDS,
    faults=tuple(_MENDS),
    explain=explain,
)
