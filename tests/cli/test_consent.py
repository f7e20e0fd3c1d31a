"""``sangkien consent``: who is shown and why, a sheet there and back again, forms to sign."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from edited_fair import edit
from sangkien.cli.consent import consent
from sangkien.intake.consent_sheet import HEAD, REPORT, as_day
from sangkien.report.workbook import Sheet, workbook
from small_fair import files, make_fair, slug

REPORTED = "consent: {basis: public-report, publisher: Báo Thử, date: 2022-03-01}"
MADE = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """0: consent; 1: a draft without; 2: a public report; 3: taken back; 4: a sample; 5: an evil name."""
    root = make_fair(tmp_path / "hội thi", 6)
    edit(root, 1, "status: published", "status: draft")
    edit(root, 1, "    consent: 2022-01-02\n", "")
    edit(root, 2, "consent: 2022-01-02", REPORTED)
    edit(root, 3, "consent: 2022-01-02", "consent: {withdrawn: 2023-01-02}")
    edit(root, 4, "code: ", "sample: true\ncode: ")
    edit(root, 5, "name: Phạm Ví Dụ", "name: '=cmd|A1 <b>Ngô</b>'")
    edit(root, 5, "    consent: 2022-01-02\n", "")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")
    return root


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(consent, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def row(slug_: str, name: str, day: Any = None, basis: str = "", publisher: str = "") -> tuple[Any, ...]:
    return (slug_, name, None, None, None, day, basis, publisher)


def filled(root: Path, *rows: tuple[Any, ...], head: tuple[str, ...] = HEAD) -> str:
    place = root.parent / "dien.xlsx"
    place.write_bytes(workbook([Sheet("x", head, rows, days=(5,))], MADE))
    return str(place)


def story(root: Path, number: int) -> str:
    return (root / "initiatives" / slug(number) / "index.md").read_text("utf-8")


def test_the_table(fair: Path) -> None:
    result = run()
    assert result.exit_code == 1
    assert result.stdout == (
        "Chưa có sự đồng ý (2):\n"
        f"  =cmd|A1 <b>Ngô</b> · {slug(5)} (đăng)\n"
        f"  Trần Văn Thí Dụ · {slug(1)} (bản nháp)\n"
        "Theo tin đã công bố, nên hỏi chính người ấy (1):\n"
        f"  Phạm Ví Dụ · 01/03/2022 · Báo Thử · {slug(2)} (đăng)\n"
        "Đã đồng ý (1):\n"
        f"  Lê Thị Giả Định · 02/01/2022 · {slug(0)} (đăng)\n"
        "Đã rút lại (1):\n"
        f"  Lê Thị Giả Định · 02/01/2023 · {slug(3)} (đăng)\n"
        "4 người, 2 người đang được nêu tên, 2 người còn thiếu sự đồng ý.\n"
    )
    assert run("--missing", "--language", "en").stdout.startswith("No consent yet (2):\n")
    edit(fair, 3, "Lê Thị Giả Định", "LÊ THỊ GIẢ ĐỊNH")
    assert run().stdout.endswith("\n4 người, 2 người đang được nêu tên, 2 người còn thiếu sự đồng ý.\n")


def test_a_person_who_withdrew_everywhere(fair: Path) -> None:
    (fair / "content" / "people").mkdir()
    (fair / "content/people/le.md").write_text(
        "---\nname: Lê\nconsent: {withdrawn: 2024-05-06}\n---\n", "utf-8"
    )
    edit(fair, 0, "    role: Thợ", "    person: le\n    role: Thợ")
    assert f"Lê Thị Giả Định · 06/05/2024 · {slug(0)} (đăng)" in run().stdout


def test_the_sheet_holds_texts_alone_and_comes_back_unchanged(fair: Path) -> None:
    assert run("--sheet", "dong-y.xlsx").exit_code == 0
    data = (fair / "dong-y.xlsx").read_bytes()
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert tuple(rows[0]) == HEAD
    assert [(cells[0], cells[1]) for cells in rows[1:]] == [
        (slug(5), "=cmd|A1 <b>Ngô</b>"),
        (slug(1), "Trần Văn Thí Dụ"),
        (slug(2), "Phạm Ví Dụ"),
        (slug(0), "Lê Thị Giả Định"),
    ]
    assert [cells[5] for cells in rows[1:]] == ["", "", date(2022, 3, 1), date(2022, 1, 2)]
    assert b"<f>" not in b"".join(unzipped(data))
    before = files(fair)
    result = run("--import", "dong-y.xlsx")
    assert (result.exit_code, result.stdout) == (0, "Đã ghi 0 ngày vào 0 tệp; 2 ngày có sẵn.\n")
    assert files(fair) == before | {".sangkien/lock": b""}


def unzipped(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return [packed.read(name) for name in packed.namelist()]


def test_what_is_filled_in_is_written(fair: Path) -> None:
    before = [story(fair, number) for number in range(6)]
    place = filled(
        fair,
        row(slug(1), "Trần Văn Thí Dụ", date(2026, 5, 4)),
        row(slug(5), "=cmd|A1 <b>Ngô</b>", "2/5/2026", REPORT, 'Báo "Thử": #1'),
        row(slug(0), "Lê Thị Giả Định"),
    )
    assert run("--import", place, "--dry-run").stdout == "Sẽ ghi 2 ngày vào 2 tệp; 0 ngày có sẵn.\n"
    assert [story(fair, number) for number in range(6)] == before
    assert run("--import", place).exit_code == 0
    share = "    share: 60\n"
    assert story(fair, 1) == before[1].replace(share, f"{share}    consent: 2026-05-04\n", 1)
    reported = '{basis: public-report, publisher: "Báo \\"Thử\\": #1", date: 2026-05-02}'
    assert story(fair, 5) == before[5].replace(share, f"{share}    consent: {reported}\n", 1)
    assert [story(fair, n) for n in (0, 2, 3, 4)] == [before[n] for n in (0, 2, 3, 4)]
    assert run("--import", place).stdout == "Đã ghi 0 ngày vào 0 tệp; 2 ngày có sẵn.\n"


def test_doubts_are_named_and_nothing_is_guessed(fair: Path) -> None:
    edit(fair, 5, "name: '=cmd|A1 <b>Ngô</b>'", "name: Hai Người\n  - name: Hai Người")
    place = filled(
        fair,
        row(slug(1), "Trần Văn Thí Dụ", "5/2026"),
        row(slug(1), "Tran Van Thi Du", "4/5/2026"),
        row(slug(2), "Phạm Ví Dụ", "4/5/2026"),
        row(slug(3), "Lê Thị Giả Định", "4/5/2026"),
        row(slug(5), "Hai Người", "4/5/2026"),
        row(slug(0), "Lê Thị Giả Định", "4/5/2027"),
        row(slug(1), "Trần Văn Thí Dụ", "4/5/2026", "nghe nói"),
        row(slug(1), "Trần Văn Thí Dụ", "4/5/2026", REPORT),
    )
    before = files(fair / "initiatives")
    result = run("--import", place, "--language", "en")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == "0 dates written into 0 files; 0 stood."
    assert [re.sub(r" .*: ", " ", line.strip()) for line in lines[2:]] == [
        "row the date can't be read; write day/month/year, such as 28/4/2022",
        "row nobody of that name is in that story",
        "row the file says otherwise; add --overwrite if the sheet is right",
        "row this person took the consent back; if it is given again, write it by hand",
        "row two people of that name are in the story",
        "row that day is still to come",
        "row the basis is unclear; choose “Chính người ấy đồng ý” or “Cơ quan đã công bố”",
        "row the publisher is missing",
    ]
    assert files(fair / "initiatives") == before
    run("--import", place, "--overwrite")
    assert "consent: 2026-05-04" in story(fair, 2)
    assert "{withdrawn: 2023-01-02}" in story(fair, 3)


def test_a_report_whose_row_nobody_touched_is_not_filled_in(fair: Path) -> None:
    edit(
        fair,
        1,
        "name: Trần Văn Thí Dụ",
        "name: Trần Văn Thí Dụ\n    consent: {basis: public-report, publisher: Báo Thử}",
    )
    run("--sheet", "dong-y.xlsx")
    result = run("--import", "dong-y.xlsx")
    assert (result.exit_code, result.stdout) == (0, "Đã ghi 0 ngày vào 0 tệp; 2 ngày có sẵn.\n")


def test_who_withdrew_is_named_before_a_missing_day(fair: Path) -> None:
    result = run("--import", filled(fair, row(slug(3), "Lê Thị Giả Định", None, REPORT, "Báo Thử")))
    assert (result.exit_code, "người ấy đã rút lại sự đồng ý" in result.stdout) == (1, True)


def test_two_rows_that_differ_are_both_left(fair: Path) -> None:
    name = "Trần Văn Thí Dụ"
    place = filled(fair, row(slug(1), name, "4/5/2026"), row(slug(1), name, "5/5/2026"))
    assert run("--import", place).exit_code == 1
    assert "2026-05" not in story(fair, 1)
    same = filled(fair, row(slug(1), name, "4/5/2026"), row(slug(1), name, date(2026, 5, 4)))
    assert run("--import", same).exit_code == 0
    assert "consent: 2026-05-04" in story(fair, 1)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("28/4/2022", date(2022, 4, 28)),
        ("28-04-2022", date(2022, 4, 28)),
        ("2022-04-28", date(2022, 4, 28)),
        (datetime(2022, 4, 28, 9, tzinfo=UTC), date(2022, 4, 28)),
        (44679.0, None),
        ("31/4/2022", None),
        ("28/4/22", None),
        ("4/2022", None),
        ("28.04", None),
        ("", None),
        (True, None),
    ],
)
def test_days(value: object, day: date | None) -> None:
    assert as_day(value) == day


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"x" * 99, "Mã bài\n".encode()])
def test_a_damaged_sheet_is_one_sentence(fair: Path, data: bytes) -> None:
    (fair / "x.xlsx").write_bytes(data)
    result = run("--import", "x.xlsx")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)


def test_a_sheet_without_the_columns_is_refused(fair: Path) -> None:
    result = run("--import", filled(fair, ("a", "b"), head=("Mã bài", "Ngày đồng ý")))
    assert (result.exit_code, "“Họ tên”" in result.stderr) == (2, True)


def test_forms_for_who_did_not_consent_in_person(fair: Path) -> None:
    assert run("--forms", "phieu.html").exit_code == 0
    text = (fair / "phieu.html").read_text("utf-8")
    page = html5lib.parse(text, namespaceHTMLElements=False)
    names = [section.find(".//td").text for section in page.iter("section")]  # type: ignore[union-attr]  # it is there
    assert names == ["=cmd|A1 <b>Ngô</b>", "Trần Văn Thí Dụ", "Phạm Ví Dụ"]
    assert "91/2025/QH15" in text
    assert not list(page.iter("script"))
    assert re.findall(r"(?:src|href|url)\b", text) == []
    assert "https://hoi-cho.example/thu/" in text
