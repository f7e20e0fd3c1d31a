"""A person is named because a public body did so first.

## What it requires
Sooner or later each person is asked: `consent: {basis: public-report, …}` gives way to a date of the
person's own.

## Why
That a name was published elsewhere allows naming it here with the source. It is no consent, and no
portrait, quotation or citation is shown on it.

## Example
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    consent: {basis: public-report, publisher: Liên đoàn Lao động tỉnh Mẫu}
```

## Use instead
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    consent: 2022-04-28
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import shortened
from sangkien.rules.raw import STORIES, credited, mapping, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Each author, or the person of a profile."""
    data = mapping(document.data)
    if document.kind == "person":
        if mapping(data.get("consent")).get("basis") == "public-report":
            yield Finding({"name": shortened(word(data.get("name")) or "?")}, path=("consent",))
        return
    for path, row in credited(document):
        if mapping(row.get("consent")).get("basis") == "public-report":
            name = shortened(word(row.get("name")) or word(row.get("collective")) or "?")
            yield Finding({"name": name}, path=(*path, "consent"))


RULE = Rule(
    code="PRV007",
    name="borrowed-consent",
    severity=Severity.NOTICE,
    message=Text(
        "“{name}” được nêu tên theo nguồn công khai, chưa có sự đồng ý của chính người ấy.",
        "“{name}” is named on a public report, not on the person's own consent.",
    ),
    help=Text(
        "Khi có dịp, xin ý kiến người ấy rồi thay bằng ngày đồng ý, ví dụ “consent: 2022-04-28”.",
        "Ask the person when you can, then write the date: “consent: 2022-04-28”.",
    ),
    manual="""Người được nêu tên theo nguồn công khai (public-report) thì sớm muộn cũng nên được hỏi ý
kiến, để thay bằng ngày chính người ấy đồng ý.

Tên đã được nơi khác công khai thì nêu lại kèm nguồn được, nhưng đó không phải là sự đồng ý: chân dung, lời
nói, lời tôn vinh chưa được hiện.""",
    kinds=STORIES,
    document=check,
)
