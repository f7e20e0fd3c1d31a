"""The last look at what will be published: pixels, and not one byte of metadata."""

from __future__ import annotations

from typing import Final

from sangkien.photos import jpeg, webp

_JFIF_BYTES: Final = 14  # a JFIF payload without a preview


class MetadataLeftError(RuntimeError):
    """An encoder wrote more than pixels. A fault of the program, never of the photo."""


def bare_webp(data: bytes) -> bytes:
    """``data`` itself, if it is a WebP of one lossy picture and nothing more. Raises MetadataLeftError."""
    names = [chunk.name for chunk in webp.chunks(data)]
    if names != [b"VP8 "] or len(data) != 8 + int.from_bytes(data[4:8], "little"):
        raise MetadataLeftError(f"webp: {names}")
    return data


def bare_jpeg(data: bytes) -> bytes:
    """``data`` itself, if it is a JPEG of frame, tables and scans alone. Raises MetadataLeftError."""
    size = 2
    for segment in jpeg.segments(data):
        preview = segment.marker == jpeg.APP0 and len(segment.payload) != _JFIF_BYTES
        if preview or segment.marker == jpeg.APP14 or not jpeg.is_needed(segment):
            raise MetadataLeftError(f"jpeg: marker {segment.marker:02X}")
        size += len(segment.raw)
    if size != len(data):
        raise MetadataLeftError("jpeg: bytes between or behind the segments")
    return data
