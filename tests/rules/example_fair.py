"""The small invented fair that the examples of rules are laid over.

A fenced block of a rule's docstring changes it by its info string:

* ``yaml``: these top-level keys replace, or join, those of the specimen's front matter;
* ``without``: these top-level keys, one a line, are left out of the specimen's front matter;
* ``yaml second``: the same for a second initiative (slug ``so-hai``) that is added;
* ``markdown``: the whole story of the specimen;
* ``photos``: pictures in the specimen's folder, a line each: ``name format WIDTHxHEIGHT`` (``text`` for no
  picture, ``heic`` for the head of one, ``moving`` for an animation), and ``41MB`` for a file filled up to
  that size;
* ``slug``: the specimen's folder name;
* ``file PATH``: a whole file of the fair; ``file PATH in ENCODING`` where it isn't to be UTF-8.

``{U+200B}`` stands for that character, so that what is invisible can be seen in the manual.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

from PIL import Image

from sangkien.check.fair import check_fair
from sangkien.diagnostics import Diagnostic
from sangkien.settings import Settings
from sangkien.source.tree import MemoryTree

SLUG = "xe-day-hang"
SETTINGS = Settings(root="", now=datetime(2026, 1, 5, 8, tzinfo=UTC), site_name="Hội chợ mẫu")

FRONT = {
    "title": "title: Xe đẩy hàng có phanh chân\n",
    "summary": "summary: Xe đẩy dừng lại ngay khi người đẩy nhấc chân.\n",
    "authors": "authors:\n  - name: Nguyễn Văn Mẫu\n    role: Nhân viên bảo trì\n"
    "    organisation: cong-ty-mau\n    share: 100\n    consent: 2022-04-28\n",
    "organisation": "organisation: cong-ty-mau\n",
    "sector": "sector: co-khi\n",
    "solution": "solution: ky-thuat\n",
    "place": "place: phu-mau\n",
    "applied": "applied: 2021-10-15\n",
    "registered": "registered: 2022-04-20\n",
    "status": "status: published\n",
    "published": "published: 2022-05-01\n",
    "benefit": "benefit: {vnd_per_year: 120000000, kinds: [giam-chi-phi], note: Tính trên số ca làm việc.}\n",
    "recognition": "recognition:\n  - {award: bang-khen-mau, level: co-so, year: 2022}\n",
    "adopters": "adopters:\n  - {organisation: cong-ty-vi-du, since: 2022-06-01}\n",
    "photos": "photos:\n  - {file: xe.jpg, alt: Xe đẩy có bàn đạp phanh, caption: Xe đẩy ở xưởng, "
    "credit: Tổ bảo trì}\n",
}
BODY = """## Hoàn cảnh ra đời

Mỗi ca, tổ đẩy hàng hơn trăm chuyến xe qua dốc kho. Xe trôi là chuyện thường, ai cũng sợ.

## Giải pháp

Anh em hàn thêm một bàn đạp vào càng xe. Nhấc chân ra là má phanh ép vào bánh.

## Hiệu quả

Từ ngày có phanh, không còn chuyến xe nào trôi. Hàng đến nơi còn nguyên.

## Khả năng nhân rộng

