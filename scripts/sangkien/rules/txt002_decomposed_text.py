"""Letters written apart from their marks.

## What it requires
Vietnamese letters are composed (Unicode NFC): "ế" is one character, not three.

## Why
Decomposed text looks the same, but searching, sorting and comparing names go wrong with it. Some Macs and
PDF files give such text when it is copied.

## Example
```yaml
summary: Xe đa{U+0302}{U+0309}y dừng lại ngay khi nhấc chân.
```

## Use instead
```yaml
summary: Xe đẩy dừng lại ngay khi nhấc chân.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import around, finding_at, fix_at, suspicions, telling
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.folding import is_nfc, nfc
from sangkien.text.plain import is_plain


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding a text, however many letters are apart; the mend composes the whole of it."""
    if is_plain(document.text) or is_nfc(document.text):
        return
    for passage in telling(document, suspicions):
        apart = next((found for found in suspicions(passage.text) if found.kind == "nfd"), None)
        if apart:
            word = nfc(around(passage.text, apart.offset, apart.length))
            finding = finding_at(document, passage, apart.offset, apart.length, word=word)
            fix = fix_at(document, passage, 0, len(passage.text), nfc(passage.text))
            yield finding._replace(fix=fix)


RULE = Rule(
    code="TXT002",
    name="decomposed-text",
    severity=Severity.WARNING,
    message=Text(
        "Chữ và dấu ở đây bị tách rời (Unicode tổ hợp), ví dụ “{word}”.",
        "Letters and marks are apart here (decomposed Unicode), as in “{word}”.",
    ),
    help=Text(
        "Chạy lại với --fix để máy ghép lại; chữ nhìn vẫn y như cũ.",
        "Run again with --fix to compose them; the text will look the same.",
    ),
    manual="""Chữ tiếng Việt phải là Unicode dựng sẵn (NFC): “ế” là một ký tự, không phải ba.

Chữ tổ hợp nhìn thì giống nhưng tìm kiếm, xếp tên, so tên đều sai. Chép từ PDF hay từ vài máy Mac thường ra
chữ này.""",
    kinds=FILES,
    document=check,
)
