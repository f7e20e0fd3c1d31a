"""Waiting for the answer of the search, for tests in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

MACHINE = "Máy sát khuẩn tay tự động"
TROLLEY = "Xe đẩy hàng có phanh chân"
"""Titles of two stories of the first fair."""
DONE = """!document.querySelector('[aria-busy], [data-rest]')
    && document.querySelector('.found-status').textContent"""
"""What the status says once the answer stands; ``wait_for_function`` would need ``unsafe-eval``."""
BEGUN = "text => document.querySelector('[data-search]').dataset.of === text.trim()"
"""Whether what was typed is asked: after a pause the script notes it and begins at once."""


def answered(page: Page, pause: int = 0) -> str:
    """What the status says of the answer that was asked for last. ``pause``: to be waited first."""
    page.wait_for_timeout(pause)
    for _ in range(500):
        if told := page.evaluate(DONE):
            return str(told)
        page.wait_for_timeout(20)
    raise AssertionError("the search did not answer")


def typed(page: Page, text: str) -> str:
    """Type into the search's box, key by key; what the status says of it."""
    page.locator(".ask input").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    for _ in range(500):
        if page.evaluate(BEGUN, text):
            return answered(page)
        page.wait_for_timeout(20)
    raise AssertionError("the search did not begin")


def titles(page: Page) -> list[str]:
    """Titles of the stories that were found, as they stand."""
    return page.locator(".found-cards h2").all_text_contents()


def choose(page: Page, facet: str, value: str) -> str:
    """Open a group and tick a value; what the status says then."""
    group = page.locator(f"[data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.get_by_role("checkbox", name=value).click()
    return answered(page, 50)
