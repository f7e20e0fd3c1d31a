"""What is known of a photo before anything is made of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from PIL import Image

from sangkien.photos.decode import open_container, picture, upright_size
from sangkien.photos.fault import PhotoError, PhotoFault

if TYPE_CHECKING:
    from sangkien.photos.sniff import PhotoFormat

_SAMPLE_EDGE: Final = 32


@dataclass(frozen=True)
class PhotoFacts:
    """Facts of a photo that decodes.

    ``width`` and ``height``: pixels, once the orientation is baked in. ``colour``: the mean, ``"#rrggbb"``,
    to fill the place until the photo is there. ``digest``: BLAKE2b of the bytes, 32 hexadecimal digits.
    """

    format: PhotoFormat
    width: int
    height: int
    colour: str
    digest: str


def read_facts(data: bytes) -> PhotoFacts | PhotoFault:
    """Look at a photo's header, then decode all of it, small. Never raises on account of ``data``."""
    try:
        container = open_container(data)
        width, height = upright_size(container)
        longest = max(width, height, _SAMPLE_EDGE)
        sample = (max(1, width * _SAMPLE_EDGE // longest), max(1, height * _SAMPLE_EDGE // longest))
        mean = picture(container, sample, rough=True).resize((1, 1), Image.Resampling.BOX)
    except PhotoError as error:
        return error.fault
    red, green, blue = cast(tuple[int, int, int], mean.getpixel((0, 0)))
    return PhotoFacts(
        container.format, width, height, f"#{red:02x}{green:02x}{blue:02x}", content_digest(data)
    )


def content_digest(data: bytes) -> str:
    """BLAKE2b with 16 bytes, as 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
