"""Two initiatives have the same code.

## What it requires
Codes, given and derived ones, differ in more than the case of letters.

## Why
The code is the short address on the poster. Two the same, and one of the two posters leads to the wrong
story; on Windows and macOS that goes for `SK-1` and `sk-1` too.

## Example
```yaml
code: SK-2022-0001
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
code: sk-2022-0001
```

## Use instead
```yaml
code: SK-2022-0001
```
```yaml second
summary: Máy gấp thùng giấy bằng một lần đạp chân.
code: SK-2022-0002
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Finding, Rule


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Report every story but the first of a code; one that was given goes before derived ones."""
    taken: dict[str, str] = {}
    stories = sorted(catalogue.stories.values(), key=lambda story: (not story.head.coded, story.slug))
    for story in stories:
        other = taken.setdefault(story.code.casefold(), story.slug)
        if other != story.slug:
            yield Finding({"code": story.code, "other": other}, file=story.file, path=("code",))


RULE = Rule(
    code="CAT003",
    name="colliding-code",
    severity=Severity.ERROR,
    message=Text(
        "Số hiệu “{code}” trùng với số hiệu của sáng kiến “{other}”.",
        "The code “{code}” is that of the initiative “{other}” too.",
    ),
    help=Text(
        "Đặt số hiệu khác cho bài này bằng dòng “code: …”; số hiệu đã in trên áp phích thì giữ nguyên.",
        "Give this one another “code: …”; leave alone a code that is printed on a poster already.",
    ),
    manual="""Số hiệu (code), ghi trong tệp hay do máy đặt, phải khác nhau không chỉ ở chữ hoa, chữ thường.

Số hiệu làm nên địa chỉ ngắn in trên áp phích. Trùng nhau thì một trong hai áp phích dẫn nhầm bài; trên
Windows và macOS, “SK-1” và “sk-1” cũng là một.""",
    kinds=(),
    catalogue=check,
)
