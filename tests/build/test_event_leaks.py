"""What isn't public leaves no trace through an event; and nothing that stands in one can do harm."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import html5lib
import pytest
from icalendar import Calendar

from sangkien.diagnostics import Severity
from small_events import FULL, ID, write_event
from small_fair import NOW, build, files, make_fair, photo, slug, write_story

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CANARY = "Kimtuocbian"
SECRET = f"""---
name: Ngày {CANARY}
kind: {CANARY.lower()}
summary: Chuyện {CANARY}.
days: [{{date: 2026-07-18, from: "08:00", to: "16:30"}}]
venue: {{name: Nhà {CANARY}, address: Số 7 {CANARY}, place: vung-thu, directions: Qua {CANARY}}}
status: published
published: 2026-05-01
organisers: [Hội {CANARY}]
contact: Phòng {CANARY}
sessions:
  - title: Phiên {CANARY}
    from: "09:00"
    to: "10:00"
    room: Phòng {CANARY}
    note: Ghi {CANARY}
    speakers: [{{name: Lê {CANARY} Một, role: Thợ {CANARY}, consent: 2026-04-30}}]
booths: [{{number: "{CANARY}", title: Gian {CANARY}, note: Ghi {CANARY}}}]
photos: [{{file: {CANARY}.jpg, alt: Ảnh {CANARY}, caption: Chú {CANARY}, credit: Chụp {CANARY}}}]
aliases: [{CANARY.lower()}-cu]
---

Lời {CANARY}.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_fair(tmp_path_factory.mktemp("kín") / "fair", stories=6)
    write_event(root)
    build(root)
    return root


def tell(root: Path, text: str) -> None:
    """The canary's event, with everything that belongs to it alone."""
    folder = root / "content" / "events"
    (folder / CANARY.lower()).mkdir(exist_ok=True)
    (folder / CANARY.lower() / f"{CANARY}.jpg").write_bytes(photo("#7a3344"))
    (folder / f"{CANARY.lower()}.md").write_text(text, "utf-8")


def traces(root: Path, *words: str) -> list[str]:
    """Files of the site that hold one of these words, or have it in their path."""
    found = []
    for path, data in files(root / "site").items():
        text = (path + "\n" + data.decode("utf-8", "replace")).casefold()
        unfolded = text.replace("\r\n ", "")
        if any(word.casefold() in one for word in words for one in (text, unfolded)):
            found.append(path)
    return found


def test_a_published_event_is_everywhere_it_should_be(fair: Path) -> None:
    """The tests below look for a canary that does show when it may."""
    with (fair / "content" / "vocabulary" / "event-kinds.yml").open("a", encoding="utf-8") as file:
        file.write(f"- {{id: {CANARY.lower()}, name: Hội {CANARY}}}\n")
    tell(fair, SECRET)
    assert build(fair).errors == 0
    base = f"su-kien/{CANARY.lower()}"
    shown = traces(fair, CANARY)
    wanted = {
        f"{base}.ics",
        f"{base}/index.html",
        f"{base}/phien-{CANARY.lower()}.ics",
        f"{base}-cu/index.html",
    }
    assert wanted | {"su-kien/index.html", "sitemap.xml", f"{base}-cu.ics"} <= set(shown)
    assert [path for path in shown if path.startswith(f"{base}/") and path.endswith(".webp")]


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("status", "status: draft"),
        ("status", "status: withdrawn"),
        ("published", "published: 2026-06-01T15:30:00+07:00"),
        ("published", "published: 2100-01-01"),
    ],
)
def test_what_is_not_public_leaves_no_trace(fair: Path, key: str, lines: str) -> None:
    old = re.search(rf"^{key}: .*$", SECRET, re.M)
    assert old
    tell(fair, SECRET.replace(f"kind: {CANARY.lower()}\n", "").replace(old[0], lines))
    assert build(fair).errors == 0
    assert traces(fair, CANARY) == []


