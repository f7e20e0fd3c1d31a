"""Which format some bytes are in, by their first bytes alone: a file's name proves nothing."""

from __future__ import annotations

from typing import Final, Literal

from sangkien.photos.fault import FaultKind, PhotoFault

PhotoFormat = Literal["jpeg", "png", "webp", "heic"]

EXTENSIONS: Final[dict[PhotoFormat, tuple[str, ...]]] = {
    "jpeg": (".jpg", ".jpeg"),
    "png": (".png",),
    "webp": (".webp",),
    "heic": (".heic", ".heif"),
}
"""The endings (lower case) a file of each accepted format may have; the first is the usual one."""

_OTHERS: Final[tuple[tuple[bytes, FaultKind, str], ...]] = (
    (b"BM", "unsupported", "bmp"),
    (b"II*\x00", "unsupported", "tiff"),
    (b"MM\x00*", "unsupported", "tiff"),
    (b"II+\x00", "unsupported", "tiff"),
    (b"\x00\x00\x01\x00", "unsupported", "ico"),
    (b"8BPS", "unsupported", "psd"),
    (b"\xff\x0a", "unsupported", "jxl"),
    (b"\x00\x00\x00\x0cJXL ", "unsupported", "jxl"),
    (b"\x00\x00\x00\x0cjP  ", "unsupported", "jp2"),
    (b"%PDF-", "not-an-image", "pdf"),
    (b"PK\x03\x04", "not-an-image", "zip"),
    (b"PK\x05\x06", "not-an-image", "zip"),
)
_HEIC_BRANDS: Final = frozenset((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"))
_GIF_FRAME: Final = b"\x21\xf9\x04"  # each frame of an animation is preceded by a graphic control extension


def sniff(data: bytes) -> PhotoFormat | PhotoFault:
    """The format of ``data``, or the fault of being in none that is accepted."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return _iso_media(data)
    if data[:6] in {b"GIF87a", b"GIF89a"}:
        return PhotoFault("animated" if data.count(_GIF_FRAME) > 1 else "unsupported", "gif")
    for signature, kind, name in _OTHERS:
        if data.startswith(signature):
            return PhotoFault(kind, name)
    return PhotoFault(*_text(data))


def _iso_media(data: bytes) -> PhotoFormat | PhotoFault:
    """HEIC, AVIF and films share one container (ISO/IEC 14496-12) and differ by brand."""
    end = min(int.from_bytes(data[:4], "big"), 256, len(data))
    brands = [data[8:12], *(data[at : at + 4] for at in range(16, end - 3, 4))]
    if b"avif" in brands or b"avis" in brands:
        return PhotoFault("unsupported", "avif")
    if _HEIC_BRANDS.intersection(brands):
        return "heic"
    return PhotoFault("not-an-image", "video")


def _text(data: bytes) -> tuple[FaultKind, str]:
    if not data:
        return "not-an-image", "empty"
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"<"):
        if b"<svg" in head:
            return "unsupported", "svg"
        return "not-an-image", "html"
    return "not-an-image", ""
