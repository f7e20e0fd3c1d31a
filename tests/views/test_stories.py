"""A story's page: which photo stands where, what long, confidential and public-report stories show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import html5lib
import pytest

from sangkien.views.stories import _pictures
from small_fair import build
from story_fair import LONG, ONE, PAIR, REPORT, SHORT, make_story_fair

HTML = "{http://www.w3.org/1999/xhtml}"


def photos(*shows: str | None, size: tuple[int, int] = (960, 640)) -> list[dict[str, Any]]:
    return [
        {"src": f"{number}.webp", "shows": kind, "width": size[0], "height": size[1]}
        for number, kind in enumerate(shows)
    ]


def placed(*shows: str | None) -> tuple[str | None, list[str], list[str]]:
    """Addresses of the photo at the head, of the pair, of the gallery."""
    found = _pictures(photos(*shows))
    hero, pair = found["hero"], found["pair"]
    return (
        hero and hero["src"],
        [pair["before"]["src"], pair["after"]["src"]] if pair else [],
        [one["src"] for one in found["gallery"]],
    )


def test_each_photo_stands_in_one_place() -> None:
    assert placed() == (None, [], [])
    assert placed(None) == ("0.webp", [], [])
    assert placed(None, "hero", "detail") == ("1.webp", [], ["0.webp", "2.webp"])
    assert placed("hero", "before", "after") == ("0.webp", ["1.webp", "2.webp"], [])
    assert placed("detail", "hero", "hero", "before") == ("1.webp", [], ["0.webp", "2.webp", "3.webp"])


def test_before_and_after_are_the_head_where_no_photo_is() -> None:
    assert placed("before", "after") == (None, ["0.webp", "1.webp"], [])
    assert placed("detail", "before", "after") == (None, ["1.webp", "2.webp"], ["0.webp"])
    assert placed("before") == ("0.webp", [], [])


@pytest.mark.parametrize(
    ("size", "frame"),
    [((960, 640), "wide"), ((640, 960), "tall"), ((800, 800), "square"), ((960, 820), "square")],
)
def test_a_pair_shares_the_frame_of_its_first(size: tuple[int, int], frame: str) -> None:
    assert _pictures(photos("before", "after", size=size))["pair"]["frame"] == frame


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_story_fair(tmp_path_factory.mktemp("stories") / "fair")
    file = root / "initiatives" / SHORT / "index.md"
    file.write_text(
        file.read_text("utf-8").replace("status: published", "status: published\nconfidential: true")
    )
    assert build(root).errors == 0
    return root / "site"


def story(site: Path, slug: str) -> Any:
    return html5lib.parse((site / "sang-kien" / slug / "index.html").read_text("utf-8"))


def by_class(tree: Any, name: str) -> list[Any]:
    return [one for one in tree.iter() if name in (one.get("class") or "").split()]


def text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def test_a_long_story_has_its_contents_and_a_short_one_none(site: Path) -> None:
    contents = by_class(story(site, LONG), "story-contents")[0]
    assert [(text(one), one.get("href")) for one in contents.iter(f"{HTML}a")] == [
        ("Hoàn cảnh ra đời", "#hoan-canh-ra-doi"),
        ("Giải pháp", "#giai-phap"),
        ("Hiệu quả", "#hieu-qua"),
        ("Khả năng nhân rộng", "#kha-nang-nhan-rong"),
    ]
    assert by_class(story(site, PAIR), "story-contents") == []


def test_a_photo_of_before_alone_says_so(site: Path) -> None:
    label = by_class(story(site, ONE), "compare-label")
    assert [text(one) for one in label] == ["Trước"]


def test_a_public_report_names_its_source_and_leaves_open_what_is_not_known(site: Path) -> None:
    tree = story(site, REPORT)
    notice = by_class(tree, "notice")[0]
    assert text(notice).endswith("Nguồn: Những việc nhỏ, Công đoàn Thử, 09/01/2022")
    assert [one.get("href") for one in notice.iter(f"{HTML}a")] == ["https://example.org/tin"]
    assert [text(one) for one in by_class(tree, "story-waiting")[0].iter(f"{HTML}dt")] == [
        "Giải pháp",
        "Hiệu quả",
        "Khả năng nhân rộng",
    ]
    assert [text(one) for one in by_class(tree, "open")] == ["Chưa có thông tin"] * 3


def test_a_confidential_story_shows_authors_and_no_facts(site: Path) -> None:
    tree = story(site, SHORT)
    assert text(by_class(tree, "story-kicker")[0]) == "Có phần bảo mật"
    assert len(by_class(tree, "story-many")[0].findall(f"{HTML}li")) == 10
    assert by_class(tree, "prose") == []
    assert [text(one) for one in by_class(tree, "story-side")[0].iter(f"{HTML}h2")] == ["Chia sẻ trang này"]


def again(site: Path, slug: str) -> dict[str, list[str]]:
    """What stands under each question of the block, line by line."""
    (block,) = by_class(story(site, slug), "story-again")
    return {
        text(part[0]): [
            text(one) for one in part.iter() if one.tag in {f"{HTML}{tag}" for tag in ("dd", "p", "li")}
        ]
        for part in block[1]
    }


def test_a_story_says_what_it_takes_whom_to_ask_and_who_has(site: Path) -> None:
    others = "Sáng kiến khác để làm theo"
    assert again(site, LONG) == {
        "Làm lại cần gì?": [
            "650.000 đồng",
            "Mô-tơ quạt cũ Thép hộp 20 × 40 mm".replace(" Thép", "Thép"),
            "Mô-tơ quạt cũ",
            "Thép hộp 20 × 40 mm",
            "Xưởng có máy hàn.",
        ],
        "Hỏi ai?": ["Tổ hỗ trợ sáng kiến Xưởng may Ví Dụ"],
        "Ai đã làm theo?": ["Cảng Thí Dụ từ 01/7/2022", "Trường nghề Mẫu", others],
    }
    assert again(site, PAIR)["Hỏi ai?"] == ["Công đoàn cơ sở Xưởng may Ví Dụ"]
    assert again(site, REPORT) == {
        "Làm lại cần gì?": ["Thông tin đã công bố chưa nói đến chi phí và vật tư."],
        "Hỏi ai?": ["Công đoàn cơ sở Cảng Thí Dụ"],
        "Ai đã làm theo?": ["Chưa ghi nhận nơi nào. Nơi bạn làm có thể là nơi đầu tiên.", others],
    }
    assert by_class(story(site, SHORT), "story-again") == []  # confidential


def test_a_page_asks_for_no_script_it_has_no_block_for(site: Path) -> None:
    scripts = {
        slug: {
            (one.get("src") or "").rsplit("/", 1)[-1]
            for one in story(site, slug).iter(f"{HTML}script")
            if one.get("src")
        }
        - {"chrome.js", "app.js"}
        for slug in (SHORT, LONG, REPORT)
    }
    always = {"copy.js", "share.js", "keep.js", "qr.js"}
    assert scripts == {SHORT: always, LONG: {"gallery.js", "compare.js", *always}, REPORT: always}
