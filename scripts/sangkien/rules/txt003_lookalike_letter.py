"""A letter that only looks like the right one.

## What it requires
Words in Latin letters hold Latin letters only: no Cyrillic "а", no Icelandic "Ð" for "Đ", no wide "Ａ".

## Why
A reader sees no difference, but a search for the word finds nothing, and one person becomes two.

## Example
```yaml
summary: Ðẩy xe không còn sợ trôi dốc.
```

## Use instead
```yaml
summary: Đẩy xe không còn sợ trôi dốc.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import around, finding_at, fix_at, mended, suspicious_lines
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding a line; the mend replaces all look-alikes in it."""
    if document.text.isascii():
        return
    for passage, found in suspicious_lines(document, "homoglyph"):
        first = found[0]
        offset, length, text = mended(passage, found)
        values = {
            "word": around(passage.text, first.offset, first.length),
            "letter": passage.text[first.offset],
            "number": f"U+{ord(passage.text[first.offset]):04X}",
            "right": first.replacement,
        }
        finding = finding_at(document, passage, first.offset, first.length, **values)
        yield finding._replace(fix=fix_at(document, passage, offset, length, text))


RULE = Rule(
    code="TXT003",
    name="lookalike-letter",
    severity=Severity.WARNING,
    message=Text(
        "Trong “{word}” có chữ “{letter}” ({number}) chỉ trông giống “{right}”.",
        "“{word}” holds “{letter}” ({number}), which only looks like “{right}”.",
    ),
    help=Text(
        "Gõ lại chữ ấy bằng bộ gõ tiếng Việt, hoặc chạy lại với --fix.",
        "Type the letter again, or run again with --fix.",
    ),
    manual="""Từ viết bằng chữ Latinh chỉ được có chữ Latinh: không có “а” của tiếng Nga, không có “Ð” của
tiếng Iceland thay cho “Đ”, không có chữ rộng “Ａ”.

Mắt người không thấy khác, nhưng tìm kiếm không ra và một người hóa thành hai.""",
    kinds=FILES,
    document=check,
)
