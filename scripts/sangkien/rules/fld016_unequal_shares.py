"""The shares of the authors do not add up.

## What it requires
Either no author has a `share`, or all have one and they add up to 100. Thirds may be written 33.33 each.

## Why
Reward and credit follow the shares; one that is missing, or ten per cent too many, is unfair to somebody.

## Example
```yaml
authors:
  - {name: Nguyễn Văn Mẫu, consent: 2022-04-28, share: 60}
  - {name: Trần Thị Thử, consent: 2022-04-28, share: 50}
```

## Use instead
```yaml
authors:
  - {name: Nguyễn Văn Mẫu, consent: 2022-04-28, share: 60}
  - {name: Trần Thị Thử, consent: 2022-04-28, share: 40}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import mapping, rows, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_SHARE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
_ROUNDING = Decimal("0.01")
"""What two decimals may lose of each share."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Add up; where a share can't be read, another rule says so."""
    authors = [author for _, author in rows(mapping(document.data).get("authors"))]
    written = [word(author["share"]) for author in authors if "share" in author]
    shares = [
        share for text in written if text and _SHARE.fullmatch(text) and 0 < (share := Decimal(text)) <= 100
    ]
    if not shares or len(shares) < len(written):
        return
    total, whole = sum(shares), Decimal(100)
    missing = len(authors) - len(shares)
    if missing and total < whole:
        what = Text(f"{missing} tác giả chưa có tỷ lệ", f"{missing} without a share")
        yield Finding({"total": total, "what": what}, path=("authors",), severity=Severity.WARNING)
    elif missing or abs(total - whole) > _ROUNDING * len(shares):
        what = Text(f"{len(authors)} tác giả", f"{len(authors)} authors")
        yield Finding({"total": total, "what": what}, path=("authors",))


RULE = Rule(
    code="FLD016",
    name="unequal-shares",
    severity=Severity.ERROR,
    message=Text(
        "Tỷ lệ đóng góp (share) cộng lại được {total}% ({what}), không phải 100%.",
        "The shares add up to {total}% ({what}), not to 100%.",
    ),
    help=Text(
        "Sửa cho tổng bằng 100, hoặc xóa mục “share” của mọi tác giả nếu không chia tỷ lệ.",
        "Make them add up to 100, or delete “share” from every author if there was no division.",
    ),
    manual="""Hoặc không tác giả nào ghi tỷ lệ đóng góp (share), hoặc ai cũng ghi và cộng lại đủ 100. Chia ba
thì mỗi người 33.33 cũng được.

Tiền thưởng và công lao chia theo tỷ lệ này; thiếu một người hay thừa mười phần trăm đều thiệt cho ai đó.""",
    document=check,
)
