"""The repository's own fair: every link of it holds; in a browser, nothing is refused or overflows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

from link_graph import Links, broken, links_of
from page_kinds import TOMBSTONE
from sangkien import urls
from sangkien.build.home import STAMP
from small_fair import files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

HTML = "{http://www.w3.org/1999/xhtml}"
SITE_URL = "https://hoithi.test/"
SIZES = {"phone": (360, 740), "desk": (1440, 900)}
KINDS = {
    "home": "",
    "stories": "sang-kien/",
    "story": "sang-kien/xe-day-hang-co-phanh-chan/",
    "public report": "sang-kien/may-sat-khuan-tay-tu-dong/",
    "people": "tac-gia/",
    "person": "tac-gia/nguyen-van-mau/",
    "units": "don-vi/",
    "unit": r"don-vi/[^/]+/",
    "sector": r"linh-vuc/[^/]+/",
    "place": r"dia-ban/[^/]+/",
    "year": r"nam/[^/]+/",
    "hall": "vinh-danh/",
    "programme": "chuong-trinh/",
    "press": "bao-chi/",
    "search": "tim-kiem/",
    "guide": "huong-dan/tham-gia/",
    "manual": "huong-dan/kiem-tra/",
    "about": "gioi-thieu/",
    "data": "du-lieu/",
    "adopt": "lam-theo/",
    "taken back": TOMBSTONE,
    "kept": "ngoai-tuyen/",
    "not found": "404.html",
}


@pytest.fixture(scope="module")
def links(site: Path) -> dict[str, Links]:
    """Each page by its path from the root."""
    return links_of({path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")})


@pytest.mark.slow
def test_no_address_of_the_whole_fair_leads_nowhere(site: Path, links: dict[str, Links]) -> None:
    assert broken({path: data for path, data in files(site).items() if path != STAMP}, SITE_URL, links) == []


@pytest.mark.slow
def test_every_page_leads_somewhere_and_none_is_an_orphan(links: dict[str, Links]) -> None:
    """A page that no other leads to is found by nobody. Redirects are for print and for old links, cards of
    stories for other sites.
    """
    reached = {"index.html", "404.html"}
    for name, page in links.items():
        for lead in page.leads:
            address = urlsplit(urljoin(f"https://fair.invalid/{name}", lead))
            path = unquote(address.path).lstrip("/")
            if address.netloc == "fair.invalid":
                reached.add(path + "index.html" if not path or path.endswith("/") else path)
    apart = {name for name in links if name.startswith("s/") or urls.is_embed(name)}
    orphans = [name for name in links if name not in reached and name not in apart]
    assert [
        name
        for name in orphans
        if not any(lead.startswith("../") for lead in links[name].leads if len(links[name].leads) < 4)
    ] == []


@pytest.mark.slow
def test_every_page_has_one_heading_and_no_code_of_its_own(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        tree = html5lib.parse(text)
        assert len(list(tree.iter(f"{HTML}h1"))) == 1, path
        assert not list(tree.iter(f"{HTML}style")), path
        assert not [element for element in tree.iter() if element.get("style") is not None], path
        assert not [
            element
            for element in tree.iter(f"{HTML}script")
            if not element.get("src") and "json" not in element.get("type", "")
        ], path


# In a browser


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """One for each size: opening one costs more than a page."""
    made = {
        name: browser.new_context(viewport={"width": width, "height": height})
        for name, (width, height) in SIZES.items()
    }
    yield made
    for context in made.values():
        context.close()


def found(site: Path, kind: str) -> str:
    """The address of a page of a kind: as given, or the first that fits the pattern."""
    pattern = re.compile(KINDS[kind])
    pages = sorted(
        path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")
    )
    return next(page for page in pages if pattern.fullmatch(page))


def watched(page: Page) -> list[str]:
    """What a page complains of, as it does, and where it asks elsewhere."""
    told: list[str] = []
    page.on(
        "console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("requestfailed", lambda request: told.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1", "data:", "file:"))
            else told.append(request.url)
        ),
    )
    return told


LOADED = """Promise.all([...document.images].filter(image => !image.complete).map(
    image => new Promise(done => { image.onload = image.onerror = done })))"""
"""Ends when every picture is there or failed; ``wait_for_function`` would need ``unsafe-eval``."""


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("size", SIZES)
def test_each_kind_of_page_under_a_strict_policy(
    site: Path, address: str, contexts: dict[str, BrowserContext], size: str
) -> None:
    faults = []
    page = contexts[size].new_page()
    told = watched(page)
    for kind in KINDS:
        told.clear()
        page.goto(address + found(site, kind), wait_until="load")
        page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
        page.evaluate(LOADED)
        faults += [f"{kind}: {text}" for text in told]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > SIZES[size][0]:
            faults.append(f"{kind}: {width} wide")
        if page.locator("h1").count() != 1 or not page.locator("h1").is_visible():
            faults.append(f"{kind}: no visible h1, or several")
        if page.evaluate("[...document.images].some(image => !image.naturalWidth)"):
            faults.append(f"{kind}: a picture does not load")
    page.close()
    assert faults == []


TARGETS = """() => [...document.querySelectorAll(`button, .button, summary, .bar a, .foot a, .chips a,
  .side a, .more a, .section-head > a, .facet-box label, input[type=search]`)]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
  .map(one => `${one.textContent.trim().slice(0, 30)} ${one.getBoundingClientRect().height}`)"""
"""What a thumb is meant to hit and is lower than 44 px."""


@pytest.mark.slow
@pytest.mark.browser
def test_a_thumb_has_room(address: str, contexts: dict[str, BrowserContext]) -> None:
    page = contexts["phone"].new_page()
    small = {}
    for kind in ("home", "stories", "story", "hall", "programme", "press", "search", "guide", "manual"):
        page.goto(address + KINDS[kind], wait_until="load")
        assert page.locator(".foot a").count() > 5
        small[kind] = page.evaluate(TARGETS)
    page.close()
    assert {kind: found for kind, found in small.items() if found} == {}


@pytest.mark.slow
@pytest.mark.browser
def test_the_sections_stand_in_one_line(address: str, browser: Browser) -> None:
    """In a device's own letters, which are wider than ours, too; where each layout of the header begins."""
    broken_at = []
    for letters in ("own", "the device's"):
        context = browser.new_context(service_workers="block")
        if letters != "own":
            context.route("**/*.woff2", lambda route: route.abort())
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.evaluate("document.fonts.ready.then(() => true)")
        page.reload(wait_until="load")
        for width in (1024, 1264, 1344, 1440):
            page.set_viewport_size({"width": width, "height": 400})
            if (
                page.evaluate("new Set([...document.querySelectorAll('.tabs a')].map(a => a.offsetTop)).size")
                != 1
            ):
                broken_at.append((letters, width))
        if letters == "own":
            page.set_viewport_size({"width": 320, "height": 640})
            if (
                page.evaluate(
                    "new Set([...document.querySelectorAll('.bar a span')].map(a => a.offsetHeight)).size"
                )
                != 1
            ):
                broken_at.append((letters, 320))
        context.close()
    assert broken_at == []


