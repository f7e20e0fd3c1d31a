"""PNG files (W3C PNG, third edition), chunk by chunk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sangkien.photos import exif
from sangkien.photos.container import MAX_PARTS, Container, check_size, inflate_profile
from sangkien.photos.fault import PhotoError, PhotoFault, undecodable

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEEDED: Final = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))


class Chunk(NamedTuple):
    """A chunk's name, its payload and all its bytes."""

    name: bytes
    payload: bytes
    raw: bytes


def chunks(data: bytes) -> Iterator[Chunk]:
    """Every chunk up to IEND, which comes last. Raises PhotoError where the file is cut off."""
    at = 8
    for _ in range(MAX_PARTS):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if len(data) < at + 12 or len(data) < end:
            raise undecodable("png: cut off")
        chunk = Chunk(data[at + 4 : at + 8], data[at + 8 : end - 4], data[at:end])
        yield chunk
        if chunk.name == b"IEND":
            return
        at = end
    raise undecodable("png: too many chunks")


def read(data: bytes) -> Container:
    """Take a PNG apart. Raises PhotoError."""
    body: list[bytes] = [data[:8]]
    size: tuple[int, int] | None = None
    profile: bytes | None = None
    orientation = 1
    for name, payload, raw in chunks(data):
        if size is None:
            size = _header(name, payload)
        if name == b"acTL":
            raise PhotoError(PhotoFault("animated", "png"))
        if name == b"iCCP":  # a name of at most 79 bytes, NUL, the method (0: zlib), the packed profile
            profile = inflate_profile(payload.partition(b"\x00")[2][1:])
        elif name == b"eXIf":
            orientation = exif.orientation(payload)
        if name in _NEEDED:
            body.append(raw)
    if size is None:
        raise undecodable("png: no header")
    return Container("png", *size, orientation, profile, b"".join(body))


def _header(name: bytes, payload: bytes) -> tuple[int, int]:
    if name != b"IHDR" or len(payload) != 13:
        raise undecodable("png: no header")
    width, height = int.from_bytes(payload[:4], "big"), int.from_bytes(payload[4:8], "big")
    check_size(width, height)
    return width, height
