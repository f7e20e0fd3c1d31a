"""FLD: each value of the front matter, alone and against the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from example_fair import SETTINGS, SLUG, fair, found
from hypothesis import given
from hypothesis import strategies as st

from sangkien.check.documents import check_document
from sangkien.check.fair import lay_ground
from sangkien.diagnostics import Diagnostic, Severity
from sangkien.model.typing import INITIATIVE, KNOWN_KEYS, PERSON, PROGRAMME, typed
from sangkien.rules.dates import day, day_as_written
from sangkien.source.document import Document
from sangkien.source.load import load_initiative
from sangkien.source.tree import MemoryTree

INDEX = f"initiatives/{SLUG}/index.md"
ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE


def of(text: str, without: str = "") -> list[Diagnostic]:
    """FLD findings of the specimen with these keys in its front matter."""
    return found("FLD", f"```without\n{without}\n```\n```yaml\n{text}\n```")


def codes(text: str, without: str = "") -> list[str]:
    return [item.code for item in of(text, without)]


def mended(text: str) -> str | None:
    """The specimen's line after the one finding's fix, None where there is none."""
    (item,) = of(text)
    if item.fix is None:
        return None
    whole = fair(f"```yaml\n{text}\n```")[INDEX].decode()
    after = whole[: item.fix.start] + item.fix.replacement + whole[item.fix.end :]
    return after.split("\n")[item.span.line - 1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("videos: [{url: https://example.org/a}]", "FLD001"),
        ("press: [{title: a, url: https://example.org/a}]", "FLD001"),
        ("featured: {citation: a}", "FLD001"),
        ("sumary: a", "FLD002"),
        ("benefit: {vnd: 1}", "FLD002"),
        ("title:", "FLD003"),
        ("title: [a]", "FLD003"),
        ("title: {a: b}", "FLD003"),
        ("tags: a", "FLD003"),
        ("tags: {a: b}", "FLD003"),
        ("tags: [a, [b]]", "FLD003"),
        ("benefit: a", "FLD003"),
        ("authors: Nguyễn Văn Mẫu", "FLD003"),
        ("authors: [Nguyễn Văn Mẫu]", "FLD003"),
        ("featured: {rank: một}", "FLD004"),
        ("benefit: {vnd_per_year: 1.5}", "FLD004"),
        ("benefit: {vnd_per_year: -1}", "FLD004"),
        ("benefit: {vnd_per_year: 1e9}", "FLD004"),
        ("recognition: [{level: tinh, year: 22}]", "FLD004"),
        ("applied: 10/2021", "FLD005"),
        ("applied: 2021-02-30", "FLD005"),
        ("applied: 2021-10-15T08:00+07:00", "FLD005"),
        ("published: ngày mai", "FLD005"),
        ("published: 2022-05-01T25:00+07:00", "FLD005"),
        ("published: 2022-05-01 08:00", "FLD006"),
        ("status: publish", "FLD007"),
        ("sample: True", "FLD007"),
        ("recognition: [{level: huyen}]", "FLD007"),
        ("title: " + "a" * 301, "FLD008"),
        ("tags: [" + "a" * 301 + "]", "FLD008"),
        ("sector: Co khi", "FLD009"),
        ("aliases: [" + "a" * 91 + "]", "FLD009"),
        ("code: a/b", "FLD009"),
        ("code: a..b", "FLD009"),
        ("organisation: cong-ty-la", "FLD010"),
        ("benefit: {kinds: [giam-chi]}", "FLD010"),
        ("adopters: [{organisation: cong-ty-la}]", "FLD010"),
        ("recognition: [{award: bang-khen}]", "FLD010"),
        ("applied: 2022-05-15", "FLD013"),
        ("updated: 2099-01-01", "FLD014"),
        ("corrections: [{date: 2099-01-01, text: a}]", "FLD014"),
        ("applied: 2021-08-31", "FLD015"),
        ("authors: []", "FLD017"),
        ("authors: [{role: Thợ}]", "FLD017"),
        ("summary: Máy số #2", "FLD018"),
        ("recognition: [{decision: 12/QĐ}]", "FLD019"),
        ("authors: [{name: A, person: a, consent: 2022-04-28}]", "FLD020"),
        ("aliases: [a, a]", "FLD022"),
        ("adopters: [{organisation: cong-ty-mau}, {organisation: cong-ty-mau}]", "FLD022"),
    ],
)
def test_rejected(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "benefit: {vnd_per_year: 0}",
        "recognition: [{level: tinh, year: 2022, date: 2022-05-30}]",
        "recognition: [{award: bang-khen-mau}]",
        "recognition: []",
        "applied: 2021-09-01",
        "applied: '2021-10-15'",
        "published: 2022-05-01T08:00+07:00",
        "published: 2022-05-01T08:00:30Z",
        "published: 2099-01-01",
        "registered: 2026-01-05",
        "updated: 2022-05-01",
        "title: " + "a" * 300,
        "title: 'Máy #2'",
        "title: Máy số#2",
        "title: Máy  # một ghi chú",
        "summary: >-\n  Máy số #2 chạy tốt",
        "tags: [a#b, c]",
        "code: SK-2022-0007",
        "code: sk.7",
        "aliases: [a, b]",
        "status: draft",
        "sample: true",
        "authors: [{collective: Tổ 2}]",
        "authors: [{collective: A, share: 33.3}, {collective: B, share: 33.3}, {collective: C, share: 33.4}]",
        "authors: [{collective: A, share: 16.67}, {collective: B, share: 83.34}]",
        "authors: [{name: A, consent: {basis: public-report, publisher: Báo}}]",
    ],
)
def test_accepted(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("benefit: {vnd_per_year: 120.000}", "benefit: {vnd_per_year: 120000}"),
        ("benefit: {vnd_per_year: 1.200.000 đồng}", "benefit: {vnd_per_year: 1200000}"),
        ("benefit: {vnd_per_year: 500000đ}", "benefit: {vnd_per_year: 500000}"),
        ('benefit: {vnd_per_year: "120.000"}', "benefit: {vnd_per_year: 120000}"),
        ("benefit: {vnd_per_year: 1.5}", None),
        ("benefit: {vnd_per_year: 1.20}", None),
        ("benefit: {vnd_per_year: 1,5 tỷ}", None),
        ("applied: 01/9/2021  # nhớ", "applied: 2021-09-01  # nhớ"),
        ("applied: 15.10.2021", "applied: 2021-10-15"),
        ("applied: ngày 01 tháng 9 năm 2021", "applied: 2021-09-01"),
        ("applied: 2021/9/1", "applied: 2021-09-01"),
        ("applied: 31/2/2021", None),
        ("applied: 9/30/2021", None),
        ("applied: 9/2021", None),
        ("published: 2022-05-01 08:00", "published: 2022-05-01 08:00+07:00"),
        ("published: 2022-05-01T99:00", None),
        ("confidential: Có", "confidential: true"),
        ("confidential: NO", "confidential: false"),
        ("confidential: có lẽ", None),
        ("status: Published", "status: published"),
        ("status: publish", None),
        ("recognition: [{level: Cơ sở}]", "recognition: [{level: co-so}]"),
        ("sector: Cơ khí", "sector: co-khi"),
        ("sector: co-ki", None),
        ("title: Máy số #2 nhanh", 'title: "Máy số #2 nhanh"'),
        ('title: Máy "A" #2', "title: 'Máy \"A\" #2'"),
    ],
)
def test_fixes_only_where_certain(text: str, after: str | None) -> None:
    assert mended(text) == after


def test_shares_that_cannot_be_read_are_mended_alone() -> None:
    row = "authors: [{{name: A, consent: 2022-04-28, share: {}}}]"
    assert mended(row.format("100%")) == row.format("100")
    assert mended(row.format('"99,5"')) == row.format("99.5")
    assert mended(row.format("101")) is None


@pytest.mark.parametrize(
    ("shares", "severity"),
    [
        (("60", "50"), ERROR),
        (("60", "30"), ERROR),
        (("60", None), WARNING),
        (("100", None), ERROR),
        (("60", "40"), None),
        (("33.33", "66.66"), None),
        (("33.3", "66.6"), ERROR),
        ((None, None), None),
    ],
)
def test_shares(shares: tuple[str | None, str | None], severity: Severity | None) -> None:
    rows = [f"  - collective: Tổ {n}\n" + (f"    share: {s}\n" if s else "") for n, s in enumerate(shares)]
    assert [item.severity for item in of("authors:\n" + "".join(rows))] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("sumary: a", "“summary”"),
        ("sector: co-ki", "“co-khi”"),
        ("organisation: cong-ty-tnhh-vi-du", "“cong-ty-vi-du”"),
        ("status: nháp", "“draft”"),
        ("status: Publishd", "“published”"),
    ],
)
def test_did_you_mean(text: str, hint: str) -> None:
    (item,) = of(text)
    assert f"Ý bạn là {hint}?" in item.message.vi
    assert f"Did you mean {hint}?" in item.message.en


def test_an_entry_is_found_by_its_name() -> None:
    (item,) = of("organisation: Công ty TNHH Ví Dụ")
    assert "“cong-ty-vi-du”" in item.help.vi


@pytest.mark.parametrize(
    "key", ["title", "summary", "authors", "organisation", "sector", "solution", "place"]
)
def test_what_is_missing_in_a_draft_is_a_notice(key: str) -> None:
    assert [item.severity for item in of("status: draft", key)] == [NOTICE]
    assert [item.severity for item in of("status: published", key)] == [ERROR]


def test_a_public_report_may_lack_what_is_not_known() -> None:
    authors = "authors: [{name: A, consent: {basis: public-report, publisher: Báo}}]"
    assert codes(authors, "solution place applied registered benefit photos recognition adopters") == []


def test_a_fair_without_the_vocabulary_asks_for_no_place() -> None:
    tree = MemoryTree(
        {path: data for path, data in fair("```without\nplace\n```").items() if "places" not in path}
    )
    context = lay_ground(tree, SETTINGS).context
    document = load_initiative(tree, SETTINGS, SLUG)
    assert [item.code for item in check_document(document, context) if item.code == "FLD011"] == []


def test_a_status_asks_for_its_date() -> None:
    assert codes("status: published", "published") == ["FLD012"]
    assert codes("status: draft", "published") == []
    assert codes("status: withdrawn", "published") == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("published: 2021-10-14", ERROR),
        ("published: 2021-10-14T18:00Z", None),  # the 15th in the fair's zone
        ("published: 2021-10-14T16:00Z", ERROR),
        ("updated: 2022-04-30", WARNING),
        ("corrections: [{date: 2022-04-30, text: a}]", WARNING),
        ("recognition: [{level: tinh, date: 2021-01-01}]", WARNING),
        ("adopters: [{organisation: cong-ty-mau, since: 2021-01-01}]", WARNING),
    ],
)
def test_order_of_dates(text: str, severity: Severity | None) -> None:
    items = [item for item in of(text) if item.code == "FLD013"]
    assert [item.severity for item in items] == ([severity] if severity is not None else [])


def test_today_is_no_future_and_tomorrow_is() -> None:
    assert codes("registered: 2026-01-05") == []
    assert codes("registered: 2026-01-06") == ["FLD014"]


@pytest.mark.parametrize(
    "consent",
    ["2099-01-01", "{withdrawn: 2099-01-01}", "{basis: public-report, publisher: A, date: 2099-01-01}"],
)
def test_a_consent_to_come_is_none(consent: str) -> None:
    (item,) = of(f"authors: [{{name: A, consent: {consent}}}]")
    assert (item.code, item.touches_visibility) == ("FLD014", True)


def test_without_registration_an_early_start_is_a_warning() -> None:
    assert [(item.code, item.severity) for item in of("applied: 2021-08-01", "registered")] == [
        ("FLD015", WARNING)
    ]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("vocabulary/sectors.yml", "- {id: co-khi, name: A}\n- {id: co-khi, name: B}", "FLD021"),
        ("vocabulary/sectors.yml", "- {id: co-khi}\n- {id: co-khi, name: B}", "FLD001"),
        ("vocabulary/sectors.yml", "co-khi: A", "FLD003"),
        ("vocabulary/places.yml", "- {id: phu-mau, name: A, workers: 1.000}", "FLD004"),
        ("vocabulary/organisations.yml", "- {id: cong-ty-mau, name: A, place: phu-nau}", "FLD010"),
        ("programme.yml", "name: A\nstarts: 2023-01-01\nends: 2022-01-01", "FLD013"),
        (
            "programme.yml",
            "name: A\nphases: [{id: a, name: A, ends: 2022-01-01, starts: 2022-02-01}]",
            "FLD013",
        ),
        (
            "programme.yml",
            "name: A\nphases: [{id: a, name: A, ends: 2022-01-01}, {id: a, name: B, ends: 2023-01-01}]",
            "FLD021",
        ),
        ("programme.yml", "name: A\ncounts: [{date: 2022-01-01, count: 1, source: B, phase: b}]", "FLD010"),
        ("programme.yml", "name: A\ncounts: [{date: 2099-01-01, count: 1, source: B}]", "FLD014"),
        ("people/a.md", "---\nname: A\norganisation: cong-ty-la\n---\n", "FLD010"),
        ("people/a.md", "---\nname: A\nconsent: 2099-01-01\n---\n", "FLD014"),
    ],
)
def test_other_files(path: str, text: str, code: str) -> None:
    items = found("FLD", f"```file content/{path}\n{text}\n```")
    assert code in {item.code for item in items if item.file == f"content/{path}"}


def test_a_gloriously_bad_file() -> None:
    """All that one front matter can hold of faults at once, each with its own code, none hiding another."""
    bad = """title: [a, b]
