"""A person's file is named by no initiative.

## What it requires
Each file of `content/people/` is the `person:` of some author. This is a notice.

## Why
Nobody finds the page of a person who stands beside no initiative: mostly the author's `person:` was
forgotten.

## Example
```file content/people/nguyen-van-mau.md
---
name: Nguyễn Văn Mẫu
consent: 2022-04-28
---
```

## Use instead
```file content/people/nguyen-van-mau.md
---
name: Nguyễn Văn Mẫu
consent: 2022-04-28
---
```
```yaml
authors:
  - {name: Nguyễn Văn Mẫu, person: nguyen-van-mau, consent: 2022-04-28}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sangkien.catalogue.index import Catalogue
from sangkien.diagnostics import Severity, Text
from sangkien.rules.rule import Finding, Rule


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Look for each person among all authors, those whose consent is withdrawn too."""
    if not catalogue.people:
        return
    named = {author.person for story in catalogue.stories.values() for author in story.initiative.authors}
    sessions = [session for one in catalogue.events.values() for session in one.event.sessions]
    named |= {speaker.person for session in sessions for speaker in session.speakers}
    for person_id, profile in sorted(catalogue.people.items()):
        if person_id not in named:
            yield Finding({"id": person_id, "name": profile.person.name}, file=profile.file, path=("name",))


RULE = Rule(
    code="CAT009",
    name="unused-person",
    severity=Severity.NOTICE,
    message=Text(
        "Không sáng kiến nào ghi “person: {id}” ({name}).", "No initiative says “person: {id}” ({name})."
    ),
    help=Text(
        "Thêm “person: {id}” vào tác giả ấy trong các sáng kiến; nếu không cần nữa thì xóa tệp.",
        "Add “person: {id}” to that author in the initiatives; delete the file if it is not wanted.",
    ),
    manual="""Mỗi tệp trong “content/people” phải được một tác giả ghi ở mục “person”. Đây chỉ là lời nhắc.

Trang của người không gắn với sáng kiến nào thì không ai tìm thấy; phần nhiều là quên ghi “person” cho tác
giả.""",
    kinds=(),
    catalogue=check,
)
