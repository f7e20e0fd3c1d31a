"""Events as pages show them: cards, the list, an event's own page; and the announcements of the home page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from datetime import datetime as moment
from functools import partial
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion, banner_span, in_order, standing
from sangkien.markup.render import render_story
from sangkien.model.event import Booth, Event, Session, Speaker
from sangkien.settings import Settings
from sangkien.views.cards import Cards
from sangkien.views.parts import digest_of, part
from sangkien.views.pictures import in_story, picture
from sangkien.views.words import Words


def local(day: date, hour: time, settings: Settings) -> str:
    """An hour in the fair's zone as ISO 8601 with its offset."""
    return moment.combine(day, hour, settings.zone).isoformat(timespec="minutes")


def event_card(one: Occasion, catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """An event on any page but its own."""
    event = one.event
    now = standing(event, catalogue.settings)
    shown = [photo for photo in event.photos if photo.file in one.photos]
    place = catalogue.entry("places", event.venue.place)
    return {
        "url": urls.event(one.id),
        "name": event.name,
        "summary": event.summary,
        "kind": kind_of(event, catalogue),
        "when": when(event, words),
        "starts": local(event.starts.date(), event.starts.time(), catalogue.settings),
        "leaf": {
            "month": words.month(event.starts),
            "day": str(event.starts.day),
            "year": str(event.starts.year),
        },
        "venue": event.venue.name,
        "place": place.name if place else None,
        "sample": event.sample,
        "past": now == "over",
        "state": "cancelled" if event.cancelled else now,
        "mark": words("event.cancelled") if event.cancelled else words(f"event.{now}"),
        "photo": picture(one.photos[shown[0].file], partial(urls.event_photo, one.id), shown[0])
        if shown
        else None,
    }


def kind_of(event: Event, catalogue: Catalogue) -> str | None:
    """The name of an event's kind."""
    entry = catalogue.entry("event-kinds", event.kind)
    return entry.label if entry else None


def when(event: Event, words: Words) -> str:
    """One day with its hours, or the first day and the last."""
    days = sorted(event.days, key=lambda day: day.date)
    if len(days) == 1:
        return f"{words.day(days[0].date)}, {words.hours(days[0].starts, days[0].ends)}"
    return words("event.span", starts=words.day(days[0].date), ends=words.day(days[-1].date))


def events_view(catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """All events: those to come first, the nearest at the top, then the past ones by year, newest first."""
    ahead, over = _parted(catalogue)
    years: dict[int, list[dict[str, Any]]] = {}
    for one in reversed(over):
        years.setdefault(one.event.starts.year, []).append(event_card(one, catalogue, words))
    return {
        "url": urls.EVENTS,
        "title": words("events.title"),
        "description": words("events.description"),
        "ahead": [event_card(one, catalogue, words) for one in ahead],
        "years": [{"year": year, "cards": cards} for year, cards in years.items()],
        "sample": bool(catalogue.events) and all(one.event.sample for one in catalogue.events.values()),
    }


def _parted(catalogue: Catalogue) -> tuple[list[Occasion], list[Occasion]]:
    """Events that are not over, and those that are, by their first hour."""
    ahead, over = list[Occasion](), list[Occasion]()
    for one in catalogue.events.values():
        (over if standing(one.event, catalogue.settings) == "over" else ahead).append(one)
    return ahead, over


def event_view(one: Occasion, catalogue: Catalogue, cards: Cards, words: Words) -> dict[str, Any]:
    """All that an event's page shows but its prose, which is rendered where the page is made."""
    event, settings = one.event, catalogue.settings
    photos = [photo for photo in event.photos if photo.file in one.photos]
    place = catalogue.entry("places", event.venue.place)
    card = event_card(one, catalogue, words)
    return card | {
        "title": event.name,
        "description": event.summary,
        "occasion": part({"value": one}, one.digest),
        "ends": local(event.ends.date(), event.ends.time(), settings),
        "zone": _zone(event, settings),
        "days": _days(one, catalogue, cards, words),
        "timetable": bool(event.sessions),
        "address": event.venue.address,
        "place_url": urls.place(place.id) if place and place.id in catalogue.by_place else None,
        "directions": event.venue.directions,
        "organisers": list(event.organisers),
        "contact": event.contact,
        "calendar": None if card["past"] or event.cancelled else urls.event_calendar(one.id),
        "booths": [_booth(booth, catalogue, cards) for booth in event.booths],
        "results": _results(event, words),
        "photos": [
            picture(one.photos[photo.file], partial(urls.event_photo, one.id), photo) for photo in photos
        ],
        "card": urls.event_photo_card(one.id, one.photos[photos[0].file].digest) if photos else None,
    }


def event_page(view: dict[str, Any], to_root: str) -> dict[str, Any]:
    """The view with its prose as safe HTML. Pure: runs in any process."""
    one: Occasion = view["occasion"]["value"]
    address = partial(urls.event_photo, one.id)
    shown = {name: in_story(facts, address, to_root) for name, facts in one.photos.items()}
    return view | {"html": render_story(one.body, to_root, shown).html if one.body.strip() else ""}


def _zone(event: Event, settings: Settings) -> str:
    """``UTC+7``, of the first hour."""
    offset = event.starts.replace(tzinfo=settings.zone).utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset is not None else 0
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"


def _days(one: Occasion, catalogue: Catalogue, cards: Cards, words: Words) -> list[dict[str, Any]]:
    event = one.event
    found = []
    for day in sorted(event.days, key=lambda day: day.date):
        sessions = [
            _session(one, key, session, catalogue, cards, words)
            for key, session in in_order(event)
            if event.day_of(session) == day.date
        ]
        found.append(
            {
                "day": words.day(day.date),
                "date": day.date.isoformat(),
                "hours": words.hours(day.starts, day.ends),
                "sessions": sessions,
            }
        )
    return found


def _session(
    one: Occasion, key: str, session: Session, catalogue: Catalogue, cards: Cards, words: Words
) -> dict[str, Any]:
    event, settings = one.event, catalogue.settings
    day = event.day_of(session)
    over = standing(event, settings) == "over"
    return {
        "title": session.title,
        "time": words.hours(session.starts, session.ends),
        "starts": local(day, session.starts, settings),
        "ends": local(day, session.ends, settings) if session.ends else None,
        "room": session.room,
        "note": session.note,
        "speakers": [_speaker(speaker, catalogue) for speaker in session.speakers],
        "initiatives": [
            cards.of(catalogue.stories[slug]) for slug in session.initiatives if slug in catalogue.stories
        ],
        "calendar": None if over or event.cancelled else urls.session_calendar(one.id, key),
    }


def _speaker(speaker: Speaker, catalogue: Catalogue) -> dict[str, Any]:
    unit = catalogue.entry("organisations", speaker.organisation)
    return {
        "name": speaker.name,
        "url": urls.person(speaker.person)
        if speaker.person and speaker.person in catalogue.by_person
        else None,
        "about": ", ".join(text for text in (speaker.role, unit.name if unit else None) if text),
    }


def _booth(booth: Booth, catalogue: Catalogue, cards: Cards) -> dict[str, Any]:
    unit = catalogue.entry("organisations", booth.organisation)
    story = catalogue.stories.get(booth.initiative or "")
    return {
        "number": booth.number,
        "title": booth.title,
        "card": cards.of(story) if story else None,
        "unit": unit.name if unit else None,
        "unit_url": urls.organisation(unit.id) if unit and unit.id in catalogue.by_organisation else None,
        "note": booth.note,
    }


def _results(event: Event, words: Words) -> dict[str, Any] | None:
    results = event.results
    if results is None or not (results.lines or results.figures):
        return None
    return {
        "lines": list(results.lines),
        "figures": [
            {"count": words.number(one.count), "label": one.label, "source": one.source, "url": one.url}
            for one in results.figures
        ],
    }


def event_print(one: Occasion, catalogue: Catalogue) -> str:
    """Digest of all that an event's page is made of beside what all pages share."""
    sessions = one.event.sessions
    slugs = [booth.initiative for booth in one.event.booths if booth.initiative]
    slugs += [slug for session in sessions for slug in session.initiatives]
    stories = [(slug, catalogue.stories[slug].digest) for slug in slugs if slug in catalogue.stories]
    people = [speaker.person in catalogue.by_person for session in sessions for speaker in session.speakers]
    return digest_of((_state(one, catalogue), stories, people))


def events_print(catalogue: Catalogue) -> str:
    """The same of the list of events."""
    return digest_of([_state(one, catalogue) for one in catalogue.events.values()])


def _state(one: Occasion, catalogue: Catalogue) -> tuple[str, str]:
    return one.digest, standing(one.event, catalogue.settings)


def nearest_events(catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """The next event that is not over, and the last one that is; real ones before samples."""
    ahead, over = _parted(catalogue)
    return {
        "next_event": _first([one for one in ahead if not one.event.cancelled], catalogue, words),
        "last_event": _first(reversed(over), catalogue, words),
    }


def _first(found: Iterable[Occasion], catalogue: Catalogue, words: Words) -> dict[str, Any] | None:
    one = min(found, key=lambda one: one.event.sample, default=None)
    return event_card(one, catalogue, words) if one else None


def banners(catalogue: Catalogue, words: Words) -> list[dict[str, Any]]:
    """The announcements of this moment, the urgent ones first, samples last."""
    now, order = catalogue.settings.now, ("urgent", "reminder", "news")
    found = []
    for banner in catalogue.banners:
        starts, ends = banner_span(banner, catalogue.settings)
        if starts <= now < ends:
            url = _shown_url(banner.url, catalogue)
            found.append(
                {
                    "text": banner.text,
                    "url": url,
                    "inside": url is not None and "://" not in url,
                    "tone": banner.tone,
                    "label": words(f"banner.{banner.tone}"),
                    "sample": banner.sample,
                }
            )
    return sorted(found, key=lambda one: (one["sample"], order.index(str(one["tone"]))))


def _shown_url(url: str | None, catalogue: Catalogue) -> str | None:
    """From the site's root; None for a page that is not public: its address would give it away."""
    if url is None or not url.startswith("/"):
        return url
    section, _, rest = url.lstrip("/").partition("/")
    key = rest.partition("/")[0].partition("#")[0].partition("?")[0].removesuffix(".ics")
    public = {"sang-kien": catalogue.stories, "su-kien": catalogue.events}.get(section)
    if public is not None and key not in ("", "trang") and key not in public:
        return None
    return url.lstrip("/")
