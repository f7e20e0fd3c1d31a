"""Files of the index that cannot be had, come late, or have changed since."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from searching import TROLLEY, answered, titles, typed
from serving import Handler, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = [pytest.mark.slow, pytest.mark.browser]


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


def test_the_core_is_on_its_way_once_the_box_is_entered(address: str, browser: Browser) -> None:
    context = browser.new_context(service_workers="block")  # a worker's own requests are not seen
    page = context.new_page()
    page.goto(address + "tim-kiem/")
    with page.expect_response("**/index/core.js") as got:
        page.locator(".ask input").focus()
    assert got.value.ok
    typed(page, "gù")
    assert titles(page)[0] == "Xe gù"
    context.close()


def test_a_rehearsal_between_two_letters_changes_no_answer(address: str, browser: Browser) -> None:
    """In a browser that knows no idle time: there it goes on while somebody types."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.add_init_script("delete window.requestIdleCallback")
    page.goto(address + "tim-kiem/")
    for _ in range(2):
        assert (typed(page, "gù"), titles(page)[0]) == ("2 bài mẫu", "Xe gù")
        assert (typed(page, "phanh"), titles(page)[0]) == ("1 bài mẫu", TROLLEY)
    assert told == []
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
