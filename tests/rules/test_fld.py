"""FLD: each value of the front matter, alone and against the others; fields of other files."""

from __future__ import annotations

import pytest
from example_fair import SETTINGS, SLUG, fair, found
from field_findings import ERROR, NOTICE, WARNING, codes, of

from sangkien.check.documents import check_document
from sangkien.check.fair import lay_ground
from sangkien.diagnostics import Severity
from sangkien.source.load import load_initiative
from sangkien.source.tree import MemoryTree


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
    "key", ["title", "summary", "authors", "organisation", "sector", "solution", "place"]
)
def test_what_is_missing_in_a_draft_is_a_notice(key: str) -> None:
    assert [item.severity for item in of("status: draft", key)] == [NOTICE]
    assert [item.severity for item in of("status: published", key)] == [ERROR]


def test_a_public_report_may_lack_what_is_not_known() -> None:
    authors = "authors: [{name: A, consent: {basis: public-report, publisher: Báo}}]"
    assert codes(authors, "solution place applied registered benefit photos recognition adopters") == []


def test_what_a_report_lacked_is_a_warning_once_its_author_withdrew() -> None:
    authors = "authors: [{name: A, consent: {withdrawn: 2026-01-02}}]"
    assert [item.severity for item in of(authors, "solution place")] == [WARNING, WARNING]


def test_a_fair_without_the_vocabulary_asks_for_no_place() -> None:
    tree = MemoryTree(
        {path: data for path, data in fair("```without\nplace\n```").items() if "places" not in path}
    )
    context = lay_ground(tree, SETTINGS).context
    document = load_initiative(tree, SETTINGS, SLUG)
    assert [item.code for item in check_document(document, context) if item.code == "FLD011"] == []


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
