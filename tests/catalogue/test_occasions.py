"""Events as values: ids of sessions, where an event stands in time, what of it is public."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.catalogue.occasions import (
    banner_span,
    is_open,
    occasion,
    public_occasions,
    session_ids,
    stage,
    standing,
)
from sangkien.model.event import Event
from sangkien.model.programme import Programme
from sangkien.model.typing import BANNER, EVENT, typed
from sangkien.settings import Settings

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DATA: dict[str, Any] = {
    "name": "Ngày hội",
    "summary": "Một ngày.",
    "days": [{"date": "2026-07-18", "from": "08:00", "to": "16:30"}],
    "venue": {"name": "Nhà Mẫu"},
    "status": "published",
    "published": "2026-05-01",
}


def event(**changes: Any) -> Event:
    record, faults = typed(EVENT, DATA | changes)
    assert record, faults
    return record


def at(moment: datetime) -> Settings:
    return Settings(root="", now=moment, site_name="Thử")


def test_ids_of_sessions_are_stable_and_differ() -> None:
    rows = [{"title": "Mở đầu", "from": "08:00"}, {"title": "Mở đầu!", "from": "09:00"}]
    rows += [{"title": "Khác", "from": "10:00", "id": "mo-dau-2"}, {"title": "…", "from": "11:00"}]
    assert session_ids(event(sessions=rows)) == ("mo-dau", "mo-dau-3", "mo-dau-2", "phien-4")


@given(st.lists(st.sampled_from(["a", "a-2", "A", "b", "…"]), max_size=8))
def test_no_two_sessions_share_an_id(titles: list[str]) -> None:
    ids = session_ids(event(sessions=[{"title": title, "from": "09:00"} for title in titles]))
    assert len(set(ids)) == len(titles)


def test_standing_goes_by_the_fair_s_zone() -> None:
    first, last = datetime(2026, 7, 18, 8, tzinfo=ZONE), datetime(2026, 7, 18, 16, 30, tzinfo=ZONE)
    moments = (first - timedelta(seconds=1), first, last - timedelta(seconds=1), last)
    assert [standing(event(), at(moment)) for moment in moments] == ["ahead", "now", "now", "over"]


@pytest.mark.parametrize(
    "changes", [{"status": "draft"}, {"status": "withdrawn"}, {"published": "2026-07-19"}]
)
def test_what_is_not_open(changes: dict[str, str]) -> None:
    now = at(datetime(2026, 7, 18, 23, 59, 59, tzinfo=ZONE))
    assert is_open(event(), now)
    assert not is_open(event(**changes), now)


def test_an_event_without_a_date_of_publication_is_not_open() -> None:
    assert not is_open(replace(event(), published=None), at(datetime(2030, 1, 1, tzinfo=ZONE)))


SPEAKERS = [
    {"name": "A", "consent": "2026-01-01"},
    {"name": "B", "consent": {"withdrawn": "2026-01-02"}},
    {"name": "C"},
    {"name": "D", "person": "d", "consent": "2026-01-01"},
]


def test_only_what_may_be_shown_is_public() -> None:
    sessions = [
        {"title": "S", "from": "09:00", "to": "10:00", "speakers": SPEAKERS, "initiatives": ["x", "y"]},
        {"title": "Y", "from": "10:00", "initiatives": ["y"]},
        {"title": "Z", "from": "11:00"},
    ]
    booths = [{"number": "1", "initiative": "x"}, {"number": "2", "initiative": "y", "title": "T"}]
    booths += [{"number": "3", "title": "U"}]
    one = occasion("e", "content/events/e.md", event(sessions=sessions, booths=booths), "", {})
    now = at(datetime(2026, 7, 1, tzinfo=ZONE))
    (public,) = public_occasions([one], {"x"}, {"d"}, now)
    session, other = public.event.sessions
    assert other.title == "Z"
    assert [speaker.name for speaker in session.speakers] == ["A"]
    assert session.initiatives == ("x",)
    assert (session.title, session.starts.hour, session.ends and session.ends.hour) == ("S", 9, 10)
    assert [booth.number for booth in public.event.booths] == ["1", "3"]
    assert public.digest != one.digest
    (whole,) = public_occasions([occasion("e", "f", event(booths=booths), "", {})], {"x", "y"}, (), now)
    assert whole.event == event(booths=booths)


def test_an_announcement_lasts_to_the_end_of_its_last_day() -> None:
    banner, _ = typed(BANNER, {"text": "A", "from": "2026-07-01", "until": "2026-07-02"})
    assert banner
    now = at(datetime(2026, 7, 1, tzinfo=ZONE))
    assert banner_span(banner, now) == (datetime(2026, 7, 1, tzinfo=ZONE), datetime(2026, 7, 3, tzinfo=ZONE))
    exact, _ = typed(BANNER, {"text": "A", "from": "2026-07-01", "until": "2026-07-02T08:00+07:00"})
    assert exact
    assert banner_span(exact, now)[1] == datetime(2026, 7, 2, 8, tzinfo=ZONE)


def test_the_stage_of_a_programme() -> None:
    first, last = date(2026, 1, 1), date(2026, 1, 31)
    whole = Programme(name="P", starts=first, ends=last)
    days = (first - timedelta(days=1), first, last, last + timedelta(days=1))
    assert [stage(whole, day) for day in days] == ["before", "during", "during", "after"]
    assert [stage(Programme(name="P", ends=last), day) for day in days] == [
        "during",
        "during",
        "during",
        "after",
    ]
    assert [stage(Programme(name="P", starts=first), day) for day in days] == ["before", *["during"] * 3]
    assert stage(Programme(name="P"), first) is None
    assert stage(None, first) is None
