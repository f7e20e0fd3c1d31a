"""Calendar files (iCalendar, RFC 5545): one for each event, one for each of its sessions.

No person is named in them: what has gone into a calendar can't be taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from sangkien import urls
from sangkien.catalogue.occasions import Occasion, in_order
from sangkien.catalogue.records import first_slug, instant
from sangkien.model.event import Event
from sangkien.settings import Settings
from sangkien.targets.target import Kit, Target
from sangkien.views.event_cards import local
from sangkien.views.parts import digest_of
from sangkien.views.words import Words

Entry = dict[str, Any]
"""One VEVENT as plain data: moments as ISO 8601."""
_CONTROLS = {code: None for code in (*range(32), 127) if chr(code) != "\n"}


def calendar_targets(one: Occasion, settings: Settings, words: Words, base: str) -> Iterator[Target]:
    """The files of an event, at its earlier names too: a calendar may have subscribed to one."""
    common = _common(one, settings, words)
    sessions = list(_sessions(one, settings, common))
    for name in (one.id, *one.event.aliases):
        yield _target(urls.event_calendar(name), list(_days(one.event, settings, common)), base)
        for key, entry in sessions:
            yield _target(urls.session_calendar(name, key), [entry], base)


def _target(path: str, entries: list[Entry], base: str) -> Target:
    return Target(path, digest_of((base, "calendar", entries)), "calendar", entries)


def _common(one: Occasion, settings: Settings, words: Words) -> Entry:
    event = one.event
    stamps = [instant(stamp, settings) for stamp in (event.published, event.updated) if stamp]
    place = ", ".join(text for text in (event.venue.name, event.venue.address) if text)
    url = settings.site_url + urls.event(one.id)
    return {
        "id": first_slug(event.aliases, one.id),
        "host": urlsplit(settings.site_url).hostname or "localhost",
        "name": f"{words('sample.mark')}: {event.name}" if event.sample else event.name,
        "mark": f"{words('sample.mark')}: " if event.sample else "",
        "about": f"{event.summary}\n{url}",
        "place": place,
        "url": url,
        "stamp": max(stamps).astimezone(UTC).isoformat() if stamps else "2000-01-01T00:00:00+00:00",
        "cancelled": event.cancelled,
    }


def _entry(common: Entry, uid: str, name: str, about: str, place: str) -> Entry:
    kept = {key: common[key] for key in ("url", "stamp", "cancelled")}
    return kept | {"uid": f"{uid}@{common['host']}", "name": name, "about": about, "place": place}


def _days(event: Event, settings: Settings, common: Entry) -> Iterator[Entry]:
    """One entry a day: the hours between two days are nobody's."""
    for number, day in enumerate(sorted(event.days, key=lambda day: day.date)):
        uid = f"{common['id']}-{number + 1}" if number else common["id"]
        yield _entry(common, uid, common["name"], common["about"], common["place"]) | {
            "starts": local(day.date, day.starts, settings),
            "ends": local(day.date, day.ends, settings),
        }


def _sessions(one: Occasion, settings: Settings, common: Entry) -> Iterator[tuple[str, Entry]]:
    event = one.event
    for key, session in in_order(event):
        day = event.day_of(session)
        place = ", ".join(text for text in (session.room, common["place"]) if text)
        about = f"{event.name}\n{common['url']}"
        entry = _entry(common, f"{common['id']}.{key}", common["mark"] + session.title, about, place)
        yield (
            key,
            entry
            | {
                "starts": local(day, session.starts, settings),
                "ends": local(day, session.ends, settings) if session.ends else None,
            },
        )


def make_calendar(data: list[Entry], kit: Kit) -> bytes:
    """The file: entries in the fair's zone, which is described with them."""
    from icalendar import Calendar  # noqa: PLC0415  # 70 ms, and most builds make no calendar

    settings = kit.settings
    calendar = Calendar()
    calendar.add("prodid", f"-//sangkien//sangkien//{settings.language.upper()}")
    calendar.add("version", "2.0")
    for entry in data:
        calendar.add_component(_component(entry, settings))
    days = [date.fromisoformat(entry["starts"][:10]) for entry in data]
    for name in calendar.get_missing_tzids():
        calendar.subcomponents.insert(0, _zone(name, min(days), max(days) + timedelta(days=1)))
    return bytes(calendar.to_ical())


@lru_cache(maxsize=64)
def _zone(name: str, first: date, last: date) -> Any:
    """The zone between two days, for the many sessions of one event: 30 ms where it knows no summer time."""
    from icalendar import Timezone  # noqa: PLC0415  # as above

    return Timezone.from_tzid(name, first_date=first, last_date=last)


def _component(entry: Entry, settings: Settings) -> Any:
    from icalendar import Event as Component  # noqa: PLC0415  # as above

    made = Component()
    made.add("uid", entry["uid"])
    made.add("dtstamp", datetime.fromisoformat(entry["stamp"]))
    for key in ("starts", "ends"):
        if entry[key]:
            there = datetime.fromisoformat(entry[key]).replace(tzinfo=settings.zone)
            made.add("dtstart" if key == "starts" else "dtend", there)
    made.add("summary", _plain(entry["name"]))
    made.add("description", _plain(entry["about"]))
    made.add("location", _plain(entry["place"]))
    made.add("url", entry["url"])
    made.add("status", "CANCELLED" if entry["cancelled"] else "CONFIRMED")
    return made


def _plain(text: str) -> str:
    return text.translate(_CONTROLS)
