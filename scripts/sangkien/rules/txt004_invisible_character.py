"""A character that cannot be seen.

## What it requires
No zero-width characters, no controls, no marks of writing direction. Those that turn the direction of
writing round are an error, the others a warning.

## Why
They come along when text is copied from a web page or a chat. They break searching and line breaks; those
of direction can make a text read otherwise than it is.

## Example
```yaml
summary: Xe đẩy{U+200B} dừng lại ngay.
```

## Use instead
```yaml
summary: Xe đẩy dừng lại ngay.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import around, finding_at, fix_at, mended, suspicious_lines
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.suspicious import SuspicionKind

KINDS: tuple[SuspicionKind, ...] = ("zero-width", "bidi", "control")
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates: they change the order in which other characters are shown."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding a line and kind; the mend takes all of them out."""
    if document.text.isascii() and "\\" not in document.front and document.text.isprintable():
        return
    for kind in KINDS:
        for passage, found in suspicious_lines(document, kind):
            first = found[0]
            offset, length, text = mended(passage, found)
            turns = any(
                TURNS.intersection(passage.text[item.offset : item.offset + item.length]) for item in found
            )
            visible = passage.text[: first.offset][-40:] + passage.text[first.offset + first.length :][:40]
            words = around(visible, min(first.offset, 40), 0)
            values = {"number": f"U+{ord(passage.text[first.offset]):04X}", "words": words}
            finding = finding_at(document, passage, first.offset, first.length, **values)
            fix = fix_at(document, passage, offset, length, text)
            yield finding._replace(fix=fix, severity=Severity.ERROR if turns else None)


RULE = Rule(
    code="TXT004",
    name="invisible-character",
    severity=Severity.WARNING,
    message=Text(
        "Có ký tự không nhìn thấy ({number}) ở chỗ “{words}”.",
        "There is an invisible character ({number}) at “{words}”.",
    ),
    help=Text(
        "Xóa rồi gõ lại mấy chữ ấy, hoặc chạy lại với --fix.",
        "Delete and retype those words, or run again with --fix.",
    ),
    manual="""Không dùng ký tự có bề rộng bằng không, ký tự điều khiển, dấu đổi chiều viết. Ký tự đảo chiều
viết là lỗi, các ký tự khác bị cảnh báo.

Chúng thường theo vào khi chép từ trang mạng hay tin nhắn, làm hỏng việc tìm kiếm và ngắt dòng; ký tự đảo
chiều còn có thể làm câu hiện ra khác với nội dung thật.""",
    kinds=FILES,
    document=check,
)
