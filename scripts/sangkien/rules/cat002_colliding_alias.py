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

from collections.abc import Iterator, Mapping

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Finding, Rule


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Compare each alias with the live names, then with the aliases of earlier folders."""
    stories = {slug: (story.file, story.head.aliases) for slug, story in catalogue.stories.items()}
    yield from _colliding(stories, _INITIATIVE)
    events = {key: (one.file, one.event.aliases) for key, one in catalogue.events.items()}
    yield from _colliding(events, _EVENT)


def _colliding(found: Mapping[str, tuple[str, tuple[str, ...]]], what: Text) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for slug, (file, aliases) in sorted(found.items()):
        for number, alias in enumerate(aliases):
            other = alias if alias in found else taken.setdefault(alias, slug)
            if alias in found or other != slug:
                values = {"alias": alias, "other": other, "what": what}
                yield Finding(values, file=file, path=("aliases", number))


_INITIATIVE = Text("sáng kiến", "initiative")
_EVENT = Text("sự kiện", "event")


RULE = Rule(
    code="CAT002",
    name="colliding-alias",
    severity=Severity.ERROR,
    message=Text(
        "Tên cũ “{alias}” đang là địa chỉ của {what} “{other}”.",
        "The alias “{alias}” is an address of the {what} “{other}”.",
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
