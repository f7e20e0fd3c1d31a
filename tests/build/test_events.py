"""Events from file to page: calendars say what the file says, and the clock, edits and names are followed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from sangkien.build import crew
from sangkien.build.home import STAMP, Home
from sangkien.build.snapshot import unchanged
from sangkien.catalogue.public import public_catalogue
from sangkien.check.fair import check_fair
from sangkien.source.configuration import load_words
from sangkien.source.tree import DiskTree
from sangkien.views.banners import banners
from sangkien.views.words import Words
from small_events import FULL, ID, changed, write_event
from small_fair import NOW, build, files, make_fair, settings_of, slug, write_story

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PAGE = f"su-kien/{ID}/index.html"
BANNERS = """- {text: Sắp đến ngày hội, url: /su-kien/ngay-hoi-thu/, from: 2026-05-01, until: 2026-07-19}
- {text: Còn một tuần, from: 2026-07-10, until: 2026-07-17, tone: urgent}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fair with one event and announcements, built twice, so that both trees stand."""
    root = make_fair(tmp_path_factory.mktemp("hội") / "fair", stories=8)
    build(root)
    write_event(root)
    (root / "content" / "banners.yml").write_text(BANNERS, "utf-8")
    assert build(root).errors == 0
    return root


@pytest.fixture
def fair(built: Path, tmp_path: Path) -> Iterator[Path]:
    root = tmp_path / "fair"
    shutil.copytree(built, root)
    yield root
    shutil.rmtree(root)


def calendar(site: Path, path: str) -> list[dict[str, Any]]:
    """The events of a calendar file as a reader of calendars sees them."""
    data = (site / path).read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))  # RFC 5545, section 3.1
    parsed = Calendar.from_ical(data)
    assert [str(zone["TZID"]) for zone in parsed.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    return [{key: event[key] for key in event} for event in parsed.walk("VEVENT")]


def test_the_calendar_of_an_event_is_its_days(built: Path) -> None:
    events = calendar(built / "site", f"su-kien/{ID}.ics")
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


def test_each_session_has_a_calendar_and_names_nobody(built: Path) -> None:
    site = built / "site"
    paths = sorted(path.name for path in (site / "su-kien" / ID).glob("*.ics"))
    assert paths == ["mo-dau.ics", "tay-don-ke-chuyen-2.ics", "tay-don-ke-chuyen.ics"]
    first, second, third = (calendar(site, f"su-kien/{ID}/{name}") for name in paths)
    assert str(first[0]["SUMMARY"]) == "Mở đầu, chào nhau; vào việc"
    assert str(first[0]["LOCATION"]) == "Sân, Nhà văn hóa Thử, Số 12, đường Thí Dụ"
    assert "DTEND" not in second[0]
    assert second[0]["DTSTART"].dt == datetime(2026, 7, 19, 8, 15, tzinfo=ZONE)
    assert third[0]["DTEND"].dt == datetime(2026, 7, 18, 10, 15, tzinfo=ZONE)
    assert not [path for path in site.rglob("*.ics") if "Giả Sử" in path.read_text("utf-8")]


def test_earlier_names_lead_to_the_event(built: Path) -> None:
    site = built / "site" / "su-kien"
    assert f'url=../../su-kien/{ID}/"' in (site / "ngay-hoi-cu" / "index.html").read_text("utf-8")
    for name in ("", "/mo-dau"):
        assert (site / f"ngay-hoi-cu{name}.ics").read_bytes() == (site / f"{ID}{name}.ics").read_bytes()


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


ONE_DAY = 'days: [{date: 2026-08-01, from: "8:00", to: "9:00"}]'
CHANGES: dict[str, Callable[[Path], object]] = {
    "event edited": lambda root: write_event(root, summary="summary: Lời khác."),
    "session moved": lambda root: write_event(root, days=ONE_DAY, sessions=""),
    "event deleted": lambda root: (root / "content" / "events" / f"{ID}.md").unlink(),
    "event withdrawn": lambda root: write_event(root, status="status: withdrawn"),
    "event added": lambda root: write_event(root, "hai", FULL, aliases=""),
    "event cancelled": lambda root: write_event(root, cancelled="cancelled: true"),
    "photo taken out": lambda root: write_event(root, photos=""),
    "kind renamed": lambda root: (root / "content" / "vocabulary" / "event-kinds.yml").write_text(
        "- {id: ngay-hoi, name: Ngày vui}\n", "utf-8"
    ),
    "story of a booth edited": lambda root: write_story(root, 3, title="Tên mới hẳn của việc"),
    "story of a booth withdrawn": lambda root: write_story(root, 3, more="confidential: true\n"),
    "another story edited": lambda root: write_story(root, 5, summary="Câu khác."),
    "announcements edited": lambda root: (root / "content" / "banners.yml").write_text(
        "- {text: Chào, from: 2026-05-01, until: 2026-12-31}\n", "utf-8"
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_incremental_equals_clean(fair: Path, tmp_path: Path, name: str) -> None:
    CHANGES[name](fair)
    assert build(fair).errors == 0
    assert files(fair / "site") == fresh(fair, tmp_path / "clean", NOW)


def fresh(root: Path, place: Path, now: datetime) -> dict[str, bytes]:
    """The files of a first build of a copy elsewhere, which finds nothing but MkDocs' chrome ready."""
    shutil.copytree(
        root, place, ignore=shutil.ignore_patterns("site", "sites", "cache.sqlite", "events.pickle")
    )
    build(place, now=now)
    return files(place / "site")


