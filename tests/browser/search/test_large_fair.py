"""Hundreds of units and of namesakes, in a fair so large that no file says which story has which unit."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sangkien.search import facets
from search_corpus import corpus, write_index
from searching import answered, choose, typed
from serving import serving
from small_fair import REPOSITORY

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PEOPLE = ("Nguyễn Văn Mã", "Nguyễn Văn Mẫu", "Nguyễn Văn Mận")
CATALOGUE = corpus(600, branches=(" Một", " Hai", " Ba"), people=PEOPLE)
SEEN = """() => {
  const list = document.querySelector('[data-facet=unit] ul').getBoundingClientRect();
  return [...document.querySelectorAll('[data-facet=unit] li:not([hidden])')].filter(line => {
    const {top, bottom} = line.getBoundingClientRect();
    return bottom > list.top && top < list.bottom;
  }).map(line => [line.querySelector('input').value, line.querySelector('small').textContent]);
}"""
HEIGHTS = """() => [...document.querySelectorAll('[data-facet=unit] li')].slice(0, 8)
    .map(line => line.offsetHeight)"""
BOTTOM = """() => {
  const list = document.querySelector('[data-facet=unit] ul');
  list.scrollTop = list.scrollHeight;
}"""


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address; what counts as a large column is made small on both sides."""
    made = tmp_path_factory.mktemp("units")
    for folder in ("assets", "motifs"):
        shutil.copytree(site / folder, made / folder, copy_function=shutil.copy)
    (made / "tim-kiem").mkdir()
    shutil.copy(site / "tim-kiem" / "index.html", made / "tim-kiem")
    (made / "sw.js").touch()  # the page asks for one
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facets, "MOST_COLUMN", 100)
        patch.setattr(facets, "TOGETHER", 100)
        write_index(CATALOGUE, made, REPOSITORY / "theme")
    script = made / "assets" / "javascripts" / "search.js"
    text = script.read_text("utf-8")
    assert "const MOST_COLUMN = 40000;" in text
    script.write_text(text.replace("const MOST_COLUMN = 40000;", "const MOST_COLUMN = 100;"), "utf-8")
    with serving(made) as address:
        yield address


def seen(page: Page) -> dict[str, int]:
    """Unit → count of each line in sight, once all of them have one."""
    lines: list[tuple[str, str]] = []
    for _ in range(100):
        lines = page.evaluate(SEEN)
        if lines and all(count for _, count in lines):
            return {unit: int(count) for unit, count in lines}
        page.wait_for_timeout(50)
    raise AssertionError(lines)


def counted(units: dict[str, int], word: str = "") -> dict[str, int]:
    """What these units must have: stories with a word in their titles."""
    return {
        unit: sum(word in story.initiative.title.lower().split() for story in CATALOGUE.by_organisation[unit])
        if word
        else len(CATALOGUE.by_organisation[unit])
        for unit in units
    }


def test_lines_are_counted_once_they_are_in_sight(page: Page, large: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(large + "tim-kiem/")
    page.locator("[data-facet=unit] summary").click()
    first = seen(page)
    assert 4 < len(first) < 20
    assert first == counted(first)
    lists = {name for name in asked if name.startswith("v-unit-")}
    page.evaluate(BOTTOM)
    page.wait_for_timeout(300)
    last = seen(page)
    assert not first.keys() & last.keys()
    assert last == counted(last)
    assert lists < {name for name in asked if name.startswith("v-unit-")}
    assert "g-unit.js" not in asked


def test_another_answer_counts_them_anew(page: Page, large: str) -> None:
    page.goto(large + "tim-kiem/")
    page.locator("[data-facet=unit] summary").click()
    seen(page)
    page.evaluate(BOTTOM)
    page.wait_for_timeout(300)
    last = seen(page)
    typed(page, "băng tải")
    page.locator("[data-facet=unit] summary").click()
    top = seen(page)
    assert top == counted(top, "tải")
    page.evaluate(BOTTOM)
    page.wait_for_timeout(300)
    assert seen(page) == counted(last, "tải")
    unit = next(key for key, many in counted(last, "tải").items() if many)
    label = CATALOGUE.entry("organisations", unit)
    assert label is not None
    assert choose(page, "unit", label.name) == f"{counted(last, 'tải')[unit]} sáng kiến"
    page.locator(".facet-narrow").fill(label.name)
    page.wait_for_timeout(300)
    assert answered(page)
    assert seen(page) == counted({unit: 0}, "tải")


def test_a_screen_that_was_turned_has_more_in_sight(page: Page, large: str) -> None:
    page.set_viewport_size({"width": 740, "height": 360})
    page.goto(large + "tim-kiem/")
    page.locator("[data-facet=unit] summary").click()
    few = seen(page)
    page.set_viewport_size({"width": 360, "height": 740})
    page.wait_for_timeout(300)
    more = seen(page)
    assert few.keys() < more.keys()
    assert more == counted(more)


def test_lists_that_come_late_count_their_own_lines_and_move_none(page: Page, large: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(large + "tim-kiem/")
    page.route("**/v-unit-*", hold)
    page.locator("[data-facet=unit] summary").click()
    page.wait_for_timeout(300)
    empty = page.evaluate(HEIGHTS)
    for route in held:
        route.continue_()
    page.unroute("**/v-unit-*")
    first = seen(page)
    assert page.evaluate(HEIGHTS) == empty
    held.clear()
    page.route("**/v-unit-*", hold)
    page.evaluate(BOTTOM)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate', {state: null}))")  # counts anew, here
    page.wait_for_timeout(100)
    page.evaluate("document.querySelector('[data-facet=unit] ul').scrollTop = 0")
    page.wait_for_timeout(300)
    assert seen(page) == first
    assert held
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    assert seen(page) == first


def test_of_hundreds_who_are_alike_none_is_shown(page: Page, large: str) -> None:
    """Those whose name is what was typed stand all the same, whoever else's begins so."""
    page.goto(large + "tim-kiem/")
    names = page.locator(".found-people a")
    shown = {}
    for query in ("nguyen", "nguyen van", "nguyen van ma", "nguyen van mau"):
        typed(page, query)
        shown[query] = sorted(set(names.all_inner_texts()))
    assert shown == {
        "nguyen": [],
        "nguyen van": ["Nguyễn Văn Mã"],  # the three who came last
        "nguyen van ma": ["Nguyễn Văn Mã"],
        "nguyen van mau": ["Nguyễn Văn Mẫu"],
    }
