"""One preview for the tests that change nothing, one for each that does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from running_preview import Running, running
from small_events import write_event
from small_fair import build, make_fair, slug, write_story


def prepared(root: Path) -> Path:
    """A small fair that has been built once: a draft, an embargo, a former address, an event."""
    make_fair(root)
    write_event(root)
    draft = write_story(root, 20, title="Nháp của tổ")
    draft.write_text(draft.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    later = write_story(root, 21, title="Hẹn ngày đăng")
    later.write_text(
        later.read_text("utf-8").replace("published: 2022-03-22", "published: 2027-01-01"), "utf-8"
    )
    write_story(root, 5, more="aliases: [viec-cu]\n")
    build(root)
    return root


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(tmp_path_factory.mktemp("xem thử") / "fair")


@pytest.fixture(scope="session")
def still(base: Path) -> Iterator[Running]:
    with running(base) as preview:
        yield preview


@pytest.fixture
def live(base: Path, tmp_path: Path) -> Iterator[Running]:
    root = tmp_path / "fair"
    shutil.copytree(base, root)
    with running(root) as preview:
        yield preview


@pytest.fixture
def story() -> str:
    return f"initiatives/{slug(3)}/index.md"
