"""From a container to sRGB pixels of the wanted size, the right way up. Nothing else comes along."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Final

from PIL import Image, ImageCms

from sangkien.photos import heic, jpeg, png, webp
from sangkien.photos.container import MAX_BYTES, Container
from sangkien.photos.fault import PhotoError, PhotoFault, undecodable
from sangkien.photos.sniff import sniff

_READERS: Final = {"jpeg": jpeg.read, "png": png.read, "webp": webp.read, "heic": heic.read}
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_OPAQUE: Final = frozenset(("L", "RGB", "CMYK"))


def open_container(data: bytes) -> Container:
    """Recognise and take apart; decode nothing. Raises PhotoError."""
    if len(data) > MAX_BYTES:
        raise PhotoError(PhotoFault("too-large", str(len(data))))
    found = sniff(data)
    if isinstance(found, PhotoFault):
        raise PhotoError(found)
    return _READERS[found](data)


def upright_size(container: Container) -> tuple[int, int]:
    """Width and height once the orientation is baked in."""
    if container.orientation >= 5:
        return container.height, container.width
    return container.width, container.height


def picture(container: Container, size: tuple[int, int], *, rough: bool = False) -> Image.Image:
    """The picture as sRGB (mode RGB), transparency on white, upright, of exactly ``size``; ``info`` is empty.

    ``rough`` trades sharpness for time. Raises PhotoError, whatever the decoder's own exception was.
    """
    try:
        return _picture(container, size, rough=rough)
    except PhotoError:
        raise
    except Exception as error:  # a broken file brings any kind of exception out of a decoder
        raise undecodable(f"{container.format}: {type(error).__name__}") from error


def _picture(container: Container, size: tuple[int, int], *, rough: bool) -> Image.Image:
    stored = size if container.orientation < 5 else (size[1], size[0])
    image = _plain(_pixels(container, stored))
    if image.size != stored:
        gap = 1.0 if rough else 2.0
        image = image.resize(stored, Image.Resampling.LANCZOS, reducing_gap=gap)
    image = _srgb(_on_white(image), container.profile)
    if container.orientation in _UPRIGHT:
        image = image.transpose(_UPRIGHT[container.orientation])
    image.info = {}
    return image


def _pixels(container: Container, at_least: tuple[int, int]) -> Image.Image:
    """Decoded in the stored orientation; a JPEG already at a half, quarter or eighth where that is enough."""
    if container.format == "heic":
        image = heic.decode(container.body)
    else:
        image = Image.open(io.BytesIO(container.body), formats=[container.format.upper()])
    if image.size != (container.width, container.height):
        raise undecodable(f"{container.format}: two sizes")
    if container.format == "jpeg":
        image.draft(None, at_least)
    image.load()
    return image


def _plain(image: Image.Image) -> Image.Image:
    """In mode L, RGB or CMYK, 8 bits; or La or RGBa, where transparency is multiplied in, ready to resize."""
    if image.mode.startswith("I;16"):
        high = slice(0, None, 2) if image.mode == "I;16B" else slice(1, None, 2)
        return Image.frombytes("L", image.size, image.tobytes()[high])  # convert("L") would clip, not scale
    if image.has_transparency_data:
        straight, multiplied = ("LA", "La") if image.mode in {"1", "L", "LA"} else ("RGBA", "RGBa")
        if image.mode != straight:  # convert() copies even from a mode to itself
            image = image.convert(straight)
        return image.convert(multiplied)
    if image.mode in _OPAQUE:
        return image
    return image.convert("L" if image.mode in {"1", "LA"} else "RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """Transparency laid on white. Done after resizing: whole, a large picture would be in memory thrice."""
    if image.mode in _OPAQUE:
        return image
    straight, opaque = ("LA", "L") if image.mode == "La" else ("RGBA", "RGB")
    image = image.convert(straight)
    ground = Image.new(opaque, image.size, "white")
    ground.paste(image.convert(opaque), mask=image.getchannel("A"))
    return ground


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Through the picture's own profile; one that is broken or of another colour space counts as none."""
    if profile is not None:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, _srgb_profile(), outputMode="RGB")
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a picture with a broken profile is still a picture; browsers take it as sRGB too
    return image.convert("RGB")


@lru_cache(maxsize=1)
def _srgb_profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
