"""Facets narrow a search and a list, by touch and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from searching import TROLLEY, answered, choose, titles

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


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
