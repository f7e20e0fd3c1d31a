"""A story's card on another site's page, in a browser, under the headers that hosts are told to send."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sangkien import urls
from sangkien.publish.serving import FRAMED_POLICY, HEADERS
from serving import Handler, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STORY = "sang-kien/may-rua-tay-khu-khuan-tu-dong/"
NARROW, WIDE = 300, 600

pytestmark = [pytest.mark.slow, pytest.mark.browser]


class Host(Handler):
    """A host that does as the snippets say."""

    def end_headers(self) -> None:
        """The general headers, or those of a card."""
        framed = urls.is_embed(urls.file_of(self.path.lstrip("/")))
        headers = {"Content-Security-Policy": FRAMED_POLICY} if framed else HEADERS
        for name, value in headers.items():
            self.send_header(name, value)
        SimpleHTTPRequestHandler.end_headers(self)


class Newspaper(Handler):
    """Another site, with no policy."""

    def end_headers(self) -> None:
        """Nothing of ours."""
        SimpleHTTPRequestHandler.end_headers(self)


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with serving(site, Host) as address:
        yield address


@pytest.fixture(scope="module")
def article(host: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page of another origin with the card at two widths, and with the story itself."""
    folder = tmp_path_factory.mktemp("newspaper")
    frames = [(f"{host}{STORY}embed/", NARROW), (f"{host}{STORY}embed/", WIDE), (host + STORY, WIDE)]
    html = "".join(f'<iframe src="{src}" width="{width}" height="400"></iframe>' for src, width in frames)
    head = '<!doctype html><title>x</title><link rel="icon" href="data:,">'
    (folder / "index.html").write_text(head + html, "utf-8")
    with serving(folder, Newspaper) as address:
        yield address.replace("127.0.0.1", "localhost")


def shown(page: Page, place: int) -> dict[str, object]:
    """What a frame shows: its title, whether its picture came and its style holds, and how far it reaches."""
    frame = page.frames[place + 1]
    found: dict[str, object] = frame.evaluate(
        """() => ({
          title: document.querySelector("h1").textContent,
          picture: document.querySelector("img").naturalWidth > 0,
          column: getComputedStyle(document.querySelector("main")).flexDirection,
          ground: getComputedStyle(document.documentElement).backgroundColor,
          across: document.documentElement.scrollWidth,
          down: document.documentElement.scrollHeight,
        })"""
    )
    return found


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(255, 253, 249)"), ("dark", "rgb(33, 27, 22)")])
def test_a_card_shows_on_another_site_and_the_story_does_not(
    browser: Browser, article: str, scheme: str, ground: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1300, "height": 900})  # type: ignore[arg-type]  # the parameter's two values
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(article, wait_until="networkidle")
    for place, width in enumerate((NARROW, WIDE)):
        assert shown(page, place) == {
            "title": "Máy rửa tay khử khuẩn tự động",
            "picture": True,
            "column": "column",
            "ground": ground,
            "across": width,
            "down": 400,
        }
    assert ["frame-ancestors" in text for text in refused] == [True]
    context.close()


def test_a_press_on_the_card_leads_the_whole_window_to_the_story(page: Page, host: str, article: str) -> None:
    page.goto(article, wait_until="networkidle")
    page.frames[1].locator("h1 a").click()
    page.wait_for_url(host + STORY)
    assert page.locator("h1").inner_text() == "Máy rửa tay khử khuẩn tự động"


def test_the_code_is_copied_with_one_press(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + STORY)
    page.locator(".share-embed summary").click()
    page.locator(".share-embed .copy").click()
    page.locator(".share-embed .copy", has_text="Đã chép").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("textarea").input_value()
    context.close()
