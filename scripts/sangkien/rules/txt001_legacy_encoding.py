"""Text in an encoding from before Unicode.

## What it requires
All text is Unicode Vietnamese. Text typed in a TCVN3 (.VnTime) or VNI font isn't.

## Why
Such text looks right only in its own font. On the web it shows as broken letters, and no search finds it.

## Example
```yaml
summary: S¸ng kiÕn cña ng­êi lao ®éng.
```

## Use instead
```yaml
summary: Sáng kiến của người lao động.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import finding_at, shortened, telling
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.legacy import LegacyPassage, legacy_passages

FONTS = {"tcvn3": "TCVN3 (.VnTime)", "vni": "VNI"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Report the first line of each value that is in an old encoding, and how it reads."""
    for passage in telling(document, _passages):
        found = _passages(passage.text)
        if found:
            old, font = shortened(found[0].replacement), FONTS[found[0].encoding]
            yield finding_at(document, passage, found[0].offset, found[0].length, font=font, decoded=old)


@lru_cache(maxsize=64)
def _passages(text: str) -> tuple[LegacyPassage, ...]:
    return tuple(legacy_passages(text))


RULE = Rule(
    code="TXT001",
    name="legacy-encoding",
    severity=Severity.ERROR,
    message=Text(
        "Chữ ở đây gõ bằng bảng mã cũ {font}, lên mạng sẽ thành chữ lỗi.",
        "This text is in the old encoding {font} and would show as broken letters.",
    ),
    help=Text(
        "Có lẽ đúng ra là: “{decoded}”. Hãy gõ lại, hoặc dùng UniKey (Ctrl+Shift+F6) chuyển sang Unicode "
        "rồi dán vào.",
        "It probably reads “{decoded}”. Type it again, or convert it to Unicode (UniKey: Ctrl+Shift+F6).",
    ),
    manual="""Toàn bộ chữ phải là tiếng Việt Unicode. Chữ gõ bằng phông .VnTime (bảng mã TCVN3) hay VNI thì
không phải.

Loại chữ ấy chỉ đọc được bằng đúng phông cũ. Trên mạng nó hiện thành ký tự lạ và không ai tìm thấy.""",
    kinds=FILES,
    document=check,
)
