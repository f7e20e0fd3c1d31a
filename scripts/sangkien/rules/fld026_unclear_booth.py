"""Two booths have one number, or nobody is named at a booth.

## What it requires
Each booth has a number of its own, and an `initiative`, an `organisation` or a `title`.

## Why
Visitors look for a number and for who stands there; with two of the same, half of them go wrong.

## Example
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
booths: [{number: A1, title: Góc làm thử}, {number: a1, title: Góc đọc}]
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
booths: [{number: A1, title: Góc làm thử}, {number: A2, title: Góc đọc}]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import shortened
from sangkien.rules.raw import mapping, rows, softened, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_TWICE = Text("Số gian “{number}” dùng cho hai gian.", "Two booths have the number “{number}”.")
_NOBODY = Text(
    "Gian “{number}” chưa ghi có gì ở đó.", "The booth “{number}” doesn't say what is to be found there."
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Compare the numbers without regard to case and blanks."""
    seen: set[str] = set()
    for place, booth in rows(mapping(document.data).get("booths")):
        number = word(booth.get("number")) or "?"
        key = "".join(number.casefold().split())
        shown = shortened(number)
        if key in seen:
            yield Finding({"what": _TWICE.format(number=shown)}, path=("booths", place, "number"))
        seen.add(key)
        if not {"initiative", "organisation", "title"} & booth.keys():
            what = _NOBODY.format(number=shown)
            yield Finding({"what": what}, path=("booths", place), severity=softened(document))


RULE = Rule(
    code="FLD026",
    name="unclear-booth",
    severity=Severity.WARNING,
    message=Text("{what}", "{what}"),
    help=Text(
        "Mỗi gian một số riêng, kèm “initiative”, “organisation” hoặc “title”.",
        "Give each booth a number of its own, and “initiative”, “organisation” or “title”.",
    ),
    manual="""Mỗi gian có số riêng, và ghi sáng kiến (initiative), đơn vị (organisation) hoặc tên gian
(title).

Người đến tìm theo số và theo tên; hai gian cùng số thì một nửa đi nhầm.""",
    kinds=("event",),
    document=check,
)
