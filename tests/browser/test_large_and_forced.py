"""Text at twice its size, and colours that are the reader's own: one of each kind of page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from page_kinds import one_of_each

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserType

pytestmark = [pytest.mark.slow, pytest.mark.browser]
TWICE = "--blink-settings=defaultFontSize=32"
"""As a reader sets it in the browser: 16 is what it comes with."""
CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
  if (!one.checkVisibility() || one.closest('svg, dialog, .crumbs')) return false;
  const style = getComputedStyle(one);
  const says = [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const wide = one.scrollWidth > one.clientWidth + 2, high = one.scrollHeight > one.clientHeight + 2;
  return says && style.webkitLineClamp === 'none'
    && ((style.overflowX !== 'visible' && wide) || (style.overflowY !== 'visible' && high));
}).map(one => one.textContent.trim().slice(0, 40))"""
EDGES = """() => [...document.querySelectorAll(
  '.mark, .notice, .banner, .story-again, .story-benefit, .story-citation, .adopt-how')]
  .filter(one => one.checkVisibility() && getComputedStyle(one).borderTopStyle !== 'solid')
  .map(one => one.className)"""


def test_text_at_twice_its_size_fits_a_phone(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], site: Path, address: str
) -> None:
    """WCAG 1.4.4 and 1.4.10: nothing to push sideways, nothing cut but a crumb, whose page says it whole."""
    more = browser_type_launch_args | {"args": [*browser_type_launch_args["args"], TWICE]}
    with browser_type.launch(**more) as large:
        page = large.new_page()
        faults = []
        for name in one_of_each(site):
            page.goto(address + name)
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
            for width in (320, 360):
                page.set_viewport_size({"width": width, "height": 740})
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    faults.append(f"{name} is wider than {width}")
                faults += [f"{name} cuts {text} at {width}" for text in page.evaluate(CUT)]
    assert faults == []


def test_what_only_a_ground_told_apart_has_an_edge_in_forced_colours(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 360, "height": 740})
    page = context.new_page()
    for name in ("", "lam-theo/", "sang-kien/xe-day-hang-co-phanh-chan/"):
        page.goto(address + name)
        assert page.evaluate("document.querySelectorAll('.mark').length") > 0
        assert page.evaluate(EDGES) == [], name
    context.close()
