from __future__ import annotations

import contextlib
import hashlib
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from sangkien.photos import PhotoError, PhotoFacts, PhotoFault, make_all, read_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import IccProfile, PngChunk, Save

FORMATS = ["JPEG", "PNG", "WEBP"]
ORANGE = (200, 100, 50)
# Colorants of two colour spaces and the way back to sRGB, relative to D50 (Bradford): published constants.
ADOBE_RGB = [(0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)]
DISPLAY_P3 = [(0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)]
TO_SRGB = [
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
]


def colour(data: bytes) -> tuple[int, int, int]:
    facts = read_facts(data)
    assert isinstance(facts, PhotoFacts), facts
    red, green, blue = bytes.fromhex(facts.colour[1:])
    return red, green, blue


def near(found: tuple[int, int, int], wanted: tuple[int, int, int], by: int = 2) -> bool:
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def in_srgb(pixel: tuple[int, int, int], colorants: list[tuple[float, ...]], gamma: float) -> tuple[int, ...]:
    linear = [(v / 255) ** gamma for v in pixel]
    xyz = [sum(c[row] * v for c, v in zip(colorants, linear, strict=True)) for row in range(3)]
    out = [min(1.0, max(0.0, sum(m * v for m, v in zip(row, xyz, strict=True)))) for row in TO_SRGB]
    return tuple(round(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055)) for v in out)


@pytest.mark.parametrize("kind", FORMATS)
def test_facts_of_a_plain_photo(kind: str, save: Save) -> None:
    data = save(Image.new("RGB", (400, 300), ORANGE), kind)
    facts = read_facts(data)
    assert isinstance(facts, PhotoFacts)
    assert (facts.format, facts.width, facts.height) == (kind.lower(), 400, 300)
    assert facts.digest == hashlib.blake2b(data, digest_size=16).hexdigest()
    assert near(colour(data), ORANGE)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", FORMATS)
def test_sizes_are_those_of_the_upright_picture(kind: str, orientation: int, save: Save) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    facts = read_facts(save(Image.new("RGB", (60, 40)), kind, exif=exif))
    assert isinstance(facts, PhotoFacts)
    assert (facts.width, facts.height) == ((60, 40) if orientation < 5 else (40, 60))


def test_every_colour_model_comes_out_as_srgb(save: Save) -> None:
    plain = Image.new("RGB", (64, 48), ORANGE)
    assert near(colour(save(plain.convert("P", palette=Image.Palette.ADAPTIVE), "PNG")), ORANGE)
    assert near(colour(save(plain.convert("CMYK"))), ORANGE, by=3)
    assert near(colour(save(plain.convert("RGBA"), "PNG")), ORANGE)
    assert near(colour(save(Image.new("L", (64, 48), 90))), (90, 90, 90))
    assert colour(save(Image.new("1", (64, 48), 1), "PNG")) == (255, 255, 255)


def test_sixteen_bits_are_scaled_not_clipped(save: Save) -> None:
    assert colour(save(Image.new("I;16", (64, 48), 90 * 256 + 200), "PNG")) == (90, 90, 90)


def test_sixteen_bits_in_three_channels(png_chunk: PngChunk) -> None:
    row = b"\0" + struct.pack(">3H", *(v * 257 for v in ORANGE)) * 64
    data = b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 48, 16, 2, 0, 0, 0))
    data += png_chunk(b"IDAT", zlib.compress(row * 48)) + png_chunk(b"IEND", b"")
    assert colour(data) == ORANGE


def test_transparency_lies_on_white(save: Save) -> None:
    clear = Image.new("RGBA", (64, 48), (*ORANGE, 0))
    assert colour(save(clear, "PNG")) == (255, 255, 255)
    assert near(colour(save(clear, "WEBP", lossless=True)), (255, 255, 255))
    assert near(colour(save(Image.new("RGBA", (64, 48), (0, 0, 0, 128)), "PNG")), (127, 127, 127))
    assert near(colour(save(Image.new("LA", (64, 48), (0, 128)), "PNG")), (127, 127, 127))
    palette = Image.new("RGB", (64, 48), ORANGE).convert("P", palette=Image.Palette.ADAPTIVE)
    assert colour(save(palette, "PNG", transparency=palette.getpixel((0, 0)))) == (255, 255, 255)
    assert colour(save(Image.new("RGB", (64, 48), ORANGE), "PNG", transparency=ORANGE)) == (255, 255, 255)
    assert colour(save(Image.new("L", (64, 48), 7), "PNG", transparency=7)) == (255, 255, 255)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("colorants", [ADOBE_RGB, DISPLAY_P3], ids=["adobe-rgb", "display-p3"])
def test_wide_colour_spaces_become_srgb(
    kind: str, colorants: list[tuple[float, ...]], save: Save, icc_profile: IccProfile
) -> None:
    profile = icc_profile(colorants, 2.2)
    data = save(Image.new("RGB", (64, 48), ORANGE), kind, icc_profile=profile)
    red, green, blue = in_srgb(ORANGE, colorants, 2.2)
    assert not near((red, green, blue), ORANGE, by=8)
    assert near(colour(data), (red, green, blue), by=3)


