"""Two featured initiatives have the same rank.

## What it requires
Each `featured.rank` among the published initiatives is given once. Samples, which come after all others, have
ranks of their own.

## Why
The rank orders the home page and the hall of honour. With two the same, chance would decide who comes
first.

## Example
```yaml
featured: {rank: 1}
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
featured: {rank: 1}
```

## Use instead
```yaml
featured: {rank: 1}
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
featured: {rank: 2}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Finding, Rule


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Compare the ranks of published initiatives, in order of their names."""
    taken: dict[tuple[bool, int], str] = {}
    for slug, story in sorted(catalogue.stories.items()):
        featured = story.initiative.featured if story.head.shown else None
        if featured is None or story.initiative.status != "published":
            continue
        other = taken.setdefault((story.head.sample, featured.rank), slug)
        if other != slug:
            values = {"rank": featured.rank, "other": other}
            yield Finding(values, file=story.file, path=("featured", "rank"))


RULE = Rule(
    code="CAT007",
    name="repeated-rank",
    severity=Severity.WARNING,
    message=Text(
        "Thứ hạng {rank} đã dùng cho sáng kiến “{other}”.", "The rank {rank} is that of “{other}” already."
    ),
    help=Text(
        "Đổi số ở mục “rank” của một trong hai bài; số 1 đứng đầu.",
        "Change the “rank” of one of the two; 1 comes first.",
    ),
    manual="""Trong các sáng kiến đã đăng, mỗi thứ hạng (featured.rank) chỉ dùng một lần. Bài mẫu đứng
sau mọi bài thật nên xếp hạng riêng.

Thứ hạng xếp chỗ trên trang chủ và trang vinh danh. Trùng nhau thì ai đứng trước là do ngẫu nhiên.""",
    kinds=(),
    catalogue=check,
)
