"""One of each kind of page: no fault of HTML (vnu), none of accessibility (axe), little to load.

Both tools come from npm: `npm ci --ignore-scripts --prefix tests/browser`. vnu needs Java.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest

from page_kinds import PUBLIC_REPORT, TOMBSTONE, one_of_each
from serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
NARROWEST: ViewportSize = {"width": 320, "height": 600}
SIZES = {"phone": (360, 740), "desk": (1440, 900)}
BUDGET = 150_000
"""Bytes over the wire of a story before its photos: HTML, styles, scripts, fonts; gzip where it helps."""
HTML = "{http://www.w3.org/1999/xhtml}"
JUDGED = """axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(
    fault => `${fault.id} ×${fault.nodes.length}: ${fault.nodes[0].html.slice(0, 160)}`))"""


def needed(path: Path) -> Path:
    """A file of npm's; without it the test is skipped, or fails where a browser is required."""
    if not path.is_file():
        if os.environ.get("SANGKIEN_REQUIRE_BROWSER") == "1":
            pytest.fail(f"{path.name} is missing: npm ci --ignore-scripts --prefix tests/browser")
        pytest.skip(f"{path.name} is not installed")
    return path


@pytest.fixture(scope="module")
def pages(site: Path, address: str, preview: Path) -> Iterator[list[str]]:
    """Addresses of all kinds of pages; what is taken back and a partner's preview are no largest ones."""
    kinds = one_of_each(site)
    assert any(name.endswith("/embed/") for name in kinds)
    assert "gỡ vào ngày 01/6/2026" in (site / TOMBSTONE / "index.html").read_text("utf-8")
    with serving(preview) as partner:
        yield [*(address + name for name in (*kinds, TOMBSTONE)), partner]


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("half", [0, 1])
def test_no_kind_of_page_keeps_anyone_out(pages: list[str], browser: Browser, half: int) -> None:
    """By axe in light and dark, at both widths; the narrowest need only hold it all.

    A page is loaded once for all of them: phones are turned, and schemes change at dusk.
    """
    rules = needed(AXE).read_text("utf-8")
    page = browser.new_page(bypass_csp=True)  # axe is put into the page
    faults = []
    for name in pages[half::2]:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(NARROWEST)
        page.goto(name, wait_until="load")
        if page.evaluate("document.documentElement.scrollWidth") > NARROWEST["width"]:
            faults.append(f"{name} is wider than the narrowest window")
        page.evaluate(rules)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme="light")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults.append(f"{name} is wider than a {size}'s window")
            faults += [f"{name} on a {size}: {fault}" for fault in page.evaluate(JUDGED)]
            page.emulate_media(color_scheme="dark")
            faults += [f"{name} on a {size}, dark: {fault}" for fault in page.evaluate(JUDGED)]
    page.close()
    assert faults == []


@pytest.mark.slow
@pytest.mark.browser
def test_every_page_is_sound_html(site: Path, preview: Path) -> None:
    java = shutil.which("java")
    if java is None and os.environ.get("SANGKIEN_REQUIRE_BROWSER") != "1":
        pytest.skip("there is no Java")
    told = subprocess.run(
        [
            java or "java",
            "-jar",
            str(needed(VNU)),
            "--errors-only",
            "--skip-non-html",
            str(site),
            str(preview),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.stderr.splitlines()[:20] == []
    assert told.returncode == 0


@pytest.mark.slow
def test_a_story_is_light(site: Path) -> None:
    for path in sorted(site.glob("sang-kien/*/index.html")):
        assert weight(site, path) <= BUDGET, path


def weight(site: Path, page: Path) -> int:
    """Bytes of a page and of all it loads before its pictures."""
    here = f"https://fair.invalid/{page.relative_to(site).as_posix()}"
    leads = {
        urlsplit(urljoin(here, element.get("href") or element.get("src") or "")).path
        for element in html5lib.parse(page.read_text("utf-8")).iter()
        if element.tag == f"{HTML}script" or element.get("rel") == "stylesheet"
        if element.get("href") or element.get("src")
    }
    fonts = sorted((site / "assets" / "fonts").glob("*.woff2"))
    assert len(fonts) == 2
    files = [page, *(site / lead.lstrip("/") for lead in sorted(leads)), *fonts]
    return sum(
        len(raw if file.suffix == ".woff2" else gzip.compress(raw))
        for file in files
        if (raw := file.read_bytes())
    )


@pytest.mark.slow
@pytest.mark.browser
def test_a_choice_of_colours_is_remembered_and_the_menu_closes(
    site: Path, address: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="light")
    page = context.new_page()
    page.goto(address)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator(".scheme").click()  # from the device's to light
    page.locator(".scheme").click()  # to dark
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(address + "sang-kien/")
    assert page.evaluate(ground) == dark
    page.locator(".more-menu summary").click()
    assert page.locator(".drawer").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".drawer").is_visible()
    page.keyboard.press("Enter")
    page.locator(".drawer a").last.focus()
    page.locator(".scheme").focus()
    assert not page.locator(".drawer").is_visible()  # it would lie over what has the focus
    context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_all_sections_are_reached_without_a_script(site: Path, address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "vinh-danh/")
    assert page.locator(".scheme").is_hidden()
    page.locator(".more-menu summary").click()
    page.locator(".drawer a[href$='huong-dan/tham-gia/']").click()
    assert page.url == address + "huong-dan/tham-gia/"
    context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_nothing_moves_while_the_typeface_loads(site: Path, address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script(
        """window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(
            entry => { window.moved += entry.value })).observe({type: "layout-shift", buffered: true})"""
    )
    page = context.new_page()
    page.route("**/*.woff2", lambda route: (page.wait_for_timeout(400), route.continue_()))
    story = "sang-kien/xe-day-hang-co-phanh-chan/"
    for name in ("", "sang-kien/", story, PUBLIC_REPORT, "tac-gia/", "chuong-trinh/", "huong-dan/tham-gia/"):
        page.goto(address + name, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate("window.moved") < 0.02, name
    context.close()
