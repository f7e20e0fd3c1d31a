"""Events for the small invented fair: one that is full of everything, and announcements. Keep inventing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from icalendar import Calendar

from small_fair import photo

FULL = """---
name: Ngày hội thử việc
kind: ngay-hoi
summary: Một ngày để xem, để cầm, để vặn thử.
days:
  - {date: 2026-07-18, from: "08:00", to: "16:30"}
  - {date: 2026-07-19, from: "08:00", to: "11:00"}
venue:
  name: Nhà văn hóa Thử
  address: Số 12, đường Thí Dụ
  place: vung-thu
  directions: Cổng sau.
status: published
published: 2026-05-01
updated: 2026-05-20
organisers: [Công đoàn Thử, Hội Thợ Mẫu]
contact: Văn phòng Công đoàn Thử
sessions:
  - id: mo-dau
    title: "Mở đầu, chào nhau; vào việc"
    date: 2026-07-18
    from: "08:00"
    to: "08:30"
    room: Sân
  - title: Tay đòn kể chuyện
    date: 2026-07-18
    from: "09:00"
    to: "10:15"
    note: Ai cũng được thử.
    speakers: [{name: Đỗ Thị Giả Sử, role: Thợ tiện, organisation: cang-thi-du, consent: 2026-04-30}]
    initiatives: [viec-so-000, viec-so-003]
  - {title: Tay đòn kể chuyện, date: 2026-07-19, from: "08:15"}
booths:
  - {number: A1, initiative: viec-so-000, note: Có mẫu để cầm}
  - {number: A2, initiative: viec-so-003}
  - {number: B1, organisation: truong-nghe-mau, title: Góc dạy nghề}
photos: [{file: san.jpg, alt: Sân nhà văn hóa, credit: Tổ thử}]
aliases: [ngay-hoi-cu]
---

Mời bạn đến chơi.
"""
KINDS = "- {id: ngay-hoi, name: Ngày hội}\n"
ID = "ngay-hoi-thu"
PAGE = f"su-kien/{ID}/index.html"
BANNERS = """- {text: Sắp đến ngày hội, url: /su-kien/ngay-hoi-thu/, from: 2026-05-01, until: 2026-07-19}
- {text: Còn một tuần, from: 2026-07-10, until: 2026-07-17, tone: urgent}
"""


def write_event(root: Path, event_id: str = ID, text: str = FULL, **changes: str) -> Path:
    """Write an event, its photo and the vocabulary of kinds. ``changes``: key → its new lines, or empty."""
    folder = root / "content" / "events"
    (folder / event_id).mkdir(parents=True, exist_ok=True)
    if "san.jpg" in text:
        (folder / event_id / "san.jpg").write_bytes(photo("#446688"))
    (root / "content" / "vocabulary" / "event-kinds.yml").write_text(KINDS, "utf-8")
    path = folder / f"{event_id}.md"
    path.write_text(changed(text, **changes), "utf-8")
    return path


def changed(text: str, **changes: str) -> str:
    """Front matter with other lines under some of its keys; an empty text takes a key out."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    blocks: dict[str, str] = {}
    key = ""
    for line in front.split("\n"):
        if line and not line.startswith((" ", "-")):
            key = line.split(":")[0]
        blocks[key] = blocks.get(key, "") + line + "\n"
    blocks |= {key: lines + "\n" if lines else "" for key, lines in changes.items()}
    return f"---\n{''.join(blocks.values())}---\n{body}"


def calendar(site: Path, path: str) -> list[dict[str, Any]]:
    """The events of a calendar file as a reader of calendars sees them."""
    data = (site / path).read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))  # RFC 5545, section 3.1
    parsed = Calendar.from_ical(data)
    assert [str(zone["TZID"]) for zone in parsed.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    return [{key: event[key] for key in event} for event in parsed.walk("VEVENT")]
