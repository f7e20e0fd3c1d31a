"""Rules over events and announcements: the same front matter rules as initiatives, and their own."""

from __future__ import annotations

import pytest
from example_fair import found

from sangkien.diagnostics import Severity

FRONT = {
    "name": "name: Ngày hội mẫu",
    "summary": "summary: Một ngày gặp nhau.",
    "days": 'days: [{date: 2026-05-16, from: "08:00", to: "16:30"}]',
    "venue": "venue: {name: Nhà văn hóa Mẫu}",
    "status": "status: published",
    "published": "published: 2026-01-02",
}
TWO_DAYS = (
    'days: [{date: 2026-05-16, from: "08:00", to: "16:30"}, {date: 2026-05-17, from: "08:00", to: "11:00"}]'
)


def event(*lines: str, body: str = "", name: str = "ngay-hoi", more: str = "") -> str:
    """An example with one event; ``lines`` replace or join those of the front matter."""
    front = FRONT | {line.split(":")[0]: line for line in lines}
    text = "\n".join(line for line in front.values() if not line.endswith(":"))
    return f"```file content/events/{name}.md\n---\n{text}\n---\n{body}\n```\n{more}"


def banners(*rows: str) -> str:
    text = "\n".join(f"- {{{row}}}" for row in rows)
    return f"```file content/banners.yml\n{text}\n```\n"


def codes(example: str) -> list[str]:
    return [item.code for item in found("", example) if item.severity > Severity.NOTICE]


def session(*keys: str) -> str:
    return f"sessions: [{{title: Khai mạc, {', '.join(keys)}}}]"


CLEAN = {
    "the specimen": event(),
    "hours without a leading nought": event('days: [{date: 2026-05-16, from: "8:00", to: "16:30"}]'),
    "the house number of a public place": event("venue: {name: Nhà Mẫu, address: Số 12 đường Lê Lợi}"),
    "the landline of an office": event("contact: Văn phòng Công đoàn Mẫu, 0254 3852 123"),
    "a session that fills the day": event(session('from: "08:00"', 'to: "16:30"')),
    "a session of the second day": event(TWO_DAYS, session("date: 2026-05-17", 'from: "08:00"')),
    "a speaker with consent": event(
        session('from: "08:00"', "speakers: [{name: Trần Thị Thử, role: Thợ, consent: 2026-01-01}]")
    ),
    "results of a past event": event(
        'days: [{date: 2025-05-16, from: "08:00", to: "16:30"}]', "results: {lines: [Vui.]}"
    ),
    "a booth of an embargoed story is a notice": event("booths: [{number: A1, initiative: so-hai}]")
    + "```yaml second\npublished: 2027-01-01\n```\n",
    "a link to the event": event(body="[Xem](/su-kien/ngay-hoi/) và [gian](/sang-kien/xe-day-hang/)."),
    "an announcement": banners("text: Chào, url: /su-kien/, from: 2026-01-01, until: 2026-02-01"),
    "an announcement of one day": banners("text: Chào, from: 2026-01-01, until: 2026-01-01"),
    "an announcement to another site": banners(
        "text: Chào, url: 'https://example.org/', from: 2026-01-01, until: 2026-01-02T08:00+07:00"
    ),
}


@pytest.mark.parametrize("name", CLEAN)
def test_what_is_right_is_silent(name: str) -> None:
    assert codes(CLEAN[name]) == []


