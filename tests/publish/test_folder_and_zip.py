"""A folder and a zip as hosts, on a real disk."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from publishing import CutError, CutHost, Versions, content_of, sent_to
from sangkien.diagnostics import UserError
from sangkien.publish.folder import FolderHost
from sangkien.publish.host import RECORD, HostError
from sangkien.publish.kept import go_back
from sangkien.publish.past import Past
from sangkien.publish.zipped import ZipHost
from small_fair import files


@pytest.fixture
def folder(tmp_path: Path) -> FolderHost:
    return FolderHost(tmp_path / "trang web", tmp_path / "kept")


def served(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(root).items() if path != RECORD}


def test_a_folder_holds_the_site_and_nothing_of_earlier_releases(
    folder: FolderHost, versions: Versions
) -> None:
    sent_to(folder, versions.first)
    sent_to(folder, versions.edited, at=1)
    assert served(folder.root) == versions.edited
    assert [path for path in folder.root.rglob("*") if path.is_dir() and not any(path.iterdir())] == []
    back = go_back(folder, folder.listing(), content_of(versions.edited, folder.tag), Past(), 1)
    sent_to(folder, back.content, at=2)
    assert served(folder.root).keys() == versions.edited.keys()


def test_a_cut_folder_is_finished_and_half_a_file_goes(folder: FolderHost, versions: Versions) -> None:
    sent_to(folder, versions.first)
    with pytest.raises(CutError):
        sent_to(CutHost(folder, 70), versions.edited, at=1)
    (folder.root / "sang-kien" / "index.html.sangkien-new").write_bytes(b"half")
    sent_to(folder, versions.edited, at=1)
    assert served(folder.root) == versions.edited


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path, versions: Versions) -> None:
    (tmp_path / "tep").write_text("no folder", "utf-8")
    with pytest.raises(HostError, match=r"was not finished: .*exists"):
        sent_to(FolderHost(tmp_path / "tep", tmp_path / "kept"), versions.first)


def test_a_file_that_somebody_has_open_is_named(
    folder: FolderHost, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(one: Path, other: Path) -> Path:
        raise PermissionError(13, "Access is denied", str(one), None, str(other))

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(HostError, match=rf"Access is denied \([^)]*{RECORD}\)"):
        sent_to(folder, versions.first)


def test_a_link_in_a_folder_is_not_followed(folder: FolderHost, versions: Versions, tmp_path: Path) -> None:
    sent_to(folder, versions.first)
    (tmp_path / "other").write_bytes(b"theirs")
    place = folder.root / "index.html"
    place.unlink()
    place.symlink_to(tmp_path / "other")
    sent_to(folder, versions.first)
    assert served(folder.root) == versions.first
    assert (tmp_path / "other").read_bytes() == b"theirs"


def test_nothing_is_written_through_a_linked_folder(
    folder: FolderHost, versions: Versions, tmp_path: Path
) -> None:
    (tmp_path / "initiatives").mkdir()
    folder.root.mkdir()
    (folder.root / "sang-kien").symlink_to(tmp_path / "initiatives", target_is_directory=True)
    with pytest.raises(UserError, match="sang-kien is a symbolic link"):
        sent_to(folder, versions.first)
    assert list((tmp_path / "initiatives").iterdir()) == []
    (folder.root / "sang-kien").unlink()
    folder = FolderHost(folder.root, folder.kept)
    sent_to(folder, versions.first)
    assert served(folder.root) == versions.first


def unpacked(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist() if name != RECORD}


def test_a_zip_holds_the_site_the_same_bytes_each_time(tmp_path: Path, versions: Versions) -> None:
    for name in ("a.zip", "b.zip"):
        sent_to(ZipHost(tmp_path / name), versions.first)
    assert unpacked(tmp_path / "a.zip") == versions.first
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    sent_to(ZipHost(tmp_path / "a.zip"), versions.edited)
    assert unpacked(tmp_path / "a.zip") == versions.edited


def test_a_zip_that_is_cut_leaves_the_old_one(tmp_path: Path, versions: Versions) -> None:
    file = tmp_path / "trang.zip"
    sent_to(ZipHost(file), versions.first)
    before = file.read_bytes()
    with pytest.raises(CutError):
        sent_to(CutHost(ZipHost(file), 90), versions.edited)
    assert (file.read_bytes(), [path.name for path in tmp_path.iterdir()]) == (before, ["trang.zip"])


@pytest.mark.parametrize("data", [b"no zip", b"PK\x05\x06" + bytes(18)], ids=["no zip", "an empty zip"])
def test_a_zip_of_somebody_is_not_replaced(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "bao-cao.zip"
    file.write_bytes(data)
    with pytest.raises(UserError, match="not made by this tool"):
        ZipHost(file)
    assert file.read_bytes() == data
