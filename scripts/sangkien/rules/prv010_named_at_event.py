"""An event still names a person who took the consent back.

## What it requires
Where an author, a speaker or somebody in `content/people` has `consent: {withdrawn: …}`, no text of any
event has that person's name: not the programme, not the results, not a caption.

## Why
A consent can be taken back, and then every trace goes (Law 91/2025/QH15), also from what tells of the day.

## Example
```file content/events/ngay-hoi.md
---
name: Ngày hội mẫu
summary: Một ngày gặp nhau để xem và làm thử.
days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]
venue: {name: Nhà văn hóa Mẫu}
status: published
published: 2026-01-02
sessions:
  - title: Anh Mẫu kể chuyện chiếc xe
    from: "09:00"
    to: "09:30"
    speakers: [{name: Nguyễn Văn Mẫu, consent: {withdrawn: 2026-01-03}}]
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
sessions:
  - title: Chuyện chiếc xe
    from: "09:00"
    to: "09:30"
    speakers: [{name: Nguyễn Văn Mẫu, consent: {withdrawn: 2026-01-03}}]
---
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion
from sangkien.diagnostics import Path, Severity, Text
from sangkien.model.event import Speaker
from sangkien.model.initiative import Withdrawal
from sangkien.rules.credits import may_be_withdrawn
from sangkien.rules.naming import is_named
from sangkien.rules.rule import Finding, Rule
from sangkien.text.folding import in_slug

_OWN = ("name", "person", "consent")
"""Keys of a speaker that are not shown once the consent is gone."""
_NOT_SHOWN = ("file", "url", "aliases", "status", "kind", "tone")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look for each such name in every text of every event."""
    names = sorted(_withdrawn(catalogue)) if catalogue.events else ()
    for one in catalogue.events.values() if names else ():
        texts = [*_texts(one.event, ()), (("body",), one.body)]
        present = _present(one, catalogue)
        for name in names:
            if any(in_slug(slug, name) for slug in (one.id, *one.event.aliases)):
                yield Finding(file=one.file)
            bearers = () if name in present else (name,)
            for path, text in texts:
                if is_named(text, name, bearers):
                    yield Finding(file=one.file, path=(*path, "consent"))


def _present(one: Occasion, catalogue: Catalogue) -> set[str | None]:
    """Names of whoever takes part: "anh Mẫu" means one of these; of others only the full name tells."""
    event = one.event
    slugs = {booth.initiative for booth in event.booths if booth.initiative}
    slugs |= {slug for session in event.sessions for slug in session.initiatives}
    stories = [catalogue.stories[slug] for slug in slugs if slug in catalogue.stories]
    speakers = {speaker.name for session in event.sessions for speaker in session.speakers}
    return speakers | {author.name for story in stories for author in story.initiative.authors}


def _withdrawn(catalogue: Catalogue) -> set[str]:
    """Names of everyone who took the consent back: authors, people with a file of their own, speakers."""
    gone = {
        key: one.person.name
        for key, one in catalogue.people.items()
        if isinstance(one.person.consent, Withdrawal)
    }
    credited = [story for story in catalogue.stories.values() if may_be_withdrawn(story, gone)]
    authors = (author for story in credited for author in story.initiative.authors)
    sessions = (session for one in catalogue.events.values() for session in one.event.sessions)
    speakers = (speaker for session in sessions for speaker in session.speakers)
    named = [(author.name, author) for author in authors] + [(speaker.name, speaker) for speaker in speakers]
    found = {name for name, person in named if name and (person.withdrawn or person.person in gone)}
    return found | set(gone.values())


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of an event that is shown, but for the names of its speakers."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif is_dataclass(value):
        for item in fields(value):
            own = isinstance(value, Speaker) and item.name in _OWN
            if not own and item.name not in _NOT_SHOWN:
                yield from _texts(getattr(value, item.name), (*path, item.name))


RULE = Rule(
    code="PRV010",
    name="named-at-event",
    severity=Severity.ERROR,
    message=Text(
        "Một người đã rút lại sự đồng ý nhưng trang sự kiện vẫn nêu tên người ấy.",
        "A person took the consent back, but the event still names that person.",
    ),
    help=Text(
        "Sửa chỗ ấy cho không còn tên, ví dụ thay bằng “một tác giả” hoặc “người thợ”.",
        "Reword it without the name: “an author”, “the fitter”.",
    ),
    manual="""Tác giả, người phát biểu hay người có tệp riêng đã ghi “consent: {withdrawn: …}” thì không chỗ
nào của sự kiện được nêu tên nữa: không trong chương trình, kết quả, không trong lời chú thích ảnh.

Sự đồng ý có thể rút lại, khi ấy mọi dấu vết phải mất (Luật 91/2025/QH15), cả ở bài kể về ngày hội.""",
    kinds=(),
    catalogue=check,
)
