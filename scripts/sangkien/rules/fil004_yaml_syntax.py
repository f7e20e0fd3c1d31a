"""The front matter can't be read as YAML.

## What it requires
Each line of the front matter is `key: value`, lists are indented by blanks. A value that holds `: `, or
begins with a sign like `@` or `%`, stands in quotes.

## Why
What can't be read can't be checked: nothing says then whether the story may be shown.

## Example
```yaml
title: Xe đẩy hàng: phanh bằng chân
```

## Use instead
```yaml
title: "Xe đẩy hàng: phanh bằng chân"
```
"""

from __future__ import annotations

import re

from sangkien.diagnostics import Fix, Severity, Text
from sangkien.model.typing import Fault
from sangkien.rules.mends import quoted
from sangkien.rules.raw import FILES
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_KEY_AND_VALUE = re.compile(r"[ ]*(?:-[ ]+)*[a-z_]+:[ ]+(?P<value>[^ ].*?)[ ]*")
_SPECIAL = "\"'[]{}|>&*!#%@`,?-"
"""What a plain value may not, or had better not, begin with."""

_KEY = Text("một tên mục không phải là chữ thường", "a key is not plain text")
_TAB = Text("dòng này thụt vào bằng phím Tab", "this line is indented with a tab")
_COLON = Text("giá trị có dấu hai chấm mà không đặt trong ngoặc kép", "a value with a colon is not in quotes")
_SIGN = Text("giá trị mở đầu bằng một dấu đặc biệt", "a value begins with a special sign")
_QUOTE = Text("dấu ngoặc kép mở và đóng không khớp nhau", "quotation marks do not match")
_OTHER = Text("dòng này, hoặc dòng ngay trên, viết sai cách", "this line, or the one above, is malformed")


def explain(document: Document, fault: Fault, context: Context) -> Finding:
    """Say what is wrong with the line, as far as its text tells, and quote the value where that mends it."""
    span = document.span_of_fault(fault)
    lines = document.text.split("\n", span.line)
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    fix = _quote(line, span.start) if fault.kind == "yaml-syntax" else None
    return Finding({"why": _KEY if fault.kind == "yaml-key" else _reason(line, fix)}, line=span.line, fix=fix)


def _reason(line: str, fix: Fix | None) -> Text:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return _TAB
    match = _KEY_AND_VALUE.fullmatch(line)
    value = match["value"] if match else ""
    if fix or (value[:1] not in _SPECIAL and ": " in value):
        return _COLON
    if value[:1] in tuple("@`%&*!"):
        return _SIGN
    return _QUOTE if value[:1] in tuple("\"'") else _OTHER


def _quote(line: str, start: int) -> Fix | None:
    """Quotes around a plain value with a colon, where nothing else can have been meant."""
    match = _KEY_AND_VALUE.fullmatch(line)
    if not match or match["value"][0] in _SPECIAL or " #" in match["value"]:
        return None
    if ": " not in match["value"] and not match["value"].endswith(":"):
        return None
    return Fix(start + match.start("value"), start + match.end("value"), quoted(match["value"]))


RULE = Rule(
    code="FIL004",
    name="yaml-syntax",
    severity=Severity.ERROR,
    message=Text(
        "Không đọc được phần khai báo từ dòng này: {why}.",
        "The front matter can't be read from this line on: {why}.",
    ),
    help=Text(
        "Mỗi dòng viết “mục: giá trị”. Giá trị có dấu hai chấm hay dấu đặc biệt thì đặt trong ngoặc kép: "
        'title: "Xe đẩy: bản mới". Thụt dòng bằng dấu cách, không dùng Tab.',
        "Write “key: value” on each line. Put a value with a colon or a special sign in quotes: "
        'title: "Xe đẩy: bản mới". Indent with blanks, not with tabs.',
    ),
    manual="""Mỗi dòng của phần khai báo là “mục: giá trị”; danh sách thụt vào bằng dấu cách. Giá trị có dấu
hai chấm, hay mở đầu bằng dấu đặc biệt như @ hoặc %, phải đặt trong ngoặc kép.

Phần khai báo không đọc được thì không kiểm tra được, và không biết bài có được phép đăng hay không.""",
    kinds=FILES,
    faults=("yaml-syntax", "yaml-key"),
    explain=explain,
)
