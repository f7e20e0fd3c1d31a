"""Press kits as a journalist opens them: complete, of public stories alone, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from PIL import Image

from edited_fair import change, edit
from photo_words import photo_words
from small_events import ID, write_event
from small_fair import build, clean_copy, copied, files, make_fair, photo, slug, write_story

HTML = "{http://www.w3.org/1999/xhtml}"
KITS = "bao-chi/tai-lieu/"
NAME = "Lê Thị Giả Định"
MORE = """featured: {rank: 1, citation: Việc khó mà làm gọn.}
photos:
  - {file: may.jpg, alt: Tay đòn, caption: Tay đòn ở xưởng, credit: Tổ thử}
  - {file: ve.jpg, alt: Tranh, caption: Tranh vẽ, credit: Trang, illustration: true}
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Story 0 is featured, with a photo, a drawing, a quote and a link; an event stands beside it."""
    root = make_fair(tmp_path_factory.mktemp("kits") / "fair", stories=4)
    write_story(root, 0, more=MORE)
    folder = root / "initiatives" / slug(0)
    (folder / "may.jpg").write_bytes(photo(size=(1700, 1275)))
    (folder / "ve.jpg").write_bytes(photo("#884422"))
    edit(
        root,
        0,
        "## Giải pháp\n",
        "> Làm được thì nói.\n\n![Tay đòn](may.jpg)\n\n[Xem](/don-vi/)\n\n## Giải pháp\n",
    )
    write_event(root)
    assert build(root).errors == 0
    return root


@pytest.fixture
def fair(told: Path, tmp_path: Path) -> Path:
    return copied(told, tmp_path / "fair")


def kits(root: Path) -> list[str]:
    return sorted(path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*.zip"))


def opened(root: Path, name: str) -> dict[str, bytes]:
    """A kit's files by their names in its folder."""
    with zipfile.ZipFile(root / "site" / name) as kit:
        assert kit.testzip() is None
        names = kit.namelist()
        assert names == sorted(names)
        assert len({one.split("/")[0] for one in names}) == 1
        return {one.split("/", 1)[1]: kit.read(one) for one in names}


def test_who_has_a_kit(told: Path) -> None:
    assert kits(told) == [
        "bao-chi/tai-lieu-chuong-trinh.zip",
        f"{KITS}su-kien/{ID}.zip",
        f"{KITS}{slug(0)}.zip",
    ]
    room = (told / "site" / "bao-chi" / "index.html").read_text("utf-8")
    assert [name for name in kits(told) if f'href="../{name}" download' not in room] == []
    page = (told / "site" / "sang-kien" / slug(0) / "index.html").read_text("utf-8")
    assert f'href="../../{KITS}{slug(0)}.zip" download' in page


def test_a_kit_has_text_in_three_lengths_and_three_forms(told: Path) -> None:
    kit = opened(told, f"{KITS}{slug(0)}.zip")
    forms = [
        f"{name}.{form}" for name in ("bai-day-du", "bai-ngan", "bai-vua") for form in ("html", "md", "txt")
    ]
    assert sorted(kit) == sorted([*forms, "doc-truoc.txt", "chu-thich-anh.txt", "anh/01.jpg"])
    summary = "Một tay đòn giúp việc số 0 xong sớm hơn nửa buổi."
    whole, medium, short = (
        kit[f"{name}.txt"].decode("utf-8-sig") for name in ("bai-day-du", "bai-vua", "bai-ngan")
    )
    assert [text.count(summary) for text in (whole, medium, short)] == [1, 1, 1]
    assert len(whole) > len(medium) > len(short)
    assert [text.count("Xưởng nào có máy hàn") for text in (whole, medium, short)] == [1, 1, 0]
    assert "may.jpg" not in whole + kit["bai-day-du.md"].decode() + kit["bai-day-du.html"].decode()
    assert "[Xem](https://hoi-cho.example/thu/don-vi/)" in kit["bai-day-du.md"].decode()
    assert 'href="https://hoi-cho.example/thu/don-vi/"' in kit["bai-day-du.html"].decode()


def test_what_to_read_first(told: Path) -> None:
    first = opened(told, f"{KITS}{slug(0)}.zip")["doc-truoc.txt"].decode("utf-8-sig").split("\r\n")
    assert first[:3] == ["Tay đòn cho việc số 0", "", f"Tác giả: {NAME}, Thợ, Xưởng may Ví Dụ; Tổ 0"]
    assert first[first.index("GHI NGUỒN") + 1] == (
        "“Tay đòn cho việc số 0”, trang Hội chợ thử, Công đoàn Thử, https://hoi-cho.example/thu/s/t-000/"
    )
    quotes = first.index("LỜI ĐƯỢC TRÍCH")
    assert first[quotes + 1 : quotes + 3] == ["“Việc khó mà làm gọn.”", "“Làm được thì nói.”"]
    assert first[-3:] == ["Liên hệ", "Công đoàn Thử", ""]


def test_a_photo_has_its_own_size_and_its_words(told: Path) -> None:
    kit = opened(told, f"{KITS}{slug(0)}.zip")
    with Image.open(io.BytesIO(kit["anh/01.jpg"])) as image:
        assert image.size == (1700, 1275)
    told_of = photo_words(kit["anh/01.jpg"])
    assert [told_of["Credit"], told_of["description"]] == ["Tổ thử", "Tay đòn ở xưởng"]
    captions = kit["chu-thich-anh.txt"].decode("utf-8-sig").split("\r\n")
    assert captions[:4] == ["01.jpg", "Chú thích: Tay đòn ở xưởng", "Trong ảnh: Tay đòn", "Nguồn: Tổ thử"]


