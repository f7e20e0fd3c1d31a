"""A photo's container taken apart: what a decoder needs, and nothing that only describes.

The decoder gets ``Container.body``: pixels and the tables they need. EXIF, XMP, IPTC, comments, text
chunks, previews and appended data stay behind, so they can neither be published nor attack the decoder.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sangkien.photos.fault import PhotoError, PhotoFault

if TYPE_CHECKING:
    from sangkien.photos.sniff import PhotoFormat

MAX_BYTES: Final = 40_000_000
MAX_EDGE: Final = 20_000
MAX_PIXELS: Final = 89_000_000  # just under the 89.48 million at which Pillow's own bomb guard begins to warn
MAX_PROFILE: Final = 4_000_000  # bytes; the largest press profiles have 3 MB
MAX_PARTS: Final = 100_000  # chunks or segments of one file: a file of empty ones would cost minutes


@dataclass(frozen=True, slots=True)
class Container:
    """``width`` and ``height`` are as stored, before ``orientation`` (EXIF 1 to 8) is baked in."""

    format: PhotoFormat
    width: int
    height: int
    orientation: int
    profile: bytes | None
    body: bytes


def check_size(width: int, height: int) -> None:
    """Raise PhotoError unless a picture of this size, as its header claims, is safe to decode."""
    if width < 1 or height < 1:
        raise PhotoError(PhotoFault("undecodable", f"{width} × {height}"))
    if max(width, height) > MAX_EDGE or width * height > MAX_PIXELS:
        raise PhotoError(PhotoFault("too-many-pixels", f"{width} × {height}"))


def inflate_profile(packed: bytes) -> bytes | None:
    """A zlib-packed colour profile; None where it is broken, or larger than any honest one."""
    try:
        profile = zlib.decompressobj().decompress(packed, MAX_PROFILE + 1)
    except zlib.error:
        return None
    return profile if len(profile) <= MAX_PROFILE else None
