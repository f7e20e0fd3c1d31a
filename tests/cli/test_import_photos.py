"""``sangkien import``: photos go where their names, their folders or a person says."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineWorkbook

from import_fair import data_of, run, sheet, story
from intake_files import HEADS, ROW, xlsx
from small_fair import files, photo


def test_photos_go_where_their_names_and_folders_say_and_the_rest_is_asked_for(fair: Path) -> None:
    folder = fair.parent / "gửi về"
    (folder / "Máy rửa tay").mkdir(parents=True)
    heads = (*HEADS, "Tên tệp ảnh")
    rows = ((*ROW, "IMG_1.jpg"), ("Máy rửa tay", *ROW[1:], None))
    sheet(fair, *rows, heads=heads).rename(folder / "a.xlsx")
    for number, name in enumerate(("img_1.JPG", "xe đẩy hàng (2).jpg", "Máy rửa tay/z512.jpg", "z513.jpg")):
        (folder / name).write_bytes(photo(f"#{number}{number}{number}"))
    result = run(folder)
    assert "Ảnh: đã thêm 3 vào bản nháp." in result.stdout
    assert data_of(story(fair))["photos"] == [{"file": "anh-1.jpg"}, {"file": "anh-2.jpg"}]
    assert data_of(story(fair, "may-rua-tay"))["photos"] == [{"file": "anh-1.jpg"}]
    assert "1 ảnh không rõ của sáng kiến nào: mở ghep-anh.xlsx" in result.stdout
    before = files(fair / "initiatives")
    run(folder)
    assert files(fair / "initiatives") == before
    book = CalamineWorkbook.from_object(str(fair / "ghep-anh.xlsx")).get_sheet_by_index(0).to_python()
    assert [row[1] for row in book[1:]] == [str(folder / "z513.jpg")]
    (fair / "ghep-anh.xlsx").write_bytes(xlsx([book[0], ("", book[1][1], "Máy rửa tay · may-rua-tay")]))
    assert run(fair / "ghep-anh.xlsx").exit_code == 0
    listed = data_of(story(fair, "may-rua-tay"))["photos"]
    assert listed == [{"file": "anh-1.jpg"}, {"file": "anh-2.jpg"}]
    assert (story(fair, "may-rua-tay").parent / "anh-2.jpg").read_bytes() == photo("#333")


def test_a_published_story_gets_no_photo(fair: Path) -> None:
    (fair.parent / "viec-so-000").mkdir()
    (fair.parent / "viec-so-000" / "a.jpg").write_bytes(photo("#111"))
    before = files(fair / "initiatives")
    assert "không còn là bản nháp" in run(fair.parent / "viec-so-000").stdout
    assert files(fair / "initiatives") == before


def test_a_damaged_pairing_sheet_stops_before_anything_is_written(fair: Path) -> None:
    folder = fair.parent / "gửi về"
    folder.mkdir()
    sheet(fair, ROW).rename(folder / "a.xlsx")
    (folder / "ghep-anh.xlsx").write_bytes(b"PK\x03\x04")
    before = files(fair / "initiatives")
    result = run(folder)
    assert result.exit_code == 2
    assert result.stderr.startswith("ghep-anh.xlsx: tệp hỏng hoặc không phải tệp Excel")
    assert files(fair / "initiatives") == before


def test_a_title_typed_into_the_pairing_sheet_will_do_and_an_unclear_one_is_named(fair: Path) -> None:
    run(sheet(fair, ROW))
    heads = ("Ảnh", "Tệp ảnh", "Sáng kiến (chọn trong danh sách)")
    for number in range(2):
        (fair.parent / f"z{number}.jpg").write_bytes(photo(f"#{number}{number}{number}"))
    choices = ("xe đẩy hàng", "Xe gì đó")
    rows = [("", str(fair.parent / f"z{number}.jpg"), choice) for number, choice in enumerate(choices)]
    (fair / "ghep-anh.xlsx").write_bytes(xlsx([heads, *rows]))
    result = run(fair / "ghep-anh.xlsx")
    assert (result.exit_code, result.stdout) == (
        1,
        (
            "Ảnh: đã thêm 1 vào bản nháp.\n"
            "ghep-anh.xlsx, dòng 3: không rõ “Xe gì đó” là sáng kiến nào; hãy chọn trong danh sách của ô, "
            "lưu lại rồi nhập lại\n"
        ),
    )
    assert data_of(story(fair))["photos"] == [{"file": "anh-1.jpg"}]
