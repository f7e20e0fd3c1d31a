"""Reading without a network: what was read and kept opens, and the rest says so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from offline_phone import KEEP, KEPT, Host, address, holds, look_again, settle, stored, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_what_was_read_opens_offline_and_the_rest_says_so(page: Page, host: tuple[Host, str]) -> None:
    server, root = host
    page.goto(root + address(0))  # the very first page: no worker was there yet
    settle(page)
    holds(page, "read", lambda keys: address(0) in keys)
    holds(page, "pictures", lambda keys: any(key.startswith(address(0)) for key in keys))
    page.goto(root + "sang-kien/")
    holds(page, "read", lambda keys: "sang-kien/" in keys)
    server.cut = True
    page.goto(root + address(0))
    assert page.locator("h1").inner_text() == "Tay đòn cho việc số 0"
    assert page.evaluate("document.querySelector('.story-media img').decode().then(() => true)")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    page.goto(root)
    assert page.locator("h1").is_visible()  # home is there from the start
    page.goto(root + address(3))
    assert page.url == f"{root}ngoai-tuyen/#{address(3)}"
    assert page.get_by_role("link", name="Thử mở lại").get_attribute("href") == root + address(3)
    page.get_by_role("link", name="Tay đòn cho việc số 0", exact=True).wait_for()
    server.cut = False
    server.open.clear()  # there is a network, and nothing comes: what was read is shown after a while
    page.goto(root + address(0))
    assert page.locator("h1").inner_text() == "Tay đòn cho việc số 0"
    server.open.set()
    page.goto(root + "ngoai-tuyen/#" + address(3))
    page.get_by_role("link", name="Thử mở lại").click()
    assert page.locator("h1").inner_text() == "Tay đòn cho việc số 3"


def test_a_story_kept_on_purpose_has_its_pictures_and_can_be_let_go(
    page: Page, host: tuple[Host, str]
) -> None:
    server, root = host
    page.goto(root + address(1))
    settle(page)
    page.get_by_role("button", name=KEEP).click()
    page.get_by_role("button", name=KEPT).wait_for()
    kept = stored(page, "kept")
    assert address(1) in kept
    assert sum(key.endswith(".webp") and key.startswith(address(1)) for key in kept) >= 1
    page.goto(root + address(1) + "index.html")
    page.get_by_role("button", name=KEPT).wait_for()
    server.cut = True
    page.goto(root + address(1))
    page.get_by_role("button", name=KEPT).wait_for()
    page.evaluate("document.querySelectorAll('img').forEach(one => one.loading = 'eager')")
    until(page, "[...document.images].every(one => one.complete)")
    lost = "[...document.images].filter(one => !one.naturalWidth).map(one => one.currentSrc)"
    assert page.evaluate(lost) == []
    page.goto(root + "ngoai-tuyen/")
    page.get_by_role("button", name="Bỏ lưu: Tay đòn cho việc số 1").click()
    page.get_by_text("Chưa lưu bài nào").wait_for()
    assert stored(page, "kept") == []


ASK = """address => new Promise(done => {
  const script = document.createElement("script");
  script.src = address;
  script.onload = () => done(true);
  script.onerror = () => done(false);
  document.head.append(script);
})"""


def test_files_of_the_search_that_were_loaded_are_kept_until_the_index_changes(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    server, root = host
    folder = fair / "site" / "tim-kiem" / "index"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("w-may", "w-tay"):
        (folder / f"{name}.js").write_text("window.asked = true;", "utf-8")
    page.goto(root)
    settle(page)
    assert page.evaluate(ASK, root + "tim-kiem/index/w-may.js")
    holds(page, "index", lambda keys: keys == ["tim-kiem/index/w-may.js"])
    page.goto(root + "khong-co/")
    page.goto(root)
    look_again(page)
    assert "tim-kiem/index/core.js" in stored(page, "core")  # a mistyped address costs no search
    assert stored(page, "index") == ["tim-kiem/index/w-may.js"]
    server.cut = True
    page.goto(root)
    assert page.evaluate(ASK, root + "tim-kiem/index/w-may.js")
    assert not page.evaluate(ASK, root + "tim-kiem/index/w-tay.js")
    server.cut = False
    place = fair / "site" / "revisions.json"
    text = place.read_text("ascii")
    other, changes = re.subn(r'"index":"\w*"', '"index":"0123456789"', text)
    assert changes == 1
    place.write_text(other, "ascii")
    look_again(page)
    assert stored(page, "index") == []
    place.write_text(text, "ascii")
