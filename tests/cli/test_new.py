"""``sangkien new``: a folder that checks clean, in Vietnamese or English; nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sangkien.cli.check import check
from sangkien.cli.new import new
from small_fair import make_fair


@pytest.fixture
def fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_fair(tmp_path / "hội thi", 1)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")
    return root


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(new, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_initiative_checks_clean(fair: Path, language: str) -> None:
    result = run("Đồ gá khoan: bản 2 # “thử”", "--language", language)
    assert result.exit_code == 0
    assert "initiatives/do-ga-khoan-ban-2-thu/index.md" in result.stdout
    assert (fair / "initiatives/do-ga-khoan-ban-2-thu/index.md").is_file()
    after = CliRunner().invoke(check, ["--strict"])
    assert (after.exit_code, after.stdout) == (0, "Không tìm thấy lỗi nào.\n")
    notices = CliRunner().invoke(check, ["--notices", "initiatives/do-ga-khoan-ban-2-thu"])
    assert notices.stdout.count("TXT012") == 4


def test_the_second_is_refused_and_a_free_name_offered_and_taken(fair: Path) -> None:
    run("Xe đẩy")
    place = fair / "initiatives/xe-day/index.md"
    place.write_text("đã điền", "utf-8")
    again = run("Xe  đẩy")
    assert (again.exit_code, again.stdout) == (2, "")
    assert "--slug xe-day-2" in again.stderr
    assert place.read_text("utf-8") == "đã điền"
    assert run("Xe đẩy", "--slug", "xe-day-2").exit_code == 0


@pytest.mark.parametrize(
    "arguments", [("",), ("\U0001f6d2",), ("dài " * 90,), ("Xe", "--slug", "../xe"), ("Xe", "--slug", "")]
)
def test_what_makes_no_folder(fair: Path, arguments: tuple[str, ...]) -> None:
    before = sorted(fair.rglob("*"))
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert sorted(fair.rglob("*")) == before


def test_an_empty_fair_gets_its_folder(fair: Path) -> None:
    for entry in sorted((fair / "initiatives").rglob("*"), reverse=True):
        entry.rmdir() if entry.is_dir() else entry.unlink()
    (fair / "initiatives").rmdir()
    assert run("Xe đẩy").exit_code == 0
    assert [entry.name for entry in (fair / "initiatives").iterdir()] == ["xe-day"]


def test_outside_of_any_fair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("Xe đẩy", "--language", "en")
    assert result.exit_code == 2
    assert result.stderr.startswith("No mkdocs.yml")


def test_a_title_that_begins_with_a_hyphen(fair: Path) -> None:
    assert run("--", "- Xe đẩy").exit_code == 0
    assert 'title: "- Xe đẩy"' in (fair / "initiatives/xe-day/index.md").read_text("utf-8")
