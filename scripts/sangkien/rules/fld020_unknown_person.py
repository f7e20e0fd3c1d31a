"""An author names a person's file that is not there.

## What it requires
`person:` is the name, without `.md`, of a file in `content/people/`.

## Why
The id gathers all that one person has made, and carries the portrait and the consent. A mistyped one
would make a second person, whom a withdrawn consent would not reach.

## Example
```yaml
authors:
  - {name: Nguyễn Văn Mẫu, person: nguyen-van-mau, consent: 2022-04-28}
```

## Use instead
```file content/people/nguyen-van-mau.md
---
name: Nguyễn Văn Mẫu
organisation: cong-ty-mau
consent: 2022-04-28
---
```
```yaml
authors:
  - {name: Nguyễn Văn Mẫu, person: nguyen-van-mau, consent: 2022-04-28}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.model.scalars import is_slug
from sangkien.rules.mends import did_you_mean
from sangkien.rules.raw import credited, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.similarity import closest


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look up each well-formed id among the people's files."""
    for path, row in credited(document):
        person = word(row.get("person"))
        if person and person not in context.people and is_slug(person):
            hint = did_you_mean(closest(person, sorted(context.people)))
            values = {
                "person": person,
                "file": f"{context.settings.content_dir}/people/{person}.md",
                "hint": hint,
            }
            yield Finding(values, path=(*path, "person"))


RULE = Rule(
    code="FLD020",
    name="unknown-person",
    severity=Severity.ERROR,
    message=Text(
        "Không có tệp {file} của tác giả “{person}”.{hint}", "There is no {file} for “{person}”.{hint}"
    ),
    help=Text(
        "Sửa lại mã cho đúng tên tệp, hoặc xóa dòng “person:”: tác giả không bắt buộc phải có tệp riêng.",
        "Correct the id, or delete the line “person:”: an author needs no file of their own.",
    ),
    manual="""Mục “person” là tên một tệp trong “content/people”, không kèm đuôi .md.

Mã này gom mọi sáng kiến của một người, gắn với ảnh và sự đồng ý của người đó. Gõ sai là thành người khác:
khi người ấy rút lại sự đồng ý thì trang của “người khác” vẫn còn.""",
    kinds=("initiative", "event"),
    document=check,
)
