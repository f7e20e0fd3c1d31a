"""What isn't public leaves no trace in any byte of the site (design, section 7)."""

from __future__ import annotations

import io
import json
import shutil
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from PIL import Image, PngImagePlugin

from canary import Canary, picture, tell, traces
from small_fair import build, copied, files, make_fair, slug, write_story

CANARY = Canary("Kìmtuốcbiển Khuềnh")
"""Its second word is a syllable, which the search files in another way."""


@pytest.fixture(scope="module")
def fairs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The fair with the story never published, and after it has been."""
    place = tmp_path_factory.mktemp("leaks")
    never = make_fair(place / "never", stories=4)
    build(never)
    tell(never, CANARY)
    write_story(never, 2, summary="Câu tóm tắt khác để danh sách đổi.")
    after = place / "after"
    shutil.copytree(never, after)
    assert build(after).errors == 0
    return never, after


@pytest.fixture(params=[0, 1], ids=["never public", "public before"])
def fair(request: pytest.FixtureRequest, fairs: tuple[Path, Path], tmp_path: Path) -> Iterator[Path]:
    root = copied(fairs[request.param], tmp_path / "fair", left_out="spare")
    yield root
    shutil.rmtree(root)


HIDDEN = {
    "draft": ("status: published", "status: draft"),
    "withdrawn": ("status: published", "status: withdrawn"),
    "embargoed until an hour": (
        "published: 2022-03-03\nupdated: 2022-04-03",
        "published: 2026-06-01T15:00:01+07:00",
    ),
    "unclear": ("status: published", "status: Published"),
    "consent lost": ("    consent: 2022-01-02\n  - name: Trần", "  - name: Trần"),
    "unreadable": ("title: Việc", "title: {Việc"),
}


@pytest.mark.parametrize("why", HIDDEN)
def test_what_is_hidden_leaves_no_trace(fair: Path, why: str) -> None:
    file = next((fair / "initiatives").glob("viec-k*/index.md"))
    text = file.read_text("utf-8")
    old, new = HIDDEN[why]
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    summary = build(fair, keep_going=True).summary
    assert summary is not None
    assert summary.initiatives == 4
    assert traces(files(fair / "site"), [CANARY]) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_trace_is_found_however_it_is_packed(form: Literal["NFC", "NFD"]) -> None:
    """So that the other tests can fail."""
    word = unicodedata.normalize(form, CANARY.word.split()[0])
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", f"<w:t>{word.upper()}</w:t>")
        packed.writestr("khong.txt", "Không có gì.")
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mau.docx", inner.getvalue())
    png, text = io.BytesIO(), PngImagePlugin.PngInfo()
    text.add_itxt("Comment", word, zip=True)
    Image.new("RGB", (8, 8)).save(png, "PNG", pnginfo=text)
    site = {
        "a.html": word.encode(),
        "b.json": json.dumps(word).encode(),
        "c.html": word.encode("ascii", "xmlcharrefreplace"),
        "d.xml": quote(word).encode(),
        "e.ics": f"SUMMARY:{word[:4]}\r\n {word[4:]}".encode(),
        f"{quote(word)}/index.html": b"",
        "kit.zip": outer.getvalue(),
        "photo.png": png.getvalue(),
        "numbers.js": b"7.131.719.000",
        "none.html": b"Kim tuoc bien",
    }
    assert traces(site, [CANARY]) == [*list(site)[:6], "kit.zip!mau.docx!word/document.xml", *list(site)[7:9]]


def test_what_is_hidden_is_what_never_was(fairs: tuple[Path, Path], tmp_path: Path) -> None:
    """Byte for byte: no count, number, order or picture tells of a draft."""
    without, drafted = tmp_path / "without", tmp_path / "drafted"
    for root in (without, drafted):
        shutil.copytree(fairs[1], root)
    shutil.rmtree(next((without / "initiatives").glob("viec-k*")))
    file = next((drafted / "initiatives").glob("viec-k*/index.md"))
    file.write_text(file.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    build(without)
    build(drafted)
    assert files(without / "site") == files(drafted / "site")


def test_a_new_story_with_an_error_leaves_no_trace(fairs: tuple[Path, Path], tmp_path: Path) -> None:
    root = tmp_path / "fair"
    shutil.copytree(fairs[0], root)
    file = next((root / "initiatives").glob("viec-k*/index.md"))
    file.write_text(file.read_text("utf-8").replace("level: co-so", "level: lang"), "utf-8")
    assert build(root, keep_going=True).errors == 1
    assert traces(files(root / "site"), [CANARY]) == []


def test_the_canary_sings_in_public_but_not_in_pictures(fairs: tuple[Path, Path]) -> None:
    """So that the other tests can fail: published, its words stand where they belong, and in no picture."""
    site = files(fairs[1] / "site")
    found = traces(site, [CANARY])
    assert len(found) > 20
    assert {
        f"tim-kiem/index/{name}.js" for name in ("r-ki", "w-khuenh", "core", "c-0", "p-0", "u-0", "f-unit")
    } <= set(found)
    assert {"index.html", "feed.xml", "sitemap.xml", "vinh-danh/index.html", "bao-chi/index.html"} <= set(
        found
    )
    pictures = {name: data for name, data in site.items() if name.endswith((".webp", ".jpg"))}
    assert len(pictures) > 4
    bare = {
        f"{number}.{name.rpartition('.')[2]}": data for number, (name, data) in enumerate(pictures.items())
    }
    assert traces(bare, [CANARY]) == []


def test_a_photo_that_is_not_listed_is_not_published(fairs: tuple[Path, Path], tmp_path: Path) -> None:
    root = tmp_path / "fair"
    shutil.copytree(fairs[0], root)
    folder = root / "initiatives" / slug(3)
    (folder / "khac.jpg").write_bytes(picture("jpeg", CANARY))
    shutil.rmtree(next((root / "initiatives").glob("viec-k*")))
    build(root)
    assert not [name for name in files(root / "site") if slug(3) in name and name.endswith((".webp", ".jpg"))]
    assert traces(files(root / "site"), [CANARY]) == []
