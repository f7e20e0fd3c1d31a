"""Hard cells: each becomes the value of ``cells.yml``, doubtful where it says so, and nothing ever raises."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sangkien.intake.cell_authors import authors_of, is_collective
from sangkien.intake.cell_date import date_of
from sangkien.intake.cell_money import money_of, money_unit
from sangkien.intake.cell_share import share_of
from sangkien.intake.cell_text import clean_text, one_line, title_of
from sangkien.text.folding import is_nfc

CELLS = yaml.safe_load((Path(__file__).parent / "cells.yml").read_text("utf-8"))


def rows(kind: str) -> list[Any]:
    return [pytest.param(*row, id=f"{number}-{row[0]}"[:40]) for number, row in enumerate(CELLS[kind])]


def test_there_are_enough() -> None:
    assert sum(map(len, CELLS.values())) >= 120


@pytest.mark.parametrize(("cell", "value", "doubtful"), rows("money"))
def test_money(cell: Any, value: int | None, doubtful: bool) -> None:
    read = money_of(cell)
    assert (read.value, bool(read.doubts)) == (value, doubtful)


@pytest.mark.parametrize(("cell", "value", "doubtful"), rows("date"))
def test_dates(cell: Any, value: str | None, doubtful: bool) -> None:
    read = date_of(cell)
    assert (read.value.isoformat() if read.value else None, bool(read.doubts)) == (value, doubtful)


@pytest.mark.parametrize(("cell", "value", "doubtful"), rows("date_1904"))
def test_dates_of_a_workbook_that_counts_from_1904(cell: Any, value: str, doubtful: bool) -> None:
    read = date_of(cell, from_1904=True)
    assert (read.value.isoformat() if read.value else None, bool(read.doubts)) == (value, doubtful)


@pytest.mark.parametrize(("cell", "value", "doubtful"), rows("share"))
def test_shares(cell: Any, value: str | None, doubtful: bool) -> None:
    read = share_of(cell)
    assert (None if read.value is None else str(read.value), bool(read.doubts)) == (value, doubtful)


@pytest.mark.parametrize(("cell", "value", "doubtful"), rows("title"))
def test_titles(cell: Any, value: str, doubtful: bool) -> None:
    read = title_of(cell)
    assert (read.value, bool(read.doubts)) == (value, doubtful)


@pytest.mark.parametrize(("cell", "value", "doubtful"), rows("authors"))
def test_authors(cell: Any, value: list[list[str | None]], doubtful: bool) -> None:
    read = authors_of(cell)
    found = [
        [one.name or f"={one.collective}", one.role, None if one.share is None else str(one.share)]
        for one in read.value or ()
    ]
    assert (found, bool(read.doubts)) == (value, doubtful)


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Giá trị làm lợi (triệu đồng)", 10**6),
        ("Làm lợi (tỷ đồng/năm)", 10**9),
        ("Số tiền (1.000 đồng)", 1000),
        ("Số tiền (nghìn đồng)", 1000),
        ("Tiền làm lợi (tr.đ)", 1),
        ("Tiền làm lợi (đồng)", 1),
        ("Tiền làm lợi", 1),
    ],
)
def test_a_head_says_what_bare_numbers_count(head: str, unit: int) -> None:
    assert money_unit(head) == unit


def test_a_bare_number_counts_what_the_head_says() -> None:
    assert money_of(86.4, 10**6).value == 86_400_000
    assert money_of("86,4", 10**6).value == 86_400_000
    assert money_of("1,200", 10**6).value is None
    assert money_of("2 tỷ", 10**6).value == 2_000_000_000


@pytest.mark.parametrize("name", ["Nhóm Trần Văn Mẫu", "Tổ Lê Thị Thử", "Nguyễn Văn Mẫu", "Tổ"])
def test_no_person_is_taken_for_a_group(name: str) -> None:
    assert not is_collective(name)


@given(st.one_of(st.text(), st.floats(), st.integers(), st.dates(), st.datetimes(), st.none(), st.booleans()))
def test_no_cell_raises(cell: Any) -> None:
    text = clean_text(cell).value
    assert text is not None
    assert is_nfc(text)
    assert "\n" not in (one_line(cell).value or "")
    money, share = money_of(cell).value, share_of(cell).value
    assert money is None or 0 <= money < 10**15
    assert share is None or 0 <= share <= 100
    assert isinstance(authors_of(cell).value, tuple)
    date_of(cell)


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2099, 12, 30)))
def test_days_written_in_any_form_come_back(day: Any) -> None:
    for text in (f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", day.isoformat()):
        assert date_of(text).value == day


@given(st.integers(min_value=100_000, max_value=10**14))
def test_amounts_written_with_dots_come_back(amount: int) -> None:
    assert money_of(f"{amount:,}".replace(",", ".") + " đồng").value == amount
    assert money_of(float(amount)).value == amount
