"""``sangkien import``: sheets of others; columns known, guessed, remembered; text files of old times."""

from __future__ import annotations

from pathlib import Path

import pytest

from import_fair import data_of, run, sheet, story
from intake_files import HEADS, ROW
from sangkien.intake.columns import columns_of


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


@pytest.mark.parametrize(
    ("head", "found"),
    [
        *((head, ("code", "known")) for head in ("Số hiệu", "Mã số", "Mã sáng kiến", "Mã SK", "Mã hồ sơ")),
        *((head, ("code", "known")) for head in ("SỐ HIỆU SÁNG KIẾN", "3. Mã số (nếu có)", "Code")),
        *((head, ("code", "guessed")) for head in ("Mã", "Mã sáng kiến cấp tỉnh")),
        *((head, ("", "unknown")) for head in ("Mã nhân viên", "Mã số thuế", "Mã đơn vị", "Mã số nhân viên")),
        *((head, ("", "unknown")) for head in ("Mã số tác giả", "Số hiệu công chức", "Employee code")),
    ],
)
def test_which_column_is_the_code(head: str, found: tuple[str, str]) -> None:
    (column,) = columns_of((head,), {})
    assert (column.field, column.certainty) == found
