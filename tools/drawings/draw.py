# ruff: noqa: INP001
# INP001: a script beside the package, not part of it.
"""Draw the first fair's illustrations: ``python3 tools/drawings/draw.py [WORD…]`` (paths with a WORD).

Needs ``resvg-py`` and Pillow. Not part of the package: the pictures are in the repository.
They are illustrations: none shows a real machine, place or person.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import resvg_py
from people_scenes import mail_truck, portrait_crew, portrait_man
from PIL import Image
from plant_scenes import bending, guides, machine_sewing, squid_table
from trolley_scenes import pedal, trolley_after, trolley_before, trolley_hero
from washing_scenes import cold_box, sanitiser, washing

ROOT = Path(__file__).resolve().parents[2]

INITIATIVES = {
    "may-sat-khuan-tay-tu-dong/may-sat-khuan-tay-minh-hoa.jpg": sanitiser,
    "may-rua-tay-khu-khuan-tu-dong/may-rua-tay-minh-hoa.jpg": washing,
    "xe-day-hang-co-phanh-chan/xe-day-phanh-chan.jpg": trolley_hero,
    "xe-day-hang-co-phanh-chan/truoc-xe-tuot-doc.jpg": trolley_before,
    "xe-day-hang-co-phanh-chan/sau-mot-nguoi-day.jpg": trolley_after,
    "xe-day-hang-co-phanh-chan/chi-tiet-ban-dap.jpg": pedal,
    "cu-ga-may-tui-cong-cho-tho-moi/cu-ga-tui-cong.jpg": machine_sewing,
    "cu-ga-may-tui-cong-cho-tho-moi/ba-manh-cu.jpg": guides,
    "ban-phan-co-muc-dung-thang-lung/ban-phan-co-muc.jpg": squid_table,
    "ban-phan-co-muc-dung-thang-lung/truoc-dung-cui.jpg": bending,
    "thung-vac-xin-biet-bao-nong/thung-vac-xin.jpg": cold_box,
    "hom-thu-y-tuong-di-theo-xe-mu/hom-thu-theo-xe-mu.jpg": mail_truck,
}
PEOPLE = {"nguyen-van-mau.jpg": portrait_man, "to-phan-co-ca-thi-du.jpg": portrait_crew}


def main(words: list[str]) -> None:
    """Draw the pictures whose path has one of the words; all without words."""
    pictures = {ROOT / "initiatives" / path: scene for path, scene in INITIATIVES.items()}
    pictures |= {ROOT / "content" / "people" / path: scene for path, scene in PEOPLE.items()}
    for path, scene in pictures.items():
        if words and not any(word in str(path) for word in words):
            continue
        png = bytes(resvg_py.svg_to_bytes(svg_string=scene()))
        Image.open(io.BytesIO(png)).convert("RGB").save(
            path, "JPEG", quality=82, optimize=True, progressive=True
        )
        sys.stdout.write(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