@pytest.mark.slow
@pytest.mark.browser
def test_a_guide_is_where_the_strip_of_guides_begins(
    address: str, contexts: dict[str, BrowserContext]
) -> None:
    """The strip is longer than a phone: what it shows first is the page itself."""
    page = contexts["phone"].new_page()
    page.goto(address + "huong-dan/nhap-tu-excel-word/", wait_until="load")
    box = page.locator(".side [aria-current]").bounding_box()
    page.close()
    assert box
    assert (box["x"] >= 0, box["x"] + box["width"] <= 360) == (True, True)


@pytest.mark.slow
@pytest.mark.browser
def test_a_story_without_scripts(site: Path, address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + KINDS["story"])
    assert page.locator("h1").is_visible()
    paragraphs = page.locator(".prose p")
    assert paragraphs.count() > 3
    assert all(paragraphs.nth(number).is_visible() for number in range(paragraphs.count()))
    page.goto(address)
    assert page.get_by_role("link", name="Xe đẩy hàng có phanh chân").first.is_visible()
    context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_from_a_folder_on_disk(site: Path, contexts: dict[str, BrowserContext]) -> None:
    page = contexts["desk"].new_page()
    told = watched(page)
    page.goto((site / KINDS["story"] / "index.html").as_uri())
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.story h1')).fontWeight") >= "600"
    page.evaluate("document.fonts.ready.then(() => true)")
    faces = (
        "[...document.fonts].filter(face => face.status == 'loaded').map(face => face.family + face.weight)"
    )
    assert {"Be Vietnam Pro400", "Be Vietnam Pro700"} <= set(page.evaluate(faces))
    assert [text for text in told if "favicon" not in text] == []
    page.close()
