"""Rows that a sheet doesn't show are known, however it hides them."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from intake_files import HEADS, ROW, ods
from sangkien.intake.hidden import as_set, hidden_in_xlsx
from sangkien.intake.sheets import read_sheets

CELL = '<table:table-cell office:value-type="string"><text:p>ẩn</text:p></table:table-cell>'
SHOWN = f"<table:table-row>{CELL}</table:table-row>"
REPEATED = 'table:number-rows-repeated="3"'
GROUP, FOLDED = "<table:table-row-group>", '<table:table-row-group table:display="false">'


def test_rows_of_excel() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    for name in ("A & B", "Trang 2"):
        page = book.add_worksheet(name)
        page.write(6, 0, "x")
        page.set_row(2, None, None, {"hidden": True})
        page.set_row(4, 0)
        page.set_row(5, None, None, {"level": 1, "hidden": True})
        page.set_row(6, 30)
    book.close()
    found = hidden_in_xlsx(out.getvalue())
    assert {name: as_set(rows, 7) for name, rows in found.items()} == {
        "A & B": frozenset({2, 4, 5}),
        "Trang 2": frozenset({2, 4, 5}),
    }


@pytest.mark.parametrize(
    ("extra", "hidden"),
    [
        (f'<table:table-row table:visibility="filter">{CELL}</table:table-row>', {2}),
        (f'<table:table-row {REPEATED} table:visibility="collapse">{CELL}</table:table-row>', {2, 3, 4}),
        (f"{GROUP}{FOLDED}{SHOWN}</table:table-row-group>{SHOWN}</table:table-row-group>", {2}),
        (SHOWN, set()),
    ],
)
def test_rows_of_libreoffice(extra: str, hidden: set[int]) -> None:
    (sheet,) = read_sheets(ods((HEADS, ROW), extra), "ods", "a.ods")
    assert sheet.hidden == frozenset(hidden)
    assert sheet.rows[2][0] == "ẩn"
