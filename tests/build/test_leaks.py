"""What isn't public leaves no trace in any byte of the site (design, section 7)."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from small_fair import build, files, make_fair, slug, write_story

CANARY = "Kimtuocbian"
"""A word of no page, in every field; as a slug, a code, a file's name and in a photo's metadata too."""
NUMBER = "7131719000"
FORMS = (CANARY, CANARY.lower(), CANARY.upper(), NUMBER, "7,13", "7.131.719")

FULL = f"""---
title: Việc {CANARY} tên
summary: Việc {CANARY} tóm tắt.
code: {CANARY}-1
authors:
  - name: Lê {CANARY} Một
    role: Thợ {CANARY}
    organisation: xuong-may-vi-du
    share: 60
    consent: 2022-01-02
  - name: Trần {CANARY} Hai
    person: {CANARY.lower()}
    organisation: {CANARY.lower()}
    consent: 2022-01-02
  - collective: Tổ {CANARY}
organisation: {CANARY.lower()}
sector: {CANARY.lower()}
solution: {CANARY.lower()}
place: {CANARY.lower()}
applied: 2021-10-03
status: published
published: 2022-03-03
updated: 2022-04-03
corrections: [{{date: 2022-04-04, text: Sửa {CANARY}}}]
benefit: {{vnd_per_year: {NUMBER}, kinds: [{CANARY.lower()}], note: {CANARY}, confirmed_by: {CANARY}}}
recognition: [{{award: {CANARY.lower()}, level: co-so, year: 2022, decision: '{CANARY}/QĐ'}}]
featured: {{rank: 1, citation: Khen {CANARY}}}
photos:
  - {{file: {CANARY}.jpg, alt: Ảnh {CANARY}, caption: Chú {CANARY}, credit: Chụp {CANARY}, shows: hero}}
  - {{file: {CANARY}.png, alt: Ảnh {CANARY} khác, credit: Chụp {CANARY}}}
videos: [{{url: 'https://vi.du/{CANARY}', title: Phim {CANARY}}}]
replication: {{cost_vnd: {NUMBER}, parts: [Thép {CANARY}], conditions: Có {CANARY}, contact: Phòng {CANARY}}}
adopters: [{{organisation: {CANARY.lower()}, since: 2022-06-01}}]
press: [{{outlet: Báo {CANARY}, title: Bài {CANARY}, url: 'https://vi.du/bai-{CANARY}', date: 2022-06-02}}]
aliases: [{CANARY.lower()}-cu]
tags: [Thẻ {CANARY}]
---

## Hoàn cảnh ra đời

Chuyện {CANARY} kể. ![Ảnh {CANARY}]({CANARY}.jpg)

## Giải pháp {CANARY}

[Xem {CANARY}](https://vi.du/{CANARY})

## Hiệu quả

- Việc {CANARY} xong.

## Khả năng nhân rộng

| {CANARY} | hai |
|---|---|
| a | b |
"""


def with_metadata(kind: str) -> bytes:
    """A picture with the canary wherever a picture can hold text, after its end too."""
    out = io.BytesIO()
    image = Image.linear_gradient("L").resize((1200, 900)).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = CANARY  # description, artist, copyright
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{CANARY}</x:xmpmeta>".encode()
    if kind == "jpeg":
        image.save(out, "JPEG", exif=exif, comment=CANARY.encode(), xmp=xmp)
    else:
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", CANARY)
        text.add_itxt("XML:com.adobe.xmp", xmp.decode())
        image.save(out, "PNG", exif=exif, pnginfo=text)
    return out.getvalue() + CANARY.encode()


def tell(root: Path) -> Path:
    """The canary's story, with everything that belongs to it alone."""
    folder = root / "initiatives" / f"viec-{CANARY.lower()}"
    folder.mkdir()
    (folder / "index.md").write_text(FULL, "utf-8")
    (folder / f"{CANARY}.jpg").write_bytes(with_metadata("jpeg"))
    (folder / f"{CANARY}.png").write_bytes(with_metadata("png"))
    people = root / "content" / "people"
    people.mkdir()
    (people / f"{CANARY.lower()}.jpg").write_bytes(with_metadata("jpeg"))
    (people / f"{CANARY.lower()}.md").write_text(
        f"---\nname: Trần {CANARY} Hai\nrole: Thợ {CANARY}\nportrait: {CANARY.lower()}.jpg\n"
        f"portrait_alt: Chân dung {CANARY}\n"
        f"portrait_credit: Chụp {CANARY}\ncitation: Lời {CANARY}\n---\n\nĐời {CANARY}.\n",
        "utf-8",
    )
    for name in ("sectors", "solutions", "benefits", "places", "organisations", "awards"):
        with (root / "content" / "vocabulary" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write(f"- {{id: {CANARY.lower()}, name: Mục {CANARY}}}\n")
    write_story(root, 2, summary="Câu tóm tắt khác để danh sách đổi.")
    return folder / "index.md"


@pytest.fixture(scope="module")
def fairs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The fair with the story never published, and after it has been."""
    place = tmp_path_factory.mktemp("leaks")
    never = make_fair(place / "never", stories=4)
    build(never)
    tell(never)
    after = place / "after"
    shutil.copytree(never, after)
    assert build(after).errors == 0
    return never, after


@pytest.fixture(params=[0, 1], ids=["never public", "public before"])
def fair(request: pytest.FixtureRequest, fairs: tuple[Path, Path], tmp_path: Path) -> Iterator[Path]:
    root = tmp_path / "fair"
    shutil.copytree(fairs[request.param], root, ignore=shutil.ignore_patterns("spare"))
    yield root
    shutil.rmtree(root)


def traces(site: Path) -> list[str]:
    """Where a form of the canary stands: in a name, in the raw bytes, or in a picture's decoded metadata."""
    found = []
    for name, data in files(site).items():
        seen = [name.encode(), data]
        if name.endswith((".webp", ".jpg", ".png")):
            with Image.open(io.BytesIO(data)) as image:
                seen.append(repr((image.info, dict(image.getexif()))).encode())
        if any(form.encode() in one for form in FORMS for one in seen):
            found.append(name)
    return found


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
    assert traces(fair / "site") == []


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
    assert traces(root / "site") == []


def test_the_canary_sings_in_public_but_not_in_pictures(fairs: tuple[Path, Path]) -> None:
    """So that the other tests can fail: published, its words stand where they belong, and in no picture."""
    found = traces(fairs[1] / "site")
    assert len(found) > 20
    assert {f"tim-kiem/index/{name}.js" for name in ("r-ki", "c-0", "p-0", "u-0", "f-unit")} <= set(found)
    assert {"index.html", "feed.xml", "sitemap.xml", "vinh-danh/index.html", "bao-chi/index.html"} <= set(
        found
    )
    pictures = [name for name in files(fairs[1] / "site") if name.endswith((".webp", ".jpg"))]
    inside = [name for name in pictures if CANARY.encode() in (fairs[1] / "site" / name).read_bytes()]
    assert len(pictures) > 4
    assert inside == []


def test_a_photo_that_is_not_listed_is_not_published(fairs: tuple[Path, Path], tmp_path: Path) -> None:
    root = tmp_path / "fair"
    shutil.copytree(fairs[0], root)
    folder = root / "initiatives" / slug(3)
    (folder / "khac.jpg").write_bytes(with_metadata("jpeg"))
    shutil.rmtree(next((root / "initiatives").glob("viec-k*")))
    build(root)
    assert not [name for name in files(root / "site") if slug(3) in name and name.endswith((".webp", ".jpg"))]
    assert traces(root / "site") == []
