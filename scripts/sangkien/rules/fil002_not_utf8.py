"""A text file is not in UTF-8.

## What it requires
Every text file is saved in UTF-8. A byte order mark at its beginning is accepted.

## Why
In any other encoding Vietnamese letters turn into other ones, names first of all.

## Example
```file content/huong-dan/cach-viet.md in utf-16
Hướng dẫn viết bài
```

## Use instead
```file content/huong-dan/cach-viet.md
Hướng dẫn viết bài
```
"""

from __future__ import annotations

from sangkien.diagnostics import Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_NAMES = {
    "UTF-16": Text(
        "tệp đang ở dạng UTF-16 (Notepad gọi là “Unicode”)", "it is UTF-16 (Notepad calls it “Unicode”)"
    ),
    "NUL": Text(
        "trong tệp có ký tự rỗng, có thể đây không phải tệp chữ",
        "it holds NUL characters: it may be no text at all",
    ),
}
_OTHER = Text(
    "có chữ viết bằng bảng mã khác (ANSI, TCVN3, VNI…)",
    "some letters are in another encoding (ANSI, TCVN3, VNI …)",
)


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say which encoding it seems to be, at the first line that is wrong."""
    return Finding({"found": _NAMES.get(str(fault.params.get("encoding")), _OTHER)}, line=fault.line + 1)


RULE = Rule(
    code="FIL002",
    name="not-utf8",
    severity=Severity.ERROR,
    message=Text("Tệp không được lưu bằng UTF-8: {found}.", "The file is not UTF-8: {found}."),
    help=Text(
        "Notepad: File > Save As, ở ô Encoding chọn “UTF-8”, lưu đè lên tệp cũ. Word: Save As, chọn "
        "“Plain Text”, "
        "rồi chọn “Other encoding” và “Unicode (UTF-8)”.",
        "Notepad: File > Save As, choose “UTF-8” under Encoding, save over the old file. Word: Save As "
        "“Plain Text”, "
        "then “Other encoding” and “Unicode (UTF-8)”.",
    ),
    manual="""Mọi tệp chữ phải được lưu bằng UTF-8 (có hay không có BOM đều được).

Lưu bằng bảng mã khác thì chữ Việt biến thành chữ lạ, trước hết là tên người.""",
    kinds=FILES,
    faults=("not-utf8",),
    explain=explain,
)
