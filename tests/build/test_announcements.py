"""Announcements of the home page: shown in their time, and never a way to what is not public."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sangkien.catalogue.public import public_catalogue
from sangkien.check.fair import check_fair
from sangkien.source.configuration import load_words
from sangkien.source.tree import DiskTree
from sangkien.views.banners import banners
from sangkien.views.words import Words
from small_events import write_event
from small_fair import settings_of

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture(scope="module")
def built(event_fair: Path) -> Path:
    return event_fair


def at_home(root: Path, now: datetime) -> list[tuple[str, str | None]]:
    """The announcements of a moment, each with where it leads."""
    settings = settings_of(root, now)
    tree = DiskTree(str(root))
    public = public_catalogue(check_fair(tree, settings).catalogue)
    found = banners(public, Words("vi", load_words(tree, settings)))
    return [(one["text"], one["url"]) for one in found]


def test_announcements_are_shown_in_their_time_alone(fair: Path) -> None:
    days = ((7, 9), (7, 17), (7, 19), (7, 20))
    first, second = ("Sắp đến ngày hội", "su-kien/ngay-hoi-thu/"), ("Còn một tuần", None)
    assert [at_home(fair, datetime(2026, *day, 12, tzinfo=ZONE)) for day in days] == [
        [first],
        [second, first],  # what is urgent comes first
        [first],
        [],
    ]


def test_an_announcement_does_not_lead_to_what_is_not_public(fair: Path) -> None:
    write_event(fair, status="status: draft")
    assert at_home(fair, datetime(2026, 7, 9, tzinfo=ZONE)) == [("Sắp đến ngày hội", None)]
