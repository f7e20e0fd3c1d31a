"""What the search of the repository's fair answers, as a reader asks it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from searching import MACHINE, TROLLEY, answered, titles, typed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.mark.parametrize("query", ["may sat khuan", "Máy sát khuẩn", "may sat khu", "MAY SAT KHAUN"])
def test_with_and_without_tones_a_word_begun_and_a_slip(page: Page, address: str, query: str) -> None:
    page.goto(address + "tim-kiem/")
    assert typed(page, query).endswith("sáng kiến")
    assert titles(page)[0] == MACHINE
    note = page.locator(".found-note")
    assert note.is_visible() == (query == "MAY SAT KHAUN")


def test_word_by_word_is_as_all_at_once(page: Page, address: str) -> None:
    """What the words before weigh is kept while the next one is typed."""
    links = page.locator(".found-people a, .found-units a, .found-cards h2 a")
    page.goto(f"{address}tim-kiem/")
    queries = ("nguyen van", "nguyen van mau")
    typed_in = {query: (typed(page, query), links.all_inner_texts()) for query in queries}
    for query, seen in typed_in.items():
        page.goto(f"{address}tim-kiem/?q={query.replace(' ', '+')}")
        assert (answered(page), links.all_inner_texts()) == seen
        assert len(seen[1]) > 1


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


def test_cards_out_of_sight_come_when_they_come_near(page: Page, address: str) -> None:
    cards = page.locator(".found-cards .card")
    page.goto(address + "tim-kiem/")
    page.locator(".ask input").fill("cua")
    cards.first.wait_for()
    assert cards.count() == 3
    cards.last.scroll_into_view_if_needed()
    answered(page)
    assert cards.count() == 10
    at_once = titles(page)
    page.goto(address + "tim-kiem/?q=cua")
    answered(page)  # and without a touch after a while
    assert titles(page) == at_once


def test_the_query_is_in_the_address_and_back_works(page: Page, address: str) -> None:
    page.goto(address + "tim-kiem/")
    typed(page, "xe gu")
    assert page.url == address + "tim-kiem/"  # not yet: who types on writes no entry with each letter
    page.wait_for_url(address + "tim-kiem/?q=xe+gu")
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
    page.wait_for_url(address + "tim-kiem/")
    assert page.locator(".unasked").is_visible()


def test_what_was_typed_is_asked_whatever_comes_next(page: Page, address: str) -> None:
    """A facet within the pause after a keystroke; a reload at once; an address with what no box can hold."""
    page.goto(address + "tim-kiem/")
    page.locator("[data-facet=place] summary").click()
    value = page.locator("[data-facet=place] input[value=vung-tau]")
    value.wait_for()
    page.evaluate(
        """([box, value]) => {
            box.value = "cua";
            box.dispatchEvent(new Event("input"));
            value.click();
        }""",
        [page.locator(".ask input").element_handle(), value.element_handle()],
    )
    answered(page, 300)
    assert page.url == address + "tim-kiem/?q=cua&dia-ban=vung-tau"
    page.goto(address + "tim-kiem/")
    page.locator(".ask input").fill("xe gu")
    page.keyboard.press("Control")
    assert page.url == address + "tim-kiem/?q=xe+gu"
    page.goto(address + "tim-kiem/?q=xe%0Agu")
    answered(page)
    page.locator(".ask").click(position={"x": 1, "y": 1})
    assert page.url == address + "tim-kiem/?q=xe%0Agu"


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
