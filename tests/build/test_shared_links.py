"""What a shared link shows: every page has a picture, and the file stands where the page says."""

from __future__ import annotations

import re
from pathlib import Path

from edited_fair import change, edit
from small_fair import build, files, slug

_IMAGE = re.compile(r'<meta property="og:image" content="https://hoi-cho.example/thu/([^"]+)">')


def images(root: Path) -> dict[str, str]:
    """Page → its picture, where it has one."""
    found = {}
    for name, data in files(root / "site").items():
        if name.endswith("index.html") and (match := _IMAGE.search(data.decode())):
            found[name] = match[1]
    return found


def test_every_page_that_may_be_shared_has_a_picture_that_is_there(built: Path) -> None:
    shown = images(built)
    pages = [
        name
        for name, data in files(built / "site").items()
        if name.endswith("index.html") and b'property="og:title"' in data
    ]
    assert sorted(shown) == pages
    assert [path for path in shown.values() if not (built / "site" / path).is_file()] == []
    assert len({path for path in shown.values() if path.startswith("assets/")}) == 1


def test_who_has_a_card_of_their_own(fair: Path) -> None:
    edit(fair, 3, "status: published", "featured: {rank: 1}\nstatus: published")
    edit(fair, 2, "status: published", "recognition: [{award: bang-khen-thu, year: 2022}]\nstatus: published")
    edit(fair, 2, "status: published", "featured: {rank: 2}\nstatus: published")
    edit(fair, 1, "status: published", "recognition: [{award: bang-khen-thu, year: 2022}]\nstatus: published")
    assert build(fair).errors == 0
    shown = images(fair)
    only_honoured = [url for page, url in shown.items() if page.startswith("tac-gia/tran-van-thi-du")]
    assert [url.partition("/")[0] for url in only_honoured] == ["assets"]
    story, person = shown[f"sang-kien/{slug(3)}/index.html"], shown["tac-gia/pham-vi-du/index.html"]
    assert story.startswith(f"sang-kien/{slug(3)}/")
    assert person.startswith("tac-gia/pham-vi-du/")
    edit(fair, 3, "Tay đòn cho việc", "Cần gạt cho việc")
    assert build(fair).errors == 0
    assert images(fair)[f"sang-kien/{slug(3)}/index.html"] != story
    assert not (fair / "site" / story).exists()


def test_a_sample_has_no_card_of_its_own(fair: Path) -> None:
    edit(fair, 3, "status: published", "featured: {rank: 1}\nsample: true\nstatus: published")
    assert build(fair).errors == 0
    assert images(fair)[f"sang-kien/{slug(3)}/index.html"].startswith("assets/")


def test_none_means_none(fair: Path) -> None:
    change(fair / "mkdocs.yml", "page_size: 6", "page_size: 6, drawn_cards: none")
    assert build(fair).errors == 0
    photographed = [f"sang-kien/{slug(number)}/index.html" for number in (0, 1)]
    assert list(images(fair)) == photographed
