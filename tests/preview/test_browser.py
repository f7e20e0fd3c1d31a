"""In a browser: what is saved shows by itself, at the same place, under the strict policy."""

from typing import Any

import pytest

from running_preview import DEADLINE, Running
from small_fair import slug


def until_scrolled(page: Any, place: int) -> None:
    for _ in range(int(DEADLINE * 20)):
        if page.evaluate("scrollY") == place:
            return
        page.wait_for_timeout(50)
    pytest.fail(f"not at {place} but at {page.evaluate('scrollY')}")


@pytest.mark.browser
@pytest.mark.slow
def test_a_saved_story_shows_by_itself(live: Running, story: str, page: Any) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_default_timeout(DEADLINE * 1000)
    page.set_viewport_size({"width": 800, "height": 400})
    page.goto(f"{live.server.url}sang-kien/{slug(3)}/")
    page.get_by_role("heading", name="Tay đòn cho việc số 3", exact=True).wait_for()
    page.evaluate("scrollTo(0, 300)")
    until_scrolled(page, 300)
    file = live.root / story
    file.write_text(file.read_text("utf-8").replace("title: Tay đòn", "title: Đòn bẩy"), "utf-8")
    page.get_by_role("heading", name="Đòn bẩy cho việc số 3", exact=True).wait_for()
    until_scrolled(page, 300)
    file.write_text(file.read_text("utf-8").replace("sector: dien", "sector: dienn"), "utf-8")
    page.get_by_text("Còn lỗi – chưa đăng được").first.wait_for()
    page.goto(f"{live.server.url}__preview__/")
    page.get_by_role("heading", name="Tổng quan bản xem thử").wait_for()
    assert said == []
