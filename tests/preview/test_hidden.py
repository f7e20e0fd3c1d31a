"""Drafts, embargoed and faulty stories show at their address, marked, and on no list."""

import pytest

from running_preview import Running
from small_fair import photo, slug, write_story


@pytest.mark.parametrize(
    ("number", "title", "mark"),
    [
        (20, "Nháp của tổ", "Bản nháp – chưa công khai"),
        (21, "Hẹn ngày đăng", "Hẹn ngày đăng – chưa công khai"),
    ],
)
def test_a_hidden_story_shows_marked_and_on_no_list(
    still: Running, number: int, title: str, mark: str
) -> None:
    page = still.get(f"sang-kien/{slug(number)}/")
    assert f"<h1>{title}</h1>" in page
    assert mark in page
    for path in (
        "",
        "sang-kien/",
        "linh-vuc/co-khi/",
        "linh-vuc/dien/",
        "feed.xml",
        "sitemap.xml",
        "nam/2021/",
    ):
        assert slug(number) not in still.get(path)
    assert title in still.get("__preview__/")


def test_a_public_story_has_no_mark(still: Running) -> None:
    page = still.get(f"sang-kien/{slug(3)}/")
    assert "chưa công khai" not in page
    assert slug(3) not in still.get("__preview__/")


def test_pictures_of_a_draft_are_served(live: Running) -> None:
    path = write_story(live.root, 30, more="photos:\n  - {file: may.jpg, alt: Tay đòn, credit: Tổ thử}\n")
    path.with_name("may.jpg").write_bytes(photo("#884422"))
    path.write_text(path.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    address = f"sang-kien/{slug(30)}/"
    page = live.until(address, lambda text: "Bản nháp" in text and ".webp" in text)
    name = page.split(".webp")[0].rsplit(slug(30) + "/", 1)[-1] + ".webp"
    reply = live.ask(f"/{address}{name}")
    assert (reply.status, reply.headers["content-type"], reply.body[8:12]) == (200, "image/webp", b"WEBP")


def test_a_name_taken_back_is_not_shown_in_a_draft(live: Running) -> None:
    path = write_story(live.root, 31, author="Võ Không Nêu")
    text = path.read_text("utf-8").replace("status: published", "status: draft")
    path.write_text(text.replace("consent: 2022-01-02", "consent: {withdrawn: 2022-05-05}"), "utf-8")
    page = live.until(f"sang-kien/{slug(31)}/", lambda text: "Một tác giả không nêu tên" in text)
    assert "Võ Không Nêu" not in page.split("<!--preview-->")[0]


def test_a_withdrawn_story_shows_nothing_of_itself(live: Running, story: str) -> None:
    file = live.root / story
    text = file.read_text("utf-8").replace("Tay đòn cho việc", "Tay đòn Kimtuoc cho việc")
    file.write_text(text, "utf-8")
    live.until("tim-kiem/index/r-ki.js", lambda found: "kimtuoc" in found)
    file.write_text(text.replace("status: published", "status: withdrawn"), "utf-8")
    page = live.until(f"sang-kien/{slug(3)}/", lambda text: "Đã rút" in text)
    assert "việc số 3" not in page
    assert live.ask("/tim-kiem/index/r-ki.js").status == 404
    assert slug(3) not in live.get("tim-kiem/index/c-0.js")
