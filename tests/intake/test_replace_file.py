"""A file replaced whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from sangkien.diagnostics import UserError
from sangkien.intake.replace_file import replace_file, state_of


def test_replaced_by_another_file(tmp_path: Path) -> None:
    place, other = tmp_path / "a.md", tmp_path / "name-of-its-own.md"
    place.write_text("cũ")
    other.hardlink_to(place)
    replace_file(place, b"new", state_of(place), "a.md")
    assert place.read_bytes() == b"new"
    assert other.read_text() == "cũ"


def test_a_file_changed_meanwhile_is_left(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("cũ")
    state = state_of(place)
    place.write_text("sửa tay")
    with pytest.raises(UserError) as caught:
        replace_file(place, b"new", state, "a.md")
    assert "a.md" in caught.value.text.vi
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("a.md", "sửa tay")]


def test_what_cannot_be_written_says_so(tmp_path: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("cũ")
    state = state_of(place)
    place.unlink()
    tmp_path.rmdir()
    with pytest.raises(UserError, match=r"a\.md cannot be written"):
        replace_file(place, b"new", state, "a.md")


def test_where_a_read_only_file_is_kept_it_is_called_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows puts nothing in its place; other systems do."""

    def replace(one: Path, other: Path) -> Path:
        raise PermissionError(13, "Access is denied", str(other))

    place = tmp_path / "a.md"
    place.write_text("cũ")
    place.chmod(0o444)
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(UserError, match=r"a\.md is read-only"):
        replace_file(place, b"new", state_of(place), "a.md")
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("a.md", "cũ")]
