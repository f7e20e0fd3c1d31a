"""What is to be withdrawn: a story or a person, told by slug, id, name or address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit

from sangkien import urls
from sangkien.catalogue.records import derived_code, first_slug
from sangkien.diagnostics import UserError
from sangkien.intake.everyone import Entry, entries
from sangkien.rules.raw import items, mapping, word
from sangkien.source.document import Document
from sangkien.text.folding import fold, nfc, person_slug
from sangkien.text.names import usual_name

_SHORT = urls.short("")[:-1]
_NO_LEDGER: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StorySubject:
    """A story, and every address it answers or answered at."""

    document: Document
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonSubject:
    """A person or a group.

    Attributes:
        name: as most entries write it. ``ids``: of the page, earlier ones too.
        file: the id of a file of their own, or of the one that entries ask for; None where nothing asks.
        rows: every entry that is this person.
    """

    name: str
    ids: tuple[str, ...]
    file: str | None
    collective: bool
    rows: tuple[Entry, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Of the page, earlier ones too."""
        return tuple(urls.person(key) for key in self.ids)


@dataclass(frozen=True, slots=True)
class LostStory:
    """A story whose folder is gone, known by the ledger alone."""

    slug: str
    addresses: tuple[str, ...]


Subject = StorySubject | PersonSubject | LostStory


def find_subject(
    wanted: str, documents: Sequence[Document], site_url: str, ledger: Mapping[str, str] = _NO_LEDGER
) -> Subject:
    """The story or the person that ``wanted`` names. Raises UserError for none, and for more than one.

    ``wanted``: a slug (an earlier one too), an id, a name as it is written, or the page's address, whole or
    without the host; the short address too, or its code alone, as it is printed.
    ``ledger``: rows of ``source.ledger``, which may know a story whose folder was deleted.
    """
    section, key = _told(wanted, site_url)
    rows = [entry for document in documents for entry in entries(document)]
    people = {one.slug: one for one in documents if one.kind == "person"}
    initiatives = [one for one in documents if one.kind == "initiative"]
    stories = [one for one in initiatives if one.slug == key] or [
        one for one in initiatives if key in items(mapping(one.data).get("aliases"))
    ]
    found_ids = _ids(key, rows, people)
    if section == urls.PEOPLE:
        stories = []
    elif section == urls.STORIES:
        found_ids = []
    if section == _SHORT or not (section or stories or found_ids):
        stories, found_ids = [one for one in initiatives if _code(one).lower() == key.lower()], []
        key = key if stories else ledger.get(urls.short(key), key)
    if len(stories) + len(found_ids) > 1:
        raise _unclear(key, stories, found_ids)
    if stories:
        return _story(stories[0])
    if not found_ids:
        if section != urls.PEOPLE and urls.story(key) in ledger and not _is_alias(key, documents):
            codes = (address for address, slug in ledger.items() if slug == key)
            return LostStory(key, (urls.story(key), *codes))
        raise UserError(
            f"Không thấy sáng kiến hay người nào là “{key}”. "
            "Hãy ghi tên thư mục của bài, hoặc họ tên đúng từng dấu.",
            f"No initiative and no person is “{key}”. "
            "Give the folder's name, or the exact name with its marks.",
        )
    return _person(found_ids[0], rows, people, ledger)


def _is_alias(slug: str, documents: Iterable[Document]) -> bool:
    return any(slug in items(mapping(one.data).get("aliases")) for one in documents)


def _told(wanted: str, site_url: str) -> tuple[str, str]:
    """(section or nothing, slug or id or name)."""
    text = nfc(" ".join(wanted.split()))
    if text.startswith(("https://", "http://")):
        base = urlsplit(site_url).path
        with suppress(ValueError):  # no address, so nobody's
            text = unquote(urlsplit(text).path).removeprefix(base)
    parts = [part for part in text.replace("\\", "/").split("/") if part and part != "index.md"]
    for section in (urls.STORIES, urls.PEOPLE, _SHORT):
        if len(parts) > 1 and section.strip("/") in parts:
            return section, parts[parts.index(section.strip("/")) + 1 :][0] if parts[
                -1
            ] + "/" != section else ""
    return ("", parts[-1].removesuffix(".md")) if parts else ("", "")


def _ids(key: str, rows: Iterable[Entry], people: dict[str, Document]) -> list[str]:
    """The ids that a person's id or name stands for."""
    if key in people or any(key in (row.person, row.derived) for row in rows):
        return [next((row.person for row in rows if key == row.derived and row.person), key)]
    by_name = [row.id for row in rows if nfc(row.name) == key]
    by_name += [one.slug for one in people.values() if nfc(word(mapping(one.data).get("name")) or "") == key]
    if not by_name:  # typed without marks, or in other letters: only where a single person can be meant
        by_name = [row.id for row in rows if fold(row.name) == fold(key)]
    linked = {row.derived: row.person for row in rows if row.person}
    return list(dict.fromkeys(linked.get(one) or one for one in by_name))


def _person(
    key: str, rows: Sequence[Entry], people: dict[str, Document], ledger: Mapping[str, str]
) -> PersonSubject:
    # Entries without a file of the same name and unit are the same person: adding `person:` only redirects.
    derived = {row.derived for row in rows if key in (row.person, row.derived)}
    own = tuple(row for row in rows if row.person == key or (not row.person and row.derived in derived))
    has_file = key in people or any(row.person == key for row in rows)
    record: Any = mapping(people[key].data) if key in people else {}
    names = [row.name if row.collective else usual_name(row.name) for row in own] or [
        word(record.get("name")) or key
    ]
    return PersonSubject(
        name=max(names, key=names.count),
        ids=tuple(dict.fromkeys((key, *sorted(derived), *_in_capitals(own, ledger)))),
        file=key if has_file else None,
        collective=all(row.collective for row in own) if own else record.get("collective") == "true",
        rows=own,
    )


def _in_capitals(own: Iterable[Entry], ledger: Mapping[str, str]) -> list[str]:
    """Ids on record of pages that had a name in capitals, from when such a name had an id of its own."""
    ids = {
        person_slug(row.name.upper(), row.organisation or "", group=True)  # the exact name
        for row in own
        if not row.collective
    }
    return sorted(one for one in ids if urls.person(one) in ledger)


def _story(document: Document) -> StorySubject:
    stories = (urls.story(slug) for slug in (document.slug, *_aliases(document)))
    return StorySubject(document, (*stories, urls.short(_code(document))))


def _aliases(document: Document) -> tuple[str, ...]:
    return tuple(filter(None, (word(alias) for alias in items(mapping(document.data).get("aliases")))))


def _code(document: Document) -> str:
    return word(mapping(document.data).get("code")) or derived_code(
        first_slug(_aliases(document), document.slug)
    )


def _unclear(key: str, stories: Sequence[Document], ids: Sequence[str]) -> UserError:
    shown = [urls.story(story.slug) for story in stories] + [urls.person(one) for one in ids]
    listed = ", ".join(shown)
    return UserError(
        f"“{key}” có thể là nhiều trang: {listed}. Hãy chạy lại với đúng một trong các địa chỉ ấy.",
        f"“{key}” may be several pages: {listed}. Run again with one of these addresses.",
    )
