from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from sangkien.photos.bare import MetadataLeftError, bare_jpeg, bare_webp

if TYPE_CHECKING:
    from conftest import Save

PLAIN = Image.new("RGB", (40, 30), "teal")
EXIF = b"Exif\0\0MM\0*\0\0\0\x08\0\0"


def test_bare_files_pass(save: Save) -> None:
    for data in (save(PLAIN), save(PLAIN, progressive=True)):
        assert bare_jpeg(data) == data
    webp = save(PLAIN, "WEBP")
    assert bare_webp(webp) == webp


@pytest.mark.parametrize("options", [{"exif": EXIF}, {"icc_profile": b"icc"}, {"xmp": b"<x/>"}])
def test_a_webp_with_more_is_stopped(options: dict[str, bytes], save: Save) -> None:
    with pytest.raises(MetadataLeftError):
        bare_webp(save(PLAIN, "WEBP", **options))


@pytest.mark.parametrize(
    "options", [{"exif": EXIF}, {"icc_profile": b"icc"}, {"xmp": b"<x/>"}, {"comment": b"hello"}]
)
def test_a_jpeg_with_more_is_stopped(options: dict[str, bytes], save: Save) -> None:
    with pytest.raises(MetadataLeftError):
        bare_jpeg(save(PLAIN, **options))


def test_a_preview_in_the_first_segment_is_stopped(save: Save) -> None:
    data = save(PLAIN)
    assert data[2:6] == b"\xff\xe0\0\x10"
    with pytest.raises(MetadataLeftError):
        bare_jpeg(data[:5] + b"\x13" + data[6:18] + b"\1\1" + b"rgb" + data[20:])


def test_bytes_behind_the_picture_are_stopped(save: Save) -> None:
    with pytest.raises(MetadataLeftError):
        bare_jpeg(save(PLAIN) + b"x")
    with pytest.raises(MetadataLeftError):
        bare_webp(save(PLAIN, "WEBP") + b"x")
