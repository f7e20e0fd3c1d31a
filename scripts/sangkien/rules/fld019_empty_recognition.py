"""A recognition says neither which award it is, nor at which level it was given.

## What it requires
Each row of `recognition` has an `award` (an id of the vocabulary) or a `level`, or both.

## Why
A year or a decision number alone can't be shown: nobody could tell what was recognised by whom.

## Example
```yaml
recognition:
  - {year: 2022, decision: 12/QĐ-CĐ}
```

## Use instead
```yaml
recognition:
  - {level: co-so, year: 2022, decision: 12/QĐ-CĐ}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import mapping, rows, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look for the two keys in each row."""
    for number, row in rows(mapping(document.data).get("recognition")):
        if "award" not in row and "level" not in row:
            yield Finding({"number": number + 1}, path=("recognition", number), severity=softened(document))


RULE = Rule(
    code="FLD019",
    name="empty-recognition",
    severity=Severity.WARNING,
    message=Text(
        "Lần công nhận thứ {number} không ghi hình thức khen (award), cũng không ghi cấp công nhận (level).",
        "Recognition {number} has neither an award nor a level.",
    ),
    help=Text(
        "Thêm “level: co-so” (hoặc cap-tren, tinh, toan-quoc), hoặc “award: …” với mã trong danh mục "
        "khen thưởng.",
        "Add “level: co-so” (or cap-tren, tinh, toan-quoc), or “award: …” with an id of the awards "
        "vocabulary.",
    ),
    manual="""Mỗi dòng của mục “recognition” phải có hình thức khen (award) hoặc cấp công nhận (level), hoặc
cả hai.

Chỉ có năm hay số quyết định thì người xem không biết được ai công nhận, công nhận gì.""",
    document=check,
)
