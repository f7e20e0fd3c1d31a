"""``sangkien import``: what an officer doesn't see in her sheet, or no longer, is said."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from import_fair import run, sheet, story
from intake_files import HEADS, ROW
from small_fair import files

DOUBT = "# Cần xem: dòng này bị ẩn hoặc bị lọc trong bảng: có đúng là muốn nhập không?"
OTHER = ("Máy rửa tay", "Trần Thử", *ROW[2:])


def with_hidden(place: Path, rows: Sequence[Sequence[object]], hidden: int) -> Path:
    """A workbook of one sheet with a row (from 0) that is hidden, as a filter hides it too."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet("Trang 1")
    for number, row in enumerate((HEADS, *rows)):
        page.write_row(number, 0, row)
    page.set_row(hidden, None, None, {"hidden": True})
    book.close()
    place.write_bytes(out.getvalue())
    return place


def test_a_hidden_row_is_a_draft_that_says_so(fair: Path) -> None:
    result = run(with_hidden(fair.parent / "bảng.xlsx", (ROW, OTHER), 2))
    assert "Trong số mới có 1 dòng bị ẩn" in result.stdout
    assert DOUBT in story(fair, "may-rua-tay").read_text("utf-8").splitlines()
    assert DOUBT not in story(fair).read_text("utf-8")


def test_a_hidden_row_of_a_further_author_is_a_doubt_about_the_authors(fair: Path) -> None:
    run(with_hidden(fair.parent / "bảng.xlsx", (ROW, ("", "Trần Thử")), 2))
    said = story(fair).read_text("utf-8").splitlines()
    doubt = "# Cần xem: dòng 3 có đồng tác giả mà bị ẩn hoặc bị lọc trong bảng: có đúng là muốn nhập không?"
    assert said[said.index("authors:") - 1] == doubt


def test_a_hidden_row_that_is_rejected_says_so(fair: Path) -> None:
    run(with_hidden(fair.parent / "bảng.xlsx", (("!", *ROW[1:]),), 1))
    (found,) = run(fair / "dong-bi-loi.xlsx", "--dry-run").stdout.splitlines()[-2:-1]
    assert found == "  × bảng.xlsx, trang tính “Trang 1”, dòng 2 (A2): tên không có chữ cái nào"


def test_a_hidden_row_changes_no_published_story(fair: Path) -> None:
    run(sheet(fair, ROW))
    place = story(fair)
    place.write_text(place.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    before = place.read_bytes()
    result = run(with_hidden(fair.parent / "bảng.xlsx", ((*ROW[:4], "16/10/2021", ROW[5]),), 1))
    assert "! xe-day-hang: applied: dòng bị ẩn hoặc bị lọc trong bảng" in result.stdout
    assert place.read_bytes() == before


def test_rows_taken_out_of_the_sheet_are_named_and_kept(fair: Path) -> None:
    run(sheet(fair, ROW, OTHER))
    before = files(fair / "initiatives")
    result = run(sheet(fair, ROW))
    assert result.stdout.splitlines()[-2:] == [
        (
            "Lần trước nhập từ bảng.xlsx, trang tính “Trang 1”, nay không còn dòng trong đó: 1 bài. "
            "Bài vẫn giữ nguyên; muốn rút bài nào thì chạy: sangkien withdraw TÊN-THƯ-MỤC"
        ),
        "  - may-rua-tay: Máy rửa tay",
    ]
    assert files(fair / "initiatives") == before


def test_a_row_that_is_there_but_rejected_is_not_gone(fair: Path) -> None:
    run(sheet(fair, ROW, OTHER))
    assert "nay không còn dòng" not in run(sheet(fair, ROW, ("", *OTHER[1:]))).stdout


def test_another_sheet_of_the_same_name_says_nothing_of_the_first(fair: Path) -> None:
    """Every unit sends in the form under the form's own name."""
    run(sheet(fair, ROW, OTHER))
    assert (
        "nay không còn dòng"
        not in run(sheet(fair, ("Đồ gá", "Hồ Thí", *ROW[2:4], "1/6/2022", "Khác."))).stdout
    )
    folder = fair.parent / "đơn vị khác"
    folder.mkdir()
    sheet(folder / "x", ROW).rename(folder / "bảng.xlsx")
    assert "nay không còn dòng" not in run(folder).stdout


def test_a_list_of_rejected_rows_is_not_the_whole_sheet(fair: Path) -> None:
    run(sheet(fair, ROW, OTHER, ("", *ROW[1:])))
    assert "nay không còn dòng" not in run(fair / "dong-bi-loi.xlsx").stdout


def test_a_withdrawn_initiative_is_not_asked_about(fair: Path) -> None:
    run(sheet(fair, ROW, OTHER))
    place = story(fair, "may-rua-tay")
    place.write_text(place.read_text("utf-8").replace("status: draft", "status: withdrawn"), "utf-8")
    assert "nay không còn dòng" not in run(sheet(fair, ROW)).stdout


LONG = "Hàn thêm bàn đạp vào càng xe, nhấc chân ra là má phanh ép vào bánh nên xe đứng lại ngay trên dốc."
TWIN = (
    "# Cần xem: có thể là initiatives/xe-day-hang (cùng tác giả, cùng đơn vị, tên hoặc nội dung gần giống): "
    "nếu đúng thì sửa bài ấy rồi xóa thư mục này"
)


@pytest.mark.parametrize(
    ("row", "slug"),
    [
        ((*("Phanh chân cho xe", "Lê Ví Dụ"), *ROW[2:4], "20/11/2021", LONG), "phanh-chan-cho-xe"),
        ((*("Xe đẩy hàng 2", "LÊ VÍ DỤ (Thợ hàn)"), *ROW[2:4], "20/11/2021", "Khác."), "xe-day-hang-2"),
    ],
)
def test_a_row_moved_and_retitled_names_its_likely_twin(fair: Path, row: Sequence[str], slug: str) -> None:
    run(sheet(fair, (*ROW[:5], LONG), OTHER))
    result = run(sheet(fair, OTHER, row))
    assert f"  + {slug} (có thể là xe-day-hang)" in result.stdout.splitlines()
    assert TWIN in story(fair, slug).read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    "row",
    [
        (*("Phanh chân cho xe", "Trần Thử"), *ROW[2:5], LONG),
        (*("Máy ép mùn cưa", "Lê Ví Dụ"), *ROW[2:5], "Chuyện khác."),
    ],
)
def test_another_author_or_another_matter_is_no_twin(fair: Path, row: Sequence[str]) -> None:
    run(sheet(fair, (*ROW[:5], LONG)))
    assert "có thể là" not in run(sheet(fair, ROW[:0], row, name="khác.xlsx")).stdout


def test_a_row_that_is_still_there_is_nobody_s_twin(fair: Path) -> None:
    run(sheet(fair, (*ROW[:5], LONG)))
    assert "có thể là" not in run(sheet(fair, (*ROW[:5], LONG), ("Xe đẩy hàng 2", *ROW[1:5], LONG))).stdout
