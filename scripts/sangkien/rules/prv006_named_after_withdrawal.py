"""A person who took the consent back is still named.

## What it requires
Where an author's consent is `{withdrawn: …}`, no text of the initiative names that person: not in full, with
or without tones, not as "anh Mẫu", and not in the folder's name.

## Why
A consent can be taken back, and then every trace goes (Law 91/2025/QH15). The story itself stays, with "an
author who isn't named".

## Example
```yaml
summary: Anh Mẫu làm chiếc xe dừng lại ngay khi nhấc chân.
authors:
  - name: Nguyễn Văn Mẫu
    consent: {withdrawn: 2023-06-01}
```

## Use instead
```yaml
summary: Xe đẩy dừng lại ngay khi người đẩy nhấc chân.
authors:
  - name: Nguyễn Văn Mẫu
    consent: {withdrawn: 2023-06-01}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story
from sangkien.diagnostics import Path, Severity, Text
from sangkien.model.initiative import Withdrawal
from sangkien.rules.credits import may_be_withdrawn
from sangkien.rules.naming import TITLE, given, is_named
from sangkien.rules.passages import STORY, Passage, passages, place
from sangkien.rules.raw import mapping, rows, word
from sangkien.rules.rule import Context, Finding, Rule
from sangkien.source.document import Document
from sangkien.text.folding import in_slug

_NAMES_OF_SELF = frozenset({"name", "person", "consent"})


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding an author and text, placed at the first mention."""
    authors = mapping(document.data).get("authors")
    for number, author in rows(authors):
        name = word(author.get("name"))
        if name and isinstance(author.get("consent"), dict) and "withdrawn" in author["consent"]:
            others = tuple(word(other.get("name")) or "" for at, other in rows(authors) if at != number)
            yield from _mentions(document, number, name, others)


def check_profiles(catalogue: Catalogue) -> Iterator[Finding]:
    """The same for a consent taken back in ``content/people``: it holds for every initiative."""
    gone = {
        profile.id for profile in catalogue.people.values() if isinstance(profile.person.consent, Withdrawal)
    }
    for story in catalogue.stories.values() if gone else ():
        if not may_be_withdrawn(story, gone):
            continue
        authors = story.initiative.authors
        for number, author in enumerate(authors):
            if author.person in gone and author.name and not author.withdrawn:
                others = tuple(other.name or "" for other in authors if other is not author)
                in_address = any(
                    in_slug(slug, author.name) for slug in (story.slug, *story.initiative.aliases)
                )
                if in_address or any(is_named(text, author.name, others) for text in _texts(story)):
                    where: Path = ("authors", number, "consent")
                    yield Finding({"where": _LABELS["body"]}, path=where, file=story.file)


def _mentions(document: Document, number: int, name: str, others: tuple[str, ...]) -> Iterator[Finding]:
    where: Path = ("authors", number, "consent")
    if document.kind == "initiative" and in_slug(document.slug, name):
        yield Finding({"where": _LABELS["slug"]}, path=where)
    for passage in passages(document):
        own = passage.path[:2] == ("authors", number) and passage.path[-1] in _NAMES_OF_SELF
        if own or passage.path[-1:] in (("url",), ("file",)) or passage.path[-2:-1] == ("consent",):
            continue
        if passage.path[:1] == ("aliases",):
            mentioned, offset = in_slug(passage.text, name), None
        else:
            mentioned, offset = is_named(passage.text, name, others), _offset(document, passage, name)
        if mentioned:
            yield Finding({"where": _label(passage.path)}, path=where, offset=offset)


def _offset(document: Document, passage: Passage, name: str) -> int | None:
    """Where the name, or what stands for it, is first written, as far as that can be told."""
    start = place(document, passage)
    if start is None:
        return None
    pattern = f"{re.escape(name)}|{TITLE}\\s+(?:\\S+\\s+)?{re.escape(given(name))}"
    match = re.search(pattern, passage.text, re.I)
    return start + match.start() if match else start


def _texts(story: Story) -> Iterator[str]:
    """Every text of a loaded story that is shown, but for the authors' names; groups' are texts."""
    initiative = story.initiative
    yield from (initiative.title, initiative.summary, story.body, *initiative.tags)
    for photo in initiative.photos:
        yield from filter(None, (photo.alt, photo.caption, photo.credit))
    for author in initiative.authors:
        yield from filter(None, (author.role, None if author.person else author.collective))
    yield from filter(None, (honour.decision for honour in initiative.recognition))
    yield from (item.text for item in initiative.corrections)
    yield from (video.title for video in initiative.videos)
    for report in initiative.press:
        yield from (report.outlet, report.title)
    if initiative.featured and initiative.featured.citation:
        yield initiative.featured.citation
    if benefit := initiative.benefit:
        yield from filter(None, (benefit.note, benefit.confirmed_by))
    if replication := initiative.replication:
        yield from filter(None, (replication.conditions, replication.contact, *replication.parts))


_LABELS: dict[Any, Text] = {
    "body": Text("bài viết", "the story"),
    "slug": Text("tên thư mục", "the folder's name"),
    "title": Text("tên bài", "the title"),
    "summary": Text("tóm tắt", "the summary"),
}


def _label(path: Path) -> Text:
    if path == STORY or path[0] in _LABELS:
        return _LABELS[path[0]]
    shown = ".".join(str(part) for part in path)
    return Text(f"mục {shown}", shown)


RULE = Rule(
    code="PRV006",
    name="named-after-withdrawal",
    severity=Severity.ERROR,
    message=Text(
        "Một tác giả đã rút lại sự đồng ý nhưng {where} vẫn nêu tên người ấy.",
        "An author took the consent back, but {where} still names that person.",
    ),
    help=Text(
        "Sửa chỗ ấy cho không còn tên, ví dụ thay bằng “một tác giả” hoặc “người thợ”.",
        "Reword it without the name: “an author”, “the fitter”.",
    ),
    manual="""Tác giả có “consent: {withdrawn: …}” thì không chỗ nào trong bài được nêu tên người ấy nữa:
không cả họ tên, dù có dấu hay không dấu, không “anh Mẫu”, không trong tên thư mục.

Sự đồng ý có thể rút lại, khi ấy mọi dấu vết phải mất (Luật 91/2025/QH15). Bài viết vẫn ở lại, với “Một tác
giả không nêu tên”.""",
    document=check,
    catalogue=check_profiles,
)
