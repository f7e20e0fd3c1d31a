"""What pages show of people and sectors: hues, drawings, honours by year, a unit's own, names in the menu."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sangkien.model.vocabulary import HUES, MOTIFS
from small_fair import REPOSITORY, build, make_fair, write_story

RECOGNISED = (
    "recognition:\n  - {award: bang-khen-thu, level: tinh, decision: 12/QĐ, date: 2022-10-01}\n"
    "  - {level: co-so, year: 2021}\n  - {level: toan-quoc, year: 2021}\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four stories, of mechanics and of power in turn, the third recognised twice; power has its own look."""
    root = make_fair(tmp_path_factory.mktemp("face") / "fair", stories=4)
    write_story(root, 2, more=RECOGNISED)
    sectors = "- {id: co-khi, name: Cơ khí}\n- {id: dien, name: Điện, hue: 7, motif: bolt}\n"
    (root / "content" / "vocabulary" / "sectors.yml").write_text(sectors, "utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav:\n  - index.md\n  - Ý tưởng: sang-kien/index.md\n  - vinh-danh/index.md\n")
    assert build(root).errors == 0
    return root / "site"


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text("utf-8")


def test_every_drawing_that_may_be_named_is_there() -> None:
    assert {path.stem for path in (REPOSITORY / "theme" / "motifs").glob("*.svg")} == set(MOTIFS)
    tokens = (REPOSITORY / "theme" / "assets" / "stylesheets" / "tokens.css").read_text("utf-8")
    assert re.findall(r"^\.hue-(\d)", tokens, re.MULTILINE) == list(HUES)


def test_a_card_has_its_sectors_look_and_a_photo_or_a_drawing(site: Path) -> None:
    cards = re.findall(
        r'<li class="card (hue-\d)">\n<img (class="motif" )?src="([^"]+)', page(site, "sang-kien")
    )
    assert [(hue, source.rsplit("/", 1)[-1] if drawn else "photo") for hue, drawn, source in cards] == [
        ("hue-7", "bolt.svg"),
        ("hue-1", "idea.svg"),
        ("hue-7", "photo"),
        ("hue-1", "photo"),
    ]


def test_honours_stand_by_year_award_and_level_the_highest_first(site: Path) -> None:
    hall = page(site, "vinh-danh")
    assert re.findall(r'id="nam-(\d+)"', hall) == ["2022", "2021"]
    assert re.findall(r"<h4>(.*)</h4>", hall) == [
        "Bằng khen Thử",
        "Công nhận cấp toàn quốc",
        "Công nhận cấp cơ sở",
    ]
    people, _, rest = hall.partition('id="tap-the"')
    assert "Phạm Ví Dụ" in people
    assert "Tổ 2" in rest


def test_a_unit_shows_its_people_and_honours(site: Path) -> None:
    unit = page(site, "don-vi/truong-nghe-mau")
    assert re.findall(r'tac-gia/[^"]+">([^<]+)</a>', unit) == ["Phạm Ví Dụ", "Tổ 2"]
    assert "Bằng khen Thử" in unit


def test_a_section_goes_by_its_word_unless_the_menu_names_it(site: Path) -> None:
    tabs = page(site, "tac-gia").partition('<nav class="tabs"')[2].partition("</nav>")[0]
    assert re.findall(r">([^<>\n]+)</a>", tabs) == ["Trang chủ", "Ý tưởng", "Vinh danh"]


def test_a_catalogue_page_loads_nothing_of_material(site: Path) -> None:
    for url in ("", "sang-kien", "tac-gia", "vinh-danh"):
        loads = re.findall(r'<(?:link rel="stylesheet"|script)[^>]*(?:href|src)="([^"]+)"', page(site, url))
        asked = ["search.js"] if url == "sang-kien" else []
        assert [load.rsplit("/", 1)[-1] for load in loads] == ["fair.css", "chrome.js", "app.js", *asked]
