"""A small invented fair on disk, for tests of the build: every name in it is made up. Keep inventing."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from sangkien.build.request import Outcome, Request
from sangkien.build.site import build_site
from sangkien.diagnostics import Text
from sangkien.settings import Settings
from sangkien.source.configuration import load_settings
from sangkien.source.tree import DiskTree

REPOSITORY = Path(__file__).parent.parent
NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
UNITS = ("xuong-may-vi-du", "cang-thi-du", "truong-nghe-mau")
SECTORS = ("co-khi", "dien")

CONFIG = """site_name: Hội chợ thử
site_url: https://hoi-cho.example/thu/
docs_dir: content
theme:
  name: material
  custom_dir: theme
  language: vi
  font: false
plugins:
  - sangkien: {organiser: Công đoàn Thử, page_size: 6}
"""
STORY = """---
title: {title}
summary: {summary}
code: T-{number:03d}
authors:
  - name: {author}
    role: Thợ
    organisation: {unit}
    share: 60
    consent: 2022-01-02
  - collective: Tổ {number}
    share: 40
organisation: {unit}
sector: {sector}
solution: ky-thuat
place: vung-thu
applied: 2021-10-{day:02d}
status: published
published: {published}
benefit: {{vnd_per_year: {money}, kinds: [giam-chi-phi]}}
{more}---

## Hoàn cảnh ra đời

Ca nào cũng có người phải dừng tay chờ việc số {number}, và ai cũng thấy sốt ruột vì chuyện ấy.

## Giải pháp

Anh em trong tổ lắp thêm một tay đòn, rồi thử đi thử lại cho đến khi vừa tay người thấp nhất.

## Hiệu quả

Việc số {number} nay xong trước giờ nghỉ trưa, người làm đỡ mỏi lưng hơn hẳn.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng tự làm được trong một buổi chiều.
"""
VOCABULARY = {
    "sectors": "- {id: co-khi, name: Cơ khí}\n- {id: dien, name: Điện}\n",
    "solutions": "- {id: ky-thuat, name: Giải pháp kỹ thuật}\n",
    "benefits": "- {id: giam-chi-phi, name: Giảm chi phí}\n",
    "places": "- {id: vung-thu, name: Huyện Vùng Thử}\n",
    "organisations": "- {id: xuong-may-vi-du, name: Xưởng may Ví Dụ, place: vung-thu}\n"
    "- {id: cang-thi-du, name: Cảng Thí Dụ}\n- {id: truong-nghe-mau, name: Trường nghề Mẫu}\n",
    "awards": "- {id: bang-khen-thu, name: Bằng khen Thử, rank: 1}\n",
}
PROGRAMME = (
    "name: Chương trình Thử\nends: 2023-09-30\ntarget: 100\n"
    "phases:\n  - {id: dot-1, name: Đợt 1, ends: 2022-05-31, target: 40}\n"
)


def photo(colour: str = "#336655", size: tuple[int, int] = (1000, 750)) -> bytes:
    """A JPEG of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


def slug(number: int) -> str:
    """Folder of a story by its number."""
    return f"viec-so-{number:03d}"


def write_story(root: Path, number: int, *, more: str = "", **changes: object) -> Path:
    """Write one story; the first ones have a photo. Returns its ``index.md``."""
    values: dict[str, object] = {
        "number": number,
        "title": f"Tay đòn cho việc số {number}",
        "summary": f"Một tay đòn giúp việc số {number} xong sớm hơn nửa buổi.",
        "author": ("Lê Thị Giả Định", "Trần Văn Thí Dụ", "Phạm Ví Dụ")[number % 3],
        "unit": UNITS[number % 3],
        "sector": SECTORS[number % 2],
        "day": number % 27 + 1,
        "money": 1_000_000 * (number + 1),
        "more": more,
    } | changes
    values.setdefault("published", f"2022-03-{values['day']:02}")
    folder = root / "initiatives" / slug(number)
    folder.mkdir(parents=True, exist_ok=True)
    if number < 2 and not more:  # two photos are enough to see them
        (folder / "may.jpg").write_bytes(photo())
        values["more"] = "photos:\n  - {file: may.jpg, alt: Tay đòn, credit: Tổ thử}\n"
    path = folder / "index.md"
    path.write_text(STORY.format_map(values), "utf-8")
    return path


def make_fair(root: Path, stories: int = 14) -> Path:
    """The fair in ``root``, with the theme of the repository."""
    (root / "content" / "vocabulary").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for name, text in VOCABULARY.items():
        (root / "content" / "vocabulary" / f"{name}.yml").write_text(text, "utf-8")
    (root / "content" / "programme.yml").write_text(PROGRAMME, "utf-8")
    (root / "content" / "index.md").write_text("---\ntitle: Trang chủ\n---\n\nChào mừng.\n", "utf-8")
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    for number in range(stories):
        write_story(root, number)
    return root


def settings_of(root: Path, now: datetime = NOW) -> Settings:
    """Settings of a fair at a fixed hour."""
    return load_settings(DiskTree(str(root)), str(root), now)


class Silent:
    """A progress that nobody watches."""

    def stage(self, name: str, total: int | None) -> None:
        """Nothing."""

    def advance(self, count: int) -> None:
        """Nothing."""

    def waiting(self, holder: Text) -> None:
        """Nothing."""


def build(root: Path, *, now: datetime = NOW, **options: object) -> Outcome:
    """Build a fair in this process."""
    request = Request(settings_of(root, now), root / "site", **options)  # type: ignore[arg-type]  # options of Request
    return build_site(request, Silent())


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copied(fair: Path, place: Path, *, left_out: str = "") -> Path:
    """A copy of a built fair. Files of its site are links: a build never writes into one, nor may a test."""
    pages = str(fair / "site") + os.sep

    def link_or_copy(source: str, target: str) -> None:
        (os.link if source.startswith(pages) else shutil.copy2)(source, target)

    ignored = shutil.ignore_patterns(left_out) if left_out else None
    shutil.copytree(fair, place, ignore=ignored, copy_function=link_or_copy)
    return place


def plain_site(fair: Path, place: Path) -> dict[str, bytes]:
    """What MkDocs' own command makes of a copy of this fair elsewhere, by this repository's code."""
    shutil.copytree(fair, place, ignore=shutil.ignore_patterns("site", ".sangkien"))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=place,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(REPOSITORY / "scripts"),
            "PYTHONIOENCODING": "cp1258",  # as on Windows in Vietnamese
            "SANGKIEN_NOW": NOW.isoformat(),
        },
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return files(place / "site")


def clean_copy(
    root: Path, place: Path, prepare: Callable[[Path], None] = lambda folder: None, *, now: datetime = NOW
) -> dict[str, bytes]:
    """The files of a clean build of a copy of this fair elsewhere."""
    shutil.copytree(root, place, ignore=shutil.ignore_patterns("site", ".sangkien"))
    prepare(place)
    build(place, clean=True, now=now)
    return files(place / "site")
