"""The search and the facets of the repository's fair, as a reader uses them."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from searching import answered, typed
from serving import Handler, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

pytestmark = [pytest.mark.slow, pytest.mark.browser]

MACHINE = "Máy sát khuẩn tay tự động"
TROLLEY = "Xe đẩy hàng có phanh chân"
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


def titles(page: Page) -> list[str]:
    return page.locator(".found-cards h2").all_text_contents()


def choose(page: Page, facet: str, value: str) -> str:
    """Open a group and tick a value; what the status says then."""
    group = page.locator(f"[data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.get_by_role("checkbox", name=value).click()
    return answered(page, 50)


@pytest.mark.parametrize("query", ["may sat khuan", "Máy sát khuẩn", "may sat khu", "MAY SAT KHAUN"])
def test_with_and_without_tones_a_word_begun_and_a_slip(page: Page, address: str, query: str) -> None:
    page.goto(address + "tim-kiem/")
    assert typed(page, query).endswith("sáng kiến")
    assert titles(page)[0] == MACHINE
    note = page.locator(".found-note")
    assert note.is_visible() == (query == "MAY SAT KHAUN")


def test_of_a_slip_there_is_a_way_back(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/?q=khaun")
    answered(page)
    assert page.locator(".found-note").inner_text() == "Hiển thị kết quả cho “khuan”. Tìm đúng “khaun”"
    page.locator(".found-note button").click()
    assert answered(page, 50) == "Không tìm thấy sáng kiến nào."
    page.go_back()
    assert answered(page, 50) != "Không tìm thấy sáng kiến nào."


def test_exact_tones_come_first(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/")
    typed(page, "may")
    assert page.locator(".found-units a").all_text_contents() == ["Công ty cổ phần May Thí Dụ"]
    typed(page, "máy")
    assert page.locator(".found-units a").count() == 0
    assert titles(page)[0] == MACHINE


def test_a_synonym_of_the_vocabulary(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/")
    assert typed(page, "sk rua tay") == typed(page, "sáng kiến rửa tay")
    assert titles(page)[0] == "Máy rửa tay khử khuẩn tự động"


def test_words_are_marked_and_hostile_ones_stay_text(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/?q=<img+src=x+onerror=alert(1)>+phanh")
    answered(page)
    assert page.locator(".found img[src='x']").count() == 0
    typed(page, "phanh chan")
    assert page.locator(".found-cards h2 mark").all_text_contents() == ["phanh", "chân"]


@pytest.mark.parametrize(
    ("query", "status", "first"),
    [
        ("constructor", "Không tìm thấy sáng kiến nào.", None),  # what every object of JavaScript has
        ("__proto__", "Không tìm thấy sáng kiến nào.", None),
        ("m", "Mời bạn gõ thêm vài chữ.", None),  # a letter is the start of a word, and no slip
        ("%E0%A4%A", "Không tìm thấy sáng kiến nào.", None),
        ("lokc", "1 sáng kiến", MACHINE),  # two letters swapped before one too many
        ("maysatkhuan", "2 sáng kiến", MACHINE),
        ("SK20220007", "1 bài mẫu", TROLLEY),  # a code without its hyphens
        ("ngueyn van mau", "2 bài mẫu", TROLLEY),  # not somebody else with half the name
    ],
)
def test_odd_queries_are_answered_soberly(
    page: Page, address: str, query: str, status: str, first: str | None
) -> None:
    page.goto(address + "tim-kiem/")
    assert typed(page, query) == status
    assert titles(page)[:1] == ([first] if first else [])


def test_signs_alone_ask_for_nothing(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/?q=%25")
    assert page.locator(".unasked").is_visible()
    assert titles(page) == []


def test_what_cannot_be_loaded_is_not_said_to_be_missing(address: str, browser: Browser) -> None:
    context = browser.new_context(service_workers="block")  # a worker's own requests are not routed
    page = context.new_page()
    page.goto(address + "tim-kiem/?q=xe")
    answered(page)
    page.route("**/index/w-phanh.js", lambda route: route.abort())
    assert typed(page, "phanh").startswith("Không tải được dữ liệu")
    page.unroute("**/index/w-phanh.js")
    page.evaluate("dispatchEvent(new Event('online'))")
    assert answered(page, 50) == "1 bài mẫu"
    page.route("**/index/f-place.js", lambda route: route.abort())
    page.evaluate("history.pushState(null, '', '?q=xe&dia-ban=phu-my'); dispatchEvent(new Event('popstate'))")
    assert answered(page, 50).startswith("Không tải được dữ liệu")
    assert titles(page) == []  # nothing unfiltered under a filter's name
    held: list[Route] = []
    page.unroute("**/index/f-place.js")
    page.route("**/index/v-place-*.js", lambda route: route.abort())
    page.evaluate("dispatchEvent(new Event('online'))")
    assert answered(page, 50).startswith("Không tải được dữ liệu")
    assert titles(page) == []
    page.unroute("**/index/v-place-*.js")
    page.route("**/index/w-gu.js", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks a handler
    page.locator(".ask input").fill("gù")
    page.get_by_text("Đang tìm …").wait_for()
    held[0].continue_()
    assert answered(page, 50) == "1 bài mẫu"
    assert page.locator(".found-busy").is_hidden()
    context.close()


class Asked(Handler):
    """A host as ours are set up: the browser asks whether what it has still holds."""

    def end_headers(self) -> None:
        """That, with every file."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def test_a_tab_that_stays_open_asks_anew(site: Path, tmp_path: Path, browser: Browser) -> None:
    for folder in ("assets", "motifs", "tim-kiem"):
        shutil.copytree(site / folder, tmp_path / folder, copy_function=shutil.copy)
    with serving(tmp_path, Asked) as root:
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.goto(root + "tim-kiem/?q=phanh&linh-vuc=co-khi")
        assert answered(page) == "1 bài mẫu"
        for name, empty in (("w-phanh", "{}"), ("x-phanh", '""')):
            file = tmp_path / "tim-kiem" / "index" / f"{name}.js"
            file.write_text(f'sangkien.put("{name}",{empty})', "utf-8")
            os.utime(file, (time.time() + 60,) * 2)  # hosts count seconds: within one, nothing has changed
        typed(page, "xe")
        assert typed(page, "phanh") == "1 bài mẫu"
        page.evaluate("const now = Date.now() + 660000; Date.now = () => now")
        typed(page, "xe")
        assert typed(page, "phanh") == "Không tìm thấy sáng kiến nào."
        context.close()


