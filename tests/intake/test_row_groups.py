"""Authors on rows of their own below an initiative, with merged cells and without."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import pytest
import xlsxwriter
import xlwt

from intake.test_rows import WORDS
from intake_files import ods
from sangkien.intake.columns import find_table
from sangkien.intake.container import kind_of
from sangkien.intake.entry import Entry, Rejected
from sangkien.intake.merged import covered
from sangkien.intake.rows import read_rows
from sangkien.intake.sheets import Sheet, read_sheets
from sangkien.intake.written import plain_values

HEADS = ("STT", "Tên sáng kiến", "Họ và tên", "Chức vụ", "Nơi công tác", "Tỷ lệ", "Năm sinh", "Lĩnh vực")
FIRST = ("1", "Xe đẩy", "Lê Ví Dụ", "Thợ hàn", "Cảng Thí Dụ", "50%", "1990", "Cơ khí")
SECOND = ("", "", "Trần Mẫu Thử", "Thợ tiện", "Mẫu Một", "30%", "1991", "")
THIRD = ("", "", "Đỗ Giả Sử", "", "", "20%", "", "")
OTHER = ("2", "Máy rửa", "Phạm Ví Dụ", "", "", "", "", "Cơ khí")
AUTHORS = [
    {"name": "Lê Ví Dụ", "role": "Thợ hàn", "organisation": "cang-thi-du", "share": "50"},
    {"name": "Trần Mẫu Thử", "role": "Thợ tiện", "organisation": "cong-ty-mau-mot", "share": "30"},
    {"name": "Đỗ Giả Sử", "share": "20"},
]


def read(sheet: Sheet) -> list[Entry | Rejected]:
    table = find_table(sheet, {})
    assert table is not None
    return list(read_rows(table, WORDS))


def entries(*rows: Sequence[Any], heads: Sequence[str] = HEADS) -> list[Entry | Rejected]:
    return read(Sheet("a.xlsx", "T", (tuple(heads), *map(tuple, rows))))


def authors(entry: Entry | Rejected) -> list[dict[str, str]]:
    assert isinstance(entry, Entry)
    found: list[dict[str, str]] = plain_values(entry)["authors"]
    return found


def test_rows_with_author_columns_alone_are_further_authors() -> None:
    first, other = entries(FIRST, SECOND, THIRD, OTHER)
    assert authors(first) == AUTHORS
    assert isinstance(first, Entry)
    assert first.values["authors"].doubts == ()
    assert first.origin.row == 2
    assert authors(other) == [{"name": "Phạm Ví Dụ"}]


def test_another_author_below_makes_another_key() -> None:
    (one,), (two,) = entries(FIRST, SECOND), entries(FIRST, THIRD)
    assert isinstance(one, Entry)
    assert isinstance(two, Entry)
    assert set(one.keys) & set(two.keys) == {"title:xe day|"}


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        (("2", *SECOND[1:]), "B3", "ô A3 (“STT”) để trống"),
        ((*SECOND[:7], "Cơ khí"), "B3", "ô H3 (“Lĩnh vực”) để trống"),
        (("", "", "", "Thợ tiện", "", "", "", ""), "C3", "không rõ có phải đồng tác giả của dòng 2"),
        (("", "", "Người lập biểu: Đỗ Giả Sử", "", "", "", "", ""), "C3", "không rõ có phải đồng tác giả"),
        ((*SECOND, "thừa"), "B3", "ô I3 để trống"),
    ],
)
def test_a_doubtful_row_is_rejected_for_itself(row: tuple[str, ...], cell: str, words: str) -> None:
    first, rejected, other = entries(FIRST, row, OTHER)
    assert authors(first) == [{"name": "Lê Ví Dụ", "role": "Thợ hàn", "organisation": "cang-thi-du"}]
    assert isinstance(rejected, Rejected)
    assert (rejected.origin.row, rejected.cell) == (3, cell)
    assert words in rejected.reason.vi
    assert isinstance(other, Entry)


def test_behind_a_gap_or_a_doubtful_row_nobody_is_joined() -> None:
    for between in ((None,) * 8, ("", "", "", "Thợ", "", "", "", "")):
        found = entries(FIRST, between, SECOND)
        assert [one["name"] for one in authors(found[0])] == ["Lê Ví Dụ"]
        assert isinstance(found[-1], Rejected)
        assert found[-1].origin.row == 4


def test_authors_below_a_rejected_row_go_with_it() -> None:
    title = "Máy " * 100
    first, second = entries((*FIRST[:1], title, *FIRST[2:]), SECOND)
    assert isinstance(first, Rejected)
    assert isinstance(second, Rejected)
    assert (second.origin.row, second.reason.vi) == (3, "đồng tác giả của dòng 2, mà dòng ấy chưa nhập được")
    assert second.source
    assert second.source.rows == ((3, True),)


def test_a_unit_of_the_initiative_s_column_is_the_author_s_with_a_doubt() -> None:
    heads = ("Tên sáng kiến", "Tác giả", "Đơn vị")
    rows = (("Xe đẩy", "Lê Ví Dụ - 60%", "Cảng Thí Dụ"), ("", "Trần Mẫu Thử - 40%", "Mẫu Một"))
    (entry,) = entries(*rows, heads=heads)
    assert authors(entry) == [
        {"name": "Lê Ví Dụ", "share": "60"},
        {"name": "Trần Mẫu Thử", "organisation": "cong-ty-mau-mot", "share": "40"},
    ]
    assert isinstance(entry, Entry)
    assert plain_values(entry)["organisation"] == "cang-thi-du"
    assert [one.vi for one in entry.values["authors"].doubts] == [
        "dòng 3 không có tên sáng kiến nên được đọc là đồng tác giả: có đúng không?"
    ]


def merged_xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Trang 1")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell:
                sheet.write(number, column, cell)
    sheet.merge_range(1, 1, 3, 1, rows[1][1])
    sheet.merge_range(1, 4, 2, 4, rows[1][4])
    book.close()
    return out.getvalue()


def merged_xls(rows: Sequence[Sequence[str]]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Trang 1")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell and not (number in (1, 2, 3) and column == 1) and not (number in (1, 2) and column == 4):
                sheet.write(number, column, cell)
    sheet.write_merge(1, 3, 1, 1, rows[1][1])
    sheet.write_merge(1, 2, 4, 4, rows[1][4])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def merged_ods(rows: Sequence[Sequence[str]]) -> bytes:
    """As LibreOffice writes it: what lies under a merged cell is still in the file."""
    spans = {(1, 1): 3, (1, 4): 2}
    hidden = {(2, 1), (3, 1), (2, 4)}
    lines = []
    for number, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            name = "covered-table-cell" if (number, column) in hidden else "table-cell"
            span = spans.get((number, column))
            more = f' table:number-columns-spanned="1" table:number-rows-spanned="{span}"' if span else ""
            text = "cũ" if (number, column) in hidden else cell
            inside = f' office:value-type="string"><text:p>{escape(text)}</text:p></table:{name}>'
            cells.append(f"<table:{name}{more}{inside}" if text else f"<table:{name}/>")
        lines.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return ods([], "".join(lines))


@pytest.mark.parametrize("make", [merged_xlsx, merged_xls, merged_ods], ids=["xlsx", "xls", "ods"])
def test_a_merged_cell_says_its_value_in_each_row_it_spans(make: Any) -> None:
    third = ("", "", "Đỗ Giả Sử", "", "", "20%", "", "Điện")
    rows = (HEADS, FIRST, ("", "", *SECOND[2:4], "", *SECOND[5:]), third, OTHER)
    data = make(rows)
    (sheet,) = read_sheets(data, kind_of(data, "a.xlsx"), "a.xlsx")
    first, rejected, other = read(sheet)
    assert authors(first) == [
        {"name": "Lê Ví Dụ", "role": "Thợ hàn", "organisation": "cang-thi-du"},
        {"name": "Trần Mẫu Thử", "role": "Thợ tiện", "organisation": "cang-thi-du"},
    ]
    assert isinstance(first, Entry)
    assert "dòng 4 cũng thuộc sáng kiến này mà chưa nhập được" in [
        one.vi for one in first.values["authors"].doubts
    ]
    assert isinstance(rejected, Rejected)
    assert (rejected.origin.row, rejected.cell) == (4, "H4")
    assert authors(other) == [{"name": "Phạm Ví Dụ"}]


def test_a_value_merged_over_several_initiatives_is_each_one_s() -> None:
    heads = ("Đơn vị", "Tên sáng kiến", "Tác giả")
    rows = (heads, ("Cảng Thí Dụ", "Xe đẩy", "Lê Ví Dụ"), (None, "Máy rửa", "Trần Mẫu Thử"))
    found = read(Sheet("a.xlsx", "T", rows, merged=covered([((1, 0), (2, 0))], 3, 3)))
    units = [plain_values(one)["organisation"] for one in found if isinstance(one, Entry)]
    assert units == ["cang-thi-du", "cang-thi-du"]


def test_merged_ranges_end_with_the_sheet_and_too_many_are_let_be() -> None:
    assert covered([((0, 0), (10**6, 0))], 3, 2) == {(1, 0): (0, 0), (2, 0): (0, 0)}
    assert covered([((0, 0), (999, 99))] * 6, 1000, 100) == {}


def test_a_sum_below_the_table_is_no_initiative() -> None:
    found = entries(FIRST, ("", "Tổng cộng:", "", "", "", "", "", ""), OTHER)
    assert [one.origin.row for one in found if isinstance(one, Entry)] == [2, 4]
    assert len(found) == 2


def test_an_answer_to_a_form_without_a_title_belongs_to_no_other() -> None:
    heads = ("Dấu thời gian", "Tên sáng kiến", "Họ và tên")
    rows = (("1/5/2022 8:00:00", "Xe đẩy", "Lê Ví Dụ"), ("2/5/2022 8:00:00", "", "Trần Mẫu Thử"))
    first, rejected = entries(*rows, heads=heads)
    assert isinstance(first, Entry)
    assert isinstance(rejected, Rejected)
    assert (rejected.cell, rejected.reason.vi) == ("B3", "thiếu tên sáng kiến")


def test_a_sheet_without_a_column_for_the_unit_takes_the_workplace_with_a_doubt() -> None:
    shared, several = entries(FIRST, (*OTHER[:4], "Mẫu Một\nCảng Thí Dụ", *OTHER[5:]))
    assert isinstance(shared, Entry)
    assert isinstance(several, Entry)
    assert (shared.values["organisation"].data, several.values["organisation"].data) == ("cang-thi-du", "")
    assert [one.vi for one in shared.values["organisation"].doubts] == [
        "không có mục đơn vị áp dụng nên lấy nơi công tác của tác giả: có đúng không?"
    ]
