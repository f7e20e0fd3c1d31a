"""An id stands twice in one vocabulary, in the programme's phases, or among an event's sessions.

## What it requires
Each id of a vocabulary file, of a phase, and of a session of an event, is given once.

## Why
Only the first would count, and what the second says would be lost without a word.

## Example
```file content/vocabulary/sectors.yml
- {id: co-khi, name: Cơ khí}
- {id: co-khi, name: Cơ khí chế tạo}
```

## Use instead
```file content/vocabulary/sectors.yml
- {id: co-khi, name: Cơ khí}
- {id: co-khi-che-tao, name: Cơ khí chế tạo}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.raw import mapping, rows, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_LISTS = {"programme": "phases", "event": "sessions"}


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Report the second and each further entry of an id."""
    key = _LISTS.get(document.kind)
    seen: dict[str, int] = {}
    for number, entry in rows(mapping(document.data).get(key) if key else document.data):
        entry_id = word(entry.get("id"))
        if entry_id is None:
            continue
        if entry_id in seen:
            path: Path = (key, number, "id") if key else (number, "id")
            yield Finding({"id": entry_id, "first": seen[entry_id] + 1, "second": number + 1}, path=path)
        seen.setdefault(entry_id, number)


RULE = Rule(
    code="FLD021",
    name="duplicate-entry",
    severity=Severity.ERROR,
    message=Text(
        "Mã “{id}” dùng hai lần: ở mục thứ {first} và mục thứ {second}.",
        "The id “{id}” is given twice: by entry {first} and entry {second}.",
    ),
    help=Text(
        "Hai mục là một thì gộp lại; là hai thứ khác nhau thì đặt mã khác cho mục sau.",
        "Join them if they are one thing; else give the second an id of its own.",
    ),
    manual="""Trong một tệp danh mục, trong các giai đoạn của chương trình, trong các phiên của một sự kiện,
mỗi mã (id) chỉ dùng một lần.

Máy chỉ theo mục đầu; nội dung của mục sau mất đi mà không ai biết.""",
    kinds=("vocabulary", "programme", "event"),
    document=check,
)
