from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageStat

from sangkien.photos.decode import open_container, picture

if TYPE_CHECKING:
    from conftest import Save


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_comes_along(kind: str, save: Save) -> None:
    data = save(Image.new("L", (90, 60)), kind, dpi=(300, 300), comment=b"hello")
    image = picture(open_container(data), (45, 30))
    assert (image.mode, image.size, image.info) == ("RGB", (45, 30), {})


@pytest.mark.parametrize("size", [(1600, 1200), (800, 600), (790, 593)])
def test_reduced_decoding_keeps_what_the_size_can_show(size: tuple[int, int], save: Save) -> None:
    stripes = Image.new("L", (2, 1))
    stripes.putpixel((1, 0), 255)
    tiled = stripes.resize((8, 1200), Image.Resampling.NEAREST)  # an eighth would blur them to grey
    image = Image.new("L", (1600, 1200))
    for left in range(0, 1600, 8):
        image.paste(tiled, (left, 0))
    shown = picture(open_container(save(image, quality=95)), size)
    assert min(ImageStat.Stat(shown).stddev) > 90  # black and white in halves: 127; blurred to grey: 0
