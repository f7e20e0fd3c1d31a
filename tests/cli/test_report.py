"""``sangkien report``: what counts, what is left out, what came and went, safe in a browser and in Excel."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from edited_fair import edit
from sangkien.cli.report import report
from small_fair import files, make_fair, slug

SVG = "{http://www.w3.org/2000/svg}svg"
COUNTS = (
    "\ufeffunit;month;number;source\r\n"
    "xuong-may-vi-du;2022-03;12;=HYPERLINK(x)\r\n"
    "cang-thi-du;4/2022;5;Báo cáo quý\r\n"
    "cang-thi-du;2022-05;1.200;sai\r\n"
    "khong-co;2022-05;9;sai\r\n"
)


@pytest.fixture
def fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six shown, one of them confirmed; of two more one is a draft and one a sample."""
    root = make_fair(tmp_path / "hội thi", 8)
    edit(root, 0, "kinds: [giam-chi-phi]", "kinds: [giam-chi-phi], confirmed_by: '=Phòng <b>Thử</b>'")
    edit(root, 6, "status: published", "status: draft")
    edit(root, 7, "code: ", "sample: true\ncode: ")
    path = root / "initiatives" / slug(5) / "index.md"
    path.write_text(path.read_text("utf-8").replace("iệc số 5", "iệc số 3"), "utf-8")  # handed in twice
    (root / "content" / "counts.csv").write_text(COUNTS, "utf-8", newline="")
    monkeypatch.chdir(root)
    on(monkeypatch, "2026-06-01")
    return root


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("SANGKIEN_NOW", f"{day}T08:00:00+00:00")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(report, ("--jobs", "1", *arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def book(root: Path, day: str = "2026-06-01") -> dict[str, list[list[Any]]]:
    data = (root / "bao-cao" / f"bao-cao-{day}.xlsx").read_bytes()
    found = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: found.get_sheet_by_name(name).to_python() for name in found.sheet_names}


def page(root: Path, day: str = "2026-06-01") -> Any:
    text = (root / "bao-cao" / f"bao-cao-{day}.html").read_text("utf-8")
    return html5lib.parse(text, namespaceHTMLElements=False)


def table(root: Path, key: str, day: str = "2026-06-01") -> list[list[str]]:
    section = page(root, day).find(f".//section[@id='{key}']")
    return [["".join(cell.itertext()) for cell in row.iter("td")] for row in section.find(".//tbody")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Báo cáo đã đủ. Riêng thư mục .sangkien không ghi được nên báo cáo lần sau không so được tên"),
        ("en", "The report is whole. Only the folder .sangkien can't be written"),
    ],
)
def test_a_report_is_whole_where_nothing_can_be_kept(fair: Path, language: str, said: str) -> None:
    shutil.rmtree(fair / ".sangkien", ignore_errors=True)
    (fair / ".sangkien").write_text("no folder", "ascii")
    result = run("--language", language)
    assert (result.exit_code, result.stderr.startswith(said), result.stderr.count("\n")) == (0, True, 1)
    assert set(files(fair / "bao-cao")) == {"bao-cao-2026-06-01.html", "bao-cao-2026-06-01.xlsx"}
    assert len(result.stdout.splitlines()) == 3


def test_a_workbook_that_cannot_be_written_leaves_no_page(fair: Path) -> None:
    (fair / "bao-cao" / "bao-cao-2026-06-01.xlsx").mkdir(parents=True)
    before = files(fair)
    assert run().exit_code == 2
    assert files(fair) == before


