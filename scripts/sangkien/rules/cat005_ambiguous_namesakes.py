"""One name stands at two units, and nothing says whether it is one person.

## What it requires
Where exactly the same name is found at two units, `person:` tells whose it is. This is a notice.

## Why
Without it they are taken for two people. Somebody who changed to another firm has then two pages.

## Example
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
authors:
  - {name: Nguyễn Văn Mẫu, organisation: cong-ty-vi-du, consent: 2022-04-28}
```

## Use instead
```file content/people/nguyen-van-mau.md
---
name: Nguyễn Văn Mẫu
consent: 2022-04-28
---
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
authors:
  - {name: Nguyễn Văn Mẫu, organisation: cong-ty-vi-du, person: nguyen-van-mau, consent: 2022-04-28}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.credits import Credit, credits_of
from sangkien.rules.rule import Finding, Rule
from sangkien.text.names import usual_name


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each name once, where it turns up at its second unit."""
    first: dict[str, Credit] = {}
    told: set[str] = set()
    for credit in credits_of(catalogue):
        name = usual_name(credit.name)
        if credit.author.person or name in told:
            continue
        other = first.setdefault(name, credit)
        if other.organisation != credit.organisation:
            told.add(name)
            values = {"name": credit.name, "unit": credit.organisation, "other": other.organisation}
            yield Finding(values, file=credit.story.file, path=credit.path)


RULE = Rule(
    code="CAT005",
    name="ambiguous-namesakes",
    severity=Severity.NOTICE,
    message=Text(
        "Tên “{name}” có ở cả “{other}” và “{unit}”: một người hay hai người trùng tên?",
        "The name “{name}” stands at “{other}” and at “{unit}”: one person, or two?",
    ),
    help=Text(
        "Một người thì ghi cùng một mục “person” ở các bài; hai người thì không phải làm gì.",
        "One person: write the same “person” in all their initiatives. Two: nothing need be done.",
    ),
    manual="""Khi đúng một tên có ở hai đơn vị, mục “person” cho biết đó là ai. Đây chỉ là lời nhắc.

Không ghi thì máy coi là hai người. Người chuyển sang đơn vị khác sẽ có hai trang.""",
    kinds=(),
    catalogue=check,
)
