"""What a build remembers of its plan, whole or as what an edit made otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sangkien.build.memo import EDITS, NAME, Memo, load_memo, save_memo


def memo(manifest: str, stories: int = 100, edited: str = "") -> Memo:
    keys = {f"story/s-{n}": (f"print {n}", [f"sang-kien/s-{n}/index.html"]) for n in range(stories)}
    digests = {f"s-{n}": f"digest {n}" for n in range(stories)}
    if edited:
        keys["story/s-3"] = (edited, ["sang-kien/s-3/index.html", "sang-kien/s-3/index.json"])
        digests["s-3"] = edited
    return Memo(manifest, "shared", "rolls", digests, keys)


def values(found: Memo) -> Memo:
    return replace(found, base="", edited=frozenset())


@pytest.fixture
def first(tmp_path: Path) -> Memo:
    save_memo(tmp_path, memo("1"), Memo())
    return load_memo(tmp_path, "1")


def test_an_edit_stands_beside_the_whole_one(tmp_path: Path, first: Memo) -> None:
    whole = (tmp_path / NAME).read_bytes()
    save_memo(tmp_path, memo("2", edited="new"), first)
    assert (tmp_path / NAME).read_bytes() == whole
    assert len((tmp_path / EDITS).read_bytes()) < len(whole) / 10
    assert values(load_memo(tmp_path, "2")) == memo("2", edited="new")
    assert values(load_memo(tmp_path, "1")) == memo("1")  # the site that is there if this build was killed


def test_edit_after_edit_and_back(tmp_path: Path, first: Memo) -> None:
    found = first
    for number, edited in enumerate(("new", "newer", ""), 2):
        save_memo(tmp_path, memo(f"{number}", edited=edited), found)
        found = load_memo(tmp_path, f"{number}")
        assert values(found) == memo(f"{number}", edited=edited)
    assert values(load_memo(tmp_path, "3")) == Memo()  # of a site that is gone


def test_all_is_written_where_a_key_came_or_went_or_much_differs(tmp_path: Path, first: Memo) -> None:
    save_memo(tmp_path, memo("2", edited="new"), first)
    found = load_memo(tmp_path, "2")
    others = replace(memo("3"), keys={full: ("other", []) for full in memo("3").keys})
    for other in (memo("3", stories=99), memo("3", stories=101), others):
        save_memo(tmp_path, other, found)
        assert not (tmp_path / EDITS).exists()
        assert values(load_memo(tmp_path, "3")) == other
        save_memo(tmp_path, memo("2", edited="new"), load_memo(tmp_path, "3"))
        found = load_memo(tmp_path, "2")


def test_all_is_written_where_a_story_moved(tmp_path: Path, first: Memo) -> None:
    moved = replace(memo("2"), digests=dict(reversed(memo("2").digests.items())))
    save_memo(tmp_path, moved, first)
    assert list(load_memo(tmp_path, "2").digests) == list(moved.digests)


def test_edits_of_another_whole_memo_are_not_taken(tmp_path: Path, first: Memo) -> None:
    save_memo(tmp_path, memo("2", edited="new"), first)
    edits = (tmp_path / EDITS).read_bytes()
    save_memo(tmp_path, memo("5"), Memo())
    (tmp_path / EDITS).write_bytes(edits)
    assert load_memo(tmp_path, "2") == Memo()
    (tmp_path / EDITS).write_bytes(b"\xff")
    assert load_memo(tmp_path, "2") == Memo()
    assert values(load_memo(tmp_path, "5")) == memo("5")
