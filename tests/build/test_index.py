"""The search's index between builds: mended on what is sound, made anew on anything else."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from edited_fair import edit
from sangkien.search.plan import SearchPlan
from small_fair import build, clean_copy, files, make_fair

EDIT = ("xong sớm hơn nửa buổi", "xong sớm hơn một buổi")
GATHER = SearchPlan.gather


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_fair(tmp_path_factory.mktemp("index") / "fair", stories=4)
    build(root)
    return root


@pytest.fixture(scope="module")
def edited(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a clean build makes of the fair after the edit."""
    return clean_copy(
        built, tmp_path_factory.mktemp("edited") / "fair", prepare=lambda root: edit(root, 3, *EDIT)
    )


def _state(root: Path, name: str) -> Path:
    return root / ".sangkien" / "sites" / "site" / name


def _live(root: Path, name: str) -> Path:
    return root / "site" / "tim-kiem" / "index" / f"{name}.js"


def _damage(file: Path) -> None:
    text = file.read_bytes()
    file.unlink()  # it is a link of the built fair's
    file.write_bytes(text[:-1] + b"x")


def _forget_terms(root: Path) -> None:
    connection = sqlite3.connect(_state(root, "terms.sqlite"))
    with connection:
        connection.execute("DELETE FROM terms WHERE slug='viec-so-003'")
    connection.close()


def _other_site(root: Path) -> None:
    file = _state(root, "index")
    numbers = pickle.loads(file.read_bytes())  # noqa: S301  # this test's own fair
    file.write_bytes(pickle.dumps(("0" * 32, *numbers[1:])))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no numbers": lambda root: _state(root, "index").unlink(),
    "numbers of another site": _other_site,
    "damaged terms": lambda root: _state(root, "terms.sqlite").write_bytes(b"SQLite format 3\0" * 99),
    "terms of one story lost": _forget_terms,
    "a damaged file": lambda root: _damage(_live(root, "w-nua")),
    "a lost file": lambda root: _live(root, "w-nua").unlink(),
    "another lost file": lambda root: (
        _live(root, "w-tay").unlink(),
        shutil.rmtree(_state(root, "spare"), True),
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_indexed_anew(
    fair: Path, edited: dict[str, bytes], damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    DAMAGES[damage](fair)
    edit(fair, 3, *EDIT)
    gathered: list[int] = []
    monkeypatch.setattr(SearchPlan, "gather", lambda *of: gathered.append(1) or GATHER(*of))
    assert build(fair).errors == 0
    assert gathered
    assert files(fair / "site") == edited


def test_the_mended_index_is_mended_again(
    fair: Path, edited: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three edits in turn, through both trees, and no story's words are gathered but its own."""
    monkeypatch.delattr(SearchPlan, "gather")
    edit(fair, 2, *EDIT)
    build(fair)
    edit(fair, 3, *EDIT)
    build(fair)
    edit(fair, 2, *reversed(EDIT))
    build(fair)
    assert files(fair / "site") == edited
