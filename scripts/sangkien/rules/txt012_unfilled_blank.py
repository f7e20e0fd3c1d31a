"""A blank of the form that was never filled.

## What it requires
No value and no line is just "…", and no "TODO", "XXX", "[điền …]" or row of dots stands in what is published.
In a draft it is a notice.

## Why
It was meant to be filled. On the page it reads like carelessness, or worse, like a fact.

## Example
```yaml
summary: "[điền tóm tắt một câu]"
```

## Use instead
```yaml
summary: Xe đẩy dừng lại ngay khi người đẩy nhấc chân.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.rules.passages import finding_at, passages, shortened
from sangkien.rules.raw import RECORDS, mapping, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.plain import byte_set, plain_bytes

_WITHIN = re.compile(
    r"\bTODO\b|\bFIXME\b|\bX{3,4}\b|\[\s*(?:điền|nhập|ghi|viết|tên|số|ngày)\b[^\]\n]{0,80}\](?!\()|"
    r"\[\s*(?:…|\.{3})\s*\](?!\()|\.{6,}|…{2,}|_{4,}|\blorem ipsum\b",
    re.I,
)
_WHOLE = re.compile(r"^[ \t>*+#-]*(?P<blank>…|\.{3,})[ \t.]*$", re.M)
_TENTH = re.compile(r"(?:lần|thứ|khóa|khoá|kỳ|kì|thế kỷ)\s+(?:thứ\s+)?\Z", re.I)
_HINTS = ("…", "...", "[", "TODO", "odo", "FIXME", "ixme", "XXX", "xxx", "____", "orem", "OREM")
_WORDS = (b"odo", b"ixme", b"xxx", b"____", b"orem")
"""The words among the hints in lower case, as a plain text has them."""
_ELLIPSIS = byte_set("…")
_LINE = re.compile(r"…{2}|…[ \t.\"'\]}]*$|\.{3}[ \t.\"'\]}]*$|\.{6}", re.M)
_BRACKET = re.compile(r"\[\s*(?:điền|nhập|ghi|viết|tên|số|ngày|…|\.\.\.)", re.I)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look for a sign of a blank in the whole file before looking at its texts one by one."""
    if not _may_be_blank(document.text) and "\\" not in document.front:
        return
    status = word(mapping(document.data).get("status"))
    unpublished = document.kind in ("initiative", "event") and status in ("draft", "withdrawn")
    for passage in passages(document):
        found = _WHOLE.search(passage.text) or _blank(passage.text)
        if found:
            group = "blank" if "blank" in found.groupdict() else 0
            start, end = found.span(group)
            finding = finding_at(document, passage, start, end - start, blank=shortened(found[group]))
            yield finding._replace(severity=Severity.NOTICE if unpublished else None)


def _may_be_blank(text: str) -> bool:
    """Cheap, for every story is asked: fixed words first, then the two signs that good texts have too."""
    plain = plain_bytes(text)
    if plain is not None:
        lower = plain.lower()
        if not any(word in lower for word in _WORDS):
            dots = _ELLIPSIS in plain or b"..." in plain
            return _is_blank_line(text, brackets=b"[" in plain, dots=dots)
    hints = {hint for hint in _HINTS if hint in text}
    if hints - {"…", "...", "["}:
        return True
    return _is_blank_line(text, brackets="[" in hints, dots=bool(hints - {"["}))


def _is_blank_line(text: str, *, brackets: bool, dots: bool) -> bool:
    return bool((brackets and _BRACKET.search(text)) or (dots and _LINE.search(text)))


def _blank(text: str) -> re.Match[str] | None:
    """The first blank within a text; "lần thứ XXX" is a number."""
    for match in _WITHIN.finditer(text):
        roman = match[0] == "XXX" and _TENTH.search(text[max(0, match.start() - 16) : match.start()])
        if not roman:
            return match
    return None


RULE = Rule(
    code="TXT012",
    name="unfilled-blank",
    severity=Severity.ERROR,
    message=Text("Chỗ này còn để trống chưa điền: “{blank}”.", "A blank is still to be filled: “{blank}”."),
    help=Text(
        "Điền nội dung vào, hoặc xóa chỗ ấy đi. Chưa xong thì để “status: draft”.",
        "Fill it in, or delete it. Set “status: draft” while it isn't finished.",
    ),
    manual="""Bài đã đăng không được còn chỗ chưa điền: một dòng chỉ có “…”, chữ “TODO”, “XXX”, “[điền …]”
hay một hàng dấu chấm. Bản nháp chỉ được nhắc nhẹ.

Chỗ ấy vốn để điền. Đem đăng thì người đọc thấy cẩu thả, tệ hơn là tưởng thật.""",
    kinds=RECORDS,
    document=check,
)
