"""Two folders, or a folder and an earlier name, differ in letters that make no difference.

## What it requires
The names of the folders, and their aliases, stay different when written in lower case, without accents
and with single hyphens.

## Why
Windows and macOS take `So-Hai` and `so-hai` for one folder: of two initiatives one would overwrite the
other.

## Example
```slug
So-Hai
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
```

## Use instead
```slug
so-mot
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.diagnostics import Path, Severity, Text
from sangkien.model.scalars import is_slug
from sangkien.rules.rule import Finding, Rule
from sangkien.text.folding import slugify


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Fold every name; names that are the very same are another rule's matter."""
    taken: dict[str, str] = {}
    for story, name, path in sorted(_names(catalogue), key=lambda row: (row[1], row[0].slug)):
        folded = name if is_slug(name) else slugify(name)
        other = taken.setdefault(folded, name)
        if other != name:
            yield Finding({"name": name, "other": other}, file=story.file, path=path)


def _names(catalogue: Catalogue) -> Iterator[tuple[Story, str, Path]]:
    for story in catalogue.stories.values():
        yield story, story.slug, ()
        for number, alias in enumerate(story.head.aliases):
            yield story, alias, ("aliases", number)


RULE = Rule(
    code="CAT001",
    name="colliding-slugs",
    severity=Severity.ERROR,
    message=Text(
        "Tên “{name}” chỉ khác “{other}” ở chữ hoa, dấu hoặc gạch nối.",
        "The name “{name}” differs from “{other}” in case, accents or hyphens alone.",
    ),
    help=Text(
        "Đổi tên một trong hai thư mục cho khác hẳn, ví dụ thêm tên đơn vị.",
        "Give one of the two another name, for example with the unit's name in it.",
    ),
    manual="""Tên thư mục và tên cũ (aliases) phải khác nhau cả khi viết chữ thường, bỏ dấu.

Windows và macOS coi “So-Hai” và “so-hai” là một thư mục: hai sáng kiến sẽ đè lên nhau.""",
    kinds=(),
    catalogue=check,
)
