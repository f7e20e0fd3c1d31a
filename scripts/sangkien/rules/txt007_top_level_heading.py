"""A heading of the first level in the story.

## What it requires
Headings of a story begin at the second level (`##`).

## Why
The title is the page's one heading of the first level. A second one confuses screen readers and search
engines.

## Example
```markdown
# Hoàn cảnh ra đời

Xe đẩy trôi dốc, ai cũng sợ.

## Giải pháp

Hàn thêm bàn đạp phanh vào càng xe.

## Hiệu quả

Không còn chuyến xe nào trôi.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được.
```

## Use instead
```markdown
## Hoàn cảnh ra đời

Xe đẩy trôi dốc, ai cũng sợ.

## Giải pháp

Hàn thêm bàn đạp phanh vào càng xe.

## Hiệu quả

Không còn chuyến xe nào trôi.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Fix, Severity, Text
from sangkien.rules.passages import STORY, shortened, story_outline
from sangkien.rules.raw import STORIES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """The mend adds a second ``#``; a heading underlined with ``===`` is left to the writer."""
    for heading in story_outline(document.body).headings:
        if heading.level == 1:
            start = document.body_start + heading.offset
            fix = Fix(start, start + 1, "##") if document.body.startswith("#", heading.offset) else None
            yield Finding({"title": shortened(heading.text)}, path=STORY, offset=start, length=1, fix=fix)


RULE = Rule(
    code="TXT007",
    name="top-level-heading",
    severity=Severity.WARNING,
    message=Text(
        "“{title}” là tiêu đề cấp một, nhưng tiêu đề cấp một của trang đã là tên bài.",
        "“{title}” is a heading of the first level, which the page's title already is.",
    ),
    help=Text(
        "Thêm một dấu #: viết “## {title}”.",
        "Add one #: write “## {title}”.",
    ),
    manual="""Tên mục trong bài bắt đầu từ cấp hai (hai dấu #).

Tên bài đã là tiêu đề cấp một duy nhất của trang. Thêm một cái nữa thì phần mềm đọc màn hình và máy tìm kiếm
bị lẫn.""",
    kinds=STORIES,
    document=check,
)