def test_what_is_counted(fair: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert "bao-cao-2026-06-01.xlsx" in result.stdout
    values = ["".join(item.itertext()) for item in page(fair).iter("dd")]
    assert values == ["6", "9", "3", "1", "1 triệu đồng", "20 triệu đồng"]
    assert table(fair, "phases") == [["Đợt 1", "6", "40", "", ""], ["Cộng", "6", "100", "", ""]]
    assert table(fair, "months") == [
        ["tháng 10/2021", "6", "6", ""],
        ["tháng 3/2022", "0", "6", "12"],
        ["tháng 4/2022", "0", "6", "5"],
    ]
    assert table(fair, "units") == [
        ["Cảng Thí Dụ", "2", "5"],
        ["Trường nghề Mẫu", "2", ""],
        ["Xưởng may Ví Dụ", "2", "12"],
    ]
    assert table(fair, "places") == [["Huyện Vùng Thử", "6"]]
    assert table(fair, "sectors") == [["Cơ khí", "3"], ["Điện", "3"]]
    assert table(fair, "benefit") == [
        ["=Phòng <b>Thử</b>", "1", "1 triệu đồng"],
        ["Chưa ai xác nhận", "5", "20 triệu đồng"],
    ]
    codes = {(row[0], row[3]) for row in table(fair, "incomplete")}
    assert ("content/counts.csv", "FLD027") in codes
    assert {file for file, _ in codes if slug(7) in file} == set()
    assert table(fair, "duplicates")[0][0] == f"initiatives/{slug(5)}/index.md"


def test_the_workbook_says_the_same_in_texts_and_numbers(fair: Path) -> None:
    run()
    sheets = book(fair)
    assert sheets["Theo đơn vị"][1:] == [
        ["Cảng Thí Dụ", 2.0, 5.0],
        ["Trường nghề Mẫu", 2.0, ""],
        ["Xưởng may Ví Dụ", 2.0, 12.0],
    ]
    assert sheets["Hiệu quả và nơi xác nhận"][1] == ["=Phòng <b>Thử</b>", 1.0, 1_000_000.0]
    assert [row[1] for row in sheets["Báo cáo sáng kiến"][1:]] == [
        6.0,
        9.0,
        3.0,
        1.0,
        1_000_000.0,
        20_000_000.0,
    ]


def test_the_page_is_whole_in_itself_and_harmless(fair: Path) -> None:
    run()
    found = page(fair)
    assert {
        name for item in found.iter() for name in item.attrib if name in ("src", "href", "style")
    } == set()
    assert [item.tag for item in found.iter() if item.tag in ("script", "img", "link", "b")] == []
    assert len(list(found.iter(SVG))) == 3
    for drawing in found.iter(SVG):
        named = {item.get("id") for item in drawing}
        assert set(drawing.get("aria-labelledby").split()) <= named


def test_names_that_came_and_went(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    assert "Chưa có lần báo cáo nào" in "".join(page(fair).find(".//section[@id='names']").itertext())
    kept = (fair / ".sangkien" / "reports.json").read_text("ascii")
    assert len(json.loads(kept)[0]["named"]) == 9
    assert "le-thi" not in kept
    on(monkeypatch, "2026-07-01")
    edit(fair, 2, "consent: 2022-01-02", "consent: {withdrawn: 2026-06-20}")
    edit(fair, 5, "name: Phạm Ví Dụ", "name: Đỗ Thị Mới")
    edit(fair, 3, "collective: Tổ 3", "collective: Tổ Ba")
    run()
    assert [row[:] for row in book(fair, "2026-07-01")["Tên"][1:]] == [
        ["Tổ Ba", "Mới được nêu tên"],
        ["Đỗ Thị Mới", "Mới được nêu tên"],
        ["Phạm Ví Dụ", "Không còn được nêu tên"],
    ]
    lost = "".join(page(fair, "2026-07-01").find(".//section[@id='names']").itertext())
    assert "Không còn được nêu tên (2)" in lost
    again = files(fair / "bao-cao")
    run()  # made again on the same day: compared with the month before still
    assert files(fair / "bao-cao") == again
    on(monkeypatch, "2026-08-01")
    run("--since", "2026-06-15")
    assert len(book(fair, "2026-08-01")["Tên"]) == 4
    run()
    assert len(book(fair, "2026-08-01")["Tên"]) == 1


def test_without_an_earlier_report_dates_tell(fair: Path) -> None:
    edit(fair, 2, "consent: 2022-01-02", "consent: {withdrawn: 2022-03-05}")
    edit(fair, 5, "consent: 2022-01-02", "consent: {withdrawn: 2022-03-04}")
    run("--since", "2022-03-05")
    assert book(fair)["Tên"][1:] == [
        ["Tổ 4", "Mới được nêu tên"],
        ["Tổ 5", "Mới được nêu tên"],
        ["Phạm Ví Dụ", "Không còn được nêu tên"],
    ]


def test_in_english_and_elsewhere(fair: Path) -> None:
    place = fair.parent / "out"
    assert run("--language", "en", "--out", str(place)).exit_code == 0
    text = (place / "bao-cao-2026-06-01.html").read_text("utf-8")
    assert '<html lang="en">' in text
    assert "Reported by units" in text
    assert not (fair / "bao-cao").exists()


def test_a_fair_with_nothing_in_it(fair: Path) -> None:
    for number in range(8):
        (fair / "initiatives" / slug(number) / "index.md").unlink()
    (fair / "content" / "programme.yml").unlink()
    (fair / "content" / "counts.csv").unlink()
    assert run().exit_code == 0
    assert ["".join(item.itertext()) for item in page(fair).iter("dd")][:4] == ["0", "0", "0", "0"]
