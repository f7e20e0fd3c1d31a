"""JSON-LD of an event's page: ``Event`` with place, organisers, sessions as ``subEvent`` (schema.org)."""

from __future__ import annotations

from typing import Any

from sangkien.settings import Settings


def event_data(page: dict[str, Any], canonical: str, settings: Settings) -> dict[str, Any]:
    """What stands beside ``@context``, ``url`` and ``inLanguage``."""
    place = _place(page)
    status = "https://schema.org/" + ("EventCancelled" if page["state"] == "cancelled" else "EventScheduled")
    data: dict[str, Any] = {
        "@type": "Event",
        "@id": canonical,
        "name": page["title"],
        "description": page["description"],
        "startDate": page["starts"],
        "endDate": page["ends"],
        "eventStatus": status,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": place,
    }
    organisers = page["organisers"] or [settings.organiser or settings.site_name]
    data["organizer"] = [{"@type": "Organization", "name": name} for name in organisers]
    if page["card"]:
        data["image"] = settings.site_url + page["card"]
    sessions = [session for day in page["days"] for session in day["sessions"]]
    if sessions:
        data["subEvent"] = [_session(session, place, status) for session in sessions]
    return data


def _session(session: dict[str, Any], place: dict[str, Any], status: str) -> dict[str, Any]:
    room = {**place, "name": f"{session['room']}, {place['name']}"} if session["room"] else place
    data = {
        "@type": "Event",
        "name": session["title"],
        "startDate": session["starts"],
        "endDate": session["ends"],
        "eventStatus": status,
        "location": room,
    }
    return {key: value for key, value in data.items() if value}


def _place(page: dict[str, Any]) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": page["address"],
        "addressLocality": page["place"],
    }
    return {
        "@type": "Place",
        "name": page["venue"],
        "address": {key: value for key, value in address.items() if value},
    }
