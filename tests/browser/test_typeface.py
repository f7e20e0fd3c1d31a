"""A typeface that comes late moves nothing; the next page has it, and the first where it is near."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from serving import Handler, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
LATE = 1.5
TRIES = 5
"""A busy machine misses the tenth of a second that the page waits for its typeface."""
SIZES = ((360, 740), (768, 1024), (1440, 900))
PAGES = (
    "",
    "sang-kien/xe-day-hang-co-phanh-chan/",
    "tac-gia/nguyen-van-mau/",
    "huong-dan/",
    "huong-dan/tham-gia/",
)
MOVED = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value }))
  .observe({type: "layout-shift", buffered: true});
"""
COME = """async () => {
  const own = [...document.fonts].filter(face => /^"?Be Vietnam Pro"?$/.test(face.family));
  await Promise.all(own.map(face => face.load()));
  await new Promise(done => setTimeout(done, 150));
  return [own.length, window.moved];
}"""
"""How many files of the typeface have come in the end, and how far the page has moved by then."""


class Late(Handler):
    """The typeface comes long after the page."""

    def do_GET(self) -> None:  # noqa: N802  # http.server calls it by this name
        """Any file, the typeface's not at once."""
        if self.path.endswith(".woff2"):
            time.sleep(LATE)
        super().do_GET()


@pytest.fixture(scope="module")
def late(site: Path) -> Iterator[str]:
    with serving(site, Late) as found:
        yield found


def shown(page: Page, selector: str) -> set[str]:
    """The families that its letters are set in, as the browser painted them."""
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    node = tools.send("DOM.querySelector", {"nodeId": root, "selector": selector})
    return {font["familyName"] for font in tools.send("CSS.getPlatformFontsForNode", node)["fonts"]}


def families_of_a_story(page: Page, address: str) -> set[str]:
    """In which families a story stands."""
    page.goto(address + PAGES[1])
    return shown(page, "h1") | shown(page, ".prose p")


def test_a_late_typeface_moves_nothing(browser: Browser, late: str) -> None:
    """All pages at once: each waits for a typeface of its own."""
    opened = {}
    contexts = [
        browser.new_context(viewport={"width": width, "height": height}, service_workers="block")
        for width, height in SIZES
    ]
    for context, size in zip(contexts, SIZES, strict=True):
        context.add_init_script(MOVED)
        for url in PAGES:
            page = context.new_page()
            context.new_cdp_session(page).send("Network.enable")
            context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
            page.goto(late + url, wait_until="commit")
            opened[size, url] = page
    found = {place: page.evaluate(COME) for place, page in opened.items()}
    for context in contexts:
        context.close()
    assert {files for files, _ in found.values()} == {2}
    assert {place: moved for place, (_, moved) in found.items() if moved > 0.02} == {}


def test_the_next_page_has_it(browser: Browser, late: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(late)
    assert "Be Vietnam Pro" not in shown(page, "h1")
    page.evaluate(COME)
    tries = (families_of_a_story(page, late) for _ in range(TRIES))
    assert {"Be Vietnam Pro"} in tries
    context.close()


def test_the_first_page_has_it_where_it_is_near(browser: Browser, address: str) -> None:
    """Asked for in the head: without that it is never there in time. Each try is on a browser without it."""
    for _ in range(TRIES):
        with browser.new_context(service_workers="block") as context:
            families = families_of_a_story(context.new_page(), address)
        if families == {"Be Vietnam Pro"}:
            return
    pytest.fail(f"set in {families}")
