"""The repository's own fair, built once for all tests of its pages, and served under a strict policy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from edited_fair import change
from page_kinds import TOMBSTONE
from sangkien.preview.state import survey_fair
from sangkien.publish.parcel import write_parcel
from sangkien.publish.partner import Partner, partner_files
from sangkien.source.withdrawals import digest_of_url
from serving import serving
from shared import made_once
from small_fair import REPOSITORY, build, settings_of

LATER = datetime(2030, 1, 1, tzinfo=UTC)
"""Nothing of the fair is under an embargo then."""
PREVIEWED = "sao-go-dieu-khong-cat-dien"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's fair, built elsewhere, at an address that none of its invented links has.

    A story that it never had is on record as taken back: its address has a tombstone.
    """
    return made_once(tmp_path_factory, "hội thi", _build_fair) / "site"


def _build_fair(root: Path) -> None:
    for name in ("content", "initiatives", "theme"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    change(root / "mkdocs.yml", "site_url: https://example.org/", "site_url: https://hoithi.test/")
    gone = f"- {{date: 2026-06-01, kind: story, digest: {digest_of_url(TOMBSTONE)}}}\n"
    (root / "content" / "published.yml").write_text(f"{TOMBSTONE}:\n", "utf-8")
    (root / "content" / "withdrawals.yml").write_text(gone, "utf-8")
    assert build(root, now=LATER, jobs=2).errors == 0


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


@pytest.fixture(scope="session")
def preview(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story's preview for a newspaper: a folder to be opened from a disk."""

    def make(folder: Path) -> None:
        state = survey_fair(lambda: settings_of(site.parent, LATER), 1)
        partner = Partner("Báo Ví Dụ", LATER + timedelta(days=1))
        write_parcel(partner_files(state, PREVIEWED, partner), folder, PREVIEWED)

    return made_once(tmp_path_factory, "preview", make)
