"""Two dates stand in an order that can't be.

## What it requires
An initiative is applied before its story is published; a programme, a phase of it, or an announcement
starts before it ends. That updates, corrections, recognitions and adopters come after what they follow is
checked too, as a warning.

## Why
One of the two dates is wrong, and the story would tell a sequence of events that never was.

## Example
```yaml
applied: 2022-10-15
```

## Use instead
```yaml
applied: 2021-10-15
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.dates import day, day_of_moment
from sangkien.rules.raw import mapping, rows
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


class _Pair(NamedTuple):
    """Two dates of which the first may not come after the second, which stands at ``path``."""

    first: tuple[str, date | None]
    second: tuple[str, date | None]
    path: Path
    severity: Severity = Severity.WARNING


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Compare the pairs of which both dates can be read."""
    data = mapping(document.data)
    if document.kind == "programme":
        pairs = _of_programme(data)
    elif document.kind == "banners":
        pairs = _of_banners(document.data, context)
    else:
        pairs = _of_record(data, context)
    for (first, before), (second, after), path, severity in pairs:
        if before and after and after < before:
            values = {
                "first": first,
                "before": before.isoformat(),
                "second": second,
                "after": after.isoformat(),
            }
            yield Finding(values, path=path, severity=severity)


def _of_record(data: dict[str, Any], context: Context) -> Iterator[_Pair]:
    applied = ("applied", day(data.get("applied")))
    published = ("published", day_of_moment(data.get("published"), context.settings.zone))
    yield _Pair(applied, published, ("published",), Severity.ERROR)
    if "updated" in data:
        yield _Pair(published, ("updated", day(data["updated"])), ("updated",))
    for number, row in rows(data.get("corrections")):
        path: Path = ("corrections", number, "date")
        yield _Pair(published, ("date", day(row.get("date"))), path)
    for number, row in rows(data.get("recognition")):
        yield _Pair(applied, ("date", day(row.get("date"))), ("recognition", number, "date"))
    for number, row in rows(data.get("adopters")):
        yield _Pair(applied, ("since", day(row.get("since"))), ("adopters", number, "since"))


def _of_programme(data: dict[str, Any]) -> Iterator[_Pair]:
    yield _span(data, ())
    for number, phase in rows(data.get("phases")):
        yield _span(phase, ("phases", number))


def _of_banners(data: Any, context: Context) -> Iterator[_Pair]:
    zone = context.settings.zone
    for number, row in rows(data):
        starts, ends = (day_of_moment(row.get(key), zone) for key in ("from", "until"))
        yield _Pair(("from", starts), ("until", ends), (number, "until"), Severity.ERROR)


def _span(data: dict[str, Any], path: Path) -> _Pair:
    starts, ends = ("starts", day(data.get("starts"))), ("ends", day(data.get("ends")))
    return _Pair(starts, ends, (*path, "ends"), Severity.ERROR)


RULE = Rule(
    code="FLD013",
    name="impossible-order",
    severity=Severity.ERROR,
    message=Text(
        "Ngày “{second}” ({after}) lại trước ngày “{first}” ({before}).",
        "The date “{second}” ({after}) comes before “{first}” ({before}).",
    ),
    help=Text(
        "Một trong hai ngày bị ghi sai: xem lại hồ sơ rồi sửa ngày sai.",
        "One of the two is wrong: look it up in the papers and correct it.",
    ),
    manual="""Sáng kiến được áp dụng rồi bài mới được đăng; chương trình và mỗi giai đoạn phải bắt đầu
trước khi kết thúc, thông báo cũng vậy. Ngày cập nhật, đính chính, khen thưởng, nhân rộng mà trước việc nó
theo sau thì được cảnh báo.

Như vậy có một ngày bị ghi sai, và bài kể một trình tự không hề có.""",
    kinds=("initiative", "event", "programme", "banners"),
    document=check,
)
