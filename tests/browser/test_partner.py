"""A partner's preview as its reader opens it: from a disk, without a network, and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOR_WHOM = "Bản xem trước dành riêng cho Báo Ví Dụ"


@pytest.mark.slow
@pytest.mark.browser
def test_it_opens_from_a_disk_and_every_printed_page_names_the_partner(
    browser: Browser, preview: Path
) -> None:
    context = browser.new_context(offline=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("console", lambda message: failed.append(message.text))
    page.goto((preview / "index.html").as_uri(), wait_until="load")
    assert page.evaluate("[...document.images].filter(one => !one.naturalWidth).length") == 0
    assert page.evaluate("document.fonts.check('1em \"Be Vietnam Pro\"')") is True
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    heads = [one.get_textpage().get_text_range().split("\r\n")[0] for one in printed]
    assert heads == [FOR_WHOM] * len(printed)
    assert len(printed) > 1
    assert failed == []
    context.close()
