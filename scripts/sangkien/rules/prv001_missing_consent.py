"""An author or a speaker is named without a consent.

## What it requires
Each person among the authors, and among the speakers of an event, has a `consent`: the date of the person's
own consent, or the report of a public body that named the person already. A collective needs none; a draft
gets a notice only.

## Why
Naming a person in public needs that person's explicit consent, with a date (Law 91/2025/QH15).

## Example
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    role: Nhân viên bảo trì
```

## Use instead
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    role: Nhân viên bảo trì
    consent: 2022-04-28
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import credited, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look at the raw rows, so that other faults of the record don't hide this one."""
    who = _SPEAKER if document.kind == "event" else _AUTHOR
    for path, row in credited(document):
        if row.get("name") and "consent" not in row:
            values = {"who": who, "name": row["name"]}
            yield Finding(values, path=(*path, "consent"), severity=softened(document))


_AUTHOR = Text("Tác giả", "author")
_SPEAKER = Text("Người phát biểu", "speaker")


RULE = Rule(
    code="PRV001",
    name="missing-consent",
    severity=Severity.ERROR,
    message=Text(
        "{who} “{name}” chưa có ngày đồng ý cho nêu tên (consent).",
        "The {who} “{name}” has no consent to being named.",
    ),
    help=Text(
        "Xin ý kiến người ấy rồi ghi ngày đồng ý, ví dụ “consent: 2022-04-28”.",
        "Ask the person, then write the date of consent, for example “consent: 2022-04-28”.",
    ),
    manual="""Mỗi tác giả là một người, mỗi người phát biểu tại sự kiện phải có mục “consent”: ngày người đó
đồng ý cho nêu tên, hoặc bản tin của cơ quan nhà nước, đoàn thể đã công khai tên người đó. Tập thể thì không
cần. Bản nháp chỉ được nhắc nhẹ.

Nêu tên, nêu ảnh một người ở nơi công khai phải được chính người đó đồng ý rõ ràng, có ngày tháng
(Luật 91/2025/QH15).""",
    kinds=("initiative", "event"),
    document=check,
)
