"""After ``sangkien withdraw`` and its build nothing of ours but the source holds what was withdrawn."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from canary import Canary, tell, tell_person, traces
from edited_fair import UNKNOWN_PLACE, edit
from sangkien.build.request import Request
from sangkien.build.site import build_site
from sangkien.cli.withdraw import withdraw
from sangkien.intake.origins import Known, write_origins
from small_fair import Silent, build, clean_copy, copied, files, make_fair, photo, settings_of

CANARY = Canary("Xắngkọt Vơnglạp")
PERSON = Canary("Ngờmbẹt Quạtlõm", "8242820111")
LATER = datetime(2031, 6, 1, 8, tzinfo=UTC)
"""Long after the files were written: only then does a build keep what it examined."""
OTHER = Path("thu") / "site"
"""A second site of the same fair, within its folder."""


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fair whose spare tree, caches and second site have the canary."""
    root = make_fair(tmp_path_factory.mktemp("quên") / "fair", stories=4)
    tell(root, CANARY)
    add_person(root)
    build(root, now=LATER)
    edit(root, 1, "summary: ", "summary: Nay ")
    build_site(Request(settings_of(root, LATER), root / OTHER), Silent())
    shutil.rmtree(root / OTHER.parts[0])
    assert build(root, now=LATER).errors == 0
    key = f"title:viec {CANARY.word} ten"
    write_origins(str(root), [Known("viec-khac", (key,), (f"{CANARY.word}.docx", "", 2), {})])
    return root


def add_person(root: Path) -> None:
    """Story 3 is by somebody with a portrait."""
    edit(root, 3, "name: Lê Thị Giả Định", f"name: Phan {PERSON.word}")
    edit(root, 3, "    role: Thợ\n", f"    role: Thợ\n    person: {PERSON.key}\n")
    tell_person(root, PERSON, f"Phan {PERSON.word}")
    (root / "content" / "people" / f"{PERSON.key}.jpg").write_bytes(photo("#113355"))


@pytest.fixture
def fair(twice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    root = copied(twice, tmp_path / "fair")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SANGKIEN_NOW", LATER.isoformat())
    yield root
    shutil.rmtree(root)


def kept(root: Path) -> dict[str, bytes]:
    """All files but the sources."""
    return {
        path: data for path, data in files(root).items() if not path.startswith(("initiatives/", "content/"))
    }


def pictures(root: Path) -> set[str]:
    """Pictures kept or published, by the photo they are of."""
    names = (path.rpartition("/")[2] for path in kept(root) if path.endswith((".webp", "-print.jpg")))
    return {name.partition("-")[0] for name in names}


def run(wanted: str, *more: str) -> None:
    result = CliRunner().invoke(withdraw, [wanted, *more])
    assert result.exception is None or isinstance(result.exception, SystemExit)


def places(root: Path, canary: Canary) -> set[str]:
    return {"spare" if "/spare/" in path else path.split("/")[-1] for path in traces(kept(root), [canary])}


def test_nothing_but_the_source_of_a_story_has_its_words_or_photos(fair: Path, tmp_path: Path) -> None:
    assert {"spare", "cache.sqlite", "stories.sqlite", "terms.sqlite", "origins.json"} <= places(fair, CANARY)
    assert any(path.startswith(".sangkien/sites/thu%2Fsite/") for path in traces(kept(fair), [CANARY]))
    before = pictures(fair)
    run(CANARY.slug)
    assert traces(kept(fair), [CANARY]) == []
    assert len(before - pictures(fair)) == 2
    assert len(before & pictures(fair)) == 2  # of a story and a person that stay
    assert not (fair / ".sangkien" / "forget").exists()
    edit(fair, 1, "summary: Nay ", "summary: Giờ ")
    build(fair, now=LATER)
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean", now=LATER)


def test_nothing_but_the_sources_has_a_person(fair: Path) -> None:
    assert {"spare", "cache.sqlite"} <= places(fair, PERSON)
    before = pictures(fair)
    run(PERSON.key)
    assert traces(kept(fair), [PERSON]) == []
    assert len(before - pictures(fair)) == 1


def test_the_next_build_forgets_where_none_followed(fair: Path) -> None:
    run(CANARY.slug, "--no-build")
    assert "spare" in places(fair, CANARY)
    build(fair, now=LATER)
    assert traces(kept(fair), [CANARY]) == []


def test_a_build_that_is_refused_for_other_errors_forgets_too(fair: Path) -> None:
    edit(fair, 0, *UNKNOWN_PLACE)
    run(CANARY.slug)
    assert traces(kept(fair), [CANARY]) == []


def test_what_another_program_holds_is_left_to_the_next_build(
    fair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def held(self: Path, missing_ok: bool = False) -> None:
        if "pictures" in self.parts:
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        before = pictures(fair)
        run(CANARY.slug)
    assert ((fair / ".sangkien" / "forget").exists(), pictures(fair)) == (True, before)
    assert not list(fair.glob(".sangkien/sites/site/snapshot.json"))  # or the next would find nothing to do
    build(fair, now=LATER)
    assert len(before - pictures(fair)) == 2
    assert traces(kept(fair), [CANARY]) == []


def test_what_left_a_source_leaves_no_bytes_in_the_caches(fair: Path) -> None:
    """Without any command: SQLite would keep them in its free pages."""
    edit(fair, 2, "summary: ", "summary: Blaxkwimp ")
    build(fair, now=LATER)
    edit(fair, 2, "summary: Blaxkwimp ", "summary: ")
    build(fair, now=LATER)
    assert [path for path, data in kept(fair).items() if b"Blaxkwimp" in data and "/spare/" not in path] == []
