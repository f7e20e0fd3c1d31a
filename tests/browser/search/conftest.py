"""A phone on which the search is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

MOVED = """window.moved = []; new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput && entry.value > 0.001) window.moved.push(entry.value, ...entry.sources.map(
        source => (source.node || {}).outerHTML).filter(Boolean).map(text => text.slice(0, 80)))
})).observe({type: "layout-shift", buffered: true})"""
DRAWN = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
    () => setTimeout(() => done(window.moved)))))"""
"""What has moved, once all that was changed is drawn."""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(MOVED)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A phone's page that must not complain of anything, and on which nothing may move."""
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    assert told == []
    moved = page.evaluate(DRAWN)
    assert sum(value for value in moved if not isinstance(value, str)) < 0.02, moved
    page.close()
