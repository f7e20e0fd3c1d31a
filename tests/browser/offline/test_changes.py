"""What is withdrawn or changed leaves the phone; the network comes first."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edited_fair import edit
from offline_phone import KEEP, KEPT, Host, address, holds, look_again, settle, stored, until
from small_fair import build, slug, write_story

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]


NAMING = """async word => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const key of await cache.keys())
      if ((await (await cache.match(key)).text()).includes(word)) found.push(key.url);
  }
  return found;
}"""
"""What is stored on the phone with a word in it."""


def test_what_is_withdrawn_or_changed_leaves_the_phone(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    server, root = host
    page.goto(root)
    settle(page)
    for number in (0, 1, 2):
        page.goto(root + address(number))
        holds(page, "read", lambda keys, number=number: address(number) in keys)  # type: ignore[misc]  # bound
        if number < 2:
            page.get_by_role("button", name=KEEP).click()
            page.get_by_role("button", name=KEPT).wait_for()
    page.goto(root + "sang-kien/")
    holds(page, "read", lambda keys: "sang-kien/" in keys)
    look_again(page)
    assert {address(0), address(1)} <= set(stored(page, "kept"))  # what has not changed stays
    assert address(2) in stored(page, "read")
    edit(fair, 0, "status: published", "status: withdrawn")
    edit(fair, 1, "sớm hơn nửa buổi", "sớm hơn cả buổi")
    assert build(fair).errors == 0
    page.goto(root + "ngoai-tuyen/")
    look_again(page)
    holds(page, "kept", lambda keys: not any(key.startswith(address(0)) for key in keys))
    assert address(1) in stored(page, "kept")  # loaded anew
    everywhere = [key for name in ("kept", "read", "pictures", "core") for key in stored(page, name)]
    assert [key for key in everywhere if slug(0) in key] == []
    assert "sang-kien/" not in stored(page, "read")  # the list showed its card
    assert page.evaluate(NAMING, slug(0)) == []
    page.get_by_role("link", name="Tay đòn cho việc số 1").wait_for()
    assert page.get_by_role("link", name=re.compile("việc số 0")).count() == 0
    server.cut = True
    page.goto(root + address(1))
    assert page.get_by_text("sớm hơn cả buổi").first.is_visible()
    page.goto(root + address(0))
    assert page.url.startswith(root + "ngoai-tuyen/")


def test_the_network_comes_first_a_new_build_replaces_and_a_lost_page_goes_at_once(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    server, root = host
    page.goto(root + address(3))
    settle(page)
    holds(page, "read", lambda keys: address(3) in keys)
    styles = stored(page, "core")
    assert "assets/stylesheets/fair.css" in styles
    edit(fair, 3, "sớm hơn nửa buổi", "sớm hơn một ngày")
    sheet = fair / "theme" / "assets" / "stylesheets" / "share.css"
    sheet.write_text(sheet.read_text("utf-8") + "\nh1 { letter-spacing: 3px !important; }\n", "utf-8")
    write_story(fair, 9)
    assert build(fair).errors == 0
    page.goto(root + address(3))
    assert page.get_by_text("sớm hơn một ngày").first.is_visible()
    until(page, "getComputedStyle(document.querySelector('h1')).letterSpacing === '3px'")  # without a reload
    holds(page, "core", lambda keys: keys == styles)  # each file once: the old build's are gone
    page.goto(root + address(9))
    holds(page, "read", lambda keys: address(9) in keys)
    (fair / "initiatives" / slug(9) / "index.md").unlink()
    (fair / "initiatives" / slug(9)).rmdir()
    assert build(fair).errors == 0
    response = page.goto(root + address(9))
    assert response
    assert response.status == 404
    assert address(9) not in stored(page, "read")
    page.goto(root + address(3))  # which may have shown its card: then it went too
    holds(page, "read", lambda keys: address(3) in keys)
    server.cut = True
    page.goto(root + address(3))
    assert page.get_by_text("sớm hơn một ngày").first.is_visible()


def test_a_page_that_is_read_again_while_its_old_self_is_judged_stays(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    server, root = host
    page.goto(root + address(4))
    settle(page)
    holds(page, "read", lambda keys: address(4) in keys)
    edit(fair, 4, "sớm hơn nửa buổi", "sớm hơn cả buổi")
    assert build(fair).errors == 0
    server.behind = "revisions/"
    server.open.clear()
    page.evaluate("void sangkienApp.ask({type: 'check'})")
    for _ in range(200):
        if server.waiting:
            break
        page.wait_for_timeout(25)
    assert server.waiting
    page.goto(root + address(4))
    for _ in range(200):
        if root + address(4) in page.evaluate(NAMING, "sớm hơn cả buổi"):
            break
        page.wait_for_timeout(25)
    server.open.set()
    look_again(page)
    assert root + address(4) in page.evaluate(NAMING, "sớm hơn cả buổi")


def test_what_the_browser_has_by_itself_is_not_the_network(
    page: Page, host: tuple[Host, str], fair: Path
) -> None:
    """A host that says nothing of caching lets a browser keep a page for a tenth of its age."""
    _, root = host
    for file in (fair / "site").rglob("*"):
        os.utime(file, (1_600_000_000, 1_600_000_000))
    page.goto(root + address(2))
    settle(page)
    page.goto(root)
    page.goto(root + address(2))
    assert page.get_by_text("sớm hơn nửa buổi").first.is_visible()
    edit(fair, 2, "sớm hơn nửa buổi", "sớm hơn hai buổi")
    assert build(fair).errors == 0
    page.goto(root)
    page.goto(root + address(2))
    assert page.get_by_text("sớm hơn hai buổi").first.is_visible()
