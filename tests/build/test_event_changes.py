"""Pages of events follow edits and the clock, and are the same however they are built."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sangkien.build import crew
from sangkien.build.home import STAMP, Home
from sangkien.build.snapshot import unchanged
from small_events import BANNERS, FULL, ID, PAGE, write_event
from small_fair import NOW, build, files, make_fair, plain_site, write_story

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture(scope="module")
def built(event_fair: Path) -> Path:
    return event_fair


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
    assert plain_site(built, tmp_path / "plain") == files(built / "site")
