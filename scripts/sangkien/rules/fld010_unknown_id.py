"""An id that its vocabulary does not have.

## What it requires
Units, sectors, solutions, places, benefits and awards are ids of `content/vocabulary/*.yml`; the phase of
a count is one of the programme's phases.

## Why
Ids gather what belongs together. A mistyped one would make a unit of its own, and the story would be
missing where people look for it.

## Example
```yaml
sector: co-ki
```

## Use instead
```yaml
sector: co-khi
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Severity, Text
from sangkien.model.scalars import is_slug
from sangkien.rules.mends import did_you_mean, replace_value
from sangkien.rules.raw import label, mapping, rows, word
from sangkien.rules.references import guess, references
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.similarity import closest


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look up each well-formed id; a malformed one is another rule's matter."""
    if document.kind == "programme":
        yield from _phases(document)
        return
    vocabularies = context.vocabularies
    for reference in references(document):
        entries = vocabularies.get(reference.vocabulary, {})
        if isinstance(reference.value, str) and reference.value in entries:
            continue
        value = word(reference.value)
        if value is None or value in entries or not is_slug(value):
            continue
        meant = guess(value, entries)
        fix = replace_value(document, reference.path, meant.id) if meant and meant.certain else None
        file = f"{context.settings.content_dir}/vocabulary/{reference.vocabulary}.yml"
        hint = did_you_mean(meant.id if meant else None)
        values = {"key": label(reference.path), "value": value, "file": file, "hint": hint}
        yield Finding(values, path=reference.path, fix=fix)


def _phases(document: Document) -> Iterator[Finding]:
    data = mapping(document.data)
    known = tuple(phase_id for _, phase in rows(data.get("phases")) if (phase_id := word(phase.get("id"))))
    for number, count in rows(data.get("counts")):
        value = word(count.get("phase"))
        if value and value not in known and is_slug(value):
            hint = did_you_mean(closest(value, known))
            values = {"key": "phase", "value": value, "file": document.path, "hint": hint}
            yield Finding(values, path=("counts", number, "phase"))


RULE = Rule(
    code="FLD010",
    name="unknown-id",
    severity=Severity.ERROR,
    message=Text(
        "Mục “{key}”: không có mã “{value}” trong {file}.{hint}",
        "The key “{key}”: there is no id “{value}” in {file}.{hint}",
    ),
    help=Text(
        "Sửa lại cho đúng mã có trong tệp ấy; nếu là đơn vị, lĩnh vực… mới thì thêm một dòng vào tệp trước.",
        "Correct it to an id of that file; a new unit, sector … is added there first.",
    ),
    manual="""Đơn vị, lĩnh vực, loại giải pháp, địa bàn, lợi ích, hình thức khen đều ghi bằng mã (id) có
trong “content/vocabulary”; giai đoạn trong số liệu báo cáo là mã giai đoạn của chương trình.

Nhờ mã mà các bài cùng đơn vị, cùng lĩnh vực được gom lại. Gõ sai một chữ là thành một đơn vị khác, người
xem không tìm thấy bài ở nơi cần tìm.""",
    kinds=("initiative", "person", "event", "vocabulary", "programme"),
    document=check,
)
