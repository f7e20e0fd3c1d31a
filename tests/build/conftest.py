"""A built fair for the tests of a module, and a copy of it for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from edited_fair import edit
from small_events import BANNERS, write_event
from small_fair import build, copied, make_fair, photo


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four stories; the author of story 2 has a file of their own, with a portrait."""
    root = make_fair(tmp_path_factory.mktemp("outcomes") / "fair", stories=4)
    people = root / "content" / "people"
    people.mkdir()
    (people / "pham-vi-du.jpg").write_bytes(photo("#884422"))
    (people / "pham-vi-du.md").write_text(
        "---\nname: Phạm Ví Dụ\nportrait: pham-vi-du.jpg\nportrait_alt: Chân dung\n---\n\nThợ hàn.\n", "utf-8"
    )
    edit(root, 2, "    role: Thợ", "    person: pham-vi-du\n    role: Thợ")
    assert build(root).errors == 0
    return root


@pytest.fixture(scope="session")
def event_fair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fair with one event and announcements, built twice, so that both trees stand."""
    root = make_fair(tmp_path_factory.mktemp("hội") / "fair", stories=8)
    build(root)
    write_event(root)
    (root / "content" / "banners.yml").write_text(BANNERS, "utf-8")
    assert build(root).errors == 0
    return root


@pytest.fixture
def fair(built: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of what the module calls ``built``, to be changed and built again."""
    root = copied(built, tmp_path / "fair")
    yield root
    shutil.rmtree(root)
