"""The repository's own fair, built once for all tests of its pages, and served under a strict policy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from edited_fair import change
from serving import serving
from shared import made_once
from small_fair import REPOSITORY, build

LATER = datetime(2030, 1, 1, tzinfo=UTC)
"""Nothing of the fair is under an embargo then."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's fair, built elsewhere, at an address that none of its invented links has."""
    return made_once(tmp_path_factory, "hội thi", _build_fair) / "site"


def _build_fair(root: Path) -> None:
    for name in ("content", "initiatives", "theme"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    change(root / "mkdocs.yml", "site_url: https://example.org/", "site_url: https://hoithi.test/")
    assert build(root, now=LATER, jobs=2).errors == 0


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found
