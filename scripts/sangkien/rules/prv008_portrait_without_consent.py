"""A portrait, quotation or citation that will not be shown.

## What it requires
What stands on a public body's report has no portrait, no citation and no quotation (a paragraph that begins
with `>`): they wait for the person's own consent.

## Why
The report allows the name, not the face nor words about or by the person. They are left out, so nobody should
wonder where they are.

## Example
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    consent: {basis: public-report, publisher: Liên đoàn Lao động tỉnh Mẫu}
featured: {rank: 1, citation: Người thợ không chịu bó tay.}
```

## Use instead
```yaml
authors:
  - name: Nguyễn Văn Mẫu
    consent: 2022-04-28
featured: {rank: 1, citation: Người thợ không chịu bó tay.}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.passages import STORY
from sangkien.rules.raw import is_public_report, mapping
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_QUOTATION = re.compile(r"^[ ]{0,3}>", re.M)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """The citation and the story of an initiative; portrait and citation of a person."""
    data = mapping(document.data)
    if document.kind == "person":
        if mapping(data.get("consent")).get("basis") == "public-report":
            paths: tuple[Path, ...] = (("portrait",), ("citation",))
            yield from (
                Finding({"what": _WHAT[str(path[0])]}, path=path) for path in paths if path[0] in data
            )
    elif is_public_report(data):
        if mapping(data.get("featured")).get("citation"):
            yield Finding({"what": _WHAT["citation"]}, path=("featured", "citation"))
        quotation = _QUOTATION.search(document.body)
        if quotation:
            start = document.body_start + quotation.start()
            yield Finding({"what": _WHAT["quotation"]}, path=STORY, offset=start)


_WHAT = {
    "portrait": Text("Ảnh chân dung", "The portrait"),
    "citation": Text("Lời tôn vinh", "The citation"),
    "quotation": Text("Lời trích", "The quotation"),
}

RULE = Rule(
    code="PRV008",
    name="portrait-without-consent",
    severity=Severity.NOTICE,
    message=Text(
        "{what} sẽ không được hiện, vì người này mới chỉ được nêu tên theo nguồn công khai.",
        "{what} will not be shown: the person is named on a public report only.",
    ),
    help=Text(
        "Xin ý kiến người ấy rồi ghi ngày đồng ý, hoặc bỏ phần này ra khỏi tệp.",
        "Ask the person and write the date of consent, or take this out of the file.",
    ),
    manual="""Nội dung dựa vào nguồn công khai (public-report) thì chưa có chân dung, lời tôn vinh, lời
trích (đoạn bắt đầu bằng “>”): những thứ ấy phải chờ chính người đó đồng ý.

Nguồn công khai cho phép nêu tên, không cho phép đăng mặt người hay lời của người ấy. Máy sẽ tự bỏ qua, nên
nhắc ở đây để khỏi ai thắc mắc.""",
    kinds=("initiative", "person"),
    document=check,
)
