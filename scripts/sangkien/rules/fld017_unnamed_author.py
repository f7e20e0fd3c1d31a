"""An author has no name, or two; or there is no author.

## What it requires
Each author has either `name` (a person) or `collective` (a group), and there is at least one author.

## Why
Whether it is a person decides whether a consent is needed. With both, or neither, that is unclear.

## Example
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    collective: Tổ bảo trì 2
    consent: 2022-04-28
```

## Use instead
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    consent: 2022-04-28
  - collective: Tổ bảo trì 2
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.raw import mapping, rows, softened
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_NOBODY = Text("Sáng kiến chưa có tác giả nào.", "The initiative has no author.")
_NEITHER = Text(
    "Tác giả thứ {number} chưa có tên: thiếu cả “name” lẫn “collective”.",
    "Author {number} has no name: neither “name” nor “collective”.",
)
_BOTH = Text(
    "Tác giả thứ {number} có cả “name” lẫn “collective”.", "Author {number} has both “name” and “collective”."
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look at each author's two keys."""
    authors = mapping(document.data).get("authors")
    if authors == []:
        yield Finding({"what": _NOBODY}, path=("authors",), severity=softened(document))
    for number, author in rows(authors):
        named = ("name" in author) + ("collective" in author)
        if named != 1:
            what = (_BOTH if named else _NEITHER).format(number=number + 1)
            severity = None if named else softened(document)
            yield Finding({"what": what}, path=("authors", number), severity=severity)


RULE = Rule(
    code="FLD017",
    name="unnamed-author",
    severity=Severity.ERROR,
    message=Text("{what}", "{what}"),
    help=Text(
        "Một người thì ghi “name”, một tập thể thì ghi “collective”; vừa có người vừa có tập thể thì ghi "
        "thành hai tác giả.",
        "Write “name” for a person, “collective” for a group; a person and a group are two authors.",
    ),
    manual="""Mỗi tác giả có một trong hai mục: “name” (một người) hoặc “collective” (một tập thể), và phải
có ít nhất một tác giả.

Là người thì phải có sự đồng ý mới được nêu tên. Ghi cả hai, hoặc không ghi mục nào, thì không rõ.""",
    document=check,
)
