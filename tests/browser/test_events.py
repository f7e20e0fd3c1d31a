"""Events in a browser: on the narrowest phone nothing is wider than the page, whatever stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from serving import serving
from small_events import FULL, ID, write_event
from small_fair import build, make_fair, write_story

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LONG = "Nghiencứukhôngdấucáchnàohết" * 6
SIZES = {"phone": (360, 740), "small phone": (320, 640), "tablet": (768, 1024), "desk": (1440, 900)}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a usual event and one of long words, many booths and no sessions' ends."""
    root = make_fair(tmp_path_factory.mktemp("lịch") / "fair", stories=6)
    write_story(root, 4, title=f"Máy {LONG[:150]}")
    write_event(root)
    sessions = "\n".join(
        f'  - {{title: "Phiên {n} {LONG}", date: 2026-07-18, from: "09:{n:02d}", room: "{LONG}"}}'
        for n in range(20)
    )
    booths = "\n".join(
        f"  - {{number: 'Khu {LONG[:40]} {n}', initiative: viec-so-004, note: '{LONG}'}}" for n in range(30)
    )
    text = FULL.replace("Một ngày để xem, để cầm, để vặn thử.", LONG)
    more = {"aliases": "", "sessions": f"sessions:\n{sessions}", "booths": f"booths:\n{booths}"}
    write_event(root, "dai", text, name=f"name: {LONG}", **more)
    write_event(
        root,
        "da-qua",
        FULL.replace("2026-07", "2026-02"),
        aliases="",
        results=f"results: {{lines: [{LONG}]}}",
    )
    assert build(root).errors == 0
    with serving(root / "site") as found:
        yield found


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


WIDER = """() => {
    const width = document.documentElement.clientWidth
    return [...document.querySelectorAll("main *, .md-content *")]
        .filter(one => one.getBoundingClientRect().right > width + 1)
        .map(one => one.className || one.tagName)
}"""


@pytest.mark.browser
@pytest.mark.parametrize("path", [f"su-kien/{ID}/", "su-kien/dai/", "su-kien/da-qua/", "su-kien/"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_page(page: Page, address: str, path: str, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(WIDER) == []


@pytest.mark.browser
def test_a_calendar_comes_as_one(page: Page, address: str) -> None:
    page.goto(f"{address}su-kien/{ID}/")
    links = page.eval_on_selector_all("a[type='text/calendar']", "found => found.map(one => one.href)")
    assert len(links) == 4  # the event's and those of its three sessions
    for link in links:
        response = page.request.get(link)
        assert response.ok
        assert response.headers["content-type"].startswith("text/calendar")
        assert response.text().startswith("BEGIN:VCALENDAR")
