"""What answers at recorded addresses that have no page now: a redirect, a tombstone, or nothing.

A person's address is never answered by a tombstone: who withdrew is on no record by name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sangkien import urls
from sangkien.catalogue.register import EVENT, SECTIONS, SHORT, STORY, Owners, key_of
from sangkien.model.initiative import Withdrawal
from sangkien.text.folding import in_slug

if TYPE_CHECKING:
    from sangkien.catalogue.index import Catalogue
    from sangkien.catalogue.occasions import Occasion


@dataclass(frozen=True)
class Former:
    """Of a public catalogue: recorded addresses without a page, that no story or event has as an alias.

    ``gone``: address → the day it was taken out, None where that is not known. ``moved``: address → address.
    """

    gone: Mapping[str, date | None] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


def former_of(whole: Catalogue, public: Catalogue) -> Former:
    """What answers at the addresses on record in ``whole`` that ``public`` has no page for."""
    if not whole.register.rows:
        return Former()
    owners = Owners(whole)
    gone: dict[str, date | None] = {}
    moved: dict[str, str] = {}
    for address in _pageless(whole.register.rows, public):
        answer = _answer(address, whole, public, owners)
        if isinstance(answer, str):
            if _is_shown(answer, public):
                moved[address] = answer
        elif answer:
            gone[address] = answer.day
    unsaid = _unsaid(whole, owners, gone) if gone else ()
    return Former(
        {at: day for at, day in gone.items() if not any(in_slug(key_of(at), name) for name in unsaid)}, moved
    )


def _pageless(rows: Mapping[str, str], public: Catalogue) -> Iterator[str]:
    """Addresses of stories and events without a page, and whatever leads elsewhere."""
    start, end = len(STORY), len(SHORT)
    shown = public.stories
    codes = {story.code.lower() for story in shown.values()}
    for address, value in rows.items():
        if address.startswith(STORY):
            if address[start:-1] not in shown:
                yield address
        elif address.startswith(SHORT):
            if address[end:-1] not in codes:
                yield address
        elif value or address.startswith(EVENT):
            yield address


class _Gone(NamedTuple):
    day: date | None


def _answer(address: str, whole: Catalogue, public: Catalogue, owners: Owners) -> _Gone | str | None:
    """A tombstone, where it leads now, or nothing."""
    if address.startswith((STORY, SHORT)):
        return _of_story(address, whole, public, owners)
    register = whole.register
    one = _event(key_of(address), whole) if address.startswith(EVENT) else None
    if one:
        return _Gone(register.day_of(address)) if one.event.status == "withdrawn" else None
    return register.rows[address] or None


def _event(key: str, whole: Catalogue) -> Occasion | None:
    """The event that has this id, or had it."""
    earlier = (one for one in whole.events.values() if key in one.event.aliases)
    return whole.events.get(key) or next(earlier, None)


def _of_story(address: str, whole: Catalogue, public: Catalogue, owners: Owners) -> _Gone | str | None:
    """A short address follows its story to a new code and a new folder, and to its tombstone."""
    register, key = whole.register, key_of(address)
    short = address.startswith(SHORT)
    slug = register.rows[address] if short else key
    owner = (owners.codes.get(key) if short else None) or owners.of_slug(slug)
    day = register.day_of(address, urls.story(slug), *([urls.story(owner.slug)] if owner else ()))
    if owner is None and urls.story(slug) in register.unread:
        return None  # whatever it is, its last good page may stay
    if owner is None:
        return _Gone(day) if day else register.rows.get(urls.story(slug)) or None
    if owner.head.withdrawn:
        return _Gone(day)
    return urls.story(owner.slug) if short and owner.slug in public.stories else None


def _unsaid(whole: Catalogue, owners: Owners, gone: Collection[str]) -> frozenset[str]:
    """Names that no tombstone's address may spell: of authors of what is gone, where they withdrew."""
    back = {key for key, one in whole.people.items() if isinstance(one.person.consent, Withdrawal)}
    names = {whole.people[key].person.name for key in back}
    for address in gone:
        story = owners.of_slug(key_of(address)) or owners.codes.get(key_of(address))
        for author in story.initiative.authors if story else ():
            if author.withdrawn or author.person in back:
                names.add(author.name or author.collective or "")
    return frozenset(names)


def _is_shown(address: str, public: Catalogue) -> bool:
    """Whether a public page stands at an address."""
    key = key_of(address)
    indexes: tuple[tuple[str, Collection[str]], ...] = (
        (STORY, public.stories),
        (EVENT, public.events),
        (urls.PEOPLE, public.by_person),
        (urls.ORGANISATIONS, public.by_organisation),
        (urls.SECTORS, public.by_sector),
        (urls.PLACES, public.by_place),
        (urls.YEARS, public.by_year),
    )
    if any(f"{section}{key}/" == address and key in index for section, index in indexes):
        return True
    return address in public.register.pages or address in SECTIONS
