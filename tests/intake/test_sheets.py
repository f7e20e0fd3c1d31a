"""Sheets of every kind give the same rows, each cell in its own column."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_files import HEADS, ROW, ods, xls, xlsx
from sangkien.diagnostics import UserError
from sangkien.intake.columns import columns_of, find_table
from sangkien.intake.container import kind_of
from sangkien.intake.legacy_sheet import with_short_cells
from sangkien.intake.sheets import Sheet, column_name, decoded, read_csv, read_sheets

TABLE = [(None,) * 6, HEADS, ROW]


def read(data: bytes, name: str = "a.xlsx") -> tuple[Sheet, ...]:
    return read_sheets(data, kind_of(data, name), name)


def filled(sheet: Sheet) -> list[tuple[Any, ...]]:
    return [tuple(cell for cell in row if cell is not None) for row in sheet.rows]


@pytest.mark.parametrize(
    "data",
    [
        xlsx(TABLE),
        xls([[""] * 6, HEADS, ROW]),
        ods([[""] * 6, HEADS, ROW]),
    ],
    ids=["xlsx", "xls", "ods"],
)
def test_rows_stand_where_they_stood(data: bytes) -> None:
    (sheet,) = read(data)
    assert filled(sheet)[-2:] == [HEADS, ROW]
    assert len(sheet.rows) == 3


def test_a_table_away_from_the_corner_keeps_rows_and_columns() -> None:
    (sheet,) = read(xlsx([(), (), (None, None, "x"), (None, "y")]))
    assert sheet.rows == ((None,) * 3, (None,) * 3, (None, None, "x"), (None, "y", None))


def test_formulas_come_as_values_and_days_as_days() -> None:
    day = datetime.combine(date(2021, 10, 15), datetime.min.time())
    (sheet,) = read(xlsx([["=A1&B1|Xe đẩy", day, 0.6, True]], default_date_format="dd/mm/yyyy"))
    assert sheet.rows == (("Xe đẩy", date(2021, 10, 15), 0.6, True),)


@pytest.mark.parametrize("counts", [False, True])
def test_the_calendar_of_a_workbook_is_known(counts: bool) -> None:
    assert [sheet.from_1904 for sheet in read(xlsx([HEADS], date_1904=counts))] == [counts]


def test_a_damaged_sheet_is_one_sentence() -> None:
    with pytest.raises(UserError, match="damaged"):
        read_sheets(b"PK\x03\x04 nothing", "xlsx", "a.xlsx")


TEXT = "Tên sáng kiến;Đơn vị\nMáy rửa tay tự động;Cảng Thí Dụ\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.replace(";", "\t").encode(),
        TEXT.replace(";", ",").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16 bare", "tabs", "commas", "crlf", "nfd"],
)
def test_csv_in_every_encoding(data: bytes) -> None:
    rows = read_csv(data, "a.csv")
    assert [tuple(unicodedata.normalize("NFC", str(cell)) for cell in row) for row in rows] == [
        ("Tên sáng kiến", "Đơn vị"),
        ("Máy rửa tay tự động", "Cảng Thí Dụ"),
    ]


def test_old_encodings_of_text_files() -> None:
    # In Windows-1258 a letter comes with its circumflex, breve or horn, and the tone behind it.
    tones = {"ế": "ê\u0301", "ị": "i\u0323", "ử": "ư\u0309", "ự": "ư\u0323", "ộ": "ô\u0323"}
    tones |= {"ả": "a\u0309", "ụ": "u\u0323", "í": "i\u0301"}
    old = "".join(tones.get(letter, letter) for letter in TEXT).encode("cp1258")
    assert decoded(old) == TEXT
    assert decoded("S¸ng kiÕn c¶i tiÕn".encode("latin-1")) == "S¸ng kiÕn c¶i tiÕn"


def test_a_line_that_names_the_delimiter_keeps_row_numbers() -> None:
    assert read_csv(b"sep=|\na|b\n", "a.csv") == ((), ("a", "b"))


def test_columns_have_the_names_of_spreadsheets() -> None:
    assert [column_name(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("head", "field", "certainty"),
    [
        ("Tên sáng kiến", "title", "known"),
        ("1. TÊN SÁNG KIẾN (*)", "title", "known"),
        ("Họ và tên tác giả", "authors", "known"),
        ("Giá trị làm lợi (triệu đồng)", "money", "known"),
        ("Dấu thời gian", "stamp", "known"),
        ("Số điện thoại", "private", "known"),
        ("Ngày sinh", "private", "known"),
        ("Anh chị có đồng ý cho nêu tên không?", "consent", "known"),
        ("Xin vui lòng cho biết tên sáng kiến", "title", "known"),
        ("Tên sáng kiến của anh chị là gì?", "title", "guessed"),
        ("Nêu rõ tình trạng trước đó", "circumstances", "guessed"),
        ("Màu yêu thích", "", "unknown"),
        ("Con số", "", "unknown"),
    ],
)
def test_what_a_head_means(head: str, field: str, certainty: str) -> None:
    (column,) = columns_of([head], {})
    assert (column.field, column.certainty) == (field, certainty)


def test_numbered_authors_and_a_remembered_head() -> None:
    heads = ["Tác giả 1", "Chức danh 1", "Tác giả 2", "Chức danh 2", "Cột lạ"]
    found = columns_of(heads, {"cot la": "summary"})
    assert [(column.field, column.number, column.certainty) for column in found] == [
        ("authors", 1, "known"),
        ("role", 1, "known"),
        ("authors", 2, "known"),
        ("role", 2, "known"),
        ("summary", 1, "remembered"),
    ]


def test_of_two_heads_for_one_field_the_surer_has_it() -> None:
    found = columns_of(["Ghi rõ đơn vị áp dụng ở đâu", "Đơn vị áp dụng"], {})
    assert [column.field for column in found] == ["", "organisation"]


def test_the_head_is_found_below_a_letterhead() -> None:
    table = find_table(Sheet("a", "", (("LIÊN ĐOÀN",), (), ("STT", *HEADS), ("1", *ROW))), {})
    assert table is not None
    assert table.head_row == 2
    assert find_table(Sheet("a", "", (("Họ tên", "Đơn vị"), ("A", "B"))), {}) is None


def test_one_row_in_old_letters_among_others_is_read_with_its_short_cells() -> None:
    rows = (
        ("Tủ thuốc", "Y tế"),
        ("S¸ng kiÕn m¸y b¬m", "Ph¹m V¨n H", "B¬m tù ®éng", "Thî"),
        ("Caûi tieán maùy eùp", "Voõ Vaên I", "EÙp"),
    )
    assert with_short_cells(rows) == (
        rows[0],
        ("S¸ng kiÕn m¸y b¬m", "Phạm Văn H", "B¬m tù ®éng", "Thợ"),
        ("Caûi tieán maùy eùp", "Voõ Vaên I", "Ép"),
    )


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))
CELL = st.one_of(
    st.none(),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=12
    ).filter(lambda text: bool(text.strip()) and not text.startswith("=") and "_x" not in text),
    st.integers(-(10**9), 10**9).map(float),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELL, min_size=1, max_size=6), min_size=1, max_size=8))
def test_no_cell_of_any_sheet_is_shifted(rows: list[list[Any]]) -> None:
    found = {
        (number, column): cell
        for sheet in (read_sheets(data, "xlsx", "a") for data in [xlsx(rows)])
        for one in sheet
        for number, row in enumerate(one.rows)
        for column, cell in enumerate(row)
        if cell is not None
    }
    assert found == {
        (number, column): cell
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell is not None
    }
