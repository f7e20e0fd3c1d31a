"""A story full of words that stand nowhere else, and where a trace of them is in a site, however packed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from PIL import Image, PngImagePlugin

from sangkien.text.folding import slugify, toneless

STORY = """---
title: Việc {word} tên
summary: Việc {word} tóm tắt.
code: {key}-1
authors:
  - name: Lê {word} Một
    role: Thợ {word}
    organisation: xuong-may-vi-du
    share: 60
    consent: 2022-01-02
  - name: Trần {word} Hai
    person: {key}
    organisation: {key}
    consent: 2022-01-02
  - collective: Tổ {word}
organisation: {key}
sector: {key}
solution: {key}
place: {key}
applied: 2021-10-03
status: published
published: 2022-03-03
updated: 2022-04-03
corrections: [{{date: 2022-04-04, text: Sửa {word}}}]
benefit: {{vnd_per_year: {money}, kinds: [{key}], note: {word}, confirmed_by: {word}}}
recognition: [{{award: {key}, level: co-so, year: 2022, decision: '{word}/QĐ'}}]
featured: {{rank: 1, citation: Khen {word}}}
photos:
  - {{file: {file}.jpg, alt: Ảnh {word}, caption: Chú {word}, credit: Chụp {word}, shows: hero}}
  - {{file: {file}.png, alt: Ảnh {word} khác, credit: Chụp {word}}}
videos: [{{url: 'https://vi.du/{key}', title: Phim {word}}}]
replication: {{cost_vnd: {money}, parts: [Thép {word}], conditions: Có {word}, contact: Phòng {word}}}
adopters: [{{organisation: {key}, since: 2022-06-01}}]
press: [{{outlet: Báo {word}, title: Bài {word}, url: 'https://vi.du/bai-{key}', date: 2022-06-02}}]
aliases: [{key}-cu]
tags: [Thẻ {word}]
---

## Hoàn cảnh ra đời

Chuyện {word} kể. ![Ảnh {word}]({file}.jpg)

> Lời {word} nói.

## Giải pháp {word}

[Xem {word}](https://vi.du/{key})

## Hiệu quả

- Việc {word} xong.

## Khả năng nhân rộng

| {word} | hai |
|---|---|
| a | b |
"""
VOCABULARIES = ("sectors", "solutions", "benefits", "places", "organisations", "awards")


class Canary(NamedTuple):
    """Words of no page, with their tones, and an amount of money that no other story has."""

    word: str
    money: str = "7131719000"

    @property
    def key(self) -> str:
        """As a slug and an id."""
        return slugify(self.word)

    @property
    def file(self) -> str:
        """The first word, as people name files: with its capitals."""
        return toneless(self.word.split()[0]).title()

    @property
    def slug(self) -> str:
        """The folder of the story."""
        return f"viec-{self.key}"

    @property
    def forms(self) -> tuple[str, ...]:
        """What a folded text may not hold: each word, and the amount as numbers write it."""
        whole, short = (
            f"{int(self.money):,}".replace(",", "."),
            f"{int(self.money) / 1e9:.2f}".replace(".", ","),
        )
        return (*toneless(self.word).split(), self.money, whole, short)


def tell(root: Path, canary: Canary) -> Path:
    """Write the canary's story and what belongs to it alone: a person, entries of vocabularies, pictures."""
    folder = root / "initiatives" / canary.slug
    folder.mkdir()
    words = {name: getattr(canary, name) for name in ("word", "key", "file", "money")}
    (folder / "index.md").write_text(STORY.format_map(words), "utf-8")
    (folder / f"{canary.file}.jpg").write_bytes(picture("jpeg", canary))
    (folder / f"{canary.file}.png").write_bytes(picture("png", canary))
    tell_person(root, canary, f"Trần {canary.word} Hai", f"citation: Lời {canary.word}\n")
    for name in VOCABULARIES:
        with (root / "content" / "vocabulary" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write(f"- {{id: {canary.key}, name: Mục {canary.word}}}\n")
    return folder / "index.md"


def picture(kind: str, canary: Canary) -> bytes:
    """A picture with the canary wherever a picture can hold text, after its end too."""
    out = io.BytesIO()
    image = Image.linear_gradient("L").resize((1200, 900)).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = canary.file  # description, artist, copyright
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{canary.word}</x:xmpmeta>".encode()
    if kind == "jpeg":
        image.save(out, "JPEG", exif=exif, comment=canary.word.encode(), xmp=xmp)
    else:
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", canary.file)
        text.add_itxt("XML:com.adobe.xmp", xmp.decode())
        image.save(out, "PNG", exif=exif, pnginfo=text)
    return out.getvalue() + canary.word.encode()


def tell_person(root: Path, canary: Canary, name: str, more: str = "") -> None:
    """A person's file with a portrait, full of the canary's words."""
    people = root / "content" / "people"
    people.mkdir(exist_ok=True)
    (people / f"{canary.key}.jpg").write_bytes(picture("jpeg", canary))
    (people / f"{canary.key}.md").write_text(
        f"---\nname: {name}\nrole: Thợ {canary.word}\nportrait: {canary.key}.jpg\n"
        f"portrait_alt: Chân dung {canary.word}\nportrait_credit: Chụp {canary.word}\n"
        f"{more}---\n\nĐời {canary.word}.\n",
        "utf-8",
    )


def traces(site: Mapping[str, bytes], canaries: Iterable[Canary]) -> list[str]:
    """Files (path → bytes) with a form of a canary in name or content; ``a.zip!file`` is within a zip."""
    forms = re.compile("|".join(re.escape(form) for canary in canaries for form in canary.forms))
    return [path for path, text in readable(site) if forms.search(text)]


def readable(site: Mapping[str, bytes]) -> Iterable[tuple[str, str]]:
    """The name and content of every file as one folded text: archives opened, pictures' metadata read.

    Escapes of HTML, JSON and URLs are undone, folded lines of calendars joined; NFC, NFD, capitals and tones
    make no difference.
    """
    for path, data in site.items():
        yield path, unfolded(f"{path}\n{data.decode('utf-8', 'replace')}")
        if zipfile.is_zipfile(io.BytesIO(data)):  # xlsx and docx are zips too
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                comments = b"".join((packed.comment, *(one.comment + one.extra for one in packed.infolist())))
                inner = {f"{path}!{name}": packed.read(name) for name in packed.namelist()}
            yield from readable(inner | {f"{path}!": comments})
        elif path.endswith((".webp", ".jpg", ".png")):
            with Image.open(io.BytesIO(data)) as image:
                image.load()  # text of a PNG may stand behind its pixels
                told = [*image.info.items(), *image.getexif().items()]
            yield path, unfolded("\n".join(_text(one) for pair in told for one in pair))


def _text(value: object) -> str:
    """A value of a picture's metadata; some are text in an encoding that nobody names."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace") + value.decode("utf-16-le", "replace")
    return str(value)


def unfolded(text: str) -> str:
    """A text as it is meant, then folded."""
    if "\\u" in text:
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    if "\r\n " in text:
        text = text.replace("\r\n ", "")
    return toneless(unquote(unescape(text)))
