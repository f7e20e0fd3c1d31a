"""Ways to make a story's folder hostile: its text, its photos, its name, what stands in a file's place."""

from __future__ import annotations

import os
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from small_fair import photo

Break = Callable[[Path, Path], object]
"""Given the fair and a story's folder, make it hostile."""


def front(line: str) -> Break:
    def change(root: Path, folder: Path) -> None:
        file = folder / "index.md"
        file.write_text(
            file.read_text("utf-8").replace("status: published\n", f"status: published\n{line}\n"), "utf-8"
        )

    return change


def replaced(old: str, new: str) -> Break:
    def change(root: Path, folder: Path) -> None:
        text = (folder / "index.md").read_text("utf-8")
        assert old in text
        (folder / "index.md").write_text(text.replace(old, new), "utf-8")

    return change


def raw(make: Callable[[bytes], bytes]) -> Break:
    return lambda root, folder: (folder / "index.md").write_bytes(make((folder / "index.md").read_bytes()))


def linked(target: str, name: str) -> Break:
    def change(root: Path, folder: Path) -> None:
        outside = root.parent / "outside"
        outside.mkdir(exist_ok=True)
        (outside / "secret.md").write_text(
            (folder / "index.md").read_text("utf-8").replace("Tay đòn", "BIMAT"), "utf-8"
        )
        (outside / "index.md").write_text((outside / "secret.md").read_text("utf-8"), "utf-8")
        (outside / "secret.jpg").write_bytes(photo())
        place = folder / name
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        place.symlink_to(outside / target)

    return change


def instead(make: Callable[[Path], object]) -> Break:
    def change(root: Path, folder: Path) -> None:
        (folder / "index.md").unlink()
        make(folder / "index.md")

    return change


def folder_named(name: bytes) -> Break:
    def change(root: Path, folder: Path) -> None:
        place = folder.parent / os.fsdecode(name)
        shutil.copytree(folder, place)
        text = (place / "index.md").read_text("utf-8").replace("code: T-002\n", "")
        (place / "index.md").write_text(text, "utf-8")

    return change


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A small PNG that says it has 3.6 thousand million points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1_000_000)))
        + chunk(b"IEND", b"")
    )


def picture(data: bytes, name: str = "anh.jpg") -> Break:
    def change(root: Path, folder: Path) -> None:
        front(f"photos:\n  - {{file: {name}, alt: a, credit: b}}")(root, folder)
        (folder / name).write_bytes(data)

    return change


ALIASES = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
OUT = False
"""The story may not be published."""
BREAKS: dict[str, tuple[Break, bool]] = {
    "brackets": (front("tags: " + "[" * 30_000), OUT),
    "braces": (front("benefit: " + "{a: " * 12_000), OUT),
    "dashes": (front("tags:\n  " + "- " * 30_000), OUT),
    "questions": (front("? " * 30_000), OUT),
    "alias bomb": (front(ALIASES), OUT),
    "alias of itself": (front("tags: &a [*a]"), OUT),
    "merge": (front("<<: {title: x}"), OUT),
    "python tag": (front("tags: !!python/object/apply:os.system ['true']"), OUT),
    "long front matter": (front("tags: [" + "a, " * 40_000 + "b]"), OUT),
    "long key": (front("k" * 2_000 + ": x"), OUT),
    "surrogate": (replaced("title: Tay", 'title: "\\ud800 Tay"  #'), OUT),
    "lone low surrogate pair": (replaced("title: Tay", 'title: "\\ude00\\ud83d"  #'), OUT),
    "escaped NUL": (replaced("title: Tay", 'title: "a\\0b"  #'), True),
    "escaped controls": (replaced("title: Tay", 'title: "a\\u0001\\b\\uFFFF"  #'), True),
    "year nought": (replaced("published: 2022", "published: 0000"), OUT),
    "year one": (replaced("published: 2022-03-03", "published: 0001-01-01"), OUT),
    "last day": (replaced("published: 2022-03-03", "published: 9999-12-31"), OUT),
    "last hour elsewhere": (replaced("published: 2022-03-03", "published: 9999-12-31T23:59-14:00"), OUT),
    "odd zone": (replaced("published: 2022-03-03", "published: 2022-03-03T08:00+99:99"), OUT),
    "leap second": (replaced("published: 2022-03-03", "published: 2022-03-03T08:00:60Z"), OUT),
    "last day applied": (replaced("applied: 2021-10-03", "applied: 9999-12-31"), OUT),
    "huge number": (replaced("vnd_per_year: 3000000", "vnd_per_year: " + "9" * 5_000), OUT),
    "infinity": (replaced("vnd_per_year: 3000000", "vnd_per_year: .inf"), OUT),
    "negative": (replaced("vnd_per_year: 3000000", "vnd_per_year: -1"), OUT),
    "share not a number": (replaced("share: 60", "share: NaN"), OUT),
    "front matter a list": (raw(lambda data: b"---\n- a\n---\n\nx\n"), OUT),
    "front matter a word": (raw(lambda data: b"---\nxin chao\n---\n\nx\n"), OUT),
    "empty file": (raw(lambda data: b""), OUT),
    "NUL": (raw(lambda data: data + b"\x00"), OUT),
    "UTF-16": (raw(lambda data: data.decode().encode("utf-16")), OUT),
    "Latin-1": (raw(lambda data: data + b"\xe9"), OUT),
    "BOM and CRLF": (raw(lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")), True),
    "old Mac": (raw(lambda data: data.replace(b"\n", b"\r")), True),
    "three megabytes": (raw(lambda data: data + b"a" * 3_000_000), OUT),
    "controls in the story": (raw(lambda data: data + "\x01\x03\x0b\x1f\x7f\ufffe\uffff".encode()), True),
    "text a link": (linked("secret.md", "index.md"), OUT),
    "text a dangling link": (linked("nothing", "index.md"), OUT),
    "text a folder": (instead(Path.mkdir), OUT),
    **({"text a pipe": (instead(os.mkfifo), OUT)} if hasattr(os, "mkfifo") else {}),  # Windows has none
    "no text": (instead(lambda path: None), OUT),
    "photo a bomb": (picture(bomb(), "anh.png"), OUT),
    "photo none": (picture(b"GIF89a" + bytes(20)), OUT),
    "photo cut": (picture(photo()[:400]), OUT),
    "photo empty": (picture(b""), OUT),
    "photo SVG": (picture(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "anh.svg"), OUT),
    "photo elsewhere": (front("photos:\n  - {file: ../viec-so-000/may.jpg, alt: a}"), OUT),
    "photo absolute": (front("photos:\n  - {file: /etc/passwd, alt: a}"), OUT),
    "code a path": (replaced("code: T-002", "code: ../../index"), OUT),
    "alias a path": (front("aliases: [../x]"), OUT),
    "sector a path": (replaced("sector: co-khi", "sector: ../../x"), OUT),
    "video a script": (front("videos: [{url: 'javascript:alert(1)', title: x}]"), OUT),
    "press data": (front("press: [{outlet: a, title: b, url: 'data:text/html,x'}]"), OUT),
    "web address with a quote": (front("videos: [{url: 'https://vi.du/\"onclick=', title: x}]"), OUT),
}  # fmt: skip
