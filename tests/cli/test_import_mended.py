"""``sangkien import dong-bi-loi.xlsx``: rows mended in the list itself become what they would have been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from import_fair import data_of, run, sheet, story
from intake_files import HEADS, ROW, xlsx
from sangkien.diagnostics import Language
from sangkien.intake.entry import Origin, Rejected
from sangkien.intake.gather import read_file
from sangkien.intake.rejected import HEADS as LIST_HEADS
from sangkien.intake.rejected import rejected_workbook
from sangkien.model.vocabulary import Vocabularies
from small_fair import files

LIST = "dong-bi-loi.xlsx"
SAID = 5
"""Columns that say where a row came from and why it is there."""
Rows = list[list[Any]]
UNTITLED = ("", "Trần Thử", *ROW[2:])


def rows_of(place: Path, number: int = 0) -> Rows:
    return CalamineWorkbook.from_object(str(place)).get_sheet_by_index(number).to_python()


def mend(fair: Path, change: Callable[[Rows], None], name: str = LIST) -> Path:
    """What a person does with the list in Excel."""
    rows = rows_of(fair / LIST)
    change(rows)
    place = fair / name
    place.write_bytes(xlsx([[None if cell == "" else cell for cell in row] for row in rows]))
    return place


def put(row: int, column: int, value: object) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[row][SAID + column] = value

    return change


def test_a_row_mended_in_the_list_is_the_draft_it_would_have_been(fair: Path) -> None:
    run(sheet(fair, ROW, UNTITLED))
    result = run(mend(fair, put(2, 0, "Máy rửa tay")))
    assert (result.exit_code, "Mới: 1 bản nháp" in result.stdout) == (0, True)
    mended = story(fair, "may-rua-tay").read_bytes()
    assert "Mới: 0 bản nháp (0 có chỗ cần xem). Sửa: 0. Không đổi: 1." in run(fair / LIST).stdout
    assert "# Nhập từ bảng.xlsx, trang tính “Trang 1”, dòng 3.".encode() in mended
    again = run(sheet(fair, ROW, ("Máy rửa tay", *UNTITLED[1:])))
    assert "Mới: 0 bản nháp (0 có chỗ cần xem). Sửa: 0. Không đổi: 2." in again.stdout
    assert story(fair, "may-rua-tay").read_bytes() == mended


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_still_wrong_comes_out_again(fair: Path, language: str) -> None:
    long = ("Máy " * 100, *ROW[1:])
    run(sheet(fair, long, UNTITLED), "--language", language)
    result = run(mend(fair, put(1, 0, "Máy cắt"), "đã sửa.xlsx"), "--language", language)
    assert (result.exit_code, story(fair, "may-cat").is_file()) == (1, True)
    row = rows_of(fair / "dong-bi-loi-2.xlsx")[-1]
    assert row[:4] == ["bảng.xlsx", "Trang 1", "3", "A3"]
    assert row[SAID:] == list(UNTITLED)


def test_the_list_as_it_is_gives_nothing_but_itself(fair: Path) -> None:
    run(sheet(fair, ROW, UNTITLED))
    before = files(fair)
    result = run(fair / LIST)
    assert (result.exit_code, "Không nhập được: 1 dòng" in result.stdout) == (1, True)
    assert files(fair) == before


def test_a_further_author_mended_in_the_list_joins_the_initiative(fair: Path) -> None:
    below = ("", "Trần Thử (Thợ tiện)", None, "Điện", None, None)
    run(sheet(fair, ROW, below))
    assert [row[2] for row in rows_of(fair / LIST)] == ["Dòng", "2", "3"]
    assert "Sửa: 1" in run(mend(fair, put(2, 3, ""))).stdout
    assert data_of(story(fair))["authors"] == [
        {"name": "Lê Ví Dụ", "role": "Thợ hàn"},
        {"name": "Trần Thử", "role": "Thợ tiện"},
    ]
    before = story(fair).read_bytes()
    for later in (below, (*below[:3], None, None, None)):  # as it was, and mended there too
        assert "Sửa: 0. Không đổi: 1" in run(sheet(fair, ROW, later)).stdout
        assert story(fair).read_bytes() == before


def test_a_row_that_only_came_along_changes_nothing(fair: Path) -> None:
    run(sheet(fair, ROW, UNTITLED))
    before = story(fair).read_bytes()
    result = run(mend(fair, lambda rows: [put(1, 5, "Khác hẳn.")(rows), put(2, 0, "Máy rửa tay")(rows)][0]))
    assert "Sửa: 0. Không đổi: 0." in result.stdout
    assert story(fair).read_bytes() == before


def test_of_two_alike_the_second_is_mended_in_the_list(fair: Path) -> None:
    run(sheet(fair, ROW, ROW))
    run(mend(fair, put(1, 1, "Trần Thử")))
    assert data_of(story(fair, "xe-day-hang-2"))["authors"] == [{"name": "Trần Thử"}]
    assert "Không đổi: 2" in run(sheet(fair, ROW, (ROW[0], "Trần Thử", *ROW[2:]))).stdout


def test_a_list_older_than_the_sheet_overwrites_no_other_row(fair: Path) -> None:
    """A row was put in above since: where the rejected one stood there is another initiative now."""
    run(sheet(fair, ROW, UNTITLED))
    run(sheet(fair, ("Máy khác", "Võ Thử", *ROW[2:]), ROW, UNTITLED))
    before = files(fair / "initiatives")
    result = run(mend(fair, put(2, 0, "Máy rửa tay")))
    assert "Mới: 1 bản nháp" in result.stdout
    after = files(fair / "initiatives")
    assert {name: after[name] for name in before} == before
    assert data_of(story(fair, "may-rua-tay"))["authors"] == [{"name": "Trần Thử"}]


def test_a_row_out_of_its_columns_is_not_taken_for_a_right_one(fair: Path) -> None:
    place = fair.parent / "bảng.csv"
    place.write_text(";".join(HEADS) + "\n" + ";".join((*ROW, "lệch")), "utf-8")
    run(place)
    assert "lệch cột" in run(fair / LIST).stdout
    run(mend(fair, put(1, 6, "")))
    assert data_of(story(fair))["title"] == "Xe đẩy hàng"


def test_a_list_in_a_folder_is_passed_over_and_said(fair: Path) -> None:
    run(sheet(fair, UNTITLED))
    folder = fair.parent / "gửi về"
    folder.mkdir()
    (fair / LIST).rename(folder / LIST)
    result = run(folder)
    assert (result.exit_code, result.stdout) == (0, "Không có gì để nhập ở đó.\n")
    assert f'sangkien import "{folder / LIST}"' in result.stderr


def test_the_list_may_have_lost_its_shape(fair: Path) -> None:
    """A line above, a column before, the name of the file deleted: the reasons are no data all the same."""
    run(sheet(fair, UNTITLED))

    def change(rows: Rows) -> None:
        rows[1][SAID] = "Máy rửa tay"
        rows[:] = [["Sửa xong"], *(["x", *row[1:]] for row in rows)]

    run(mend(fair, change))
    draft = story(fair, "may-rua-tay").read_text("utf-8")
    assert "# Nhập từ dong-bi-loi.xlsx, trang tính “Trang 1”, dòng 3." in draft
    assert "thiếu tên sáng kiến" not in draft
    assert data_of(story(fair, "may-rua-tay"))["authors"] == [{"name": "Trần Thử"}]


def test_a_list_may_be_saved_as_text(fair: Path) -> None:
    run(sheet(fair, ROW, UNTITLED))
    rows = rows_of(fair / LIST)
    rows[2][SAID] = "Máy rửa tay"
    (fair / "a.csv").write_text("\n".join(";".join(map(str, row)) for row in rows), "utf-8")
    run(fair / "a.csv")
    assert "dòng 3." in story(fair, "may-rua-tay").read_text("utf-8").splitlines()[1]


def again(place: Path, rejected: Sequence[Rejected], language: Language = "vi") -> list[Any]:
    place.write_bytes(rejected_workbook(rejected, language))
    return read_file(place, Vocabularies({}), {})[0]


def test_cells_of_every_kind_are_read_again_as_what_they_were(tmp_path: Path) -> None:
    heads = ("Tên sáng kiến", "Ngày áp dụng", "Tiền làm lợi", "Dấu thời gian", "Ghi chú", "Bảo mật")
    moment = datetime(2022, 5, 12, 8, 30, 1)  # noqa: DTZ001  # sheets know no zones
    cells = ("", date(2021, 10, 15), 85000000.5, moment, "=1+1|2", True)
    place = tmp_path / "a.xlsx"
    place.write_bytes(xlsx([heads, cells], default_date_format="dd/mm/yyyy hh:mm:ss"))
    (first,) = read_file(place, Vocabularies({}), {})[0]
    (second,) = again(tmp_path / LIST, [first])
    assert second == first._replace(origin=first.origin._replace(folder=""), source=second.source)
    assert second.source.table.sheet.rows[1] == first.source.table.sheet.rows[1]


def test_days_from_1904_keep_their_day(tmp_path: Path) -> None:
    heads = ("Tên sáng kiến", "Tác giả", "Ngày áp dụng")
    place = tmp_path / "a.xlsx"
    place.write_bytes(xlsx([heads, ("1" * 500, "Lê Ví Dụ", 43022)], date_1904=True))
    (first,) = read_file(place, Vocabularies({}), {})[0]
    (second,) = again(tmp_path / LIST, [first])
    assert second.source.table.sheet.rows[1][2] == 43022 + 1462


def test_files_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    rejected = []
    for folder in ("một", "hai"):
        place = tmp_path / folder / "mẫu.xlsx"
        place.parent.mkdir()
        place.write_bytes(xlsx([HEADS, ("!" * 3, f"Lê {folder}", *ROW[2:])]))
        rejected += read_file(place, Vocabularies({}), {})[0]
    found = again(tmp_path / LIST, [*rejected, Rejected(Origin("b.pdf"), "", rejected[0].reason)])
    assert [one.source.table.sheet.rows[1][1] for one in found] == ["Lê một", "Lê hai"]
    assert [one.origin for one in found] == [Origin("mẫu.xlsx", "Trang 1", 2)] * 2


def test_a_row_alike_that_nobody_mended_is_rejected_again(fair: Path) -> None:
    run(sheet(fair, ROW, (*ROW[:5], "Chuyện khác.")))
    before = files(fair / "initiatives")
    result = run(fair / LIST)
    assert "trùng tên, đơn vị và tác giả với bảng.xlsx, trang tính “Trang 1”, dòng 2" in result.stdout
    assert files(fair / "initiatives") == before


def test_rows_said_to_stand_far_down_in_many_sheets_are_the_lists_own(tmp_path: Path) -> None:
    heads = (*(one.vi for one in LIST_HEADS), *HEADS)
    rows = [(f"{number}.xlsx", "S", 1_048_576, "", "", f"Máy {number}", *ROW[1:]) for number in range(3)]
    place = tmp_path / LIST
    place.write_bytes(xlsx([heads, *rows]))
    entries, _, tables = read_file(place, Vocabularies({}), {})
    assert [len(one.sheet.rows) for one in tables] == [4, 1_048_576]
    assert sorted(one.origin for one in entries) == [
        *(Origin("0.xlsx", "S", 1_048_576), Origin(LIST, "Trang 1", 3), Origin(LIST, "Trang 1", 4)),
    ]
