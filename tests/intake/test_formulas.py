"""Formulas in a sheet: their results come in; one without a result is named, and nothing is made of it."""

from __future__ import annotations

import io
import re
import zipfile

from intake.test_rows import WORDS
from intake_files import xlsx
from sangkien.intake.columns import find_table
from sangkien.intake.entry import Entry
from sangkien.intake.rows import read_rows
from sangkien.intake.sheets import Sheet, read_sheets
from sangkien.intake.written import plain_values

HEADS = ("Tên SK", "Tác giả", "Giá trị làm lợi (triệu đồng)", "Tóm tắt")


def without_results(data: bytes, *cells: str) -> bytes:
    """The workbook as a program writes it that reckons nothing: a formula and an empty value."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for cell in cells:
                    pattern = rf'(<c r="{cell}")[^>]*(><f>[^<]*</f><v>)[^<]*(</v>)'.encode()
                    part, count = re.subn(pattern, rb"\1\2\3", part)
                    assert count == 1
                part = part.replace(b'<c r="D3">', b'<c r="D3" t="str">')  # an empty text is a result
            new.writestr(name, part)
    return out.getvalue()


def only(sheet: Sheet) -> list[Entry]:
    table = find_table(sheet, {})
    assert table is not None
    found = list(read_rows(table, WORDS))
    assert all(isinstance(one, Entry) for one in found)
    return [one for one in found if isinstance(one, Entry)]


def test_a_formula_without_a_result_is_named_and_one_with_a_result_is_its_value() -> None:
    rows = (
        ("Máng trượt", "Lê Ví Dụ", "=85*2|170", "Máng inox"),
        ("Bộ đếm", "Lê Ví Dụ", "=60*2|120", '=IF(A9="","","x")|'),
        ("Tay quay", "Lê Ví Dụ", "=B99|#REF!", "Có tay"),
    )
    data = without_results(xlsx([HEADS, *rows]), "C2")
    (sheet,) = read_sheets(data, "xlsx", "a.xlsx")
    assert sheet.silent == {(1, 2), (3, 2)}
    first, second, third = only(sheet)
    assert [note.vi for note in (*first.notes, *second.notes, *third.notes)] == [
        (
            f"ô {cell} (“Giá trị làm lợi (triệu đồng)”) là công thức không có kết quả nên chưa nhập: "
            "mở bảng bằng Excel, lưu lại rồi nhập lại"
        )
        for cell in ("C2", "C4")
    ]
    assert "benefit" not in plain_values(first)
    assert plain_values(second)["benefit"] == {"vnd_per_year": "120000000"}
    assert plain_values(second)["summary"] == ""