FAULTY = {
    "no venue": (event("venue:"), ["FLD001"]),
    "an unknown key": (event("colour: đỏ"), ["FLD002"]),
    "a mistyped key of an announcement": (
        banners("text: Chào, form: 2026-01-01, from: 2026-01-01, until: 2026-02-01"),
        ["FLD002"],
    ),
    "no day": (event("days: []"), ["FLD003"]),
    "text for a list": (event("organisers: Công đoàn Mẫu"), ["FLD003"]),
    "a date the other way round": (
        event('days: [{date: 16/5/2026, from: "08:00", to: "16:30"}]'),
        ["FLD005"],
    ),
    "a publication without a zone": (event("published: 2026-01-02T08:00"), ["FLD006"]),
    "a status of its own": (event("status: dang"), ["FLD007"]),
    "a tone of its own": (banners("text: A, tone: gap, from: 2026-01-01, until: 2026-02-01"), ["FLD007"]),
    "a name of 301 letters": (event(f"name: {'x' * 301}"), ["FLD008"]),
    "an unknown place": (event("venue: {name: Nhà Mẫu, place: phu-mo}"), ["FLD010"]),
    "an unknown kind": (event("kind: ngay-hoi"), ["FLD010"]),
    "an unknown unit at a booth": (event("booths: [{number: A1, organisation: cong-ty-la}]"), ["FLD010"]),
    "published without a date": (event("published:"), ["FLD012"]),
    "an announcement that ends first": (
        banners("text: A, from: 2026-02-01, until: 2026-01-01"),
        ["FLD013"],
    ),
    "a consent to come": (
        event(session('from: "08:00"', "speakers: [{name: Trần Thị Thử, consent: 2026-03-01}]")),
        ["FLD014"],
    ),
    "an unknown person": (
        event(session('from: "08:00"', "speakers: [{name: A, person: la, consent: 2026-01-01}]")),
        ["FLD020"],
    ),
    "two sessions with one id": (
        event('sessions: [{id: a, title: B, from: "08:00"}, {id: a, title: C, from: "09:00"}]'),
        ["FLD021"],
    ),
    "an alias twice": (event("aliases: [cu, cu]"), ["FLD022"]),
    "an hour after midnight": (event(session('from: "24:00"')), ["FLD023"]),
    "a day that ends first": (event('days: [{date: 2026-05-16, from: "08:00", to: "08:00"}]'), ["FLD024"]),
    "a day given twice": (
        event(
            'days: [{date: 2026-05-16, from: "08:00", to: "09:00"}, '
            '{date: 2026-05-16, from: "10:00", to: "11:00"}]'
        ),
        ["FLD024"],
    ),
    "a session on no day": (event(TWO_DAYS, session("date: 2026-05-18", 'from: "08:00"')), ["FLD024"]),
    "a session on either day": (event(TWO_DAYS, session('from: "08:00"')), ["FLD024"]),
    "a session before the gate opens": (event(session('from: "07:00"')), ["FLD024"]),
    "results of an event to come": (event("results: {lines: [Vui.]}"), ["FLD024"]),
    "an unknown initiative of a session": (
        event(session('from: "08:00"', "initiatives: [xe-day-hanh]")),
        ["FLD025"],
    ),
    "a booth of nobody": (event("booths: [{number: A1}]"), ["FLD026"]),
    "a slug with capitals": (event(name="Ngay-Hoi"), ["FIL008"]),
    "a reserved slug": (event(name="trang"), ["FIL010"]),
    "a photo that isn't there": (event("photos: [{file: a.jpg, alt: b, credit: c}]"), ["IMG001"]),
    "a photo without words": (
        event(
            "photos: [{file: a.jpg, credit: c}]",
            more="```file content/events/ngay-hoi/a.jpg\nx\n```\n",
        ),
        ["IMG007", "IMG003"],
    ),
    "a stray file": (event(more="```file content/events/ngay-hoi/so-do.docx\nx\n```\n"), ["FIL011"]),
    "a script as a link": (event(body="[x](javascript:alert(1))"), ["LNK002"]),
    "a broken link": (event(body="[x](/sang-kien/khong-co/)"), ["LNK003"]),
    "a broken announcement": (
        banners("text: A, url: /khong-co/, from: 2026-01-01, until: 2026-02-01"),
        ["LNK003"],
    ),
    "a script as an announcement": (
        banners("text: A, url: 'javascript:alert(1)', from: 2026-01-01, until: 2026-02-01"),
        ["LNK001"],
    ),
    "an announcement to an address without a scheme": (
        banners("text: A, url: //example.org/, from: 2026-01-01, until: 2026-02-01"),
        ["LNK001"],
    ),
    "a mobile number": (event("contact: Anh Mẫu 0912 345 678"), ["PRV003"]),
    "a mobile number in an announcement": (
        banners("text: Gọi 0912 345 678, from: 2026-01-01, until: 2026-02-01"),
        ["PRV003"],
    ),
    "a private address": (event(body="Nhà ở số 12/3 đường Lê Lợi."), ["PRV005"]),
    "a speaker without consent": (
        event(session('from: "08:00"', "speakers: [{name: Trần Thị Thử}]")),
        ["PRV001"],
    ),
    "a consent that is none": (
        event(session('from: "08:00"', "speakers: [{name: Trần Thị Thử, consent: rồi}]")),
        ["FLD005"],
    ),
    "letters of an old encoding": (event("summary: Ngµy héi s¸ng kiÕn cña thî"), ["TXT001"]),
    "a blank": (event(body="Mời bạn [điền tên]."), ["TXT012"]),
    "HTML": (event(body="<b>x</b>"), ["TXT010"]),
}


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_wrong_is_found(name: str) -> None:
    example, expected = FAULTY[name]
    assert codes(example) == expected


def test_a_draft_may_lack_things() -> None:
    lines = (
        "status: draft",
        "published:",
        "venue:",
        session('from: "08:00"', "speakers: [{name: Trần Thử}]"),
    )
    assert codes(event(*lines)) == []


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("8h30", "08:30"),
        ("8 giờ", "08:00"),
        ("16g15", "16:15"),
        ("9.45", "09:45"),
        ("16 giờ 30 phút", "16:30"),
    ],
)
def test_an_hour_written_by_hand_is_mended(written: str, better: str) -> None:
    (item,) = found("FLD023", event(f"days: [{{date: 2026-05-16, from: {written}, to: '23:00'}}]"))
    assert item.fix is not None
    assert item.fix.replacement == f'"{better}"'


def test_two_events_with_one_alias() -> None:
    example = event("aliases: [cu]") + event("aliases: [cu, ngay-hoi]", name="hai")
    assert [(item.code, item.field) for item in found("CAT", example)] == [
        ("CAT002", ("aliases", 1)),
        ("CAT002", ("aliases", 0)),
    ]


def withdrawn(*lines: str, body: str = "") -> list[str]:
    """What is found where the specimen's author withdrew and an event stands beside."""
    more = "```yaml\nauthors:\n  - {name: Nguyễn Văn Mẫu, consent: {withdrawn: 2025-06-01}}\n```\n"
    return codes(event(*lines, body=body) + more)


def test_an_author_who_withdrew_is_named_at_no_event() -> None:
    assert withdrawn(body="Nhất: nguyen van mau.") == ["PRV010"]
    assert withdrawn("results: {lines: [Giải nhất của Nguyễn Văn Mẫu.]}") == ["FLD024", "PRV010"]
    booth = "booths: [{number: A1, initiative: xe-day-hang}]"
    assert withdrawn(booth, body="Anh Mẫu kể chuyện.") == ["PRV010"]
    assert withdrawn(body="Anh Mẫu kể chuyện.") == []  # another Mẫu: this one takes no part
    assert withdrawn(booth, body="Ngày hội mẫu của Nguyễn Văn Mười.") == []
