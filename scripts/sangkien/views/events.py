"""The list of events, and an event's own page."""

from __future__ import annotations

from functools import partial
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion, in_order, standing
from sangkien.markup.render import render_story
from sangkien.model.event import Booth, Event, Session, Speaker
from sangkien.settings import Settings
from sangkien.views.cards import Cards
from sangkien.views.drawn_cards import event_drawn_card
from sangkien.views.event_cards import event_card, local, parted
from sangkien.views.parts import digest_of, part
from sangkien.views.pictures import in_story, picture
from sangkien.views.press_kits import event_kit_url
from sangkien.views.words import Words


def events_view(catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """All events: those to come first, the nearest at the top, then the past ones by year, newest first."""
    ahead, over = parted(catalogue)
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
        "drawn": event_drawn_card(one, words.day(event.starts.date()), settings, words),
        "kit": event_kit_url(one, settings),
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
