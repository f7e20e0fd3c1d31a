"""WebP files (RFC 9649), chunk by chunk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sangkien.photos import exif
from sangkien.photos.container import MAX_PARTS, MAX_PROFILE, Container, check_size
from sangkien.photos.fault import PhotoError, PhotoFault, undecodable

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALPHA: Final = 0x10
_NEEDED: Final = frozenset((b"ALPH", b"VP8 ", b"VP8L"))


class Chunk(NamedTuple):
    """A chunk's name, its payload and all its bytes, the padding included."""

    name: bytes
    payload: bytes
    raw: bytes


def chunks(data: bytes) -> Iterator[Chunk]:
    """Every chunk that the RIFF header spans. Raises PhotoError where the file is cut off."""
    at, stop = 12, 8 + int.from_bytes(data[4:8], "little")
    if stop > len(data):
        raise undecodable("webp: cut off")
    for _ in range(MAX_PARTS):
        if at >= stop:
            return
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + length
        if at + 8 > stop or end > stop:
            raise undecodable("webp: cut off")
        yield Chunk(data[at : at + 4], data[at + 8 : end], data[at : end + length % 2])
        at = end + length % 2
    raise undecodable("webp: too many chunks")


def read(data: bytes) -> Container:
    """Take a WebP apart. Raises PhotoError."""
    parts: list[bytes] = []
    size: tuple[int, int] | None = None
    profile: bytes | None = None
    orientation = 1
    for name, payload, raw in chunks(data):
        if size is None:
            size = _header(name, payload)
        if name == b"VP8X" and not parts:
            parts.append(_extended(payload))
        elif name in {b"ANIM", b"ANMF"}:
            raise PhotoError(PhotoFault("animated", "webp"))
        elif name == b"ICCP" and len(payload) <= MAX_PROFILE:
            profile = payload
        elif name == b"EXIF":
            orientation = exif.orientation(payload)
        elif name in _NEEDED:
            parts.append(raw)
    if size is None:
        raise undecodable("webp: no picture")
    body = b"WEBP" + b"".join(parts)
    return Container("webp", *size, orientation, profile, b"RIFF" + len(body).to_bytes(4, "little") + body)


def _header(name: bytes, payload: bytes) -> tuple[int, int]:
    """Width and height from the first chunk, whichever of the three kinds it is, checked."""
    if name == b"VP8X" and len(payload) >= 10:
        width = 1 + int.from_bytes(payload[4:7], "little")
        height = 1 + int.from_bytes(payload[7:10], "little")
    elif name == b"VP8 " and len(payload) >= 10 and payload[3:6] == b"\x9d\x01\x2a":
        width = int.from_bytes(payload[6:8], "little") & 0x3FFF
        height = int.from_bytes(payload[8:10], "little") & 0x3FFF
    elif name == b"VP8L" and len(payload) >= 5 and payload[0] == 0x2F:
        bits = int.from_bytes(payload[1:5], "little")
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        raise undecodable("webp: no header")
    check_size(width, height)
    return width, height


def _extended(payload: bytes) -> bytes:
    """The VP8X chunk again, announcing nothing but the alpha channel: the rest has been left out."""
    flags = payload[0] & _ALPHA
    return b"VP8X" + (10).to_bytes(4, "little") + bytes((flags, 0, 0, 0)) + payload[4:10]