def test_an_embargo_ends_by_the_clock_alone(fair: Path) -> None:
    text = SECRET.replace(f"kind: {CANARY.lower()}\n", "")
    tell(fair, text.replace("published: 2026-05-01", "published: 2026-06-01T15:30:00+07:00"))
    build(fair)
    assert traces(fair, CANARY) == []
    build(fair, now=NOW + timedelta(minutes=31))
    assert f"su-kien/{CANARY.lower()}/index.html" in traces(fair, CANARY)


@pytest.mark.parametrize(
    "changes", [{"status": "draft"}, {"status": "withdrawn"}, {"published": "2026-12-01"}], ids=str
)
def test_a_booth_gives_no_hidden_story_away(fair: Path, changes: dict[str, str]) -> None:
    write_story(fair, 3, title=f"Tên {CANARY}", author=f"Lê {CANARY} Một")
    text = FULL.replace("initiative: viec-so-003", f"initiative: viec-so-003, note: Mang {CANARY} đến")
    write_event(fair, text=text)
    build(fair)
    assert f"su-kien/{ID}/index.html" in traces(fair, CANARY)
    path = fair / "initiatives" / slug(3) / "index.md"
    old = path.read_text("utf-8")
    for key, value in changes.items():
        old = re.sub(rf"^{key}: .*$", f"{key}: {value}", old, flags=re.M)
    path.write_text(old, "utf-8")
    assert build(fair).errors == 0
    assert traces(fair, CANARY, slug(3)) == []
    assert "Gian A1" in (fair / "site" / "su-kien" / ID / "index.html").read_text("utf-8")


def test_a_speaker_who_withdraws_goes_at_once_whatever_else_is_wrong(fair: Path) -> None:
    page = f"su-kien/{ID}/index.html"
    assert page in traces(fair, "Đỗ Thị Giả Sử")
    write_event(fair, text=FULL.replace("consent: 2026-04-30", "consent: {withdrawn: 2026-05-30}"))
    write_story(fair, 5, more="colour: red\n")
    outcome = build(fair)
    assert outcome.errors == 1
    assert outcome.taken_out == (page,)
    assert traces(fair, "Đỗ Thị Giả Sử", "Thợ tiện") == []
    assert "Tay đòn kể chuyện" in (fair / "site" / page).read_text("utf-8")


def test_an_event_that_still_names_an_author_who_withdrew_goes(fair: Path) -> None:
    write_event(fair, results="results: {lines: [Nhất là anh Phạm Ví Dụ.]}")
    build(fair)
    path = fair / "initiatives" / slug(2) / "index.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("consent: 2022-01-02", "consent: {withdrawn: 2026-05-30}", 1), "utf-8")
    outcome = build(fair)
    assert {item.code for item in outcome.diagnostics if item.severity is Severity.ERROR} == {"PRV010"}
    assert f"su-kien/{ID}/index.html" in outcome.taken_out
    assert [name for name in traces(fair, ID) if name.startswith("su-kien")] == []


