"""An author is named without a consent.

## What it requires
Each person among the authors has a `consent`: the date of the person's own consent, or the report of a
public body that named the person already. A collective needs none; a draft gets a notice only.

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
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look at the raw authors, so that other faults of the record don't hide this one."""
    data = document.data if isinstance(document.data, dict) else {}
    authors = data.get("authors")
    draft = Severity.NOTICE if data.get("status") == "draft" else None
    for number, author in enumerate(authors if isinstance(authors, list) else ()):
        if isinstance(author, dict) and author.get("name") and "consent" not in author:
            yield Finding({"name": author["name"]}, path=("authors", number, "consent"), severity=draft)


RULE = Rule(
    code="PRV001",
    name="missing-consent",
    severity=Severity.ERROR,
    message=Text(
        "Tác giả “{name}” chưa có ngày đồng ý cho nêu tên (consent).",
        "The author “{name}” has no consent to being named.",
    ),
    help=Text(
        "Xin ý kiến tác giả rồi ghi ngày đồng ý, ví dụ “consent: 2022-04-28”.",
        "Ask the author, then write the date of consent, for example “consent: 2022-04-28”.",
    ),
    manual="""Mỗi tác giả là một người phải có mục “consent”: ngày người đó đồng ý cho nêu tên,
hoặc bản tin của cơ quan nhà nước, đoàn thể đã công khai tên người đó. Tập thể thì không cần.
Bản nháp chỉ được nhắc nhẹ.

Nêu tên, nêu ảnh một người ở nơi công khai phải được chính người đó đồng ý rõ ràng, có ngày tháng
(Luật 91/2025/QH15).""",
    document=check,
)
