"""Events as loaded, what of them is public, and when the clock alone changes what pages say of them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from sangkien.catalogue.records import instant
from sangkien.model.event import Banner, Event, Session
from sangkien.model.programme import Programme
from sangkien.photos.facts import PhotoFacts
from sangkien.settings import Settings
from sangkien.text.folding import slugify

Standing = Literal["ahead", "now", "over"]
"""Where an event stands in time: from its first hour to its last it is now, nights between included."""
Stage = Literal["before", "during", "after"]
SESSION_LENGTH = 60
"""Longest id made of a session's title."""


@dataclass(frozen=True)
class Occasion:
    """An event as loaded: ``content/events/<id>.md`` and the photos in the folder of the same name.

    ``digest``: hex digest of all of it; equal digests make equal pages.
    """

    id: str
    file: str
    event: Event
    body: str = ""
    photos: Mapping[str, PhotoFacts] = field(default_factory=dict)
    digest: str = ""


def occasion(event_id: str, file: str, event: Event, body: str, photos: Mapping[str, PhotoFacts]) -> Occasion:
    """An occasion with its digest."""
    made_of = (event_id, event, body, [(name, facts.digest) for name, facts in sorted(photos.items())])
    digest = hashlib.blake2b(repr(made_of).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Occasion(event_id, file, event, body, photos, digest)


def session_ids(event: Event) -> tuple[str, ...]:
    """The id of each session, for its calendar: as given, else of its title, numbered where two agree."""
    taken = {session.id for session in event.sessions if session.id}
    found = []
    for number, session in enumerate(event.sessions):
        wanted = session.id or slugify(session.title, SESSION_LENGTH) or f"phien-{number + 1}"
        key, count = wanted, 1
        while not session.id and key in taken:
            count += 1
            key = f"{wanted}-{count}"
        taken.add(key)
        found.append(key)
    return tuple(found)


def in_order(event: Event) -> list[tuple[str, Session]]:
    """The sessions by day and hour, each with its id."""
    found = list(zip(session_ids(event), event.sessions, strict=True))
    return sorted(found, key=lambda one: (event.day_of(one[1]), one[1].starts))


def standing(event: Event, settings: Settings) -> Standing:
    """Ahead, now, or over, at ``settings.now``."""
    if settings.now < event.starts.replace(tzinfo=settings.zone):
        return "ahead"
    return "now" if settings.now < event.ends.replace(tzinfo=settings.zone) else "over"


def is_open(event: Event, settings: Settings) -> bool:
    """Published, and its hour has come. Anything unclear means no."""
    if event.status != "published" or event.published is None:
        return False
    return instant(event.published, settings) <= settings.now


def public_occasions(
    occasions: Iterable[Occasion], stories: Set[str], gone: Collection[str], settings: Settings
) -> Iterator[Occasion]:
    """What may be shown of events: ``stories`` are public slugs, ``gone`` ids of people who withdrew.

    A booth of a story that is not public is left out whole, and so is a session of such stories alone: the
    title might name them. A person who took the consent back, or gave none, is left out too.
    """
    for one in occasions:
        if is_open(one.event, settings):
            event = replace(
                one.event,
                sessions=tuple(
                    _shown(session, stories, gone)
                    for session in one.event.sessions
                    if not session.initiatives or not stories.isdisjoint(session.initiatives)
                ),
                booths=tuple(
                    booth
                    for booth in one.event.booths
                    if booth.initiative is None or booth.initiative in stories
                ),
            )
            yield one if event == one.event else occasion(one.id, one.file, event, one.body, one.photos)


def _shown(session: Session, stories: Collection[str], gone: Collection[str]) -> Session:
    speakers = tuple(
        speaker
        for speaker in session.speakers
        if speaker.consent is not None and not speaker.withdrawn and speaker.person not in gone
    )
    initiatives = tuple(slug for slug in session.initiatives if slug in stories)
    return session.with_only(speakers, initiatives)


def banner_span(banner: Banner, settings: Settings) -> tuple[datetime, datetime]:
    """From when until when it is shown; a bare last day counts to its end."""
    ends = instant(banner.ends, settings)
    if not isinstance(banner.ends, datetime):
        ends = instant(banner.ends + timedelta(days=1), settings)
    return instant(banner.starts, settings), ends


def stage(programme: Programme | None, today: date) -> Stage | None:
    """Where a day stands in the programme; None where its dates are not known."""
    if programme is None or (programme.starts is None and programme.ends is None):
        return None
    if programme.starts and today < programme.starts:
        return "before"
    return "after" if programme.ends and programme.ends < today else "during"


def moments(
    occasions: Iterable[Occasion], banners: Iterable[Banner], programme: Programme | None, settings: Settings
) -> Iterator[datetime]:
    """Every moment at which the clock alone changes a page by these."""
    for one in occasions:
        if one.event.published:
            yield instant(one.event.published, settings)
        yield one.event.starts.replace(tzinfo=settings.zone)
        yield one.event.ends.replace(tzinfo=settings.zone)
    for banner in banners:
        yield from banner_span(banner, settings)
    if programme:
        spans = [(part.starts, part.ends) for part in programme.phases]
        for starts, ends in [(programme.starts, programme.ends), *spans]:
            if starts:
                yield datetime.combine(starts, time.min, settings.zone)
            if ends:
                yield datetime.combine(ends + timedelta(days=1), time.min, settings.zone)
