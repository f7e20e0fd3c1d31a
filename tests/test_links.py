"""Windows' junctions: nothing is read, written or deleted through one. A folder plays it, by its stats."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sangkien.build.snapshot import take
from sangkien.diagnostics import UserError
from sangkien.intake.new_folder import write_specimen
from sangkien.intake.replace_file import sweep
from sangkien.publish.folder import FolderHost
from sangkien.publish.release import local_content, sha256
from sangkien.settings import Settings
from sangkien.source import links
from sangkien.source.tree import DiskTree, UnsafePathError, walk


@pytest.fixture
def join(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Makes a folder look as a junction does to Python 3.11: a folder whose stats have the tag."""
    joined: set[int] = set()

    def tag(status: os.stat_result) -> int:
        return links.JUNCTION if status.st_ino in joined else 0

    monkeypatch.setattr(links, "WINDOWS", True)
    monkeypatch.setattr(links, "_tag", tag)
    return lambda place: joined.add(place.stat().st_ino)


@pytest.fixture
def fair(tmp_path: Path, join: Callable[[Path], None]) -> Path:
    """``initiatives/noi`` and ``initiatives/xe/anh`` are junctions, ``initiatives/xe`` is a folder."""
    for name in ("xe/index.md", "xe/anh/may.jpg", "noi/index.md", "noi/.sangkien-1.tmp"):
        place = tmp_path / "initiatives" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"text")
    join(tmp_path / "initiatives" / "noi")
    join(tmp_path / "initiatives" / "xe" / "anh")
    return tmp_path


def test_nothing_is_read_through_a_junction(fair: Path) -> None:
    tree = DiskTree(str(fair))
    assert [path for path, _ in walk(tree, "initiatives")] == ["initiatives/xe/index.md"]
    assert dict(tree.files("initiatives/noi")) == {}
    with pytest.raises(UnsafePathError):
        tree.read("initiatives/noi/index.md")
    with pytest.raises(UnsafePathError):
        tree.read("initiatives/xe/anh/may.jpg")


@pytest.mark.skipif(sys.platform == "win32", reason="scandir tells no inode there, by which the tag is given")
def test_a_snapshot_does_not_look_through_a_junction(fair: Path) -> None:
    folders = take((str(fair / "initiatives"),)).folders
    assert sorted(Path(one).name for one in folders) == ["initiatives", "xe"]


def test_what_killed_runs_left_is_not_swept_through_a_junction(fair: Path) -> None:
    (fair / "initiatives" / "xe" / ".sangkien-2.tmp").touch()
    sweep(fair, ["initiatives"])
    assert [path.name for path in (fair / "initiatives").rglob("*.tmp")] == [".sangkien-1.tmp"]


def test_nothing_is_made_through_a_junction(fair: Path, join: Callable[[Path], None]) -> None:
    join(fair / "initiatives")
    with pytest.raises(UserError, match="initiatives is a symbolic link"):
        write_specimen(Settings(str(fair), datetime(2026, 1, 1, tzinfo=UTC), "Hội thi"), "may-moi", "text")


def test_nothing_is_published_through_a_junction(tmp_path: Path, join: Callable[[Path], None]) -> None:
    host = FolderHost(tmp_path / "web", tmp_path / "kept")
    for name in ("index.html", "anh/rieng.jpg"):
        host.put(name, b"text")
    join(tmp_path / "web" / "anh")
    host = FolderHost(tmp_path / "web", tmp_path / "kept")
    assert host.listing() == {"index.html": sha256(b"text")}
    with pytest.raises(UserError, match="anh is a symbolic link"):
        host.put("anh/may.webp", b"text")


def test_a_site_with_a_junction_is_not_published(fair: Path) -> None:
    with pytest.raises(UserError, match="the symbolic link “noi”"):
        local_content(fair / "initiatives", sha256, {})


@pytest.mark.skipif(sys.platform != "win32", reason="junctions are Windows' own")
def test_a_real_junction_is_a_link(tmp_path: Path) -> None:  # pragma: no cover  # on Windows only
    import _winapi  # noqa: PLC0415  # Windows' own

    (tmp_path / "far").mkdir()
    try:
        _winapi.CreateJunction(str(tmp_path / "far"), str(tmp_path / "near"))
    except OSError:
        pytest.skip("Wine 8 makes none")
    assert links.is_link(tmp_path / "near")
    with os.scandir(tmp_path) as entries:
        assert [entry.name for entry in entries if links.is_junction(entry)] == ["near"]
