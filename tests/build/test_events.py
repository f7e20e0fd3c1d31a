"""Events from file to page: what is shown, to people and to machines, and what is not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from small_events import FULL, ID, PAGE, calendar, changed, write_event
from small_fair import build, files, make_fair, slug


@pytest.fixture(scope="module")
def built(event_fair: Path) -> Path:
    return event_fair


def linked_data(page: Path) -> Any:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"))
    assert found
    return json.loads(found[1])


def test_the_page_is_an_event_to_machines(built: Path) -> None:
    data = linked_data(built / "site" / PAGE)
    assert (data["@type"], data["name"]) == ("Event", "Ngày hội thử việc")
    assert (data["startDate"], data["endDate"]) == ("2026-07-18T08:00+07:00", "2026-07-19T11:00+07:00")
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["location"]["address"]["streetAddress"] == "Số 12, đường Thí Dụ"
    assert [one["name"] for one in data["organizer"]] == ["Công đoàn Thử", "Hội Thợ Mẫu"]
    assert [one["startDate"] for one in data["subEvent"]] == [
        "2026-07-18T08:00+07:00",
        "2026-07-18T09:00+07:00",
        "2026-07-19T08:15+07:00",
    ]


def test_the_page_says_when_where_and_whom_to_meet(built: Path) -> None:
    text = (built / "site" / PAGE).read_text("utf-8").replace("\u00a0", " ")
    for wanted in (
        "Thứ Bảy, 18/7/2026",
        "8 giờ – 16 giờ 30",
        "UTC+7",
        "Nhà văn hóa Thử",
        "Gian A1",
        "Tay đòn cho việc số 0",
        "Đỗ Thị Giả Sử",
        "Thợ tiện, Cảng Thí Dụ",
        "Sắp diễn ra",
        f'href="../../su-kien/{ID}.ics"',
    ):
        assert wanted in text
    assert f"su-kien/{ID}/" in (built / "site" / "sitemap.xml").read_text("utf-8")


def test_a_sample_is_marked_and_kept_out(fair: Path) -> None:
    write_event(fair, sample="sample: true")
    build(fair)
    site = fair / "site"
    for path in (PAGE, "su-kien/index.html"):
        text = (site / path).read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in text
        assert "Bài mẫu" in text
    assert "su-kien" not in (site / "sitemap.xml").read_text("utf-8")
    assert {str(one["SUMMARY"]) for one in calendar(site, f"su-kien/{ID}.ics")} == {
        "Bài mẫu: Ngày hội thử việc"
    }


def test_a_fair_without_events_has_only_the_empty_list(tmp_path: Path) -> None:
    root = make_fair(tmp_path / "fair", stories=3)
    build(root)
    found = [path.relative_to(root / "site").as_posix() for path in (root / "site" / "su-kien").rglob("*")]
    assert found == ["su-kien/index.html"]
    assert "Chưa có sự kiện nào." in (root / "site" / "su-kien" / "index.html").read_text("utf-8")
    assert "su-kien" not in (root / "site" / "sitemap.xml").read_text("utf-8")
    assert not (root / ".sangkien" / "events.pickle").exists()


def test_a_faulty_event_keeps_its_last_good_page(fair: Path) -> None:
    before = {path: data for path, data in files(fair / "site").items() if path.startswith("su-kien/ngay")}
    write_event(fair, venue="venue: Nhà văn hóa")
    assert build(fair).summary is None
    assert build(fair, keep_going=True).errors > 0
    after = files(fair / "site")
    assert {path: after.get(path) for path in before} == before
    assert "Ngày hội thử việc" not in after["su-kien/index.html"].decode()


def test_an_event_of_unclear_visibility_goes(fair: Path) -> None:
    write_event(fair, status="status: dang")
    build(fair, keep_going=True)
    assert [path for path in files(fair / "site") if ID in path] == []


def test_the_front_matter_is_changed_key_by_key() -> None:
    text = changed(FULL, photos="", sample="sample: true")
    assert "san.jpg" not in text
    assert "aliases: [ngay-hoi-cu]\nsample: true\n---\n" in text
    assert slug(0) in text
