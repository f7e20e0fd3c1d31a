"""A story on paper: A4, with its short address as a QR code that a reader's phone understands."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser]
STORY = "sang-kien/xe-day-hang-co-phanh-chan/"
AUTHOR = "tac-gia/nguyen-van-mau/"
SHORT = "https://hoithi.test/s/sk-2022-0007/"
A4 = (210, 297)
"""Millimetres."""


def printed(pdf: bytes) -> tuple[list[tuple[int, int]], list[list[str]], str]:
    """Sizes of the pages, the codes on each, and the text of all."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = list(document)
        sizes = [
            (round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) for page in pages
        ]
        pictures = [page.render(scale=2).to_pil() for page in pages]
        codes = [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in pictures]
        return sizes, codes, "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def test_a_printed_story_leads_to_its_short_address(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")  # paper is light, whatever the screen
    page = context.new_page()
    page.goto(address + STORY)
    assert page.locator(".story-qr").is_hidden()
    sizes, codes, text = printed(page.pdf(format="A4"))
    context.close()
    assert set(sizes) == {A4}
    assert 2 <= len(sizes) <= 4
    assert codes == [[SHORT], *([] for _ in sizes[1:])]
    assert SHORT in text
    for screen_only in ("Chép địa chỉ", "Kéo để so sánh", "Sáng kiến gần với bài này", "Trang chủ"):
        assert screen_only not in text


def test_a_printed_author_stands_on_one_sheet(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + AUTHOR)
    sizes, _, text = printed(page.pdf(format="A4"))
    page.close()
    assert sizes == [A4]
    assert "https://hoithi.test/" + AUTHOR in text
    assert "Chia sẻ trang này" not in text


def test_from_a_folder_on_disk_too(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / STORY / "index.html").as_uri())
    assert printed(page.pdf(format="A4"))[1][0] == [SHORT]
    page.close()


def test_a_printed_search_says_what_was_asked(browser: Browser, address: str) -> None:
    page = browser.new_page()
    for query, shown in (("may sat khuan", True), ("", False)):
        page.goto(f"{address}tim-kiem/?q={query}")
        page.emulate_media(media="print")
        box = page.locator(".ask input")
        assert (box.input_value(), box.is_visible()) == (query, shown)
        assert page.locator(".ask button").is_hidden()
        page.emulate_media(media="screen")
    page.close()


def test_without_scripts_the_address_is_printed_in_letters(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + STORY)
    _, codes, text = printed(page.pdf(format="A4"))
    context.close()
    assert codes == [[] for _ in codes]
    assert SHORT in text


def test_addresses_of_every_length_are_read(browser: Browser, address: str) -> None:
    """The first and the last length of each version, and one that is too long for a code of ours."""
    page = browser.new_page(viewport={"width": 800, "height": 800})
    page.goto(address + STORY)
    page.emulate_media(media="print")
    read = {}
    lengths = (1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106)
    for length in lengths:
        text = ("https://đ.example/" + "abc-123/" * 12).encode()[:length].decode("utf-8", "ignore")
        text += "x" * (length - len(text.encode()))
        page.evaluate(
            "text => { document.querySelector('.story-qr-address').textContent = text;"
            " dispatchEvent(new Event('beforeprint')) }",
            text,
        )
        picture = page.locator(".story-qr svg").screenshot()
        (code,) = zxingcpp.read_barcodes(picture_of(picture))
        read[length] = (code.text == text, code.format.name, code.ec_level)
    assert read == dict.fromkeys(lengths, (True, "QRCode", "M"))
    page.evaluate(
        "() => { document.querySelector('.story-qr-address').textContent = 'x'.repeat(107);"
        " dispatchEvent(new Event('beforeprint')) }"
    )
    assert page.locator(".story-qr svg").count() == 0
    page.close()


def picture_of(png: bytes) -> Image.Image:
    """A screenshot, enlarged: a code of a phone's camera is no smaller."""
    image = Image.open(io.BytesIO(png)).convert("L")
    return image.resize((image.width * 3, image.height * 3), Image.Resampling.NEAREST)
