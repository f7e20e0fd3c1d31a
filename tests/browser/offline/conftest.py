"""A fair that is hosted, and a phone that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edited_fair import change
from offline_phone import Host, hosted
from small_fair import build, make_fair

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_fair(tmp_path_factory.mktemp("offline") / "fair", stories=5)
    change(root / "mkdocs.yml", "font: false", "font: false\n  logo: assets/logo.svg")
    assert build(root).errors == 0
    return root


@pytest.fixture
def host(fair: Path) -> Iterator[tuple[Host, str]]:
    with hosted(fair / "site") as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of its own: what it keeps goes with it."""
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    made = context.new_page()
    told: list[str] = []
    made.on("pageerror", lambda error: told.append(str(error)))
    made.on("console", lambda line: told.append(line.text) if "Content Security" in line.text else None)
    yield made
    assert told == []
