"""What is kept between builds for speed: used where it holds, and as good as absent where it is damaged."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from small_fair import build, clean_copy, files, make_fair, slug, write_story

MARK = "Câu này chỉ có trong bản lưu."
PAGE = f"sang-kien/{slug(3)}/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_fair(tmp_path_factory.mktemp("kept") / "fair")
    build(root)
    return root


def mark_shelf(root: Path) -> None:
    """Write into every kept story what no source holds."""
    with closing(sqlite3.connect(root / ".sangkien" / "stories.sqlite")) as connection, connection:
        connection.execute("UPDATE stories SET html = html || ?", (f"<p>{MARK}</p>",))


def new_theme(root: Path) -> None:
    """A change that makes every story's page anew."""
    template = root / "theme" / "pages" / "story.html"
    template.write_text(template.read_text("utf-8") + "<!-- khác -->\n", "utf-8")


def test_a_new_theme_takes_the_stories_from_the_shelf(fair: Path) -> None:
    mark_shelf(fair)
    new_theme(fair)
    build(fair)
    marked = {path for path, data in files(fair / "site").items() if MARK.encode() in data}
    assert {name for name in marked if name.endswith(".html")} == {
        f"sang-kien/{slug(number)}/index.html" for number in range(14)
    }


def test_an_edit_takes_the_other_rows_of_the_catalogue_from_the_last_site(fair: Path) -> None:
    for name in ("du-lieu/sang-kien.json", "du-lieu/sang-kien.csv"):
        place = fair / "site" / name
        text = place.read_bytes()
        place.unlink()  # it is a link of the built fair's
        place.write_bytes(text.replace(b"co-khi", MARK.encode()))
    write_story(fair, 3, summary="Xong sớm hơn một buổi.")
    build(fair)
    for name in ("du-lieu/sang-kien.json", "du-lieu/sang-kien.csv"):
        text = (fair / "site" / name).read_text("utf-8")
        assert "Xong sớm hơn một buổi." in text
        assert MARK in text


def test_an_edited_story_is_rendered_anew_and_alone(fair: Path) -> None:
    mark_shelf(fair)
    story = write_story(fair, 3)
    story.write_text(story.read_text("utf-8") + "\nThêm một dòng.\n", "utf-8")
    new_theme(fair)
    build(fair)
    page = (fair / "site" / PAGE).read_text("utf-8")
    assert "Thêm một dòng." in page
    assert MARK not in page
    assert MARK in (fair / "site" / f"sang-kien/{slug(4)}/index.html").read_text("utf-8")


def test_a_clean_build_takes_nothing_that_is_kept(fair: Path) -> None:
    expected = files(fair / "site")
    mark_shelf(fair)
    pictures = [path for path in (fair / ".sangkien" / "pictures").rglob("*.*") if path.is_file()]
    for one, other in pairwise([*pictures, pictures[0]]):
        other.write_bytes(one.read_bytes())
    build(fair, clean=True)
    assert files(fair / "site") == expected


def test_a_story_that_is_gone_leaves_the_shelf(fair: Path) -> None:
    path = write_story(fair, 3)
    path.write_text(path.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    new_theme(fair)
    story = write_story(fair, 4)
    story.write_text(story.read_text("utf-8") + "\nThêm một dòng.\n", "utf-8")
    build(fair)
    with closing(sqlite3.connect(fair / ".sangkien" / "stories.sqlite")) as connection:
        kept = {name for (name,) in connection.execute("SELECT slug FROM stories")}
    assert kept == {slug(number) for number in range(14) if number != 3}  # the draft


def scrawl(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)


def _templates(root: Path) -> None:
    for path in (root / ".sangkien" / "templates").rglob("*.cache"):
        path.write_bytes(path.read_bytes()[:40] + b"\xff\x00")


def _pictures(root: Path) -> None:
    for path in (root / ".sangkien" / "pictures").rglob("*.*"):
        path.write_bytes(b"")


def _chrome(root: Path, damage: Callable[[Path], object]) -> None:
    damage(next((root / ".sangkien" / "chrome").rglob("404.html")))


DAMAGE: dict[str, Callable[[Path], None]] = {
    "shelf": lambda root: scrawl(root / ".sangkien" / "stories.sqlite"),
    "cache": lambda root: scrawl(root / ".sangkien" / "cache.sqlite"),
    "memo": lambda root: scrawl(root / ".sangkien" / "sites" / "site" / "memo"),
    "memo's edits": lambda root: scrawl(root / ".sangkien" / "sites" / "site" / "memo-edits"),
    "templates": _templates,
    "pictures": _pictures,
    "chrome, cut": lambda root: _chrome(root, lambda path: path.write_bytes(path.read_bytes()[:9])),
    "chrome, lost": lambda root: _chrome(root, Path.unlink),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_what_is_damaged_is_made_again(fair: Path, tmp_path: Path, what: str) -> None:
    DAMAGE[what](fair)
    new_theme(fair)
    build(fair)
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which files are open")
def test_no_file_stays_open_after_a_build(tmp_path: Path) -> None:
    """`serve` builds again and again, and Windows neither deletes nor replaces a file that is open."""
    root = make_fair(tmp_path / "fair", stories=3)
    build(root)
    story = root / "initiatives" / slug(0) / "index.md"
    story.write_text(story.read_text("utf-8") + "\nThêm một dòng.\n", "utf-8")
    build(root)
    opened = [str(path.readlink()) for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    assert [path for path in opened if str(root) in path] == []
