"""A name is spelt in two ways within one unit, and may be one person's.

## What it requires
A person's name is written the same in every initiative. This is a notice: two people may well have such
names.

## Why
"Hoà" and "Hòa", "Ánh" and "Anh" become two people with a page each, and neither shows all that the person
made.

## Example
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
authors:
  - {name: Nguyễn Văn Mâu, consent: 2022-04-28}
```

## Use instead
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
authors:
  - {name: Nguyễn Văn Mẫu, consent: 2022-04-28}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.credits import Credit, credits_of
from sangkien.rules.rule import Finding, Rule
from sangkien.text.folding import fold
from sangkien.text.names import usual_name


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Compare each spelling with the most frequent one of its fold in the unit."""
    for spellings in _spellings(catalogue).values():
        if len(spellings) > 1:
            usual = max(spellings.values(), key=len)
            for name, rows in spellings.items():
                if rows is not usual and not _told_apart(usual, rows):
                    values = {"name": name, "other": usual[0].name, "unit": rows[0].organisation}
                    yield Finding(values, file=rows[0].story.file, path=rows[0].path)


def _spellings(catalogue: Catalogue) -> dict[tuple[str, str], dict[str, list[Credit]]]:
    folded: dict[str, str] = {}
    found: defaultdict[tuple[str, str], dict[str, list[Credit]]] = defaultdict(dict)
    for credit in credits_of(catalogue):
        name = usual_name(credit.name)
        if name not in folded:
            folded[name] = fold(name)
        found[folded[name], credit.organisation].setdefault(name, []).append(credit)
    return found


def _told_apart(one: list[Credit], other: list[Credit]) -> bool:
    """Whether ``person:`` says already that these are different people."""
    ones, others = ({credit.author.person for credit in rows} for rows in (one, other))
    return None not in ones | others and not ones & others


RULE = Rule(
    code="CAT004",
    name="variant-spelling",
    severity=Severity.NOTICE,
    message=Text(
        "“{name}” và “{other}” ở cùng đơn vị “{unit}”: có phải một người không?",
        "“{name}” and “{other}” are both of “{unit}”: are they one person?",
    ),
    help=Text(
        "Một người thì viết tên giống nhau ở mọi bài; hai người thì ghi mục “person” khác nhau cho từng "
        "người.",
        "One person: write the name the same everywhere. Two: give each a “person” of their own.",
    ),
    manual="""Tên một người phải viết giống nhau ở mọi sáng kiến. Đây chỉ là lời nhắc, vì hai người vẫn có
thể có tên gần giống nhau.

“Hoà” và “Hòa”, “Ánh” và “Anh” thành hai người, mỗi người một trang, không trang nào đủ công sức của người
ấy.""",
    kinds=(),
    catalogue=check,
)
