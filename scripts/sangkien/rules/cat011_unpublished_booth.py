"""A booth or a session of an event names an initiative that is not published.

## What it requires
What an event names is published, or will be: an embargo is a notice only. Until then the site leaves out the
booth, and the session that is about nothing else.

## Why
The event would give away what is not to be seen yet, so neither is shown, and visitors don't find them.

## Example
```yaml second
status: draft
```
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
booths: [{number: A1, initiative: so-hai}]
---
```

## Use instead
```yaml second
status: published
```
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
booths: [{number: A1, initiative: so-hai}]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion
from sangkien.catalogue.public import is_public
from sangkien.diagnostics import Path, Severity, Text
from sangkien.rules.rule import Finding, Rule


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look at the stories that published events name."""
    for one in catalogue.events.values():
        if one.event.status != "published":
            continue
        for path, slug in _named(one):
            story = catalogue.stories.get(slug)
            if story and not is_public(story, catalogue):
                waits = story.initiative.status == "published" and story.initiative.published is not None
                severity = Severity.NOTICE if waits else None
                yield Finding({"slug": slug}, file=one.file, path=path, severity=severity)


def _named(one: Occasion) -> Iterator[tuple[Path, str]]:
    for number, booth in enumerate(one.event.booths):
        if booth.initiative:
            yield ("booths", number, "initiative"), booth.initiative
    for number, session in enumerate(one.event.sessions):
        for place, slug in enumerate(session.initiatives):
            yield ("sessions", number, "initiatives", place), slug


RULE = Rule(
    code="CAT011",
    name="unpublished-booth",
    severity=Severity.WARNING,
    message=Text(
        "Sáng kiến “{slug}” chưa được đăng nên chưa hiện trên trang sự kiện.",
        "The initiative “{slug}” is not published: the event's page leaves it out.",
    ),
    help=Text(
        "Đăng bài ấy, hoặc bỏ nó khỏi sự kiện. Bài hẹn ngày thì đến ngày gian và phiên tự hiện.",
        "Publish it, or take it out of the event. If it has a date to come, it will appear there by itself.",
    ),
    manual="""Sáng kiến được nêu ở một sự kiện phải được đăng; bài hẹn ngày thì chỉ là lời nhắc. Trước lúc ấy
trang không hiện gian của bài đó, cũng không hiện phiên chỉ nói về bài đó.

Nếu hiện thì lộ bài chưa được đăng; không hiện thì người đến không tìm ra gian, ra phiên.""",
    kinds=(),
    catalogue=check,
)
