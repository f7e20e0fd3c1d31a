"""The same author, tag, kind of benefit, alias or adopter is listed twice.

## What it requires
Each row of these lists stands for another thing: the case of letters makes no difference.

## Why
Listed twice it is shown twice, and a benefit or a unit that took the initiative up is counted twice.

## Example
```yaml
tags: [xe đẩy, Xe đẩy]
```

## Use instead
```yaml
tags: [xe đẩy]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.raw import items, mapping, rows, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Compare the rows of each list, without regard to case and blanks."""
    seen: set[tuple[Path, str]] = set()
    for path, key, shown in _values(mapping(document.data)):
        identity = (path[:-1], " ".join(key.casefold().split()))
        if identity in seen:
            yield Finding({"value": shown}, path=path)
        seen.add(identity)


def _values(data: dict[str, Any]) -> Iterator[tuple[Path, str, str]]:
    benefit = mapping(data.get("benefit"))
    lists: tuple[tuple[Path, Any], ...] = (
        (("tags",), data.get("tags")),
        (("aliases",), data.get("aliases")),
        (("benefit", "kinds"), benefit.get("kinds")),
    )
    for path, values in lists:
        for number, value in enumerate(_several(values)):
            if text := word(value):
                yield (*path, number), text, text
    for number, author in rows(_several(data.get("authors"))):
        if name := word(author.get("person")) or word(author.get("name")) or word(author.get("collective")):
            unit = word(author.get("organisation")) or ""
            yield ("authors", number), f"{name}\t{unit}", name
    for number, adopter in rows(_several(data.get("adopters"))):
        if unit_id := word(adopter.get("organisation")):
            yield ("adopters", number), unit_id, unit_id


def _several(value: Any) -> list[Any]:
    """The items of a list, none of a list of one: nothing stands twice there."""
    found = items(value)
    return found if len(found) > 1 else []


RULE = Rule(
    code="FLD022",
    name="repeated-value",
    severity=Severity.WARNING,
    message=Text(
        "“{value}” được ghi hai lần trong cùng một danh sách.", "“{value}” stands twice in one list."
    ),
    help=Text(
        "Xóa lần ghi thừa. Hai người trùng tên cùng đơn vị thì ghi thêm mục “person” cho từng người.",
        "Delete one of them. Two namesakes in one unit each get a “person” of their own.",
    ),
    manual="""Trong danh sách tác giả, từ khóa (tags), loại lợi ích (kinds), tên cũ (aliases), đơn vị áp dụng
(adopters), mỗi giá trị chỉ ghi một lần; chữ hoa hay thường không làm thành giá trị khác.

Ghi hai lần thì hiện hai lần, và một đơn vị hay một lợi ích bị đếm hai lần.""",
    kinds=("initiative", "event"),
    document=check,
)
