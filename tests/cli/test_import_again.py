"""``sangkien import`` of a sheet imported before: only what was corrected changes, and no edit is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

from import_fair import data_of, run, sheet, story
from intake_files import ROW
from small_fair import files


def test_the_same_sheet_again_changes_nothing(fair: Path) -> None:
    place = sheet(fair, ROW)
    run(place)
    before, stat = files(fair), story(fair).stat()
    assert "Không đổi: 1" in run(place).stdout
    assert files(fair) == before
    assert story(fair).stat() == stat


def test_a_corrected_cell_changes_just_that(fair: Path) -> None:
    run(sheet(fair, ROW))
    place = story(fair)
    place.write_text(place.read_text("utf-8").replace("summary:", 'summary: "Người viết"  # giữ'), "utf-8")
    before = place.read_text("utf-8")
    result = run(sheet(fair, (*ROW[:4], "16/10/2021", "Lắp phanh tay.")))
    assert "applied: 2021-10-15 → 2021-10-16" in result.stdout
    expected = before.replace("2021-10-15", "2021-10-16").replace("phanh chân", "phanh tay")
    assert place.read_text("utf-8") == expected


def test_a_person_s_edit_stays_and_it_is_said(fair: Path) -> None:
    run(sheet(fair, ROW))
    place = story(fair)
    edited = place.read_text("utf-8").replace("2021-10-15", "2021-10-20").replace("Lắp phanh", "Chế phanh")
    place.write_text(edited, "utf-8")
    assert "!" not in run(sheet(fair, ROW)).stdout
    result = run(sheet(fair, (*ROW[:4], "16/10/2021", "Lắp phanh tay.")))
    assert result.stdout.count("có người đã sửa") == 2
    assert place.read_text("utf-8") == edited


def test_a_title_corrected_in_place_keeps_its_folder(fair: Path) -> None:
    run(sheet(fair, ROW))
    run(sheet(fair, ("Xe đẩy hàng hai tầng", *ROW[1:])))
    assert data_of(story(fair))["title"] == "Xe đẩy hàng hai tầng"
    assert not story(fair, "xe-day-hang-hai-tang").exists()


def test_rows_that_move_are_known_again(fair: Path) -> None:
    other = ("Máy rửa tay", "Trần Thử", *ROW[2:])
    run(sheet(fair, ROW, other))
    before = files(fair / "initiatives")
    assert "Không đổi: 2" in run(sheet(fair, ("Đồ gá", *ROW[1:]), other, ROW)).stdout
    after = files(fair / "initiatives")
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"do-ga/index.md"}


def test_an_emptied_cell_and_a_deleted_folder_are_left(fair: Path) -> None:
    run(sheet(fair, ROW))
    before = story(fair).read_bytes()
    assert "ô nay để trống" in run(sheet(fair, (*ROW[:4], "", ROW[5]))).stdout
    assert story(fair).read_bytes() == before
    shutil.rmtree(story(fair).parent)
    assert "đã bị xóa" in run(sheet(fair, ROW)).stdout
    assert not story(fair).exists()


def test_what_is_doubtful_never_reaches_a_published_story(fair: Path) -> None:
    run(sheet(fair, ROW))
    place = story(fair)
    place.write_text(place.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")
    before = place.read_bytes()
    assert "không còn là bản nháp" in run(sheet(fair, (*ROW[:4], "tháng 5/2022", ROW[5]))).stdout
    assert place.read_bytes() == before
    assert "tác giả thì tự sửa" in run(sheet(fair, (ROW[0], "Trần Thử", *ROW[2:]))).stdout
    assert place.read_bytes() == before
    run(sheet(fair, (*ROW[:4], "1/5/2022", ROW[5])))
    assert data_of(place)["applied"] == "2022-05-01"
    assert data_of(place)["status"] == "published"


def test_without_origins_nothing_is_overwritten_and_nothing_made_twice(fair: Path) -> None:
    run(sheet(fair, ROW))
    before = files(fair / "initiatives")
    shutil.rmtree(fair / ".sangkien")
    assert "không rõ ai sửa" in run(sheet(fair, (*ROW[:4], "16/10/2021", ROW[5]))).stdout
    assert files(fair / "initiatives") == before


def test_without_origins_namesakes_are_told_apart_by_what_they_hold(fair: Path) -> None:
    place = sheet(fair, ROW, (ROW[0], "Trần Thử", *ROW[2:]))
    run(place)
    before = files(fair / "initiatives")
    shutil.rmtree(fair / ".sangkien")
    assert "Không đổi: 2" in run(place).stdout
    assert files(fair / "initiatives") == before


def test_a_file_with_crlf_keeps_its_line_ends(fair: Path) -> None:
    run(sheet(fair, ROW))
    place = story(fair)
    place.write_bytes(b"\xef\xbb\xbf" + place.read_bytes().replace(b"\n", b"\r\n"))
    before = place.read_bytes()
    run(sheet(fair, (*ROW[:4], "16/10/2021", ROW[5])))
    assert place.read_bytes() == before.replace(b"2021-10-15", b"2021-10-16")
