"""Pictures made on the spot: no file in the repository, nothing of anybody's."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable

    Save = Callable[..., bytes]
    IccProfile = Callable[..., bytes]
    PngChunk = Callable[[bytes, bytes], bytes]


@pytest.fixture(scope="session")
def save() -> Save:
    def save_image(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
        out = io.BytesIO()
        image.save(out, kind, **options)
        return out.getvalue()

    return save_image


@pytest.fixture(scope="session")
def scene() -> Callable[[int, int], Image.Image]:
    """A picture with gradients and edges, so that every codec has something to do."""

    def draw_scene(width: int, height: int) -> Image.Image:
        bands = [Image.linear_gradient("L").resize((width, height)), Image.radial_gradient("L")]
        bands[1] = bands[1].resize((width, height))
        image = Image.merge("RGB", (bands[0], bands[1], bands[0].transpose(Image.Transpose.ROTATE_180)))
        draw = ImageDraw.Draw(image)
        for n in range(8):
            draw.line((0, n * height // 8, width, (8 - n) * height // 8), fill=(250, 30 * n, 20))
        return image

    return draw_scene


@pytest.fixture(scope="session")
def png_chunk() -> PngChunk:
    def chunk(name: bytes, payload: bytes) -> bytes:
        crc = zlib.crc32(name + payload)
        return struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", crc)

    return chunk


@pytest.fixture(scope="session")
def icc_profile() -> IccProfile:
    """A small ICC v2 display profile: D50 colorants by column (or none: grey) and one gamma."""

    def fixed(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(values: tuple[float, ...]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    def text(value: bytes) -> bytes:
        return b"desc\0\0\0\0" + struct.pack(">I", len(value) + 1) + value + bytes(79)

    def build(colorants: list[tuple[float, ...]], gamma: float, name: bytes = b"test") -> bytes:
        curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
        tags = {
            b"desc": text(name),
            b"cprt": b"text\0\0\0\0none\0\0\0\0",
            b"wtpt": xyz((0.9642, 1.0, 0.8249)),
        }
        if colorants:
            tags |= {letter + b"XYZ": xyz(c) for letter, c in zip((b"r", b"g", b"b"), colorants, strict=True)}
            tags |= {letter + b"TRC": curve for letter in (b"r", b"g", b"b")}
        else:
            tags[b"kTRC"] = curve
        table, body = struct.pack(">I", len(tags)), b""
        start = 128 + 4 + 12 * len(tags)
        for tag, value in tags.items():
            padded = value + bytes(-len(value) % 4)
            table += tag + struct.pack(">II", start + len(body), len(value))
            body += padded
        space = b"RGB " if colorants else b"GRAY"
        head = struct.pack(">I4sI4s4s4s", start + len(body), b"lcms", 0x02400000, b"mntr", space, b"XYZ ")
        head += struct.pack(">6H", 2020, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
        head += fixed(0.9642) + fixed(1.0) + fixed(0.8249)
        return head.ljust(128, b"\0") + table + body

    return build
