"""Hostile folders: nothing raises but UserError, nothing from outside is read (design, section 7)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET  # our own output, without entities

import pytest

from breaks import BREAKS, folder_named
from sangkien.check.fair import check_fair
from sangkien.source.tree import DiskTree
from small_fair import build, files, make_fair, photo, settings_of, slug, write_story

NAMES = {
    "spaces": b"viec so hai",
    "dots": b"...",
    "newline": b"viec\nso",
    "not UTF-8": b"viec-\xe9",
    "quote": b"viec\"'<script>",
    "reserved": b"trang",
    "device": b"con",
    "Vietnamese": "việc-số".encode(),
    "hidden": b".viec",
    "long": b"a" * 200,
    "backslash": b"..\\..\\x",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two stories are built, the third has come since."""
    root = make_fair(tmp_path_factory.mktemp("hostile") / "fair", stories=2)
    build(root)
    write_story(root, 2)
    return root


@pytest.mark.slow
@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_story_is_a_finding_and_never_a_traceback(fair: Path, name: str) -> None:
    change, published = BREAKS[name]
    folder = fair / "initiatives" / slug(2)
    change(fair, folder)
    checked = check_fair(DiskTree(str(fair)), settings_of(fair))
    errors = [item for item in checked.diagnostics if item.severity == 2]
    assert bool(errors) is not published, errors
    assert all(
        item.span.line >= 1 and item.message.vi and item.message.en and item.help.vi for item in errors
    )
    outcome = build(fair, keep_going=True)
    assert outcome.summary is not None
    assert outcome.summary.initiatives == 2 + published
    assert (fair / "site" / "sang-kien" / slug(2)).exists() is published
    assert not [path for path, data in files(fair / "site").items() if b"BIMAT" in data]
    for path in ("feed.xml", "sitemap.xml"):
        ET.fromstring((fair / "site" / path).read_bytes())  # noqa: S314  # our own output


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_oddly_named_is_a_finding(fair: Path, name: str) -> None:
    folder_named(NAMES[name])(fair, fair / "initiatives" / slug(2))
    for file in (fair / "initiatives").rglob("*"):
        os.utime(file, (1_600_000_000, 1_600_000_000))  # old enough for the cache
    build(fair, keep_going=True)
    outcome = build(fair, keep_going=True)
    assert outcome.summary is not None
    assert outcome.summary.initiatives == 3
    own = [path for path in files(fair / "site") if path.startswith("sang-kien/") and path.count("/") > 1]
    assert {path.split("/")[1] for path in own} == {slug(0), slug(1), slug(2)}
    assert (outcome.errors > 0) is not NAMES[name].startswith(b".")


def test_nothing_outside_the_fair_is_read(fair: Path) -> None:
    outside = fair.parent / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("---\ntitle: BIMAT\n---\nBIMAT\n", "utf-8")
    (outside / "a.svg").write_text("<svg>BIMAT</svg>", "utf-8")
    (outside / "may.jpg").write_bytes(photo("#010203"))
    shutil.copytree(fair / "initiatives" / slug(2), outside / "story")
    (fair / "content" / "a.md").symlink_to(outside / "a.md")
    (fair / "content" / "a.svg").symlink_to(outside / "a.svg")
    (fair / "content" / "folder").symlink_to(outside)
    (fair / "theme" / "assets" / "b.svg").symlink_to(outside / "a.svg")
    (fair / "initiatives" / "lien-ket").symlink_to(outside / "story")
    (fair / "initiatives" / slug(0) / "may.jpg").unlink()
    (fair / "initiatives" / slug(0) / "may.jpg").symlink_to(outside / "may.jpg")
    shutil.rmtree(fair / "site")
    outcome = build(fair, keep_going=True, clean=True)
    assert {item.code for item in outcome.diagnostics if item.severity == 2} == {"IMG001"}
    assert [
        path for path, data in files(fair / "site").items() if b"BIMAT" in data or "lien-ket" in path
    ] == []
    assert not (fair / "site" / "sang-kien" / slug(0)).exists()
