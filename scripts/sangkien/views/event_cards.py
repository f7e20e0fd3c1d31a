"""Events on pages that are not their own: cards, which are ahead or over, the nearest of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from datetime import datetime as moment
from functools import partial
from typing import Any

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.occasions import Occasion, standing
from sangkien.model.event import Event
from sangkien.settings import Settings
from sangkien.views.pictures import picture
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


def parted(catalogue: Catalogue) -> tuple[list[Occasion], list[Occasion]]:
    """Events that are not over, and those that are, by their first hour."""
    ahead, over = list[Occasion](), list[Occasion]()
    for one in catalogue.events.values():
        (over if standing(one.event, catalogue.settings) == "over" else ahead).append(one)
    return ahead, over


def nearest_events(catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """The next event that is not over, and the last one that is; real ones before samples."""
    ahead, over = parted(catalogue)
    return {
        "next_event": _first([one for one in ahead if not one.event.cancelled], catalogue, words),
        "last_event": _first(reversed(over), catalogue, words),
    }


def _first(found: Iterable[Occasion], catalogue: Catalogue, words: Words) -> dict[str, Any] | None:
    one = min(found, key=lambda one: one.event.sample, default=None)
    return event_card(one, catalogue, words) if one else None
