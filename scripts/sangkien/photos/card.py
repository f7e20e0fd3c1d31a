"""The picture that a shared link shows: 1200 × 630 JPEG, for Zalo and Facebook (og:image)."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageFilter

from sangkien.photos.bare import bare_jpeg

CARD_SIZE: Final = (1200, 630)
_QUALITY: Final = 82
_KEPT_AT_LEAST: Final = 0.65  # of the picture, for a crop: 4:3 keeps 70 %, a square would keep 52 %
_ENLARGED_AT_MOST: Final = 1.5
_FOREGROUND_ENLARGED_AT_MOST: Final = 2.0
_ABOVE: Final = 0.4  # of the spare height is cut off above: faces and machines stand above the middle
_BACKDROP_SIZE: Final = (60, 32)
_BACKDROP_BLUR: Final = 2.5  # pixels of the small backdrop, about 50 of the card
_BACKDROP_LIGHT: Final = 0.5


def encode_card(base: Image.Image) -> bytes:
    """A card's JPEG from an upright sRGB picture: cropped if that loses little, else whole on a backdrop."""
    box = _cover(base.size)
    kept = (box[2] - box[0]) * (box[3] - box[1]) / (base.width * base.height)
    enlarged = CARD_SIZE[0] / (box[2] - box[0])
    if kept >= _KEPT_AT_LEAST and enlarged <= _ENLARGED_AT_MOST:
        card = base.resize(CARD_SIZE, Image.Resampling.BICUBIC, box=box)
    else:
        card = _on_backdrop(base)
    card.info = {}
    out = io.BytesIO()
    card.save(out, "JPEG", quality=_QUALITY, progressive=True, optimize=True, subsampling="4:2:0")
    return bare_jpeg(out.getvalue())


def _cover(size: tuple[int, int]) -> tuple[float, float, float, float]:
    """The largest box of the card's aspect in a picture of ``size``: left, upper, right, lower."""
    scale = min(size[0] / CARD_SIZE[0], size[1] / CARD_SIZE[1])
    width, height = min(CARD_SIZE[0] * scale, size[0]), min(CARD_SIZE[1] * scale, size[1])
    left, upper = (size[0] - width) / 2, (size[1] - height) * _ABOVE
    return left, upper, min(left + width, size[0]), min(upper + height, size[1])


def _on_backdrop(base: Image.Image) -> Image.Image:
    small = base.resize(_BACKDROP_SIZE, Image.Resampling.BOX, box=_cover(base.size))
    small = small.filter(ImageFilter.GaussianBlur(_BACKDROP_BLUR))
    small = Image.blend(Image.new("RGB", small.size), small, _BACKDROP_LIGHT)
    card = small.resize(CARD_SIZE, Image.Resampling.BICUBIC)
    scale = min(CARD_SIZE[0] / base.width, CARD_SIZE[1] / base.height, _FOREGROUND_ENLARGED_AT_MOST)
    size = (max(1, round(base.width * scale)), max(1, round(base.height * scale)))
    card.paste(
        base.resize(size, Image.Resampling.LANCZOS),
        ((CARD_SIZE[0] - size[0]) // 2, (CARD_SIZE[1] - size[1]) // 2),
    )
    return card
