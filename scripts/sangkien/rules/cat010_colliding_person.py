"""Two people would share one page.

## What it requires
The id derived from an author's name and unit is neither that of another author nor the name of a person's
file. Where it is, `person:` is given.

## Why
The page would show one person's work under the other's name, and a withdrawn consent would take out the
wrong one.

## Example
```file content/people/nguyen-van-mau-bb3c.md
---
name: Nguyễn Văn Mẫu
consent: 2022-04-28
---
```

## Use instead
```file content/people/nguyen-van-mau.md
---
name: Nguyễn Văn Mẫu
consent: 2022-04-28
---
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
    """Compare the derived id of each name at each unit once."""
    taken: dict[str, Credit] = {}
    seen: set[tuple[str, str]] = set()
    for credit in credits_of(catalogue, collectives=True):
        name = credit.name if credit.author.collective else usual_name(credit.name)
        who = (name, credit.organisation)
        if credit.author.person or who in seen:
            continue
        seen.add(who)
        person_id = credit.story.author_ids[credit.number] or ""
        other = taken.setdefault(person_id, credit)
        profile = catalogue.people.get(person_id)
        if profile or other is not credit:
            values = {"name": credit.name, "id": person_id, "other": profile.file if profile else other.name}
            yield Finding(values, file=credit.story.file, path=credit.path)


RULE = Rule(
    code="CAT010",
    name="colliding-person",
    severity=Severity.ERROR,
    message=Text(
        "Trang của “{name}” có cùng địa chỉ “{id}” với {other}.",
        "The page of “{name}” has the address “{id}” of {other} too.",
    ),
    help=Text(
        "Thêm mục “person: …” cho tác giả này (và một tệp trong content/people) để phân biệt.",
        "Give this author a “person: …” (and a file in content/people) to tell them apart.",
    ),
    manual="""Mã mà máy đặt theo tên và đơn vị của một tác giả không được trùng với tác giả khác, hay với tên
một tệp trong “content/people”. Nếu trùng thì phải ghi mục “person”.

Nếu không, trang sẽ đưa việc của người này dưới tên người kia, và khi một người rút lại sự đồng ý thì nhầm
người bị gỡ.""",
    kinds=(),
    catalogue=check,
)
