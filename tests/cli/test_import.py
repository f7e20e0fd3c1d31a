"""``sangkien import``: rows and filled-in forms become drafts that check clean, and nothing else happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from import_fair import data_of, run, sheet, story
from intake_files import HEADS, ROW
from sangkien.cli.check import check
from sangkien.cli.template import template
from small_fair import files


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


def test_a_dry_run_shows_and_writes_nothing(fair: Path) -> None:
    place = sheet(fair, ROW)
    before = files(fair)
    result = run(place, "--dry-run")
    assert "+ xe-day-hang" in result.stdout
    assert files(fair) == before


def test_missing_entries_are_proposed_never_made(fair: Path) -> None:
    vocabulary = files(fair / "content")
    result = run(sheet(fair, (*ROW[:2], "Cty Cảng Thí Dụ Hai", *ROW[3:])))
    assert "“Cty Cảng Thí Dụ Hai” ×1 ~ Cảng Thí Dụ (cang-thi-du)" in result.stdout
    assert data_of(story(fair))["organisation"] == ""
    assert "# Cần xem: “Cty Cảng Thí Dụ Hai” chưa có" in story(fair).read_text("utf-8")
    assert files(fair / "content") == vocabulary


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


def test_nothing_is_looked_for_in_the_fair_s_own_folders(fair: Path) -> None:
    (fair / "bao-cao").mkdir()
    sheet(fair / "bao-cao", ROW).rename(fair / "bao-cao" / "bao-cao-2026-06-01.xlsx")
    before = files(fair)
    assert run(".").stdout == "Không có gì để nhập ở đó.\n"
    assert files(fair) == before


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
