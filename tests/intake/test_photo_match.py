"""Which photo goes where: only where one initiative alone answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from sangkien.intake.photo_match import Known, matched

INITIATIVES = (
    Known("xe-day-hang", ("xe-day-hang", "sk-2022-01"), ("img_9.jpg",)),
    Known("xe-day-hang-hai-tang", ("xe-day-hang-hai-tang",)),
    Known("may", ("may",)),
    Known("do-ga-1", ("do-ga-1", "do-ga")),
    Known("do-ga-2", ("do-ga-2", "do-ga")),
)


@pytest.mark.parametrize(
    ("photo", "slug"),
    [
        ("Xe đẩy hàng/z512.jpg", "xe-day-hang"),
        ("ảnh/XE ĐẨY HÀNG (1).jpg", "xe-day-hang"),
        ("ảnh/Xe đẩy hàng hai tầng - sau.jpg", "xe-day-hang-hai-tang"),
        ("ảnh/SK-2022-01_a.jpg", "xe-day-hang"),
        ("ảnh/IMG_9.JPG", "xe-day-hang"),
        ("ảnh/may.jpg", "may"),
        ("ảnh/may-tinh.jpg", ""),
        ("ảnh/SK-2022-012.jpg", ""),
        ("đồ gá/a.jpg", ""),
        ("ảnh/IMG_2031.HEIC", ""),
        ("báo cáo/z513.jpg", "may"),
    ],
)
def test_where_a_photo_goes(photo: str, slug: str) -> None:
    found, left = matched([Path(photo)], INITIATIVES, {Path("báo cáo"): "may"})
    assert (found, left) == (([(Path(photo), slug)], []) if slug else ([], [Path(photo)]))
