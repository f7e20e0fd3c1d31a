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
from cold_box_scenes import cold_box
from furnace_scenes import after_curtain, before_curtain, chain_detail, furnace_hero
from hand_scenes import sanitiser, washing
from hotel_scenes import clip_detail, duvet_after, duvet_before, duvet_hero
from line_scenes import head_detail, kite_after, kite_before, line_hero
from mail_scenes import mail_truck
from PIL import Image
from port_scenes import port_after, port_before, port_detail, port_hero
from portraits import portrait_crew, portrait_docker, portrait_maid, portrait_man, portrait_teacher
from raft_building import raft_lash, raft_launch, raft_weld
from raft_care import raft_tangle, raft_weigh, raft_wheel
from raft_scenes import raft_after, raft_before, raft_hero
from raft_steps import raft_basin, raft_materials, raft_sketch
from sewing_scenes import guides, machine_sewing
from squid_scenes import bending, squid_table
from trolley_scenes import pedal, trolley_after, trolley_before, trolley_hero
from welding_scenes import pen_detail, pen_hero, pen_weeks

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
    "xe-gu/xe-gu.jpg": port_hero,
    "xe-gu/truoc-cui-nhat-gu.jpg": port_before,
    "xe-gu/sau-cam-vao-xe.jpg": port_after,
    "xe-gu/lo-cam-gu.jpg": port_detail,
    "rem-xich-che-cua-lo-nung-phoi/kip-lo-va-rem-xich.jpg": furnace_hero,
    "rem-xich-che-cua-lo-nung-phoi/truoc-cua-lo-mo.jpg": before_curtain,
    "rem-xich-che-cua-lo-nung-phoi/sau-co-rem-xich.jpg": after_curtain,
    "rem-xich-che-cua-lo-nung-phoi/xich-re-quanh-phoi.jpg": chain_detail,
    "sao-go-dieu-khong-cat-dien/sao-go-dieu.jpg": line_hero,
    "sao-go-dieu-khong-cat-dien/truoc-ca-xom-toi.jpg": kite_before,
    "sao-go-dieu-khong-cat-dien/sau-den-van-sang.jpg": kite_after,
    "sao-go-dieu-khong-cat-dien/dau-sao.jpg": head_detail,
    "be-vot-rac-chay-bang-con-nuoc/be-vot-rac.jpg": raft_hero,
    "be-vot-rac-chay-bang-con-nuoc/01-truoc-thung-va-vot.jpg": raft_before,
    "be-vot-rac-chay-bang-con-nuoc/02-sau-be-va-phao.jpg": raft_after,
    "be-vot-rac-chay-bang-con-nuoc/03-ban-ve-tren-giay-tap.jpg": raft_sketch,
    "be-vot-rac-chay-bang-con-nuoc/04-thu-trong-chau.jpg": raft_basin,
    "be-vot-rac-chay-bang-con-nuoc/05-vat-tu.jpg": raft_materials,
    "be-vot-rac-chay-bang-con-nuoc/06-han-khung-ban-dem.jpg": raft_weld,
    "be-vot-rac-chay-bang-con-nuoc/07-buoc-phuy.jpg": raft_lash,
    "be-vot-rac-chay-bang-con-nuoc/08-ha-thuy.jpg": raft_launch,
    "be-vot-rac-chay-bang-con-nuoc/09-luoi-quan-banh-xe.jpg": raft_tangle,
    "be-vot-rac-chay-bang-con-nuoc/10-banh-xe-nuoc.jpg": raft_wheel,
    "be-vot-rac-chay-bang-con-nuoc/11-can-va-ghi-so.jpg": raft_weigh,
    "hai-cai-kep-long-vo-chan/hai-cai-kep.jpg": duvet_hero,
    "hai-cai-kep-long-vo-chan/truoc-quy-tren-giuong.jpg": duvet_before,
    "hai-cai-kep-long-vo-chan/sau-giuong-phang.jpg": duvet_after,
    "hai-cai-kep-long-vo-chan/cai-kep.jpg": clip_detail,
    "tap-han-bang-but-long/lop-han-but-long.jpg": pen_hero,
    "tap-han-bang-but-long/mo-han-gan-but.jpg": pen_detail,
    "tap-han-bang-but-long/ba-tuan.jpg": pen_weeks,
}
PEOPLE = {
    "nguyen-van-mau.jpg": portrait_man,
    "truong-van-vi-du.jpg": portrait_docker,
    "ngo-thi-mau.jpg": portrait_maid,
    "phan-thi-gia-dinh.jpg": portrait_teacher,
    "to-phan-co-ca-thi-du.jpg": portrait_crew,
}


PORTRAIT = (960, 960)
"""Three times what pages show of a portrait."""


def main(words: list[str]) -> None:
    """Draw the pictures whose path has one of the words; all without words."""
    pictures = {ROOT / "initiatives" / path: scene for path, scene in INITIATIVES.items()}
    pictures |= {ROOT / "content" / "people" / path: scene for path, scene in PEOPLE.items()}
    for path, scene in pictures.items():
        if words and not any(word in str(path) for word in words):
            continue
        picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=scene())))).convert("RGB")
        if path.parent.name == "people":
            picture = picture.resize(PORTRAIT, Image.Resampling.LANCZOS)
        # Not progressive: the site encodes all anew, and such files take twice as long to decode.
        picture.save(path, "JPEG", quality=84, optimize=True)
        sys.stdout.write(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
