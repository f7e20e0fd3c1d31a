"""The site as an app of the phone, and its pages shared from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from offline_phone import Host, address, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_an_app_that_chromium_installs_and_nothing_from_a_folder(
    page: Page, host: tuple[Host, str], fair: Path, context: BrowserContext
) -> None:
    _, root = host
    page.goto(root)
    settle(page)
    session = context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["url"] == root + "manifest.webmanifest"
    assert manifest["errors"] == []
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in faults if one["errorId"] != "in-incognito"] == []
    page.goto((fair / "site" / address(1) / "index.html").as_uri())
    assert page.locator(".keep").is_hidden()
    assert not page.locator("html[data-app]").count()
    assert page.locator("h1").is_visible()
    page.locator(".share-address").click()  # the redirect behind it would end in a folder's listing
    page.wait_for_load_state()
    assert page.url == (fair / "site" / address(1) / "index.html").as_uri()


def test_sharing_without_a_script_and_with_one(browser: Browser, page: Page, host: tuple[Host, str]) -> None:
    _, root = host
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(root + address(1))
    link = plain.get_by_role("link", name="Đăng lên Facebook")
    assert link.get_attribute("href") == (
        "https://www.facebook.com/sharer/sharer.php?u=https%3A//hoi-cho.example/thu/sang-kien/viec-so-001/"
    )
    assert "noopener" in (link.get_attribute("rel") or "")
    assert plain.locator(".share-address").inner_text() == "https://hoi-cho.example/thu/s/t-001/"
    assert not plain.locator("button.keep, button.copy, button.share-sheet").locator("visible=true").count()
    context.close()
    context = browser.new_context(service_workers="block")
    early = context.new_page()
    early.add_init_script("navigator.share = async () => {}")
    early.route("**/share.js", lambda route: route.abort())
    early.goto(root + address(1))
    sheet = early.locator(".story-who .share-sheet")
    assert (sheet.evaluate("one => one.offsetHeight > 0"), sheet.is_visible()) == (True, False)
    context.close()
    page.add_init_script("navigator.share = async data => { window.shared = data }")
    page.goto(root + "tac-gia/")
    page.locator("main a[href*='le-thi-gia-dinh']").first.click()
    page.get_by_role("button", name="Chia sẻ").click()  # shows once its script is there
    shared = page.evaluate("window.shared")
    assert shared["title"] == "Lê Thị Giả Định"
    assert shared["url"].startswith("https://hoi-cho.example/thu/tac-gia/le-thi-gia-dinh-")
