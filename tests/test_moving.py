"""Moving files and folders where other programs look at what has just been written."""

from __future__ import annotations

from pathlib import Path

import pytest

from sangkien.source.moving import move


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[PermissionError]:
    """Refusals that come before a file is moved, as long as there are any."""
    waiting: list[PermissionError] = []
    really = Path.replace

    def replace(one: Path, other: Path) -> Path:
        if waiting:
            raise waiting.pop()
        return really(one, other)

    monkeypatch.setattr(Path, "replace", replace)
    return waiting


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    folder = tmp_path / "spare"
    folder.mkdir()
    (folder / "index.html").write_text("new", "utf-8")
    return folder


def test_what_a_virus_scanner_holds_is_tried_again(refusals: list[PermissionError], spare: Path) -> None:
    refusals += [PermissionError("in use"), PermissionError("in use")]
    move(spare, spare.with_name("site"), (0, 0, 0))
    assert refusals == []
    assert [path.name for path in spare.parent.rglob("*")] == ["site", "index.html"]


def test_what_stays_open_is_refused_in_the_end(refusals: list[PermissionError], spare: Path) -> None:
    refusals += [PermissionError("in use")] * 3
    with pytest.raises(PermissionError, match="in use"):
        move(spare, spare.with_name("site"), (0, 0))
    assert [path.name for path in spare.parent.rglob("*")] == ["spare", "index.html"]
