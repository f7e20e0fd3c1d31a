"""A person's name in capitals.

## What it requires
The name of an author, a speaker or a person with a file is written as in a sentence, not all in capitals.
`check --notices --fix` rewrites it where every word is a Vietnamese syllable. This is a notice.

## Why
Lists and forms print names in capitals, and so they get into a story. It is the same person all the same,
with one page (same name, same unit); but a page should call people as they are called.

## Example
```yaml
authors:
  - {name: NGUYỄN VĂN MẪU, consent: 2022-04-28}
```

## Use instead
```yaml
authors:
  - {name: Nguyễn Văn Mẫu, consent: 2022-04-28}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.mends import replace_value
from sangkien.rules.passages import shortened
from sangkien.rules.raw import STORIES, credited, mapping, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.folding import nfc
from sangkien.text.names import usual_name
from sangkien.text.syllable import is_syllable


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Each name that the usual way of writing changes."""
    for path, name in _names(document):
        if name.isupper() and (usual := usual_name(name)) != nfc(name):
            certain = all(len(part) == 1 or is_syllable(part) for part in usual.split())
            fix = replace_value(document, path, usual) if certain else None
            yield Finding({"name": shortened(name), "usual": shortened(usual)}, path=path, fix=fix)


def _names(document: Document) -> Iterator[tuple[Path, str]]:
    if document.kind == "person":
        data = mapping(document.data)
        if data.get("collective") != "true" and (name := word(data.get("name"))):
            yield ("name",), name
        return
    for path, row in credited(document):
        if name := word(row.get("name")):
            yield (*path, "name"), name


RULE = Rule(
    code="TXT013",
    name="shouting-name",
    severity=Severity.NOTICE,
    message=Text(
        "Tên người viết hoa cả: “{name}”, thường viết là “{usual}”.",
        "A name all in capitals: “{name}”, usually “{usual}”.",
    ),
    help=Text(
        "Viết hoa chữ đầu mỗi tiếng thôi. Vẫn là một người, một trang.",
        "Capitals for the first letters only. It is one person with one page all the same.",
    ),
    manual="""Tên tác giả, diễn giả, người có tệp riêng viết như trong câu, không viết hoa tất cả. Đây chỉ là
lời nhắc; “check --notices --fix” tự sửa khi mọi chữ trong tên đều là tiếng Việt.

Danh sách, biểu mẫu hay in tên bằng chữ hoa rồi chép vào bài. Vẫn là người ấy (cùng tên, cùng đơn vị thì chung
một trang), nhưng trang nên gọi tên như mọi người vẫn gọi.""",
    kinds=(*STORIES, "person"),
    document=check,
)
