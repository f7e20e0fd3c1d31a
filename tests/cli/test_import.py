"""``sangkien import``: drafts that check clean; nobody's edit and no other row is ever lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from intake_files import HEADS, ROW, xlsx
from sangkien.cli.check import check
from sangkien.cli.importing import import_
from sangkien.cli.template import template
from sangkien.source.document import read_document
from small_fair import CONFIG, VOCABULARY, files, photo, write_story


@pytest.fixture
def fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "hội thi"  # without a theme: nothing is built here
    (root / "content" / "vocabulary").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for name, text in VOCABULARY.items():
        (root / "content" / "vocabulary" / f"{name}.yml").write_text(text, "utf-8")
    write_story(root, 0)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")
    return root


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(import_, list(map(str, arguments)))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def sheet(folder: Path, *rows: Sequence[Any], heads: Sequence[str] = HEADS, name: str = "bảng.xlsx") -> Path:
    place = folder.parent / name
    place.write_bytes(xlsx([heads, *rows]))
    return place


def story(fair: Path, slug: str = "xe-day-hang") -> Path:
    return fair / "initiatives" / slug / "index.md"


def data_of(place: Path) -> dict[str, Any]:
    document = read_document("index.md", "initiative", place.read_bytes())
    assert document.faults == ()
    found: dict[str, Any] = document.data
    return found


def test_a_row_becomes_a_draft_without_consent_that_checks_clean(fair: Path) -> None:
    assert run(sheet(fair, ROW)).exit_code == 0
    assert data_of(story(fair)) == {
        "title": "Xe đẩy hàng",
        "summary": "",
        "authors": [{"name": "Lê Ví Dụ", "role": "Thợ hàn"}],
        "organisation": "cang-thi-du",
        "sector": "co-khi",
        "solution": "",
        "place": "",
        "applied": "2021-10-15",
        "status": "draft",
    }
    assert story(fair).read_text("utf-8").endswith("---\n## Giải pháp\n\nLắp phanh chân.\n")
    after = CliRunner().invoke(check, ["--strict"])
    assert (after.exit_code, after.stdout) == (0, "Không tìm thấy lỗi nào.\n")
    notices = CliRunner().invoke(check, ["--notices", "initiatives/xe-day-hang"])
    assert notices.stdout.count("PRV001") == 1


def test_a_consent_in_a_sheet_is_never_taken(fair: Path) -> None:
    heads = (*HEADS, "Đồng ý cho nêu tên", "Số điện thoại")
    assert run(sheet(fair, (*ROW, "Đồng ý", "0900000000"), heads=heads)).exit_code == 0
    text = story(fair).read_text("utf-8")
    assert "0900000000" not in text
    assert all("consent" not in author for author in data_of(story(fair))["authors"])


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


def test_a_form_of_google_s(fair: Path) -> None:
    heads = (
        "Dấu thời gian",
        "1. Tên sáng kiến *",
        "2. Họ và tên tác giả",
        "3. Đơn vị công tác",
        "4. Lĩnh vực",
    )
    rows = (
        ("12/05/2022 8:30:01", "Xe đẩy hàng", "Lê Ví Dụ", "Cảng Thí Dụ", "Cơ khí"),
        ("12/05/2022 9:00:00", "MÁY RỬA TAY TỰ ĐỘNG", "TRẦN THỬ", "cảng thí dụ", "Điện"),
    )
    place = fair.parent / "Câu trả lời.csv"
    place.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in (heads, *rows)), "utf-8-sig")
    assert run(place).exit_code == 0
    data = data_of(story(fair, "may-rua-tay-tu-dong"))
    assert (data["title"], data["authors"]) == (
        "Máy rửa tay tự động",
        [{"name": "Trần Thử", "organisation": "cang-thi-du"}],
    )
    assert story(fair, "may-rua-tay-tu-dong").read_text("utf-8").count("# Cần xem") == 3
    place.write_text(place.read_text("utf-8-sig").replace("Điện", "Cơ khí"), "utf-8")
    assert "sector: dien → co-khi" in run(place).stdout


@pytest.mark.parametrize("encoding", ["tcvn3", "cp1258"])
def test_a_text_file_of_old_times(fair: Path, encoding: str) -> None:
    place = fair.parent / "cũ.csv"
    if encoding == "tcvn3":
        place.write_bytes("Tªn s¸ng kiÕn;T¸c gi¶\nM¸y röa tay tù ®éng;Lª VÝ Dô\n".encode("latin-1"))
    else:
        old = "Tên sa\u0301ng kiê\u0301n;Ta\u0301c gia\u0309\n"
        old += "Ma\u0301y rư\u0309a tay tư\u0323 đô\u0323ng;Lê Vi\u0301 Du\u0323\n"
        place.write_bytes(old.encode("cp1258"))
    assert run(place).exit_code == 0
    data = data_of(story(fair, "may-rua-tay-tu-dong"))
    assert (data["title"], data["authors"]) == ("Máy rửa tay tự động", [{"name": "Lê Ví Dụ"}])


def test_a_file_with_crlf_keeps_its_line_ends(fair: Path) -> None:
    run(sheet(fair, ROW))
    place = story(fair)
    place.write_bytes(b"\xef\xbb\xbf" + place.read_bytes().replace(b"\n", b"\r\n"))
    before = place.read_bytes()
    run(sheet(fair, (*ROW[:4], "16/10/2021", ROW[5])))
    assert place.read_bytes() == before.replace(b"2021-10-15", b"2021-10-16")


def test_a_dry_run_shows_and_writes_nothing(fair: Path) -> None:
    place = sheet(fair, ROW)
    before = files(fair)
    result = run(place, "--dry-run")
    assert "+ xe-day-hang" in result.stdout
    assert files(fair) == before


def test_one_bad_row_in_500_leaves_499(fair: Path) -> None:
    rows = [(f"Máy số {number}", *ROW[1:]) for number in range(500)]
    rows[250] = ("", *ROW[1:])
    result = run(sheet(fair, *rows))
    assert result.exit_code == 1
    assert len(list((fair / "initiatives").glob("may-so-*/index.md"))) == 499
    book = CalamineWorkbook.from_object(str(fair / "dong-bi-loi.xlsx"))
    row = book.get_sheet_by_index(0).to_python()[1]
    assert row[:4] == ["bảng.xlsx", "Trang 1", "252", "A252"]
    hint = "nếu là đồng tác giả của dòng 251 thì chỉ điền các cột về tác giả, ô D252 để trống"
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


def test_missing_entries_are_proposed_never_made(fair: Path) -> None:
    vocabulary = files(fair / "content")
    result = run(sheet(fair, (*ROW[:2], "Cty Cảng Thí Dụ Hai", *ROW[3:])))
    assert "“Cty Cảng Thí Dụ Hai” ×1 ~ Cảng Thí Dụ (cang-thi-du)" in result.stdout
    assert data_of(story(fair))["organisation"] == ""
    assert "# Cần xem: “Cty Cảng Thí Dụ Hai” chưa có" in story(fair).read_text("utf-8")
    assert files(fair / "content") == vocabulary


def test_guessed_columns_are_asked_for_and_remembered(fair: Path) -> None:
    heads = ("Tên sáng kiến của anh chị là gì?", *HEADS[1:])
    place = sheet(fair, ROW, heads=heads)
    refused = run(place)
    assert (refused.exit_code, "--yes" in refused.stderr) == (1, True)
    assert not story(fair).exists()
    assert run(place, "--yes").exit_code == 0
    kept = (fair / "content/intake.yml").read_text("utf-8")
    assert kept.endswith('- {column: "Tên sáng kiến của anh chị là gì?", field: title}\n')
    assert "(đã nhớ)" in run(place).stdout
    assert (fair / "content/intake.yml").read_text("utf-8") == kept


def test_a_mapping_of_one_s_own(fair: Path) -> None:
    own = fair.parent / "cot.yml"
    own.write_text("- {column: Đề mục, field: title}\n", "utf-8")
    heads = ("Đề mục", *HEADS[1:])
    assert run(sheet(fair, ROW, heads=heads)).exit_code == 1
    assert run(sheet(fair, ROW, heads=heads), "--mapping", own).exit_code == 0
    own.write_text("- {column: x, field: nothing}\n", "utf-8")
    assert run(sheet(fair, ROW), "--mapping", own).exit_code == 2


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


def test_the_templates_come_back_as_they_were_filled_in(fair: Path) -> None:
    made = CliRunner().invoke(template, [str(fair.parent / "mẫu")])
    assert made.exit_code == 0, made.output
    again = CliRunner().invoke(template, [str(fair.parent / "mẫu")])
    assert again.exit_code == 0
    assert sorted(path.name for path in (fair.parent / "mẫu").iterdir()) == [
        "mau-bao-cao.docx",
        "mau-sang-kien.xlsx",
    ]
    result = run(fair.parent / "mẫu" / "mau-sang-kien.xlsx")
    assert (result.exit_code, "(đoán" in result.stdout, "→ không nhập" in result.stdout) == (0, False, False)
    assert result.stdout.endswith("Không có gì để nhập ở đó.\n")
    rows = CalamineWorkbook.from_object(str(fair.parent / "mẫu/mau-sang-kien.xlsx")).get_sheet_by_index(0)
    heads, example = rows.to_python()
    filled = [str(example[0]).removeprefix("[VÍ DỤ] "), *example[1:]]
    assert run(sheet(fair, filled, heads=heads, name="đã điền.xlsx")).exit_code == 0
    data = data_of(story(fair, "xe-day-hang-co-phanh-chan"))
    assert [author["share"] for author in data["authors"]] == ["60", "40"]
    assert data["benefit"]["vnd_per_year"] == "86400000"


def test_heavy_libraries_are_loaded_where_they_are_used() -> None:
    heavy = "{'python_calamine', 'xlsxwriter', 'mammoth'}"
    commands = "sangkien.cli.importing, sangkien.cli.template"
    code = f"import sys, {commands}; print(sorted({heavy} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.slow
def test_killed_in_the_middle_it_leaves_whole_folders_and_the_next_run_finishes(fair: Path) -> None:
    rows = [(f"Máy số {number}", *ROW[1:]) for number in range(600)]
    place = sheet(fair, *rows)
    command = [sys.executable, "-m", "sangkien", "import", str(place)]
    with subprocess.Popen(command, cwd=fair, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and len(list((fair / "initiatives").iterdir())) < 50:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
    made = [path for path in (fair / "initiatives").iterdir() if path.name.startswith("may-so-")]
    assert 0 < len(made) < 600
    assert [data_of(path / "index.md")["status"] for path in made] == ["draft"] * len(made)
    assert run(place).exit_code == 0
    assert len(list((fair / "initiatives").glob("may-so-*/index.md"))) == 600
    assert not (fair / ".sangkien/intake/new").exists()


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


def test_nothing_is_looked_for_in_the_fair_s_own_folders(fair: Path) -> None:
    before = files(fair)
    assert run(".").stdout == "Không có gì để nhập ở đó.\n"
    assert files(fair) == before


def test_a_published_story_gets_no_photo(fair: Path) -> None:
    (fair.parent / "viec-so-000").mkdir()
    (fair.parent / "viec-so-000" / "a.jpg").write_bytes(photo("#111"))
    before = files(fair / "initiatives")
    assert "không còn là bản nháp" in run(fair.parent / "viec-so-000").stdout
    assert files(fair / "initiatives") == before
