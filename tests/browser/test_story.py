"""A story's page and the programme's at their extremes, in a browser: slider, photos, widths, no scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sangkien.photos.variants import PHONE_BYTES
from serving import serving
from small_fair import build
from story_fair import LONG, ONE, PAIR, REPORT, SHORT, make_story_fair

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser]
PAGES = (*(f"sang-kien/{slug}/" for slug in (SHORT, LONG, REPORT, ONE, PAIR)), "chuong-trinh/")
WIDTHS = (320, 360, 768, 1440)
LOADED = """async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].filter(one => !one.complete).map(
    one => new Promise(done => { one.onload = one.onerror = done })));
}"""
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 50);
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_story_fair(tmp_path_factory.mktemp("story") / "fair")
    assert build(root, jobs=2).errors == 0
    return root / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Iterator[Page]:
    page = phone.new_page()
    told: list[str] = []
    page.on("console", lambda line: told.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    page.close()
    assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_window(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]  # a literal, by parameters
    page = context.new_page()
    wide = []
    for name in PAGES:
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(address + name)
        if name == "chuong-trinh/":
            page.evaluate("document.querySelectorAll('.fair details').forEach(one => one.open = true)")
        for width in WIDTHS:  # one load for all: a phone is turned, a window drawn larger
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate("document.documentElement.scrollWidth")
            if found > width:
                wide.append((name, width, found))
    context.close()
    assert wide == []


def test_the_slider_divides_by_keys_and_says_so(page: Page, address: str) -> None:
    page.goto(address + f"sang-kien/{PAIR}/")
    slider = page.get_by_role("slider", name="Kéo để so sánh trước và sau")
    assert slider.get_attribute("aria-valuetext") == "Thấy 50% ảnh trước"
    slider.focus()
    slider.press("End")
    assert slider.input_value() == "100"
    slider.press("ArrowLeft")
    assert slider.get_attribute("aria-valuetext") == "Thấy 99% ảnh trước"
    slider.press("Home")
    first = ".compare-before .compare-frame"
    assert page.evaluate(f"getComputedStyle(document.querySelector('{first}')).clipPath") == (
        "inset(0px 100% 0px 0px)"
    )
    frames = [page.locator(f".compare-{side} .compare-frame").bounding_box() for side in ("before", "after")]
    assert frames[0] == frames[1] == slider.bounding_box()


def test_photos_open_in_a_window_with_keys(page: Page, address: str) -> None:
    page.goto(address + f"sang-kien/{LONG}/")
    links = page.locator(".gallery a.zoom")
    assert links.count() == 9
    window, count = page.get_by_role("dialog"), page.locator(".lightbox [role=status]")
    first = links.first
    first.focus()
    first.press("Enter")
    assert window.is_visible()
    assert count.inner_text() == "4 / 12"
    steps = {"ArrowRight": "5 / 12", "ArrowLeft": "4 / 12", "Home": "1 / 12", "End": "12 / 12"}
    for key, told in steps.items():
        page.keyboard.press(key)
        assert count.inner_text() == told
    page.keyboard.press("ArrowRight")
    assert count.inner_text() == "1 / 12"
    assert window.get_by_role("img").get_attribute("alt") == "Ảnh số 1"
    assert window.locator("figcaption").inner_text() == "Chú thích của ảnh số 1 Nguồn: Tổ thử"
    for _ in range(6):  # Tab stays in the window, or leaves for the browser's own bar
        page.keyboard.press("Tab")
        assert page.evaluate(
            "!!document.activeElement.closest('dialog') || document.activeElement === document.body"
        )
    page.keyboard.press("Escape")
    assert not window.is_visible()
    assert page.evaluate("document.activeElement === document.querySelector('a.zoom')")


def test_photos_go_on_by_swiping(page: Page, address: str) -> None:
    page.goto(address + f"sang-kien/{LONG}/")
    page.locator(".gallery a.zoom").first.click()
    count = page.locator(".lightbox [role=status]")
    swipe = """([from, to]) => {
      const box = document.querySelector('.lightbox');
      const touch = x => new Touch({identifier: 1, target: box, clientX: x, clientY: 300});
      const send = (kind, ...more) => box.dispatchEvent(new TouchEvent(kind, ...more));
      send('touchstart', {touches: [touch(from)], changedTouches: [touch(from)]});
      send('touchend', {touches: [], changedTouches: [touch(to)]});
    }"""
    for way, told in (([300, 100], "5 / 12"), ([100, 300], "4 / 12"), ([100, 120], "4 / 12")):
        page.evaluate(swipe, way)
        assert count.inner_text() == told


def test_one_photo_has_no_way_on(page: Page, address: str) -> None:
    page.goto(address + f"sang-kien/{ONE}/")
    page.locator("a.zoom").first.click()
    assert page.get_by_role("dialog").get_by_role("button").all_inner_texts() == [""]
    page.get_by_role("button", name="Đóng").click()
    assert not page.locator(".lightbox").is_visible()


def test_the_short_address_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + f"sang-kien/{SHORT}/")
    page.get_by_role("button", name="Chép địa chỉ").click()
    page.get_by_role("button", name="Đã chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".share-address").inner_text()
    context.close()


def test_without_scripts_all_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address + f"sang-kien/{LONG}/")
    assert not page.get_by_role("slider").is_visible()
    assert page.locator(".copy").locator("visible=true").count() == 0
    assert not page.locator(".lightbox").is_visible()
    before, after = (page.locator(f".compare-{side} img").bounding_box() for side in ("before", "after"))
    assert before
    assert after
    assert before["x"] + before["width"] <= after["x"]
    assert (before["width"], before["height"]) == (after["width"], after["height"])
    page.locator(".gallery a.zoom").first.click()
    assert page.url.endswith(".webp")
    context.close()


def test_the_hero_is_small_on_a_phone_and_nothing_moves(page: Page, address: str) -> None:
    for slug in (LONG, ONE, PAIR):
        page.goto(address + f"sang-kien/{slug}/")
        page.evaluate(LOADED)
        hero = page.locator(".story-media img").first
        assert hero.get_attribute("fetchpriority") == "high"
        assert page.evaluate("document.querySelector('.story-media img').currentSrc").endswith("-480.webp")
        assert page.evaluate(SHIFT) < 0.02


@pytest.mark.parametrize("pixels", [1, 2, 3])
def test_a_dense_screen_loads_no_heavier_hero(
    browser: Browser, site: Path, address: str, pixels: int
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=pixels)
    page = context.new_page()
    loaded = {}
    for slug in (LONG, ONE, PAIR):
        page.goto(address + f"sang-kien/{slug}/")
        page.evaluate(LOADED.replace("document.images", "document.querySelectorAll('.story-media img')"))
        for url in page.evaluate(
            "[...document.querySelectorAll('.story-media img')].map(one => one.currentSrc)"
        ):
            loaded[url] = (site / url.removeprefix(address)).stat().st_size
    context.close()
    edge = 480 if pixels == 1 else 720
    assert [url for url in loaded if not url.endswith(f"-{edge}.webp")] == []
    assert max(loaded.values()) <= PHONE_BYTES


def test_on_paper_both_pictures_stand_beside_each_other(page: Page, address: str) -> None:
    page.goto(address + f"sang-kien/{PAIR}/")
    page.emulate_media(media="print")
    before, after = (page.locator(f".compare-{side} img").bounding_box() for side in ("before", "after"))
    assert before
    assert after
    assert before["x"] + before["width"] <= after["x"]
    assert not page.get_by_role("slider").is_visible()
    assert page.locator(".story h1").is_visible()


def test_slider_and_photos_work_from_a_folder_on_disk(phone: BrowserContext, site: Path) -> None:
    page = phone.new_page()
    page.goto((site / "sang-kien" / LONG / "index.html").as_uri())
    page.get_by_role("slider").press("End")
    page.locator(".gallery a.zoom").first.click()
    assert page.locator(".lightbox [role=status]").inner_text() == "4 / 12"
    page.close()
