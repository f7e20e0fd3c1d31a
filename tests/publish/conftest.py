"""Four versions of a small site, built once: as it was, edited, with a new face, after withdrawals."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edited_fair import change, edit
from publishing import Version, Versions
from sangkien.build.examine import survey
from sangkien.build.home import STAMP, Home
from sangkien.build.inputs import watched
from sangkien.build.snapshot import take
from sangkien.catalogue.public import public_catalogue
from sangkien.publish.allowed import past_of
from sangkien.publish.past import Past
from small_fair import build, files, make_fair, settings_of, write_story


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    root = make_fair(tmp_path_factory.mktemp("phát hành") / "fair", stories=4)
    first = _site(root)
    edit(root, 2, "Ca nào cũng", "Hôm nào cũng")
    write_story(root, 4)
    shutil.rmtree(root / "initiatives" / "viec-so-001")
    edited = _site(root)
    edit(root, 2, "Hôm nào cũng", "Ca nào cũng")
    shutil.rmtree(root / "initiatives" / "viec-so-004")
    write_story(root, 1)
    sheet = root / "theme" / "assets" / "stylesheets" / "parts.css"
    sheet.write_text(sheet.read_text("utf-8") + "\nbody { line-height: 2; }\n", "utf-8")
    change(root / "theme" / "words" / "vi.yml", '"nav.skip": "', '"nav.skip": "Mới: ')
    faced = _site(root)
    edit(root, 2, "consent: 2022-01-02", "consent: {withdrawn: 2023-06-01}")
    edit(root, 0, "status: published", "status: withdrawn")
    withdrawn = _site(root)
    return Versions(first, edited, faced, withdrawn, past(root), root)


def _site(root: Path) -> Version:
    assert build(root).errors == 0
    return {path: data for path, data in files(root / "site").items() if path != STAMP}


def past(root: Path, withdrawn: frozenset[str] = frozenset()) -> Past:
    """What may not come back, as a fair's sources say it."""
    settings = settings_of(root)
    home = Home(root, root / "site")
    checked = survey(home, settings, take(watched(settings)), 1, False, lambda count: None).checked
    return past_of(checked, public_catalogue(checked.catalogue, ()), home.site, withdrawn)
