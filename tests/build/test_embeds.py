"""A story on other people's pages: its card, the file that leads there, and the code to paste."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from edited_fair import edit
from sangkien import urls
from sangkien.targets.revisions import MARK
from small_fair import build, clean_copy, files, slug
from soundness import HTML, live

SITE = "https://hoi-cho.example/thu/"
OWN_TYPES = {"photo": ("url", "width", "height"), "video": ("html", "width", "height"), "link": ()}
OWN_TYPES["rich"] = OWN_TYPES["video"]
TEXTS = (
    "title",
    "author_name",
    "author_url",
    "provider_name",
    "provider_url",
    "html",
    "url",
    "thumbnail_url",
)
NUMBERS = ("width", "height", "cache_age", "thumbnail_width", "thumbnail_height")
THUMBNAIL = ("thumbnail_url", "thumbnail_width", "thumbnail_height")


def against_specification(found: dict[str, object]) -> list[str]:
    """What of an answer oEmbed 1.0 (oembed.com, section 2.3.4) forbids."""
    wrong = [] if found.get("version") == "1.0" else ["version"]
    required = OWN_TYPES.get(str(found.get("type")))
    wrong += ["type"] if required is None else [name for name in required if name not in found]
    wrong += [name for name in TEXTS if name in found and not isinstance(found[name], str)]
    wrong += [name for name in NUMBERS if name in found and type(found[name]) is not int]
    given = [name for name in THUMBNAIL if name in found]
    wrong += given if 0 < len(given) < len(THUMBNAIL) else []
    addresses = [name for name in TEXTS if name.endswith("url") and name in found]
    return wrong + [name for name in addresses if not str(found[name]).startswith(("https://", "http://"))]


def answer(root: Path, number: int) -> dict[str, object]:
    found: dict[str, object] = json.loads((root / "site" / urls.oembed(slug(number))).read_bytes())
    return found


def page(root: Path, url: str) -> Element:
    tree: Element = html5lib.parse((root / "site" / urls.file_of(url)).read_text("utf-8"))
    return tree


def card(root: Path, number: int) -> str:
    return (root / "site" / urls.file_of(urls.embed(slug(number)))).read_text("utf-8")


def test_the_check_knows_a_faulty_answer() -> None:
    sound = {"version": "1.0", "type": "rich", "html": "<b>x</b>", "width": 1, "height": 1}
    assert against_specification(sound) == []
    assert against_specification({"version": 1.0, "type": "card"}) == ["version", "type"]
    faulty = sound | {"width": "600", "title": None, "thumbnail_url": "x.jpg", "provider_url": "/"}
    del faulty["html"]
    assert against_specification(faulty) == [
        *("html", "title", "width", "thumbnail_url"),
        *("provider_url", "thumbnail_url"),
    ]


@pytest.mark.parametrize("number", range(4))
def test_every_story_answers_as_the_specification_says(built: Path, number: int) -> None:
    assert against_specification(answer(built, number)) == []


def test_an_answer_says_whose_what_and_where(built: Path) -> None:
    found = answer(built, 0)
    thumbnail = str(found.pop("thumbnail_url"))
    assert found == {
        "version": "1.0",
        "type": "rich",
        "title": "Tay đòn cho việc số 0",
        "author_name": "Lê Thị Giả Định, Tổ 0",
        "author_url": f"{SITE}tac-gia/le-thi-gia-dinh-1674/",
        "provider_name": "Hội chợ thử",
        "provider_url": SITE,
        "cache_age": 3600,
        "html": f'<iframe src="{SITE}sang-kien/viec-so-000/embed/" '
        'title="Tay đòn cho việc số 0 – Hội chợ thử" width="600" height="400" '
        'style="border:0;max-width:100%" loading="lazy"></iframe>',
        "width": 600,
        "height": 400,
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    assert (built / "site" / thumbnail.removeprefix(SITE)).is_file()
    assert (built / "site" / str(found["author_url"]).removeprefix(SITE) / "index.html").is_file()
    assert "thumbnail_url" not in answer(built, 3)


def test_a_story_leads_to_its_answer_and_gives_the_code(built: Path) -> None:
    tree = page(built, urls.story(slug(1)))
    leads = [
        element.get("href")
        for element in tree.iter(f"{HTML}link")
        if element.get("type") == "application/json+oembed"
    ]
    assert leads == [SITE + urls.oembed(slug(1))]
    codes = [element.text for element in tree.iter(f"{HTML}textarea")]
    assert codes == [answer(built, 1)["html"]]


def test_a_card_tells_of_the_story_and_leads_there(built: Path) -> None:
    tree = page(built, urls.embed(slug(1)))
    text = " ".join(" ".join(tree.itertext()).split())
    assert text == (
        "Tay đòn cho việc số 1 Điện Tay đòn cho việc số 1 Trần Văn Thí Dụ, Tổ 1 Cảng Thí Dụ "
        "2 triệu đồng/năm Hội chợ thử"
    )
    links = [(one.get("href"), one.get("target"), one.get("rel")) for one in tree.iter(f"{HTML}a")]
    assert links == [("../", "_top", "noopener")]
    assert not list(tree.iter(f"{HTML}script"))
    head = {
        one.get("rel"): one.get("href") for one in tree.iter(f"{HTML}link") if one.get("rel") == "canonical"
    }
    assert head == {"canonical": SITE + urls.story(slug(1))}
    assert [one.get("content") for one in tree.iter(f"{HTML}meta") if one.get("name") == "robots"] == [
        "noindex"
    ]


def test_all_that_a_card_shows_is_there_and_it_is_small(built: Path) -> None:
    folder = built / "site" / urls.embed(slug(1))
    tree = page(built, urls.embed(slug(1)))
    images = [one.get("src", "") for one in tree.iter(f"{HTML}img")]
    sheets = [one.get("href", "") for one in tree.iter(f"{HTML}link") if one.get("rel") == "stylesheet"]
    assert [path for path in (*images, *sheets) if not (folder / path).resolve().is_file()] == []
    assert (len(images), sheets) == (1, ["../../../assets/stylesheets/embed.css"])
    sheet = (folder / sheets[0]).resolve().read_text("utf-8")
    assert ("--paper" in sheet, "url(" in sheet, len(sheet) < 6000) == (True, False, True)
    assert max(len(card(built, number).encode()) for number in range(4)) < 1500


def test_a_sample_is_marked_and_answers_no_machine(fair: Path) -> None:
    edit(fair, 3, "status: published", "sample: true\nstatus: published")
    assert build(fair).errors == 0
    assert "<b>Bài mẫu</b>" in card(fair, 3)
    assert not (fair / "site" / urls.oembed(slug(3))).exists()
    assert "json+oembed" not in (fair / "site" / urls.file_of(urls.story(slug(3)))).read_text("utf-8")


def test_what_is_hidden_has_no_card_and_no_answer(fair: Path) -> None:
    edit(fair, 0, "status: published", "status: draft")
    edit(fair, 1, "published: 2022-03-02", "published: 2026-12-01T08:00:00+07:00")
    edit(fair, 2, "status: published", "status: withdrawn")
    assert build(fair).errors == 0
    found = {name for name in files(fair / "site") if urls.is_embed(name) or name.endswith("oembed.json")}
    assert found == {urls.file_of(urls.embed(slug(3))), urls.oembed(slug(3))}


def test_a_withdrawn_author_is_gone_from_both(fair: Path) -> None:
    edit(fair, 1, "consent: 2022-01-02", "consent: {withdrawn: 2023-06-01}")
    assert build(fair).errors == 0
    found = answer(fair, 1)
    assert found["author_name"] == "Một tác giả không nêu tên, Tổ 1"
    assert str(found["author_url"]).startswith(f"{SITE}tac-gia/to-1-")
    assert "Trần Văn Thí Dụ" not in card(fair, 1)


def test_a_hostile_title_stays_text(fair: Path) -> None:
    title = "'Tay </textarea></iframe>\"><script>alert(1)</script> đòn'"
    edit(fair, 3, "title: Tay đòn cho việc số 3", f"title: {title}")
    assert build(fair).errors == 0
    assert live(card(fair, 3)) == []
    shown = html5lib.parseFragment(str(answer(fair, 3)["html"]))
    (frame,) = list(shown)
    assert (frame.tag, frame.get("title"), len(frame), frame.text) == (
        f"{HTML}iframe",
        f"{title[1:-1]} – Hội chợ thử",
        0,
        None,
    )
    (area,) = list(page(fair, urls.story(slug(3))).iter(f"{HTML}textarea"))
    assert area.text == answer(fair, 3)["html"]


def test_both_follow_an_edit_as_a_clean_build_makes_them(fair: Path, tmp_path: Path) -> None:
    edit(fair, 2, "Tay đòn cho việc", "Cần gạt cho việc")
    assert build(fair).errors == 0
    assert answer(fair, 2)["title"] == "Cần gạt cho việc số 2"
    assert "Cần gạt cho việc số 2" in card(fair, 2)
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean")


def test_phones_are_told_of_every_page_but_the_cards(built: Path) -> None:
    found = files(built / "site")
    pages = [name for name in found if name.endswith("index.html") and not urls.is_embed(name)]
    shards = [json.loads(data) for name, data in found.items() if name.startswith("revisions/")]
    assert sum(len(shard) for shard in shards) == MARK * len(pages)


@pytest.mark.parametrize(
    ("path", "framed"),
    [
        ("sang-kien/x/embed/index.html", True),
        ("sang-kien/embed/index.html", False),
        ("sang-kien/embed/embed/index.html", True),
        ("tac-gia/x/embed/index.html", False),
        ("sang-kien/x/index.html", False),
    ],
)
def test_only_the_card_is_what_others_frame(path: str, framed: bool) -> None:
    assert urls.is_embed(path) is framed
