"""The hours of an event contradict each other.

## What it requires
A day and a session end after they begin; no day is given twice; a session lies on a day of the event, and
says which one where there are several. That it lies within the hours of that day, and that results wait
for the end, is a warning.

## Why
Whoever comes by the timetable stands before a closed door.

## Example
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
sessions: [{title: Khai mạc, date: 2026-05-17, from: "08:30", to: "09:00"}]
---
```

## Use instead
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
sessions: [{title: Khai mạc, date: 2026-05-16, from: "08:30", to: "09:00"}]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sangkien.catalogue.occasions import standing
from sangkien.diagnostics import Path, Severity, Text
from sangkien.model.event import Day, Event, Session
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document


class _Fault(NamedTuple):
    what: Text
    path: Path
    severity: Severity | None = None


_BACKWARDS = Text("{what}: giờ kết thúc không sau giờ bắt đầu", "{what} ends before it has begun")
_TWICE = Text("ngày {what} được ghi hai lần", "the day {what} is given twice")
_OUTSIDE = Text("“{what}” không nằm trong ngày nào của sự kiện", "“{what}” is on no day of the event")
_WHICH = Text(
    "“{what}” chưa ghi ngày (date), mà sự kiện có nhiều ngày",
    "“{what}” doesn't say on which of the days (date) it is",
)
_LATE = Text("“{what}” nằm ngoài giờ của ngày ấy", "“{what}” lies outside the hours of its day")
_EARLY = Text("sự kiện chưa xong mà đã có kết quả", "there are results of an event that isn't over")


def check(document: Document, context: Context) -> Iterator[Finding]:
    """Look at events that could be typed; what could not is another rule's matter."""
    event = document.record
    if not isinstance(event, Event):
        return
    for what, path, severity in _faults(event):
        yield Finding({"what": what}, path=path, severity=severity)
    if event.results and standing(event, context.settings) != "over":
        yield Finding({"what": _EARLY}, path=("results",), severity=Severity.WARNING)


def _faults(event: Event) -> Iterator[_Fault]:
    days: dict[object, Day] = {}
    for number, day in enumerate(event.days):
        if day.ends <= day.starts:
            yield _Fault(_BACKWARDS.format(what=day.date.isoformat()), ("days", number, "to"))
        if day.date in days:
            yield _Fault(_TWICE.format(what=day.date.isoformat()), ("days", number, "date"))
        days.setdefault(day.date, day)
    for number, session in enumerate(event.sessions):
        yield from _of_session(event, days, session, ("sessions", number))


def _of_session(event: Event, days: dict[object, Day], session: Session, path: Path) -> Iterator[_Fault]:
    title = session.title
    if session.ends and session.ends <= session.starts:
        yield _Fault(_BACKWARDS.format(what=title), (*path, "to"))
    if session.date is None and len(days) > 1:
        yield _Fault(_WHICH.format(what=title), (*path, "date"))
        return
    day = days.get(event.day_of(session))
    if day is None:
        yield _Fault(_OUTSIDE.format(what=title), (*path, "date"))
    elif session.starts < day.starts or (session.ends or session.starts) > day.ends:
        yield _Fault(_LATE.format(what=title), (*path, "from"), Severity.WARNING)


RULE = Rule(
    code="FLD024",
    name="impossible-hours",
    severity=Severity.ERROR,
    message=Text("Ngày giờ mâu thuẫn: {what}.", "The hours contradict each other: {what}."),
    help=Text(
        "Xem lại chương trình rồi sửa ngày hoặc giờ bị ghi sai.",
        "Look the programme up and correct the day or the hour.",
    ),
    manual="""Mỗi ngày, mỗi phiên phải kết thúc sau khi bắt đầu; không ngày nào ghi hai lần; mỗi phiên nằm
trong một ngày của sự kiện, và ghi rõ ngày nào nếu sự kiện có nhiều ngày. Phiên ngoài giờ của ngày ấy, hay
kết quả ghi khi sự kiện chưa xong, thì được cảnh báo.

Ai đến theo lịch ấy sẽ đứng trước cửa đóng.""",
    kinds=("event",),
    document=check,
)