def test_grey_with_a_profile_of_its_own(save: Save, icc_profile: IccProfile) -> None:
    linear = icc_profile([], 1.0)
    half = Image.new("L", (64, 48), 55)  # 55 / 255 of the light is 128 in sRGB
    assert near(colour(save(half, "PNG", icc_profile=linear)), (128, 128, 128))
    assert near(colour(save(half, "JPEG", icc_profile=linear)), (128, 128, 128))
    veiled = Image.new("LA", (64, 48), (55, 255))
    assert near(colour(save(veiled, "PNG", icc_profile=linear)), (128, 128, 128))


@pytest.mark.parametrize("broken", [b"nonsense", bytes(200)])
def test_a_broken_profile_counts_as_none(broken: bytes, save: Save) -> None:
    assert near(colour(save(Image.new("RGB", (64, 48), ORANGE), icc_profile=broken)), ORANGE)


def test_a_profile_of_another_colour_space_counts_as_none(save: Save, icc_profile: IccProfile) -> None:
    grey = icc_profile([], 1.0)
    assert near(colour(save(Image.new("RGB", (64, 48), ORANGE), icc_profile=grey)), ORANGE)


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}])
def test_a_truncated_jpeg_is_undecodable(
    options: dict[str, object], save: Save, scene: Callable[[int, int], Image.Image]
) -> None:
    data = save(scene(90, 60), **options)
    for length in range(4, len(data)):
        fault = read_facts(data[:length])
        assert isinstance(fault, PhotoFault), length
        assert fault.kind == "undecodable", length


@pytest.mark.parametrize(
    ("kind", "options"),
    [("PNG", {}), ("WEBP", {}), ("WEBP", {"lossless": True}), ("WEBP", {"exif": b"Exif\0\0MM\0*"})],
)
def test_so_are_truncated_png_and_webp(
    kind: str, options: dict[str, object], save: Save, scene: Callable[[int, int], Image.Image]
) -> None:
    data = save(scene(90, 60), kind, **options)
    for length in range(16, len(data)):
        fault = read_facts(data[:length])
        assert isinstance(fault, PhotoFault), length
        assert fault.kind == "undecodable", length


def test_pixels_cut_off_inside_a_whole_container(png_chunk: PngChunk, save: Save) -> None:
    data = save(Image.effect_noise((90, 60), 90), "PNG")
    at = data.index(b"IDAT") - 4
    payload = data[at + 8 : at + 8 + int.from_bytes(data[at : at + 4], "big")]
    short = data[:at] + png_chunk(b"IDAT", payload[: len(payload) // 2]) + png_chunk(b"IEND", b"")
    fault = read_facts(short)
    assert isinstance(fault, PhotoFault)
    assert fault.kind == "undecodable"


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_animations_are_refused(kind: str, save: Save) -> None:
    frames = [Image.new("RGB", (30, 20), c) for c in ("red", "green", "blue")]
    data = save(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    assert read_facts(data) == PhotoFault("animated", kind.lower())


def test_a_still_gif_is_unsupported(save: Save) -> None:
    assert read_facts(save(Image.new("RGB", (30, 20)), "GIF")) == PhotoFault("unsupported", "gif")


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 5000), (5000, 1), (2, 3)])
@pytest.mark.parametrize("kind", FORMATS)
def test_odd_shapes_are_photos_too(width: int, height: int, kind: str, save: Save) -> None:
    facts = read_facts(save(Image.new("RGB", (width, height), ORANGE), kind))
    assert isinstance(facts, PhotoFacts)
    assert (facts.width, facts.height) == (width, height)


def test_the_same_bytes_give_the_same_answer(save: Save) -> None:
    for data in (save(Image.new("RGB", (99, 77), ORANGE)), b"\x89PNG\r\n\x1a\nrubbish", b"GIF89a"):
        assert read_facts(data) == read_facts(bytes(bytearray(data)))


HEADS = [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x20\0\0\0WEBP", b"\0\0\0\x18ftypheic", b"GIF89a"]


@given(st.sampled_from(HEADS), st.binary(max_size=400))
@settings(database=None, deadline=None)
def test_random_bytes_never_raise(head: bytes, tail: bytes) -> None:
    assert isinstance(read_facts(head + tail), PhotoFacts | PhotoFault)


@given(st.data())
@settings(database=None, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mutated_files_never_raise(
    save: Save, scene: Callable[[int, int], Image.Image], icc_profile: IccProfile, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from(FORMATS))
    exif = Image.Exif()
    exif[0x0112] = 6
    original = save(scene(48, 32), kind, exif=exif, icc_profile=icc_profile(ADOBE_RGB, 2.2))
    mutant = bytearray(original)
    for at in data.draw(st.lists(st.integers(0, len(original) - 1), min_size=1, max_size=8)):
        mutant[at] = data.draw(st.integers(0, 255))
    facts = read_facts(bytes(mutant))
    if isinstance(facts, PhotoFault):
        return
    with contextlib.suppress(PhotoError):  # the one exception that may come; facts decode a smaller picture
        assert make_all(bytes(mutant), facts, card=True).card is not None
