from __future__ import annotations

import pytest

from sangkien.photos.fault import PhotoFault
from sangkien.photos.sniff import sniff


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf", "heic"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", PhotoFault("unsupported", "avif")),
        (b"\0\0\0\x18ftypisom\0\0\0\0mp42avc1", PhotoFault("not-an-image", "video")),
        (b"\xff\xff\xff\xffftyp", PhotoFault("not-an-image", "video")),
        (b"BM\x36\0", PhotoFault("unsupported", "bmp")),
        (b"II*\0", PhotoFault("unsupported", "tiff")),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PhotoFault("unsupported", "svg")),
        (b"\xef\xbb\xbf \n<?xml version='1.0'?><SVG/>", PhotoFault("unsupported", "svg")),
        (b"<!doctype html><title>404</title>", PhotoFault("not-an-image", "html")),
        (b"PK\x03\x04\x14", PhotoFault("not-an-image", "zip")),
        (b"%PDF-1.7", PhotoFault("not-an-image", "pdf")),
        (b"", PhotoFault("not-an-image", "empty")),
        (b"RIFF\x10\0\0\0WAVEfmt ", PhotoFault("not-an-image", "")),
        ("Ảnh chụp tại xưởng".encode(), PhotoFault("not-an-image", "")),
    ],
)
def test_the_first_bytes_decide(head: bytes, expected: object) -> None:
    assert sniff(head) == expected
