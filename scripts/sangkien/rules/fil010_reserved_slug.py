"""A name that Windows or the site itself keeps for something else.

## What it requires
No initiative, alias, code or person is named `con`, `prn`, `aux`, `nul`, `com1` … `lpt9`, nor a name that
the fair reserves (such as `trang`, the pages of a list).

## Why
Windows opens a device instead of such a folder: the fair could not be copied to an office computer. A
reserved name would overwrite a page of the site.

## Example
```slug
aux
```

## Use instead
```slug
loa-phu
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.raw import STORIES, items, mapping, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document

_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Compare every name that becomes a folder of the site."""
    reserved = context.settings.reserved_slugs
    for name, path in _names(document):
        if name.lower().split(".")[0] in _DEVICES or name.lower() in reserved:
            yield Finding({"name": name}, path=path) if path else Finding({"name": name}, line=1)


def _names(document: Document) -> Iterator[tuple[str, Path]]:
    yield document.slug, ()
    data = mapping(document.data)
    if code := word(data.get("code")):
        yield code, ("code",)
    for number, alias in enumerate(items(data.get("aliases"))):
        if name := word(alias):
            yield name, ("aliases", number)


RULE = Rule(
    code="FIL010",
    name="reserved-slug",
    severity=Severity.ERROR,
    message=Text(
        "Tên “{name}” đã dành cho việc khác của Windows hoặc của trang.",
        "The name “{name}” is reserved by Windows or by the site.",
    ),
    help=Text(
        "Chọn tên khác, ví dụ thêm một từ: “{name}-moi”.",
        "Choose another name, for example with one more word: “{name}-moi”.",
    ),
    manual="""Không đặt tên thư mục, tên cũ (aliases), số hiệu (code) hay tên tệp của một người là con, prn,
aux, nul, com1 … lpt9, hay tên mà trang đã dành riêng (như “trang”).

Windows coi các tên ấy là thiết bị nên không chép được thư mục về máy; tên dành riêng thì đè lên trang
khác.""",
    kinds=STORIES,
    document=check,
)