Xưởng nào có máy hàn cũng làm được trong một buổi.
"""
FILES = {
    "content/vocabulary/sectors.yml": "- {id: co-khi, name: Cơ khí}\n",
    "content/vocabulary/organisations.yml": "- {id: cong-ty-mau, name: Công ty TNHH Mẫu, place: phu-mau}\n"
    "- {id: cong-ty-vi-du, name: Công ty TNHH Ví Dụ, place: phu-mau}\n",
    "content/vocabulary/places.yml": "- {id: phu-mau, name: Thị xã Phú Mẫu}\n",
    "content/vocabulary/solutions.yml": "- {id: ky-thuat, name: Giải pháp kỹ thuật}\n",
    "content/vocabulary/benefits.yml": "- {id: giam-chi-phi, name: Giảm chi phí}\n",
    "content/vocabulary/awards.yml": "- {id: bang-khen-mau, name: Bằng khen mẫu, rank: 1}\n",
    "content/programme.yml": "name: Chương trình mẫu\nends: 2023-09-30\ntarget: 10000\nphases:\n"
    "  - {id: dot-1, name: Đợt 1, applied_from: 2021-09-01, ends: 2022-05-31, target: 4000}\n"
    "  - {id: dot-2, name: Đợt 2, starts: 2022-06-01, ends: 2023-09-30, target: 6000}\n",
    "content/index.md": "---\ntitle: Trang chủ\n---\n\nChào mừng.\n",
    "content/huong-dan/index.md": "---\ntitle: Hướng dẫn\n---\n\n## Tham gia\n\nMời xem.\n",
}

_BLOCK = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.M | re.S)
_KEY = re.compile(r"^([^\s#:-][^:]*):", re.M)
_CHARACTER = re.compile(r"\{U\+([0-9A-F]{4,6})\}")


def picture(kind: str, size: str = "", weight: str = "") -> bytes:
    """A plain picture of a size, or bytes that are none."""
    if kind == "text":
        return b"This is not a picture."
    if kind == "heic":
        return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)
    width, height = (int(part) for part in size.split("x"))
    out = io.BytesIO()
    frames = [Image.new("RGB", (width, height), colour) for colour in ("#8a2a22", "#2a8a22")]
    if kind == "moving":
        frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    else:
        frames[0].save(out, kind.upper())
    return out.getvalue() + bytes(int(weight.removesuffix("MB") or "0") * 1_000_000)


def fair(example: str) -> dict[str, bytes]:
    """Path → bytes of the specimen fair with an example's blocks laid over it."""
    front, body, slug, second = dict(FRONT), BODY, SLUG, None
    files = {path: text.encode() for path, text in FILES.items()}
    photos = {"xe.jpg": picture("jpeg", "1200x900")}
    for match in _BLOCK.finditer(example):
        info = match["info"].strip()
        text = _CHARACTER.sub(lambda found: chr(int(found[1], 16)), match["text"])
        if info == "yaml":
            front |= _keys(text)
        elif info == "without":
            front = {key: lines for key, lines in front.items() if key not in text.split()}
        elif info == "yaml second":
            second = FRONT | {"title": "title: Máy gấp thùng giấy\n", "photos": ""} | _keys(text)
        elif info == "markdown":
            body = text
        elif info == "slug":
            slug = text.strip()
        elif info == "photos":
            photos = {name: picture(*rest) for name, *rest in map(str.split, text.splitlines())}
        elif info.startswith("file "):
            path, _, encoding = info.removeprefix("file ").strip().partition(" in ")
            files[path] = text.encode(encoding or "utf-8")
        else:
            raise ValueError(f"unknown block: {info!r}")
    files[f"initiatives/{slug}/index.md"] = f"---\n{''.join(front.values())}---\n\n{body}".encode()
    files |= {f"initiatives/{slug}/{name}": data for name, data in photos.items()}
    if second is not None:
        other = BODY.replace("đẩy", "gấp").replace("xe", "máy").replace("phanh", "dao")
        files["initiatives/so-hai/index.md"] = f"---\n{''.join(second.values())}---\n\n{other}".encode()
    return files


def found(prefix: str, example: str) -> list[Diagnostic]:
    """What the check finds in the fair with an example laid over it, of the codes with this prefix."""
    checked = check_fair(MemoryTree(fair(example)), SETTINGS)
    return [item for item in checked.diagnostics if item.code.startswith(prefix)]


def _keys(text: str) -> dict[str, str]:
    starts = list(_KEY.finditer(text))
    ends = [match.start() for match in starts[1:]] + [len(text)]
    return {
        match[1]: text[match.start() : end] for match, end in zip(starts, ends[: len(starts)], strict=True)
    }
