"""A manifest is one thing however it is written: whole, or as what differs from an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sangkien.build.home import STAMP
from sangkien.build.manifest import (
    Manifest,
    forget_manifests,
    make_whole,
    save_manifest,
    tree_manifest,
)


def manifest(pages: int = 200, **other: str) -> Manifest:
    found = {f"sang-kien/việc-{number}/index.html": f"{number:024x}" for number in range(pages)}
    return found | {f"{name}.html": digest for name, digest in other.items()}


def tree(folder: Path, name: str, manifest_id: str) -> Path:
    (folder / name).mkdir(exist_ok=True)
    (folder / name / STAMP).write_text(f"{manifest_id}\n", "ascii")
    return folder / name


def size(folder: Path, name: str) -> int:
    return (folder / f"manifest-{name}").stat().st_size


@pytest.fixture
def whole(tmp_path: Path) -> str:
    return save_manifest(tmp_path, manifest(index="a"))


def test_what_differs_alone_is_written(tmp_path: Path, whole: str) -> None:
    edited = manifest(index="b", new="c")
    name = save_manifest(tmp_path, edited, whole)
    assert size(tmp_path, name) < size(tmp_path, whole) / 50
    assert tree_manifest(tmp_path, tree(tmp_path, "site", name)) == edited
    assert tree_manifest(tmp_path, tree(tmp_path, "spare", whole)) == manifest(index="a")


def test_the_id_is_of_the_lines_alone(tmp_path: Path, whole: str) -> None:
    edited = manifest(index="b", new="c")
    (tmp_path / "other").mkdir()
    assert save_manifest(tmp_path, edited, whole) == save_manifest(tmp_path / "other", edited)
    assert save_manifest(tmp_path, dict(reversed(edited.items()))) == save_manifest(tmp_path, edited)
    assert len({save_manifest(tmp_path, manifest(index=one)) for one in "abcd"}) == 4


def test_edit_after_edit_rests_on_the_same_base(tmp_path: Path, whole: str) -> None:
    name = whole
    for number in range(6):
        name = save_manifest(tmp_path, manifest(index=f"{number}"), name)
    assert tree_manifest(tmp_path, tree(tmp_path, "site", name)) == manifest(index="5")
    forget_manifests(tmp_path, [tmp_path / "site"])
    assert sorted(path.name for path in tmp_path.glob("manifest-*")) == sorted(
        {f"manifest-{whole}", f"manifest-{name}"}
    )
    assert tree_manifest(tmp_path, tmp_path / "site") == manifest(index="5")
    assert save_manifest(tmp_path, manifest(index="a"), name) == whole
    assert tree_manifest(tmp_path, tree(tmp_path, "site", whole)) == manifest(index="a")


@pytest.mark.parametrize(
    "other", [manifest(199, index="a"), manifest(300, index="a"), manifest(200), {}, {"index.html": "a"}]
)
def test_all_is_written_where_a_path_is_gone_or_much_differs(
    tmp_path: Path, whole: str, other: Manifest
) -> None:
    name = save_manifest(tmp_path, other, whole)
    (tmp_path / f"manifest-{whole}").unlink()
    assert tree_manifest(tmp_path, tree(tmp_path, "site", name)) == other


@pytest.mark.parametrize("kept", [lambda data: b"", lambda data: data[:40], lambda data: bytes(len(data))])
def test_a_manifest_that_is_not_whole_is_none(
    tmp_path: Path, whole: str, kept: Callable[[bytes], bytes]
) -> None:
    """After a power failure: empty, cut, or zeros. Files of a tree that it does not name would stay there."""
    name = save_manifest(tmp_path, manifest(index="b"), whole)
    site, spare = tree(tmp_path, "site", name), tree(tmp_path, "spare", whole)
    for damaged in (name, whole):
        file = tmp_path / f"manifest-{damaged}"
        file.write_bytes(kept(file.read_bytes()))
        assert tree_manifest(tmp_path, site) is None
    assert tree_manifest(tmp_path, spare) is None


def test_what_was_taken_out_leaves_no_name(tmp_path: Path, whole: str) -> None:
    name = save_manifest(tmp_path, manifest(index="b"), whole)
    site = tree(tmp_path, "site", name)
    make_whole(tmp_path, site)
    forget_manifests(tmp_path, [site])
    assert [path.name for path in tmp_path.glob("manifest-*")] == [f"manifest-{name}"]
    assert tree_manifest(tmp_path, site) == manifest(index="b")


@pytest.mark.parametrize("damage", [b"", b"=", b"=../../x\n", b"\xff\xfe", b"a\tb\tc\n"])
def test_a_lost_or_damaged_base_is_no_manifest(tmp_path: Path, whole: str, damage: bytes) -> None:
    name = save_manifest(tmp_path, manifest(index="b"), whole)
    site = tree(tmp_path, "site", name)
    (tmp_path / f"manifest-{name}").write_bytes(damage)
    assert not tree_manifest(tmp_path, site)
    again = save_manifest(tmp_path, manifest(index="b"), name)
    assert (again, tree_manifest(tmp_path, site)) == (name, manifest(index="b"))
    (tmp_path / f"manifest-{whole}").unlink()
    assert not tree_manifest(tmp_path, tree(tmp_path, "spare", whole))
