"""A line of the ledger leads away from an address where something stands.

## What it requires
An address that `content/published.yml` leads elsewhere has no page of its own, and is no earlier name of an
initiative or event.

## Why
Two answers for one address: either the page is never seen, or the redirect never works.

## Example
```file content/published.yml
don-vi/cong-ty-mau/: don-vi/cong-ty-vi-du/
```

## Use instead
```file content/published.yml
don-vi/cong-ty-mau/:
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.register import is_known
from sangkien.diagnostics import Severity, Text
from sangkien.rules.lnk007_lost_address import MOST
from sangkien.rules.rule import Finding, Rule
from sangkien.source.ledger import ledger_path

_PAGE = Text("ở đó đang có trang", "a page stands there")
_ALIAS = Text("đó là tên cũ đã ghi trong “aliases” của “{name}”", "it is among the “aliases” of “{name}”")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look at each line that leads somewhere."""
    return islice(_colliding(catalogue), MOST)


def _colliding(catalogue: Catalogue) -> Iterator[Finding]:
    moved = {at: to for at, to in catalogue.register.rows.items() if to.endswith("/")}
    if not moved:
        return
    claimed = {
        urls.story(alias): slug for slug, story in catalogue.stories.items() for alias in story.head.aliases
    }
    claimed |= {
        urls.event(alias): key for key, one in catalogue.events.items() for alias in one.event.aliases
    }
    for address, target in moved.items():
        why = _PAGE if is_known(address, catalogue) else None
        if why is None and address in claimed:
            why = _ALIAS.format(name=claimed[address])
        if why is not None:
            values = {"address": address, "target": target, "why": why}
            yield Finding(values, file=ledger_path(catalogue.settings))


RULE = Rule(
    code="LNK009",
    name="colliding-redirect",
    severity=Severity.ERROR,
    message=Text(
        "“/{address}” không thể dẫn tới “/{target}”: {why}.",
        "“/{address}” can't lead to “/{target}”: {why}.",
    ),
    help=Text(
        "Xóa phần sau dấu hai chấm của dòng ấy, giữ lại địa chỉ.",
        "Delete what stands behind the colon, and leave the address.",
    ),
    manual="""Địa chỉ mà content/published.yml dẫn đi nơi khác thì không được đang có trang, cũng không
được là tên cũ (aliases) của một bài hay sự kiện.

Một địa chỉ mà có hai câu trả lời thì hoặc không ai thấy trang, hoặc không ai được dẫn đi.""",
    kinds=(),
    catalogue=check,
)
