"""A section of the story is missing.

## What it requires
A story has the headings "Hoàn cảnh ra đời", "Giải pháp", "Hiệu quả", "Khả năng nhân rộng". One that stands
on a public body's report, or is confidential, may lack them; for a draft it is a notice.

## Why
These are what a reader wants to know, and what the report form asks: how it came about, what is new,
what it brought, whether others can do it too.

## Example
```markdown
## Hoàn cảnh ra đời

Xe đẩy trôi dốc, ai cũng sợ.

## Giải pháp

Hàn thêm bàn đạp phanh vào càng xe.

## Hiệu quả

Không còn chuyến xe nào trôi.
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

from sangkien.diagnostics import Severity, Text
from sangkien.rules.mends import did_you_mean
from sangkien.rules.passages import STORY, story_outline
from sangkien.rules.raw import is_public_report, mapping, softened, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.rules.sections import REQUIRED, section_of
from sangkien.source.document import Document
from sangkien.text.similarity import closest


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Report each required section that no heading opens; a near heading is pointed at."""
    data = mapping(document.data)
    if not data or is_public_report(data) or data.get("confidential") == "true":
        return
    if word(data.get("status")) == "withdrawn":
        return
    headings = story_outline(document.body).headings
    present = {section_of(heading.text) for heading in headings}
    others = {heading.text: heading for heading in headings if not section_of(heading.text)}
    for name in REQUIRED:
        if name not in present:
            near = closest(name, others) if others else None
            offset = document.body_start + (others[near].offset if near else 0)
            values = {"name": name, "hint": _hint(near)}
            yield Finding(values, path=STORY, offset=offset, severity=softened(document))


def _hint(near: str | None) -> Text:
    if not near:
        return did_you_mean(None)
    return Text(f" Có phải là mục “{near}” không?", f" Is it the heading “{near}”?")


RULE = Rule(
    code="TXT005",
    name="missing-section",
    severity=Severity.WARNING,
    message=Text("Bài viết chưa có mục “{name}”.{hint}", "The story has no section “{name}”.{hint}"),
    help=Text(
        "Thêm dòng “## {name}” và vài câu bên dưới; hoặc sửa tên mục đã có cho đúng.",
        "Add a line “## {name}” with a few sentences under it, or correct the heading that is there.",
    ),
    manual="""Bài viết có bốn mục: “Hoàn cảnh ra đời”, “Giải pháp”, “Hiệu quả”, “Khả năng nhân rộng”. Bài
lấy từ nguồn công khai (public-report) hoặc bài bảo mật thì có thể thiếu; bản nháp chỉ được nhắc nhẹ.

Đó là điều người đọc muốn biết và mẫu báo cáo yêu cầu: vì sao mà có, có gì mới, được lợi gì, nơi khác làm
theo được không.""",
    document=check,
)
