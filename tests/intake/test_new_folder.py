"""A new initiative's folder on disk."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sangkien.diagnostics import UserError
from sangkien.intake.new_folder import write_specimen
from sangkien.settings import Settings


def settings_of(root: Path) -> Settings:
    return Settings(root=str(root), now=datetime(2026, 1, 5, 8, tzinfo=UTC), site_name="Hội chợ mẫu")


def test_written(tmp_path: Path) -> None:
    assert write_specimen(settings_of(tmp_path), "xe-day", "---\ntên\n") == "initiatives/xe-day/index.md"
    assert (tmp_path / "initiatives/xe-day/index.md").read_bytes() == "---\ntên\n".encode()


@pytest.mark.parametrize("name", ["xe-day", "Xe-Day"])
def test_a_folder_that_stands_is_left_and_a_free_name_offered(tmp_path: Path, name: str) -> None:
    for folder in (name, "xe-day-2"):
        (tmp_path / "initiatives" / folder).mkdir(parents=True)
    with pytest.raises(UserError) as caught:
        write_specimen(settings_of(tmp_path), "xe-day", "x")
    assert "--slug xe-day-3" in caught.value.text.vi
    assert "--slug xe-day-3" in caught.value.text.en
    assert list((tmp_path / "initiatives" / name).iterdir()) == []


@pytest.mark.parametrize("slug", ["", "Xe", "../xe", "xe/day", "a" * 91, "xe--day", "con", "trang"])
def test_names_that_are_none(tmp_path: Path, slug: str) -> None:
    with pytest.raises(UserError):
        write_specimen(settings_of(tmp_path), slug, "x")
    assert list(tmp_path.iterdir()) == []


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "fair"
    (tmp_path / "elsewhere").mkdir()
    root.mkdir()
    (root / "initiatives").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(UserError, match="symbolic link"):
        write_specimen(settings_of(root), "xe", "x")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_cannot_be_written_leaves_no_folder(tmp_path: Path) -> None:
    (tmp_path / "initiatives").write_text("a file where the folder should be")
    with pytest.raises(UserError):
        write_specimen(settings_of(tmp_path), "xe", "x")
