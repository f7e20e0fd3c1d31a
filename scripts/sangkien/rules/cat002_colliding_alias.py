"""An earlier name of one initiative is in use by another.

## What it requires
An alias is the folder's name of no initiative, and an alias of one initiative alone.

## Why
An alias is an address that leads to the page's new place. If another page stands there, or two claim it,
people who follow an old link come to the wrong story.

## Example
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
aliases: [xe-day-hang]
```

## Use instead
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
aliases: [may-gap-thung]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Finding, Rule


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Compare each alias with the live names, then with the aliases of earlier folders."""
    taken: dict[str, str] = {}
    for slug, story in sorted(catalogue.stories.items()):
        for number, alias in enumerate(story.initiative.aliases):
            other = alias if alias in catalogue.stories else taken.setdefault(alias, slug)
            if alias in catalogue.stories or other != slug:
                values = {"alias": alias, "other": other}
                yield Finding(values, file=story.file, path=("aliases", number))


RULE = Rule(
    code="CAT002",
    name="colliding-alias",
    severity=Severity.ERROR,
    message=Text(
        "Tên cũ “{alias}” đang là địa chỉ của sáng kiến “{other}”.",
        "The alias “{alias}” is an address of the initiative “{other}”.",
    ),
    help=Text(
        "Xóa tên này khỏi “aliases” ở nơi không đúng: mỗi địa chỉ cũ chỉ dẫn về một bài.",
        "Delete it from “aliases” where it does not belong: an old address leads to one story.",
    ),
    manual="""Tên cũ (alias) không được trùng tên thư mục của sáng kiến nào, và chỉ thuộc về một sáng kiến.

Tên cũ là địa chỉ dẫn về trang mới. Nếu ở đó đã có trang khác, hoặc hai bài cùng nhận, người mở đường dẫn
cũ sẽ vào nhầm bài.""",
    kinds=(),
    catalogue=check,
)
