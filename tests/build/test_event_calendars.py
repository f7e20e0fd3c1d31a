"""Calendar files say what an event's file says, as a reader of calendars sees it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from small_events import ID, calendar

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def test_the_calendar_of_an_event_is_its_days(event_fair: Path) -> None:
    events = calendar(event_fair / "site", f"su-kien/{ID}.ics")
    url = f"https://hoi-cho.example/thu/su-kien/{ID}/"
    assert [(one["DTSTART"].dt, one["DTEND"].dt) for one in events] == [
        (datetime(2026, 7, 18, 8, tzinfo=ZONE), datetime(2026, 7, 18, 16, 30, tzinfo=ZONE)),
        (datetime(2026, 7, 19, 8, tzinfo=ZONE), datetime(2026, 7, 19, 11, tzinfo=ZONE)),
    ]
    assert [str(one["UID"]) for one in events] == [
        "ngay-hoi-cu@hoi-cho.example",
        "ngay-hoi-cu-2@hoi-cho.example",
    ]
    assert {str(one["SUMMARY"]) for one in events} == {"Ngày hội thử việc"}
    assert {str(one["LOCATION"]) for one in events} == {"Nhà văn hóa Thử, Số 12, đường Thí Dụ"}
    assert {str(one["DESCRIPTION"]) for one in events} == {f"Một ngày để xem, để cầm, để vặn thử.\n{url}"}
    assert {str(one["URL"]) for one in events} == {url}
    stamp = datetime(2026, 5, 19, 17, tzinfo=UTC)  # midnight of `updated` in the fair's zone
    assert {one["DTSTAMP"].dt for one in events} == {stamp}


def test_each_session_has_a_calendar_and_names_nobody(event_fair: Path) -> None:
    site = event_fair / "site"
    paths = sorted(path.name for path in (site / "su-kien" / ID).glob("*.ics"))
    assert paths == ["mo-dau.ics", "tay-don-ke-chuyen-2.ics", "tay-don-ke-chuyen.ics"]
    first, second, third = (calendar(site, f"su-kien/{ID}/{name}") for name in paths)
    assert str(first[0]["SUMMARY"]) == "Mở đầu, chào nhau; vào việc"
    assert str(first[0]["LOCATION"]) == "Sân, Nhà văn hóa Thử, Số 12, đường Thí Dụ"
    assert "DTEND" not in second[0]
    assert second[0]["DTSTART"].dt == datetime(2026, 7, 19, 8, 15, tzinfo=ZONE)
    assert third[0]["DTEND"].dt == datetime(2026, 7, 18, 10, 15, tzinfo=ZONE)
    assert not [path for path in site.rglob("*.ics") if "Giả Sử" in path.read_text("utf-8")]


def test_earlier_names_lead_to_the_event(event_fair: Path) -> None:
    site = event_fair / "site" / "su-kien"
    assert f'url=../../su-kien/{ID}/"' in (site / "ngay-hoi-cu" / "index.html").read_text("utf-8")
    for name in ("", "/mo-dau"):
        assert (site / f"ngay-hoi-cu{name}.ics").read_bytes() == (site / f"{ID}{name}.ics").read_bytes()