def test_people_and_units_stand_above_the_stories(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/")
    typed(page, "hồ quốc sự")
    names = page.locator(".found-people").inner_text().split("\n")
    assert [line for line in names if line] == ["Tác giả", "Hồ Quốc Sự", "Lock & Lock Vina · 1 sáng kiến"]
    assert page.locator(".found a").first.inner_text() == "Hồ Quốc Sự"
    assert page.locator(".found a").first.get_attribute("href", timeout=1000).startswith(address + "tac-gia/")  # type: ignore[union-attr]  # it has one
    typed(page, "lock")
    assert page.locator(".found-units a").all_text_contents() == ["Công ty TNHH Lock & Lock Vina"]


def test_samples_are_counted_apart_and_more_are_shown_on_demand(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/")
    assert typed(page, "cua").startswith("2 sáng kiến và ")
    status = page.locator("[role=status]")
    assert status.count() == 1
    assert len(titles(page)) == 10
    page.locator(".found-more").click()
    page.wait_for_timeout(200)
    assert len(titles(page)) > 10
    assert page.evaluate("document.activeElement.closest('.card') !== null")


def test_the_query_is_in_the_address_and_back_works(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/")
    typed(page, "xe gu")
    assert page.url == address + "tim-kiem/?q=xe+gu"
    page.keyboard.press("Enter")
    typed(page, "phanh chan")
    page.keyboard.press("Enter")
    page.go_back()
    answered(page, 50)
    assert page.locator(".ask input").input_value() == "xe gu"
    assert titles(page)[0] == "Xe gù"
    page.go_forward()
    answered(page, 50)
    assert titles(page)[0] == TROLLEY
    page.locator(".ask input").focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.wait_for_timeout(300)
    assert page.url == address + "tim-kiem/"
    assert page.locator(".unasked").is_visible()


def test_facets_narrow_a_search_and_say_how_many_are_left(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/?q=xe")
    whole = answered(page)
    assert choose(page, "place", "TX. Phú Mỹ") != whole
    assert page.locator(".found-people a, .found-units a").count() == 0
    assert page.url == address + "tim-kiem/?q=xe&dia-ban=phu-my"
    one = len(titles(page))
    choose(page, "place", "TP. Vũng Tàu")
    assert page.url == address + "tim-kiem/?q=xe&dia-ban=phu-my,vung-tau"
    assert len(titles(page)) > one
    page.locator("[data-facet=place] .facet-done").click()
    assert page.evaluate("document.activeElement.parentElement.dataset.facet") == "place"
    assert page.locator(".chip").all_inner_texts() == ["TX. Phú Mỹ\n×", "TP. Vũng Tàu\n×"]
    page.get_by_role("button", name="Bỏ chọn TP. Vũng Tàu").click()
    answered(page, 50)
    assert len(titles(page)) == one
    page.go_back()
    answered(page, 50)
    assert len(titles(page)) > one


def test_the_list_stays_until_something_is_chosen(page: Page, address: str) -> None:
    page.goto(address + "sang-kien/")
    assert page.locator(".unasked .card").first.is_visible()
    assert choose(page, "sector", "Cơ khí") == "1 bài mẫu"
    assert page.url == address + "sang-kien/?linh-vuc=co-khi"
    assert titles(page) == [TROLLEY]
    assert not page.locator(".unasked .card").first.is_visible()
    page.go_back()
    page.wait_for_timeout(100)
    assert page.locator(".unasked .card").first.is_visible()


def test_a_link_with_facets_can_be_sent(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "sang-kien/?linh-vuc=co-khi,cang&dia-ban=phu-my")
    assert answered(page) == "2 bài mẫu"
    assert any("/index/v-sector-" in url for url in asked)
    assert not any("/index/g-" in url for url in asked)  # what every story has: only who opens a facet counts
    assert len(page.locator(".chip").all()) == 3
    card = page.locator(".found-cards .card").first
    assert card.locator(".card-top .mark").first.inner_text() == "Bài mẫu"
    page.goto(address + "sang-kien/?linh-vuc=khong-co")
    assert answered(page) == "Không tìm thấy sáng kiến nào."


def test_many_units_are_narrowed_by_typing(page: Page, address: str) -> None:
    page.goto(address + "sang-kien/")
    page.locator("[data-facet=unit] summary").click()
    lines = page.locator("[data-facet=unit] li:visible")
    lines.first.wait_for()
    assert lines.count() > 5
    page.locator(".facet-narrow").focus()
    page.keyboard.type("det cang")
    assert lines.count() == 0
    page.keyboard.press("Control+a")
    page.keyboard.type("cang vi")
    assert lines.all_inner_texts() == ["Cảng Ví Dụ\n1 bài mẫu"]


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.type("xe")
    answered(page, 250)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first group
    page.locator("[data-facet=sector] input").first.wait_for()
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.value") != "co-khi":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    answered(page, 50)
    assert titles(page) == [TROLLEY]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    page.locator("[data-facet=sector] .facet-done").focus()
    page.keyboard.press("Tab")
    assert page.locator(".facet[open]").count() == 0  # what has the focus is not under it


def test_each_page_leads_to_the_search(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address + "chuong-trinh/")
    page.keyboard.press("/")
    page.keyboard.type("xe gu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=xe+gu")
    answered(page)
    assert titles(page)[0] == "Xe gù"
    assert page.locator("input[type=search]").count() == 1
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + "chuong-trinh/")
    page.locator(".bar-search").click()
    page.wait_for_url("**/tim-kiem/")
    page.close()


def test_without_a_script_the_lists_serve(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "tim-kiem/?q=xe")
    assert page.locator(".facets").is_hidden()
    assert page.locator("noscript").inner_text().startswith("Trình duyệt đang tắt JavaScript")
    leads = [link.get_attribute("href") for link in page.locator("main .chips a").all()]
    assert {"../linh-vuc/co-khi/", "../dia-ban/phu-my/", "../nam/2022/", "../don-vi/", "../tac-gia/"} <= {
        *leads
    }
    page.goto(address + "sang-kien/?linh-vuc=co-khi")
    assert page.locator(".facets").is_hidden()
    assert page.locator(".card").first.is_visible()
    context.close()


def test_from_a_folder_on_disk(site: Path, page: Page) -> None:
    page.goto((site / "tim-kiem" / "index.html").as_uri() + "?q=xe+gu")
    answered(page)
    page.locator(".found-cards a").first.click()
    page.wait_for_url("**/xe-gu/index.html")
    assert page.locator("h1").inner_text() == "Xe gù"
