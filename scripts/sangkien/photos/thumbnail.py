"""A small picture for a sheet of photos, never published."""

from __future__ import annotations

import io

from sangkien.photos.decode import open_container, picture, upright_size


def thumbnail(data: bytes, edge: int) -> bytes:
    """A JPEG whose longer edge is ``edge`` pixels. Raises PhotoError for what doesn't decode."""
    container = open_container(data)
    width, height = upright_size(container)
    longest = max(width, height)
    size = (max(1, width * edge // longest), max(1, height * edge // longest))
    small = picture(container, size, rough=True)
    small.info = {}
    out = io.BytesIO()
    small.resize(size).save(out, "JPEG", quality=80)
    return out.getvalue()