def test_a_kits_three_forms_say_the_same_as_the_page(told: Path) -> None:
    kit = opened(told, f"{KITS}{slug(0)}.zip")
    page = words(html5lib.parse((told / "site" / "sang-kien" / slug(0) / "index.html").read_text("utf-8")))
    for name in ("bai-ngan", "bai-vua", "bai-day-du"):
        plain = " ".join(kit[f"{name}.txt"].decode("utf-8-sig").split())
        body = words(html5lib.parse(kit[f"{name}.html"].decode()).find(f".//{HTML}body"))
        marked = re.sub(r"^#+ |^> |\[|\]\([^)]*\)", "", kit[f"{name}.md"].decode(), flags=re.M)
        assert letters(plain) == letters(body), name
        assert letters(body).startswith(letters(marked)), name  # a Markdown text has no line to cite
        told_of = [" ".join(line.split()) for line in marked.splitlines() if line.strip()]
        assert [line for line in told_of if letters(line) not in letters(page)] == [], name


def test_a_photo_has_no_metadata_but_our_words(told: Path) -> None:
    """Segment by segment: pixels, their tables, and one packet of XMP whose every property is known."""
    kit = opened(told, f"{KITS}{slug(0)}.zip")
    photo_bytes = kit["anh/01.jpg"]
    segments, place = [], 2
    while photo_bytes[place + 1] != 0xDA:  # up to the pixels
        segments.append(photo_bytes[place + 1])
        place += 2 + int.from_bytes(photo_bytes[place + 2 : place + 4], "big")
    assert [one for one in segments if 0xE0 <= one <= 0xEF or one == 0xFE] == [0xE0, 0xE1]  # JFIF, XMP
    assert photo_bytes.index(b"JFIF\0") == 6
    assert photo_bytes.endswith(b"\xff\xd9")
    with Image.open(io.BytesIO(photo_bytes)) as image:
        assert dict(image.getexif()) == {}
        assert {name for name in image.info if not name.startswith("jfif")} == {"xmp"}
    read = photo_words(photo_bytes)
    assert read.pop("rights") == read.pop("UsageTerms") != ""
    assert read == {
        "title": "Tay đòn cho việc số 0",
        "description": "Tay đòn ở xưởng",
        "creator": "Tổ thử",
        "Credit": "Tổ thử",
        "Source": "Hội chợ thử",
        "WebStatement": f"https://hoi-cho.example/thu/sang-kien/{slug(0)}/",
        "AltTextAccessibility": "Tay đòn",
    }


def words(tree: Element | None) -> str:
    assert tree is not None
    return " ".join(" ".join(tree.itertext()).split())


def letters(text: str) -> str:
    """What of a text is the same whatever form it is in: not its marks and spaces."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.slow
def test_a_kit_is_the_same_bytes_in_a_clean_build(told: Path, tmp_path: Path) -> None:
    made = clean_copy(told, tmp_path / "again")
    assert {name: made[name] for name in kits(told)} == {
        name: data for name, data in files(told / "site").items() if name.endswith(".zip")
    }


def test_what_is_not_shown_has_no_kit(fair: Path) -> None:
    """With kits for all: of drafts, embargoes, samples, confidential stories none; of nobody who withdrew."""
    change(fair / "mkdocs.yml", "page_size: 6", "page_size: 6, press_kits: all")
    edit(fair, 0, "    consent: 2022-01-02", "    consent: {withdrawn: 2026-05-01}")
    for number, hidden in enumerate(
        (
            "status: draft",
            "status: withdrawn",
            "confidential: true\nstatus: published",
            "sample: true\nstatus: published",
        ),
        4,
    ):
        write_story(fair, number)
        edit(fair, number, "status: published", hidden)
    write_story(fair, 8, published="2026-06-02")
    assert build(fair).errors == 0
    stories = [f"{KITS}{slug(number)}.zip" for number in range(4)]
    assert kits(fair) == ["bao-chi/tai-lieu-chuong-trinh.zip", f"{KITS}su-kien/{ID}.zip", *stories]
    assert (fair / "site" / "bao-chi" / "index.html").read_text("utf-8").count('.zip"') == len(kits(fair))
    kit = opened(fair, f"{KITS}{slug(0)}.zip")
    assert [name for name, data in kit.items() if NAME.encode() in data] == []
    assert "Một tác giả không nêu tên" in kit["doc-truoc.txt"].decode()


def test_a_faulty_story_keeps_its_last_good_kit(fair: Path) -> None:
    before = (fair / "site" / KITS / f"{slug(0)}.zip").read_bytes()
    edit(fair, 0, "place: vung-thu", "place: khong-co")
    build(fair, keep_going=True)
    assert (fair / "site" / KITS / f"{slug(0)}.zip").read_bytes() == before


def test_none_means_none(fair: Path) -> None:
    change(fair / "mkdocs.yml", "page_size: 6", "page_size: 6, press_kits: none")
    assert build(fair).errors == 0
    assert kits(fair) == []
    assert b".zip" not in (fair / "site" / "bao-chi" / "index.html").read_bytes()
