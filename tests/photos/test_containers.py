"""jpeg, png and webp: what reaches the decoder, and what is refused by the header alone."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from sangkien.photos import MAX_BYTES, MAX_EDGE, PhotoFault, read_facts
from sangkien.photos.container import MAX_PROFILE
from sangkien.photos.decode import open_container

if TYPE_CHECKING:
    from conftest import PngChunk, Save

PNG = b"\x89PNG\r\n\x1a\n"
SMALL = Image.new("RGB", (40, 30), (200, 100, 50))


def ihdr(width: int, height: int) -> bytes:
    return struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)


def jpeg_claiming(save: Save, width: int, height: int) -> bytes:
    data = save(SMALL)
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(payload)) + payload + bytes(len(payload) % 2) for name, payload in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_a_png_that_claims_60000_squared_is_refused_by_its_header(png_chunk: PngChunk) -> None:
    # Nothing behind the header could be decoded: any other answer would come from looking further.
    data = PNG + png_chunk(b"IHDR", ihdr(60000, 60000)) + b"garbage"
    assert read_facts(data) == PhotoFault("too-many-pixels", "60000 × 60000")


def test_so_are_jpeg_and_webp(save: Save) -> None:
    assert read_facts(jpeg_claiming(save, 60000, 60000)) == PhotoFault("too-many-pixels", "60000 × 60000")
    vp8x = bytes((0, 0, 0, 0)) + (59999).to_bytes(3, "little") * 2
    assert read_facts(riff((b"VP8X", vp8x))) == PhotoFault("too-many-pixels", "60000 × 60000")


@pytest.mark.parametrize(("width", "height"), [(MAX_EDGE + 1, 1), (1, MAX_EDGE + 1), (10_000, 8_901)])
def test_limits_of_edge_and_area(width: int, height: int, png_chunk: PngChunk) -> None:
    data = PNG + png_chunk(b"IHDR", ihdr(width, height)) + b"garbage"
    assert read_facts(data) == PhotoFault("too-many-pixels", f"{width} × {height}")


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert read_facts(b"\xff\xd8\xff" + bytes(MAX_BYTES)) == PhotoFault("too-large", str(MAX_BYTES + 3))


def test_no_width_is_no_picture(save: Save, png_chunk: PngChunk) -> None:
    assert read_facts(jpeg_claiming(save, 0, 30)) == PhotoFault("undecodable", "0 × 30")
    assert read_facts(PNG + png_chunk(b"IHDR", ihdr(0, 30))) == PhotoFault("undecodable", "0 × 30")


def test_a_header_that_contradicts_the_pixels_is_undecodable(save: Save) -> None:
    data = save(SMALL, "WEBP", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    at = data.index(b"VP8X") + 12
    lying = data[:at] + (79).to_bytes(3, "little") + data[at + 3 :]
    assert read_facts(lying).kind == "undecodable"  # type: ignore[union-attr]


def test_two_headers_of_two_sizes_are_undecodable(save: Save, png_chunk: PngChunk) -> None:
    data = save(SMALL, "PNG")
    head = len(PNG) + 25
    second = png_chunk(b"IHDR", ihdr(400, 300))
    assert read_facts(data[:head] + second + data[head:]) == PhotoFault("undecodable", "png: two sizes")


def test_text_bombs_never_reach_the_decoder(save: Save, png_chunk: PngChunk) -> None:
    bomb = zlib.compress(bytes(80_000_000))
    data = save(SMALL, "PNG")
    head = len(PNG) + 25
    chunks = png_chunk(b"zTXt", b"Comment\0\0" + bomb) + png_chunk(b"iTXt", b"XML\0\1\0\0\0" + bomb)
    chunks += png_chunk(b"iCCP", b"icc\0\0" + bomb)
    tracemalloc.start()
    bombed = open_container(data[:head] + chunks + data[head:])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * MAX_PROFILE
    assert bombed == open_container(data)
    assert bombed.profile is None


def test_a_profile_of_absurd_size_is_left_out(save: Save) -> None:
    data = save(SMALL)
    part = b"\xff\xe2\xff\xff" + b"ICC_PROFILE\0%c%c" + bytes(65519)
    parts = [part % (n, 70) for n in range(1, 71)]
    assert sum(map(len, parts)) > MAX_PROFILE
    container = open_container(data[:2] + b"".join(parts) + data[2:])
    assert container == open_container(data)


def test_profile_parts_are_joined_by_number(save: Save) -> None:
    data = save(SMALL)
    second = b"\xff\xe2\0\x13ICC_PROFILE\0\2\2def"
    first = b"\xff\xe2\0\x13ICC_PROFILE\0\1\2abc"
    assert open_container(data[:2] + second + first + data[2:]).profile == b"abcdef"
    assert open_container(data[:2] + first + data[2:]).profile is None
    assert open_container(data[:2] + first + first + data[2:]).profile is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_data_behind_the_end_stays_behind(kind: str, save: Save) -> None:
    data = save(SMALL, kind)
    assert open_container(data + b"\xff\xd8\xff\xe1 a second picture").body == open_container(data).body


@pytest.mark.parametrize(
    ("frame", "detail"), [(b"\xff\xc3", "jpeg SOF3, 8 bit"), (b"\xff\xc9", "jpeg SOF9, 8 bit")]
)
def test_kinds_of_jpeg_no_browser_shows(frame: bytes, detail: str, save: Save) -> None:
    assert read_facts(save(SMALL).replace(b"\xff\xc0", frame, 1)) == PhotoFault("unsupported", detail)


def test_thousands_of_scans_are_refused(save: Save) -> None:
    data = save(SMALL, progressive=True)
    at = data.rindex(b"\xff\xda")
    assert read_facts(data[:-2] + data[at:-2] * 200 + data[-2:]) == PhotoFault(
        "undecodable", "jpeg: too many scans"
    )


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        (b"\xff\xd8\xff" + b"\xe0\0\2\xff" * 120_000 + b"\xd9", "jpeg: too many segments"),
        (b"\xff\xd8\xff\xd9", "jpeg: no picture"),
        (b"\xff\xd8\xff\xc0\0\5\x08\0\1", "jpeg: frame header"),
        (PNG + b"\0\0\0\0IEND\xae\x42\x60\x82", "png: no header"),
        (riff((b"ICCP", b"abc")), "webp: no header"),
        (riff(), "webp: no picture"),
    ],
)
def test_shells_without_a_picture(data: bytes, detail: str) -> None:
    assert read_facts(data) == PhotoFault("undecodable", detail)


def test_millions_of_empty_chunks_are_refused(save: Save, png_chunk: PngChunk) -> None:
    data = save(SMALL, "PNG")
    head = len(PNG) + 25
    crowd = png_chunk(b"teXt", b"") * 120_000
    assert read_facts(data[:head] + crowd + data[head:]) == PhotoFault("undecodable", "png: too many chunks")
    webp = riff(
        (b"VP8X", bytes(4) + (39).to_bytes(3, "little") + (29).to_bytes(3, "little")),
        *[(b"JUNK", b"")] * 120_000,
    )
    assert read_facts(webp) == PhotoFault("undecodable", "webp: too many chunks")