def test_an_edited_story_of_no_booth_leaves_events_alone(fair: Path) -> None:
    build(fair)
    write_story(fair, 5, summary="Câu khác.")
    site = fair / "site" / "su-kien"
    before = {path: path.stat().st_ino for path in site.rglob("*") if path.is_file()}
    build(fair)
    build(fair)
    assert {path: path.stat().st_ino for path in site.rglob("*") if path.is_file()} == before


def states(root: Path, now: datetime) -> tuple[bool, bool]:
    """(the page says it is on, it says it is over)."""
    build(root, now=now)
    page = (root / "site" / PAGE).read_text("utf-8")
    return "Đang diễn ra" in page, "Đã diễn ra" in page


def test_the_clock_moves_an_event_into_the_past(fair: Path, tmp_path: Path) -> None:
    first, last = datetime(2026, 7, 18, 8, tzinfo=ZONE), datetime(2026, 7, 19, 11, tzinfo=ZONE)
    moment = timedelta(seconds=1)
    assert states(fair, first - moment) == (False, False)
    assert states(fair, first) == (True, False)
    assert states(fair, last - moment) == (True, False)
    assert states(fair, last) == (False, True)
    assert files(fair / "site") == fresh(fair, tmp_path / "clean", last)
    assert f"{ID}.ics" not in (fair / "site" / PAGE).read_text("utf-8")
    assert (fair / "site" / "su-kien" / f"{ID}.ics").exists()  # whoever has the address still finds it


def quiet(root: Path) -> Home:
    """The fair with files a day old, so that a snapshot of it is trusted."""
    for path in root.rglob("*"):
        os.utime(path, (NOW.timestamp() - 86400, NOW.timestamp() - 86400))
    return Home(root, root / "site")


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (datetime(2100, 7, 1, tzinfo=ZONE), datetime(2100, 7, 10, tzinfo=ZONE)),  # the second announcement
        (datetime(2100, 7, 17, 12, tzinfo=ZONE), datetime(2100, 7, 18, tzinfo=ZONE)),  # its end
        (datetime(2100, 7, 18, 7, tzinfo=ZONE), datetime(2100, 7, 18, 8, tzinfo=ZONE)),  # the first hour
        (datetime(2100, 7, 19, 9, tzinfo=ZONE), datetime(2100, 7, 19, 11, tzinfo=ZONE)),  # the last hour
        (
            datetime(2100, 7, 19, 23, tzinfo=ZONE),
            datetime(2100, 7, 20, tzinfo=ZONE),
        ),  # the first announcement
    ],
)
def test_a_snapshot_ends_with_the_next_moment(tmp_path: Path, now: datetime, until: datetime) -> None:
    root = make_fair(tmp_path / "fair", stories=4)
    write_event(root, text=FULL.replace("2026-07", "2100-07"))
    (root / "content" / "banners.yml").write_text(BANNERS.replace("2026-07", "2100-07"), "utf-8")
    home = quiet(root)
    assert build(root, now=now).errors == 0
    saved = home.state / "snapshot.json"
    assert datetime.fromtimestamp(json.loads(saved.read_text("utf-8"))["until"], ZONE) == until
    assert unchanged(saved, home.site / STAMP, "", until.timestamp() - 1)[0] is not None
    assert unchanged(saved, home.site / STAMP, "", until.timestamp())[0] is None


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


@pytest.mark.slow
@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_other_processes_give_the_same_bytes(
    tmp_path: Path, platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forked, or spawned as on Windows, where nothing comes to them but what is pickled."""
    root = make_fair(tmp_path / "fair", stories=60)
    write_event(root)
    build(root, jobs=1, clean=True)
    before = files(root / "site")
    monkeypatch.setattr(crew, "platform", platform)
    monkeypatch.setattr(crew, "ENOUGH", 20)
    build(root, jobs=2, clean=True)
    assert files(root / "site") == before


@pytest.mark.slow
def test_plain_mkdocs_gives_the_same_site(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "plain"
    shutil.copytree(built, root, ignore=shutil.ignore_patterns("site", ".sangkien"))
    environment = {"PATH": "/usr/bin:/bin", "SANGKIEN_NOW": NOW.isoformat(), "PYTHONUTF8": "1"}
    environment |= {key: os.environ[key] for key in ("PYTHONPATH",) if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert files(root / "site") == files(built / "site")


def test_the_front_matter_is_changed_key_by_key() -> None:
    text = changed(FULL, photos="", sample="sample: true")
    assert "san.jpg" not in text
    assert "aliases: [ngay-hoi-cu]\nsample: true\n---\n" in text
    assert slug(0) in text