EVIL = (
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "\u202etxt.exe\u202c",
    "a\u0000b".replace("\u0000", "\u0007"),
    "BEGIN:VCALENDAR\\nEND:VCALENDAR",
    "{{ 7 * 7 }} {% raw %}",
    "x" * 300,
    "]]><!--",
)


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_hostile_text_in_every_field_stays_text(fair: Path, evil: str) -> None:
    quoted = json.dumps(evil, ensure_ascii=False)
    text = FULL
    lines = ("Ngày hội thử việc", "Một ngày để xem, để cầm, để vặn thử.", "Cổng sau.", "Ai cũng được thử.")
    for shown in lines:
        text = text.replace(f" {shown}\n", f" {quoted}\n", 1)
    for shown in ("Số 12, đường Thí Dụ", "Nhà văn hóa Thử", "Văn phòng Công đoàn Thử", "Sân\n"):
        text = text.replace(f": {shown.strip()}\n", f": {quoted}\n", 1)
    for shown in ("Tay đòn kể chuyện", "Đỗ Thị Giả Sử", "Thợ tiện", "Có mẫu để cầm", "Góc dạy nghề", "A1"):
        text = re.sub(rf": {shown}(?=[,}}\n])", lambda match: f": {quoted}", text)
    text = text.replace("[Công đoàn Thử, Hội Thợ Mẫu]", f"[{quoted}]").replace("Mời bạn đến chơi.", evil)
    words = f"alt: {quoted}, caption: {quoted}, credit: {quoted}"
    text = text.replace("alt: Sân nhà văn hóa, credit: Tổ thử", words)
    assert text.count(quoted) >= 17
    write_event(fair, "xau", text, aliases="")
    build(fair, keep_going=True)
    page = fair / "site" / "su-kien" / "xau" / "index.html"
    if not page.exists():  # refused by the check: letters that nobody sees, a blank
        assert traces(fair, evil, "xau") == []
        return
    for name in ("su-kien/xau/index.html", "su-kien/index.html"):
        document = html5lib.parse((fair / "site" / name).read_text("utf-8"), namespaceHTMLElements=False)
        scripts = [element for element in document.iter("script") if not element.get("src")]
        assert {element.get("type") for element in scripts} <= {"application/ld+json", "application/json"}
        for element in document.iter():
            attributes = element.attrib if isinstance(element.tag, str) else {}
            assert not [key for key in attributes if key.startswith("on") or key == "style"]
            assert not (attributes.get("href") or "").strip().lower().startswith("javascript")
    for calendar in (fair / "site" / "su-kien").rglob("*.ics"):
        parsed = Calendar.from_ical(calendar.read_bytes())
        events = parsed.walk("VEVENT")
        assert events
        assert all(event["DTSTART"].dt >= datetime(2026, 7, 18, 8, tzinfo=ZONE) for event in events)
    whole = Calendar.from_ical((fair / "site" / "su-kien" / "xau.ics").read_bytes())
    summary = " ".join(evil.replace("\u0007", "").split())  # no calendar can hold a bell
    assert {str(event["SUMMARY"]) for event in whole.walk("VEVENT")} == {summary}


HUGE = {
    "a date beyond the calendar": ("days", 'days: [{date: 9999-12-31, from: "08:00", to: "16:30"}]'),
    "an hour beyond the day": ("days", 'days: [{date: 2026-07-18, from: "08:00", to: "24:00"}]'),
    "no day": ("days", "days: []"),
    "a count of a thousand digits": (
        "results",
        f"results: {{figures: [{{count: {'9' * 1000}, label: a, source: b}}]}}",
    ),
    "a list in place of a venue": ("venue", "venue: [1, 2]"),
    "a path as a photo": ("photos", "photos: [{file: ../../mkdocs.yml, alt: a, credit: b}]"),
    "a script as a source": (
        "results",
        "results: {figures: [{count: 1, label: a, source: b, url: 'javascript:alert(1)'}]}",
    ),
}


@pytest.mark.parametrize("name", HUGE)
def test_what_cannot_be_is_refused_and_never_a_traceback(fair: Path, name: str) -> None:
    key, lines = HUGE[name]
    write_event(fair, **{key: lines})
    outcome = build(fair)
    assert outcome.summary is None
    assert {item.file for item in outcome.diagnostics if item.severity == 2} == {
        f"content/events/{ID}.md"
    }  # errors


def test_an_event_that_cannot_be_read_goes_at_once(fair: Path) -> None:
    write_event(fair, booths=f"booths: {'[' * 30}{']' * 30}")
    outcome = build(fair)
    assert outcome.errors == 1
    assert outcome.taken_out == (f"su-kien/{ID}/index.html",)
    assert [path for path in files(fair / "site") if ID in path] == []


def test_hundreds_of_booths_and_sessions_are_a_page(fair: Path) -> None:
    booths = "booths:\n" + "\n".join(f"  - {{number: '{n}', initiative: viec-so-000}}" for n in range(300))
    sessions = "sessions:\n" + "\n".join(
        f'  - {{title: Phiên {n}, date: 2026-07-18, from: "09:00"}}' for n in range(300)
    )
    write_event(fair, booths=booths, sessions=sessions)
    assert build(fair).errors == 0
    assert len(list((fair / "site" / "su-kien" / ID).glob("*.ics"))) == 300
