"""An entry of a vocabulary is used by nothing.

## What it requires
Each unit, sector, solution, place, benefit and award is named by an initiative, a person or (a place) a
unit. Synonyms are for those who search: nothing names them. This is a notice, and waits until the fair has
initiatives.

## Why
An entry nobody uses is mostly a second spelling of another, or left over.

## Example
```file content/vocabulary/sectors.yml
- {id: co-khi, name: Cơ khí}
- {id: co-khi-che-tao, name: Cơ khí chế tạo}
```

## Use instead
```file content/vocabulary/sectors.yml
- {id: co-khi, name: Cơ khí}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Finding, Rule


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Gather every id in use, then look for the entries that are not among them."""
    if not catalogue.stories:
        return
    used = _used(catalogue)
    for vocabulary, entries in catalogue.vocabularies.shown().items():
        file = f"{catalogue.settings.content_dir}/vocabulary/{vocabulary}.yml"
        for number, entry in enumerate(entries.values()):
            if entry.id not in used.get(vocabulary, ()):
                yield Finding({"id": entry.id, "name": entry.name}, file=file, path=(number, "id"))


def _used(catalogue: Catalogue) -> dict[str, set[str]]:
    units = set(catalogue.by_organisation)
    solutions: set[str] = set()
    benefits: set[str] = set()
    awards: set[str] = set()
    for story in catalogue.stories.values():
        initiative = story.initiative
        units.update(adopter.organisation for adopter in initiative.adopters)
        awards.update(row.award for row in initiative.recognition if row.award)
        if initiative.solution:
            solutions.add(initiative.solution)
        if initiative.benefit:
            benefits.update(initiative.benefit.kinds)
    units.update(
        profile.person.organisation for profile in catalogue.people.values() if profile.person.organisation
    )
    for one in catalogue.events.values():
        units.update(booth.organisation for booth in one.event.booths if booth.organisation)
        speakers = (speaker for session in one.event.sessions for speaker in session.speakers)
        units.update(speaker.organisation for speaker in speakers if speaker.organisation)
    places = {unit.place for unit in catalogue.vocabularies.names("organisations").values() if unit.place}
    return {
        "organisations": units,
        "sectors": set(catalogue.by_sector),
        "solutions": solutions,
        "places": places | set(catalogue.by_place) | _venues(catalogue),
        "benefits": benefits,
        "awards": awards,
        "event-kinds": {one.event.kind for one in catalogue.events.values() if one.event.kind},
    }


def _venues(catalogue: Catalogue) -> set[str]:
    return {one.event.venue.place for one in catalogue.events.values() if one.event.venue.place}


RULE = Rule(
    code="CAT008",
    name="unused-entry",
    severity=Severity.NOTICE,
    message=Text("“{name}” ({id}) không được dùng ở đâu.", "“{name}” ({id}) is used nowhere."),
    help=Text(
        "Không cần nữa thì xóa khỏi danh mục; có khi đó là cách ghi khác của một mục đã có.",
        "Delete it if it is not wanted; it may be a second spelling of another entry.",
    ),
    manual="""Mỗi đơn vị, lĩnh vực, loại giải pháp, địa bàn, lợi ích, hình thức khen đều được một sáng kiến,
một người hoặc (với địa bàn) một đơn vị dùng đến. Đây chỉ là lời nhắc, và chỉ khi hội thi đã có sáng kiến.

Mục không ai dùng phần nhiều là cách viết thứ hai của mục khác, hoặc còn sót lại.""",
    kinds=(),
    catalogue=check,
)
