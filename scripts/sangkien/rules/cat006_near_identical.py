"""Two initiatives tell nearly the same.

## What it requires
Summary and story of two initiatives differ in more than a tenth of what they say. This is a notice.

## Why
Mostly one report was handed in twice, or copied. Counted twice it makes the programme's figures wrong.

## Example
```markdown
## Giải pháp

Anh em hàn thêm một bàn đạp vào càng xe. Nhấc chân ra là má phanh ép vào bánh, xe đứng lại ngay trên dốc.
```
```file initiatives/so-hai/index.md
---
title: Xe đẩy có phanh
summary: Xe đẩy dừng lại ngay khi người đẩy nhấc chân.
authors: [{collective: Tổ bảo trì 2}]
organisation: cong-ty-mau
sector: co-khi
status: draft
---
## Giải pháp

Anh em hàn thêm một bàn đạp vào càng xe. Nhấc chân ra là má phanh ép vào bánh, xe đứng lại ngay trên dốc.
```

## Use instead
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Finding, Rule
from sangkien.text.similarity import near_pairs


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Report each pair once, at the one that comes later by name."""
    stories = catalogue.stories
    texts = {slug: f"{story.initiative.summary}\n{story.body}" for slug, story in stories.items()}
    for one, other, likeness in near_pairs(texts):
        values = {"other": one, "percent": int(likeness * 100)}
        yield Finding(values, file=stories[other].file, path=("summary",))


RULE = Rule(
    code="CAT006",
    name="near-identical",
    severity=Severity.NOTICE,
    message=Text(
        "Tóm tắt và bài viết giống sáng kiến “{other}” đến {percent}%.",
        "Summary and story are {percent}% the same as those of “{other}”.",
    ),
    help=Text(
        "Nếu một bài nộp hai lần thì xóa một; nếu là hai sáng kiến thì viết rõ chỗ khác nhau.",
        "If it was handed in twice, delete one; if they are two, write what sets them apart.",
    ),
    manual="""Tóm tắt và bài của hai sáng kiến phải khác nhau hơn một phần mười. Đây chỉ là lời nhắc.

Phần nhiều là một bản nộp hai lần hoặc chép lại. Đếm hai lần thì số liệu của chương trình sai.""",
    kinds=(),
    catalogue=check,
)
