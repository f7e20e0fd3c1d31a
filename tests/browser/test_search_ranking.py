"""What must come first: fixed queries over the first fair and an invented catalogue, scored and held."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import pytest
import yaml

from search_corpus import corpus, write_index
from searching import answered
from serving import serving
from small_fair import REPOSITORY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
STORIES = 320
RANK = 0.98
"""Mean reciprocal rank that was reached: a change that loses some of it shows here."""
FOUND = "[...document.querySelectorAll('.found a')].map(link => link.href)"


def ranks(page: Page, address: str, queries: list[dict[str, object]]) -> dict[str, float]:
    """Query → 1 / place of the first right answer among people, units, stories as they stand; 0: none."""
    found = {}
    page.goto(address + "tim-kiem/")
    for query in queries:
        page.evaluate(f"history.pushState(null, '', '?q={quote_plus(str(query['q']))}')")
        page.evaluate("dispatchEvent(new PopStateEvent('popstate', {state: null}))")
        answered(page)
        links = [link.removeprefix(address) for link in page.evaluate(FOUND)]
        first: object = query["first"]
        assert isinstance(first, list)
        place = next((n for n, link in enumerate(links, 1) if link.startswith(tuple(first))), None)
        found[str(query["q"])] = 1 / place if place else 0
    return found


@pytest.fixture(scope="module")
def corpus_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search page with the index of an invented catalogue."""
    made = tmp_path_factory.mktemp("corpus")
    for folder in ("assets", "motifs"):
        shutil.copytree(site / folder, made / folder)
    (made / "tim-kiem").mkdir()
    shutil.copy(site / "tim-kiem" / "index.html", made / "tim-kiem")
    write_index(corpus(STORIES), made, REPOSITORY / "theme")
    return made


@pytest.mark.slow
@pytest.mark.browser
def test_what_a_person_means_comes_first(address: str, corpus_site: Path, browser: Browser) -> None:
    page = browser.new_page()
    reached = ranks(page, address, QUERIES["fair"])
    with serving(corpus_site) as other:
        reached |= ranks(page, other, QUERIES["corpus"])
    page.close()
    assert len(reached) >= 60
    worse = {query: rank for query, rank in reached.items() if rank < 1}
    assert sum(reached.values()) / len(reached) >= RANK, worse


@pytest.mark.slow
@pytest.mark.browser
def test_cards_that_come_late_come_once(corpus_site: Path, browser: Browser) -> None:
    """More names are asked for while the other cards are on their way: those stand under the new answer."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    cards = page.locator(".found-cards .card")
    held: list[Route] = []
    with serving(corpus_site) as address:
        page.goto(address + "tim-kiem/")
        page.locator(".ask input").fill("van")
        cards.first.wait_for()

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/index/c-*.js", hold)
        page.wait_for_timeout(1100)
        assert (cards.count(), len(held) > 0) == (3, True)
        page.locator(".found-people button").click()
        page.wait_for_timeout(1100)
        for route in held:
            route.continue_()
        page.locator("[data-search]:not([data-rest])").wait_for()
        page.wait_for_timeout(100)
    assert cards.count() == 10
    context.close()
