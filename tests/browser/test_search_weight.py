"""Bytes on the wire of a search among ten thousand stories: what a cheap phone on a slow network pays for."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from search_corpus import corpus, write_index
from searching import answered, typed
from serving import serving
from small_fair import REPOSITORY

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STORIES = 10_000
FIRST, NEXT = 60_000, 40_000
"""Of the first answer with the search's script, of each later one; the page itself is no part of it."""
REQUESTS = 32
ENOUGH = 10
"""Cards of an answer."""
QUERIES = (
    "may cat ton",
    "băng tải con lăn giảm tiếng ồn",
    "ti",
    "nguyen thi minh hoa",
    "satkhuan",
    "so truc dien tu rut ngan thoi gian cho do moi lung cong ty co khi mau hai",
)


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The search page with the index of ten thousand stories."""
    made = tmp_path_factory.mktemp("large")
    for folder in ("assets", "motifs"):
        shutil.copytree(site / folder, made / folder)
    (made / "tim-kiem").mkdir()
    shutil.copy(site / "tim-kiem" / "index.html", made / "tim-kiem")
    write_index(corpus(STORIES, summary=25, text=120), made, REPOSITORY / "theme")
    with serving(made) as address:
        yield made, address


def weight(site: Path, address: str, asked: list[str]) -> tuple[int, int]:
    """(bytes, files) of what the search asked for, each file gzipped; nothing of it is the page's own."""
    files = [site / url.removeprefix(address) for url in asked if "/index/" in url or "search.js" in url]
    assert all(file.is_file() for file in files), "a file of the index is asked for that is not there"
    return sum(len(gzip.compress(file.read_bytes())) for file in files), len(files)


@pytest.mark.slow
@pytest.mark.browser
def test_a_first_answer_and_the_next_stay_within_their_bytes(
    large: tuple[Path, str], browser: Browser
) -> None:
    site, address = large
    heavy = {}
    for query in QUERIES:
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(f"{address}tim-kiem/?q={query.replace(' ', '+')}")
        answered(page)
        assert page.locator(".card").count() == 10, query
        heavy[query] = (*weight(site, address, asked), FIRST)
        context.close()
    page = browser.new_page()
    page.goto(f"{address}tim-kiem/?q=xe")
    answered(page)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for query in reversed(QUERIES):
        asked.clear()
        typed(page, query)
        heavy[f"then {query}"] = (*weight(site, address, asked), NEXT)
    page.close()
    assert {query: seen for query, seen in heavy.items() if seen[0] > seen[2] or seen[1] > REQUESTS} == {}
    assert heavy[QUERIES[0]][0] > 10_000  # something was counted


@pytest.mark.slow
@pytest.mark.browser
def test_of_hundreds_of_names_none_is_shown(large: tuple[Path, str], browser: Browser) -> None:
    """Thousands are called Nguyễn: that word alone names nobody, and finds their stories all the same."""
    _, address = large
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "tim-kiem/")
    names = page.locator(".found-people a")
    found = {query: (typed(page, query), names.count()) for query in ("nguyen", "nguyen thi")}
    page.close()
    assert found == {"nguyen": ("793 sáng kiến", 0), "nguyen thi": ("544 sáng kiến", 3)}


@pytest.mark.slow
@pytest.mark.browser
def test_a_word_of_another_tone_than_hundreds_of_names_is_none(
    large: tuple[Path, str], browser: Browser
) -> None:
    """Who types "vỏ" (a shell) means none of the hundreds who are called Võ: what they wrote is no nearer."""
    _, address = large
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "tim-kiem/")
    typed(page, "vo ")
    typed(page, "vỏ ")
    authors = page.locator(".found-cards .card-by").all_inner_texts()
    page.close()
    assert len(authors) == ENOUGH
    assert len([line for line in authors if line.startswith("Võ")]) < ENOUGH // 2
