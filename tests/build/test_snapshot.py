"""A build sees from file stats alone that nothing changed, and never trusts what it should not."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from edited_fair import change
from sangkien.build.home import STAMP, Home
from sangkien.build.snapshot import take, unchanged
from small_events import write_event
from small_fair import NOW, build, make_fair, slug, write_story


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A built fair whose files are a day old, so that the snapshot is trusted."""
    root = make_fair(tmp_path / "fair", stories=3)
    yesterday = (NOW - timedelta(days=1)).timestamp()
    for path in root.rglob("*"):
        os.utime(path, (yesterday, yesterday))
    later = NOW.replace(year=2100)  # after the package's own files, whatever day it is
    build(root, now=later)
    return Home(root, root / "site")


def seen(home: Home, options: str = "", seconds: float = 5.0) -> bool:
    """Whether a build some seconds after that one would find nothing to do."""
    now = NOW.replace(year=2100).timestamp() + seconds
    return unchanged(home.state / "snapshot.json", home.site / STAMP, options, now)[0] is not None


def test_nothing_changed(home: Home) -> None:
    assert seen(home)
    summary = json.loads((home.state / "snapshot.json").read_text("utf-8"))["summary"]
    assert (summary["initiatives"], summary["made"]) == (3, 0)


def test_any_change_is_seen(home: Home) -> None:
    write_story(home.root, 1, summary="Một câu khác.")
    assert not seen(home)


@pytest.mark.parametrize(
    "path", ["mkdocs.yml", "theme/pages/story.html", "theme/words/vi.yml", "content/programme.yml"]
)
def test_a_touched_file_is_seen(home: Home, path: str) -> None:
    os.utime(home.root / path)
    assert not seen(home)


def test_new_and_deleted_files_are_seen(home: Home) -> None:
    (home.root / "content" / "moi.md").write_text("# x", "utf-8")
    assert not seen(home)
    (home.root / "content" / "moi.md").unlink()
    assert seen(home)
    (home.root / "content" / "index.md").unlink()
    assert not seen(home)


def test_other_options_or_another_site_are_seen(home: Home) -> None:
    assert not seen(home, options="None|True")
    (home.site / STAMP).unlink()
    (home.site / STAMP).write_text("something else\n", "ascii")
    assert not seen(home)


def test_a_clock_set_back_is_seen(home: Home) -> None:
    assert not seen(home, seconds=-1.0)


def test_the_end_of_an_embargo_is_seen(tmp_path: Path) -> None:
    root = make_fair(tmp_path / "fair", stories=2)
    path = write_story(root, 0)
    path.write_text(
        path.read_text("utf-8").replace("published: 2022-03-01", "published: 2100-06-02"), "utf-8"
    )
    build(root, now=NOW.replace(year=2100))
    home = Home(root, root / "site")
    assert seen(home)
    assert seen(home, seconds=9 * 3600 - 1)  # 15:00 on the first of June in the fair's zone
    assert not seen(home, seconds=9 * 3600)


def test_what_was_examined_ahead_of_the_clock_is_examined_again(tmp_path: Path) -> None:
    """A machine whose clock was wrong: each embargo's end is due, first an event's, then a story's."""
    root = make_fair(tmp_path / "fair", stories=8)
    change(root / "initiatives" / slug(7) / "index.md", "published: 2022-03-08", "published: 2100-06-03")
    write_event(root, published="published: 2100-06-02")
    home = Home(root, root / "site")
    due = []
    for day in (1, 2):
        assert build(root, now=NOW.replace(year=2101)).errors == 0
        build(root, now=NOW.replace(year=2100, day=day, hour=16))
        due.append(json.loads((home.state / "snapshot.json").read_text("utf-8"))["until"])
    assert due == [NOW.replace(year=2100, day=day, hour=17).timestamp() for day in (1, 2)]


def test_a_file_just_written_is_not_trusted(tmp_path: Path) -> None:
    root = make_fair(tmp_path / "fair", stories=2)
    path = root / "mkdocs.yml"
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    build(root, now=NOW)
    home = Home(root, root / "site")
    file = home.state / "snapshot.json"
    found, taken = unchanged(file, home.site / STAMP, "", NOW.timestamp() + 9)
    assert found is None
    assert taken == take(tuple(json.loads(file.read_text("utf-8"))["paths"]))  # looked at all the same


def test_no_two_site_folders_share_what_is_known_of_them(tmp_path: Path) -> None:
    names = ("a/b", "a-b", "a%2Fb", "a", "../a")
    assert len({Home(tmp_path / "fair", (tmp_path / "fair" / name).resolve()).state for name in names}) == 5
