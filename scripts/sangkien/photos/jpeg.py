"""JPEG files (ITU-T T.81), segment by segment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sangkien.photos import exif
from sangkien.photos.container import MAX_PARTS, MAX_PROFILE, Container, check_size
from sangkien.photos.fault import PhotoError, PhotoFault, undecodable

if TYPE_CHECKING:
    from collections.abc import Iterator

SOS: Final = 0xDA
EOI: Final = 0xD9
APP0, APP1, APP2, APP14 = 0xE0, 0xE1, 0xE2, 0xEE
FRAMES: Final = frozenset((0xC0, 0xC1, 0xC2))  # baseline, extended, progressive: what browsers show
_OTHER_FRAMES: Final = frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES: Final = frozenset((0xC4, 0xDB, 0xDC, 0xDD))  # DHT, DQT, DNL, DRI
_MAX_SCANS: Final = 100  # honest progressive files have about ten; a thousand make a decoder work for minutes
_ICC: Final = b"ICC_PROFILE\x00"
# A marker that ends a scan: FF, but not a stuffed FF 00, a restart FF D0…D7 or a fill byte FF FF.
_MARKER: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


class Segment(NamedTuple):
    """A marker, its payload and all its bytes; a scan's bytes hold its entropy-coded data too."""

    marker: int
    payload: bytes
    raw: bytes


def segments(data: bytes) -> Iterator[Segment]:
    """Every segment behind SOI up to EOI, which comes last. Raises PhotoError where the file is cut off."""
    at = 2
    for _ in range(MAX_PARTS):
        found = _MARKER.search(data, at)
        if found is None:
            raise undecodable("jpeg: cut off")
        start, marker = found.start(), data[found.start() + 1]
        if marker == EOI:
            yield Segment(EOI, b"", data[start : start + 2])
            return
        length = int.from_bytes(data[start + 2 : start + 4], "big")
        end = start + 2 + length
        if length < 2 or end > len(data):
            raise undecodable("jpeg: cut off")
        payload = data[start + 4 : end]
        if marker == SOS:
            following = _MARKER.search(data, end)
            if following is None:
                raise undecodable("jpeg: cut off")
            end = following.start()
        yield Segment(marker, payload, data[start:end])
        at = end
    raise undecodable("jpeg: too many segments")


def read(data: bytes) -> Container:
    """Take a JPEG apart. Raises PhotoError."""
    body: list[bytes] = [data[:2]]
    profile: list[bytes] = []
    size: tuple[int, int] | None = None
    orientation = 0
    scans = 0
    for segment in segments(data):
        marker, payload = segment.marker, segment.payload
        if marker in FRAMES or marker in _OTHER_FRAMES:
            if size is not None:
                raise undecodable("jpeg: two frames")
            size = _frame(marker, payload)
        elif marker == SOS:
            scans += 1
        elif marker == APP1 and payload.startswith(b"Exif\x00\x00") and not orientation:
            orientation = exif.orientation(payload)
        elif marker == APP2 and payload.startswith(_ICC):
            profile.append(payload)
        if is_needed(segment):
            body.append(segment.raw)
        if scans > _MAX_SCANS:
            raise undecodable("jpeg: too many scans")
    if size is None or not scans:
        raise undecodable("jpeg: no picture")
    return Container("jpeg", *size, orientation or 1, _profile(profile), b"".join(body))


def _frame(marker: int, payload: bytes) -> tuple[int, int]:
    """Width and height from a frame header, checked."""
    if len(payload) < 6:
        raise undecodable("jpeg: frame header")
    precision, components = payload[0], payload[5]
    if marker not in FRAMES or precision != 8:
        raise PhotoError(PhotoFault("unsupported", f"jpeg SOF{marker - 0xC0}, {precision} bit"))
    if components not in {1, 3, 4}:
        raise undecodable("jpeg: components")
    height, width = int.from_bytes(payload[1:3], "big"), int.from_bytes(payload[3:5], "big")
    check_size(width, height)
    return width, height


def is_needed(segment: Segment) -> bool:
    """Whether the decoder needs it. JFIF and Adobe segments say which colour model the numbers are in."""
    if segment.marker == APP0:
        return segment.payload.startswith(b"JFIF\x00")
    if segment.marker == APP14:
        return segment.payload.startswith(b"Adobe")
    return segment.marker in FRAMES or segment.marker in _TABLES or segment.marker in {SOS, EOI}


def _profile(parts: list[bytes]) -> bytes | None:
    """The ICC profile from its numbered parts (ICC.1:2022, annex B.4); None unless all are there, once."""
    parts.sort(key=lambda part: part[12:13])
    if not 0 < len(parts) < 256:
        return None
    if [part[12:14] for part in parts] != [bytes((n, len(parts))) for n in range(1, len(parts) + 1)]:
        return None
    profile = b"".join(part[14:] for part in parts)
    return profile if len(profile) <= MAX_PROFILE else None
