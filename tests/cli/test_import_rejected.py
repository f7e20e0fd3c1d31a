"""``sangkien import``: what can't be imported stops nothing else, and is named with its reason."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineWorkbook

from import_fair import data_of, run, sheet, story
from intake_files import HEADS, ROW, xlsx


def test_one_bad_row_in_500_leaves_499(fair: Path) -> None:
    rows = [(f"Máy số {number}", *ROW[1:]) for number in range(500)]
    rows[250] = ("", *ROW[1:])
    result = run(sheet(fair, *rows))
    assert result.exit_code == 1
    assert len(list((fair / "initiatives").glob("may-so-*/index.md"))) == 499
    book = CalamineWorkbook.from_object(str(fair / "dong-bi-loi.xlsx"))
    row = book.get_sheet_by_index(0).to_python()[2]
    assert row[:4] == ["bảng.xlsx", "Trang 1", "252", "A252"]
    hint = "nếu là đồng tác giả của dòng 251 thì chỉ điền các cột về tác giả, ô D252 (“Lĩnh vực”) để trống"
    assert row[4] == f"thiếu tên sáng kiến ({hint})"


def test_a_row_with_more_cells_than_heads_is_rejected_alone(fair: Path) -> None:
    place = fair.parent / "bảng.csv"
    rows = [HEADS, (*ROW, "lệch"), ("Máy rửa tay", *ROW[1:])]
    place.write_text("\n".join(";".join(row) for row in rows), "utf-8")
    assert "lệch cột" in run(place).stdout
    assert [path.name for path in sorted((fair / "initiatives").iterdir())] == ["may-rua-tay", "viec-so-000"]


def test_rows_alike_and_titles_alike(fair: Path) -> None:
    result = run(sheet(fair, ROW, ROW, (ROW[0], "Trần Thử", *ROW[2:])))
    assert "trùng tên, đơn vị và tác giả với bảng.xlsx, trang tính “Trang 1”, dòng 2" in result.stdout
    assert data_of(story(fair, "xe-day-hang-2"))["authors"] == [{"name": "Trần Thử"}]


def test_a_file_that_cannot_be_read_stops_no_other(fair: Path) -> None:
    folder = fair.parent / "gửi về"
    folder.mkdir()
    sheet(fair, ROW).rename(folder / "a.xlsx")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4")
    (folder / "~$a.xlsx").write_bytes(b"lock")
    result = run(folder)
    assert (result.exit_code, story(fair).is_file()) == (1, True)
    assert result.stderr.startswith("b.pdf: là PDF")
    assert run(fair.parent / "không có").exit_code == 2


def test_what_cannot_be_read_is_in_the_list_of_faults_with_the_reason(fair: Path) -> None:
    folder = fair.parent / "gửi về"
    folder.mkdir()
    (folder / "b.pdf").write_bytes(b"%PDF-1.4")
    (folder / "c.xlsx").write_bytes(xlsx([("Điền đủ các cột",), ("Gửi trước ngày 25",)], "Hướng dẫn"))
    result = run(folder)
    assert result.exit_code == 1
    assert result.stdout.endswith(
        "Những gì không đọc được, kèm lý do, nằm trong dong-bi-loi.xlsx. Sửa các tệp kê ở đó rồi nhập lại.\n"
    )
    rows = CalamineWorkbook.from_object(str(fair / "dong-bi-loi.xlsx")).get_sheet_by_index(0).to_python()
    assert [row[:5] for row in rows[1:]] == [
        [
            *("c.xlsx", "Hướng dẫn", "", ""),
            (
                "không thấy cột tên sáng kiến: hãy đặt tên cột ấy là “Tên sáng kiến” rồi nhập lại; "
                "trang không có sáng kiến thì bỏ qua"
            ),
        ],
        [
            *("b.pdf", "", "", ""),
            (
                "b.pdf: là PDF nên không nhập được. Hãy xin tệp Word gốc, hoặc mở PDF bằng Word "
                "rồi lưu thành .docx."
            ),
        ],
    ]
