"""A partner's preview as its reader opens it: from a disk, without a network, and on paper."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from sangkien.preview.state import survey_fair
from sangkien.publish.parcel import write_parcel
from sangkien.publish.partner import Partner, partner_files
from small_fair import settings_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LATER = datetime(2030, 1, 1, tzinfo=UTC)
"""All of the fair is published then."""
SLUG = "sao-go-dieu-khong-cat-dien"
FOR_WHOM = "Bản xem trước dành riêng cho Báo Ví Dụ"


@pytest.mark.slow
@pytest.mark.browser
def test_it_opens_from_a_disk_and_every_printed_page_names_the_partner(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    state = survey_fair(lambda: settings_of(site.parent, LATER), 1)
    write_parcel(partner_files(state, SLUG, Partner("Báo Ví Dụ", LATER + timedelta(days=1))), tmp_path, SLUG)
    context = browser.new_context(offline=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("console", lambda message: failed.append(message.text))
    page.goto((tmp_path / "index.html").as_uri(), wait_until="load")
    assert page.evaluate("[...document.images].filter(one => !one.naturalWidth).length") == 0
    assert page.evaluate("document.fonts.check('1em \"Be Vietnam Pro\"')") is True
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    heads = [one.get_textpage().get_text_range().split("\r\n")[0] for one in printed]
    assert heads == [FOR_WHOM] * len(printed)
    assert len(printed) > 1
    assert failed == []
    context.close()
