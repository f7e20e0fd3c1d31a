"""What is on record of addresses, and who answers for them: over every story, public or not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sangkien import urls
from sangkien.catalogue.records import Story
from sangkien.source.withdrawals import digest_of_url
from sangkien.text.folding import person_slug

if TYPE_CHECKING:
    from sangkien.catalogue.index import Catalogue

STORY, EVENT, PERSON = urls.STORIES, urls.EVENTS, urls.PEOPLE
SHORT = urls.short("")[:-1]
NAMED = {urls.ORGANISATIONS: "organisations", urls.SECTORS: "sectors", urls.PLACES: "places"}
"""Sections whose addresses are made of a vocabulary's ids."""
SECTIONS = frozenset(urls.SECTIONS.values()) | {urls.GUIDES, urls.MANUAL}
"""Pages that every fair has."""


@dataclass(frozen=True)
class Register:
    """What the records of a fair say, beside what there is.

    Attributes:
        rows: of the ledger (``source.ledger``): address → slug, or where it leads now, or nothing.
        taken_back: SHA-256 of addresses that were taken back → the day.
        pages: addresses of editorial pages.
        unread: addresses of stories and events that faults keep from being known. While there are any, no
            address of theirs is said to be lost: it may be an earlier name.
        digest: of the two records; empty where nothing is in the ledger.
    """

    rows: Mapping[str, str] = field(default_factory=dict)
    taken_back: Mapping[str, date] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    digest: str = ""

    def day_of(self, *addresses: str) -> date | None:
        """When the first of these that is on record was taken back; None where none is."""
        if not self.taken_back:
            return None
        days = (self.taken_back.get(digest_of_url(address)) for address in addresses)
        return next((day for day in days if day), None)


class Owners:
    """Who answers for a folder's name, an earlier one, or a code."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.stories = catalogue.stories

    def of_slug(self, slug: str) -> Story | None:
        """The story that has this folder, or had it."""
        return self.stories.get(slug) or self.aliases.get(slug)

    @cached_property
    def aliases(self) -> Mapping[str, Story]:
        """Stories by their earlier names."""
        return {alias: story for story in self.stories.values() for alias in story.head.aliases}

    @cached_property
    def codes(self) -> Mapping[str, Story]:
        """Stories by their codes, in lower case as in their short addresses."""
        return {story.code.lower(): story for story in self.stories.values()}

    @cached_property
    def earlier_people(self) -> frozenset[str]:
        """Ids that people had before they had a file of their own: pages lead on from there."""
        return frozenset(
            person_slug(one.name, one.organisation, group=one.collective)
            for story in self.stories.values()
            if story.head.personal
            for one in story.head.credited
            if one.person and one.name
        )


def key_of(address: str) -> str:
    """``sang-kien/x/`` → ``x``."""
    return address[:-1].rpartition("/")[2]


def is_known(address: str, whole: Catalogue) -> bool:
    """Whether the sources have what an address was made of, public or not: a page, a file, an id."""
    key = key_of(address)
    section = address[: len(address) - len(key) - 1]
    if section == STORY:
        return key in whole.stories
    if section == EVENT:
        return key in whole.events
    if section in NAMED:
        return key in whole.vocabularies.names(NAMED[section])
    if section == PERSON:
        return key in whole.by_person or key in whole.people
    return address in whole.register.pages or address in SECTIONS or section == urls.YEARS


def published_addresses(public: Catalogue, pages: Collection[str]) -> dict[str, str]:
    """What the ledger should have of a public catalogue: address → slug of a short address, else empty.

    Samples are on no record, and neither is what is theirs alone. ``pages``: of editorial pages.
    """
    found = dict.fromkeys(pages, "")
    for story in public.stories.values():
        if not story.head.sample:
            found |= dict.fromkeys(map(urls.story, (story.slug, *story.head.aliases)), "")
            found[urls.short(story.code)] = story.slug
    for one in public.events.values():
        if not one.event.sample:
            found |= dict.fromkeys(map(urls.event, (one.id, *one.event.aliases)), "")
    indexes = (
        (urls.person, public.by_person),
        (urls.organisation, public.by_organisation),
        (urls.sector, public.by_sector),
        (urls.place, public.by_place),
    )
    for make, index in indexes:
        found |= {
            make(key): "" for key, stories in index.items() if any(not story.head.sample for story in stories)
        }
    found.pop(urls.HOME, None)
    return found
