"""A line of the ledger leads in a circle, to another redirect, or to no page.

## What it requires
What stands behind the colon in `content/published.yml` is the address of a page that is there: not the line's
own, not one that leads on itself, not an earlier name of an initiative.

## Why
Readers are sent from one address to the next and may come back to where they began; browsers give up. Each
address leads to its page in one step.

## Example
```file content/published.yml
don-vi/cong-ty-cu/: don-vi/cong-ty-xua/
don-vi/cong-ty-xua/: don-vi/cong-ty-cu/
```

## Use instead
```file content/published.yml
don-vi/cong-ty-cu/: don-vi/cong-ty-mau/
don-vi/cong-ty-xua/: don-vi/cong-ty-mau/
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.register import is_known
from sangkien.diagnostics import Severity, Text
from sangkien.rules.lnk007_lost_address import MOST
from sangkien.rules.rule import Finding, Rule
from sangkien.source.ledger import ledger_path

_CIRCLE = Text("đi vòng về chính nó", "which leads back to it")
_CHAIN = Text("mà địa chỉ ấy lại dẫn đi nơi khác", "which leads on itself")
_NOWHERE = Text("mà ở đó không có trang nào", "where there is no page")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Follow each line that leads somewhere."""
    moved = {at: to for at, to in catalogue.register.rows.items() if to.endswith("/")}
    return islice(_astray(moved, catalogue), MOST)


def _astray(moved: Mapping[str, str], catalogue: Catalogue) -> Iterator[Finding]:
    for address, target in moved.items():
        why = None
        if target in moved:
            why = _CIRCLE if _comes_back(address, moved) else _CHAIN
        elif not is_known(target, catalogue) and not catalogue.register.unread:
            why = _NOWHERE
        if why:
            yield Finding(
                {"address": address, "target": target, "why": why}, file=ledger_path(catalogue.settings)
            )


def _comes_back(address: str, moved: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    at = address
    while at in moved and at not in seen:
        seen.add(at)
        at = moved[at]
    return at == address


RULE = Rule(
    code="LNK008",
    name="astray-redirect",
    severity=Severity.ERROR,
    message=Text(
        "“/{address}” được dẫn tới “/{target}”, {why}.",
        "“/{address}” is led to “/{target}”, {why}.",
    ),
    help=Text(
        "Ghi sau dấu hai chấm địa chỉ của trang đang có, đi một bước là tới.",
        "Put the address of a page that is there behind the colon: one step.",
    ),
    manual="""Sau dấu hai chấm trong content/published.yml là địa chỉ của một trang đang có: không phải
chính địa chỉ ấy, không phải địa chỉ lại dẫn đi nơi khác, không phải tên cũ của một bài.

Dẫn vòng thì trình duyệt bỏ cuộc, người đọc không tới đâu. Mỗi địa chỉ cũ đi một bước là tới trang.""",
    kinds=(),
    catalogue=check,
)