sumary: a
authors:
  - name: Nguyễn Văn Mẫu
    collective: Tổ 2
    person: khong-co
    organisation: cong-ty-mou
    share: 60
    consent: 2022-13-40
  - name: Trần Thị Thử
    share: 50
    consent: 2099-01-01
organisation: Công ty Mẫu
place: phu-mau #2
status: Published
published: 2022-05-01 08:00
applied: 2021-01-01
recognition: [{year: 2022, date: 2020-01-01}]
benefit: {vnd_per_year: 120.000}
tags: [a, A]
videos:
  - {url: https://example.org/a, title: DAI}
""".replace("DAI", "a" * 301)
    items = of(bad, "summary solution")
    only_elsewhere = {"FLD012", "FLD021"}  # there is a date of publication; and this is no vocabulary
    assert {item.code for item in items} == {f"FLD{n:03d}" for n in range(1, 23)} - only_elsewhere
    assert all(item.span.line > 1 for item in items)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01/9/2021", date(2021, 9, 1)),
        ("1-9-2021", date(2021, 9, 1)),
        ("ngày 1 tháng 9 năm 2021", date(2021, 9, 1)),
        ("2021-9-1", date(2021, 9, 1)),
        ("1/9/21", None),
        ("9/2021", None),
        ("31/4/2021", None),
    ],
)
def test_dates_as_people_write_them(text: str, expected: date | None) -> None:
    assert day_as_written(text) == expected


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 12, 31)))
def test_every_date_written_the_vietnamese_way_is_read_back(moment: date) -> None:
    assert day_as_written(f"{moment.day}/{moment.month}/{moment.year}") == moment
    assert day(moment.isoformat()) == moment


TREE = MemoryTree(fair(""))
CONTEXT = replace(lay_ground(TREE, SETTINGS).context, people=frozenset({"a-b"}))
SPECIMEN: dict[str, Any] = load_initiative(TREE, SETTINGS, SLUG).data
WORDS = st.sampled_from(
    ["", " ", "2022-05-01", "2022-02-30", "100", "a-b", "0", "published", "public-report", "co-khi"]
)
KEYS = st.sampled_from(
    ["name", "consent", "date", "share", "award", "organisation", "kinds", "basis", "id", "phase", "file"]
)
DATA = st.recursive(
    WORDS | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(KNOWN_KEYS["initiative"]), DATA)
def test_nothing_in_a_fields_place_raises(key: str, value: Any) -> None:
    data = SPECIMEN | {key: value}
    record, faults = typed(INITIATIVE, data)
    check_document(Document(INDEX, "initiative", data=data, record=record, faults=faults), CONTEXT)


@given(DATA)
def test_nothing_in_a_whole_files_place_raises(data: Any) -> None:
    for path, kind, adapter in (
        ("content/people/a.md", "person", PERSON),
        ("content/programme.yml", "programme", PROGRAMME),
        ("content/vocabulary/organisations.yml", "vocabulary", PROGRAMME),
    ):
        record, faults = typed(adapter, data)
        check_document(Document(path, kind, data=data, record=record, faults=faults), CONTEXT)  # type: ignore[arg-type]  # one of Kind
