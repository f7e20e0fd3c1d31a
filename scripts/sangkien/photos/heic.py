"""HEIC, which phones write by default, through the optional ``pillow-heif``."""

from __future__ import annotations

import importlib
import io
from typing import TYPE_CHECKING

from sangkien.photos.container import MAX_PROFILE, Container, check_size
from sangkien.photos.fault import PhotoError, PhotoFault, undecodable

if TYPE_CHECKING:
    from PIL import Image


def read(data: bytes) -> Container:
    """Look at a HEIC's header. Raises PhotoError, of kind ``heic`` where the decoder is not installed."""
    try:
        pillow_heif = importlib.import_module("pillow_heif")
    except ImportError:
        raise PhotoError(PhotoFault("heic", "pillow-heif")) from None
    try:
        heif = pillow_heif.open_heif(io.BytesIO(data))
        width, height = heif.size
        profile = heif.info.get("icc_profile")
    except Exception as error:  # libheif's faults come out as half a dozen kinds
        raise undecodable(f"heic: {type(error).__name__}") from error
    check_size(width, height)
    if not isinstance(profile, bytes) or len(profile) > MAX_PROFILE:
        profile = None
    # libheif turns the picture by its own boxes (irot, imir); the standard has readers ignore EXIF's word.
    return Container("heic", width, height, 1, profile, data)


def decode(data: bytes) -> Image.Image:
    """The primary picture, the right way up. Only for data that ``read`` took; raises anything."""
    pillow_heif = importlib.import_module("pillow_heif")
    image: Image.Image = pillow_heif.open_heif(io.BytesIO(data)).to_pillow()
    return image
