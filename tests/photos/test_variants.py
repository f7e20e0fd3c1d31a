from __future__ import annotations

import io
import multiprocessing
import pickle
import random
import struct
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from sangkien.photos import (
    PhotoError,
    PhotoFacts,
    PhotoFault,
    card_name,
    make_all,
    make_card,
    make_variants,
    read_facts,
    variant_name,
    variant_sizes,
)
from sangkien.photos.variants import PHONE_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import IccProfile, PngChunk, Save

CANARY = b"CANARY-BIRD"
# What Pillow itself puts in `info` of any JPEG and WebP: how it is coded, nothing of where it came from.
TECHNICAL = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"} | {
    "loop",
    "background",
    "timestamp",
    "duration",
}
# Which side of the upright picture the first stored row and the first stored column are (EXIF 2.32, 4.6.4).
SIDES = {
    1: ("top", "left"),
    2: ("top", "right"),
    3: ("bottom", "right"),
    4: ("bottom", "left"),
    5: ("left", "top"),
    6: ("right", "top"),
    7: ("right", "bottom"),
    8: ("left", "bottom"),
}
OPPOSITE = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
CORNERS = {
    frozenset(("top", "left")): (230, 20, 20),
    frozenset(("top", "right")): (20, 200, 20),
    frozenset(("bottom", "left")): (20, 20, 220),
    frozenset(("bottom", "right")): (240, 240, 240),
}


def facts_of(data: bytes) -> PhotoFacts:
    facts = read_facts(data)
    assert isinstance(facts, PhotoFacts), facts
    return facts


def sized(width: int, height: int) -> PhotoFacts:
    return PhotoFacts("jpeg", width, height, "#000000", "0" * 32)


def quadrants(size: tuple[int, int], colours: list[tuple[int, int, int]]) -> Image.Image:
    image = Image.new("RGB", (2, 2))
    image.putdata(colours)
    return image.resize(size, Image.Resampling.NEAREST)


def open_image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((4000, 3000), ((480, 360), (720, 540), (960, 720), (1600, 1200))),
        ((3000, 4000), ((360, 480), (540, 720), (720, 960), (1200, 1600))),
        ((1600, 900), ((480, 270), (720, 405), (960, 540), (1600, 900))),
        ((1200, 900), ((480, 360), (720, 540), (960, 720), (1200, 900))),
        ((1000, 750), ((480, 360), (720, 540), (960, 720))),
        ((800, 800), ((480, 480), (720, 720))),
        ((480, 360), ((480, 360),)),
        ((479, 360), ((479, 360),)),
        ((1, 1), ((1, 1),)),
        ((1, 5000), ((1, 480),)),
        ((5000, 1), ((480, 1), (720, 1), (960, 1), (1600, 1))),
    ],
)
def test_sizes(size: tuple[int, int], expected: tuple[tuple[int, int], ...]) -> None:
    assert variant_sizes(sized(*size)) == expected


@given(st.integers(1, 20_000), st.integers(1, 20_000))
@settings(database=None)
def test_sizes_hold_their_promises(width: int, height: int) -> None:
    sizes = variant_sizes(sized(width, height))
    assert sizes
    assert all(1 <= w <= width and 1 <= h <= height for w, h in sizes)
    assert [w for w, _ in sizes] == sorted({w for w, _ in sizes})
    assert all(abs(w * height - h * width) <= max(width, height) for w, h in sizes)  # aspect, to a pixel


def test_names_change_with_the_content() -> None:
    assert variant_name("0123456789abcdef" * 2, 480) == "0123456789ab-480.webp"
    assert card_name("0123456789abcdef" * 2) == "0123456789ab-og.jpg"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_orientation_gives_the_right_pixels(kind: str, orientation: int, save: Save) -> None:
    row, column = SIDES[orientation]
    stored = [CORNERS[frozenset((r, c))] for r in (row, OPPOSITE[row]) for c in (column, OPPOSITE[column])]
    exif = Image.Exif()
    exif[0x0112] = orientation
    size = (640, 480) if orientation < 5 else (480, 640)
    data = save(quadrants(size, stored), kind, exif=exif)
    pictures = make_all(data, facts_of(data), card=True)
    for variant, wanted in zip(pictures.variants, ((480, 360), (640, 480)), strict=True):
        image = open_image(variant).convert("RGB")
        assert image.size == wanted
        for sides, colour in CORNERS.items():
            x = wanted[0] // 8 if "left" in sides else wanted[0] * 7 // 8
            y = wanted[1] // 8 if "top" in sides else wanted[1] * 7 // 8
            found = image.getpixel((x, y))
            assert isinstance(found, tuple)
            assert all(abs(a - b) < 12 for a, b in zip(found, colour, strict=True)), (sides, found)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_variants_look_like_the_photo(
    kind: str, save: Save, scene: Callable[[int, int], Image.Image]
) -> None:
    original = scene(2100, 1400)
    data = save(original, kind)
    for variant in make_variants(data, facts_of(data)):
        image = open_image(variant).convert("RGB")
        wanted = original.resize(image.size, Image.Resampling.BOX)
        difference = ImageStat.Stat(ImageChops.difference(image, wanted))
        assert max(difference.mean) < 4


def test_what_a_phone_loads_is_small_whatever_it_shows(save: Save) -> None:
    """Noise is what weighs most: leaves, gravel, a grainy picture from a night shift."""
    noise = random.Random(5).randbytes(1600 * 1200 * 3)  # noqa: S311  # the same at each run
    data = save(Image.frombytes("RGB", (1600, 1200), noise).resize((2400, 1800)), quality=80)
    small, phone, middle, large = map(len, make_variants(data, facts_of(data)))
    assert max(small, phone) <= PHONE_BYTES < middle < large


def with_canaries_jpeg(save: Save, icc: bytes) -> bytes:
    def segment(marker: int, payload: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload

    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = CANARY.decode()
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (10.0, 30.0, 12.3), 3: "E", 4: (107.0, 10.0, 45.6), 29: CANARY.decode()}
    )
    data = save(Image.new("RGB", (1300, 900), "teal"), exif=exif, icc_profile=icc, comment=CANARY)
    extra = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + CANARY)
    extra += segment(0xE0, b"JFXX\0\x10" + CANARY) + segment(0xE2, b"MPF\0" + CANARY)
    extra += segment(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x0b" + CANARY) + segment(0xEB, CANARY)
    extra += segment(0xFE, CANARY)
    at = data.index(b"\xff\xdb")
    return data[:at] + extra + data[at:] + CANARY


def with_canaries_png(save: Save, icc: bytes, chunk: PngChunk) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    data = save(Image.new("RGBA", (1300, 900), "teal"), "PNG", exif=exif, icc_profile=icc)
    extra = chunk(b"tEXt", b"Comment\0" + CANARY) + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + CANARY)
    extra += chunk(b"prVt", CANARY) + chunk(b"tIME", b"\x07\xe5\1\1\1\1\1")
    return data[:33] + extra + data[33:] + CANARY


def with_canaries_webp(save: Save, icc: bytes) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    data = save(
        Image.new("RGB", (1300, 900), "teal"), "WEBP", exif=exif, icc_profile=icc, xmp=b"<x>" + CANARY
    )
    return data + CANARY


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_byte_of_metadata_is_published(
    kind: str, save: Save, icc_profile: IccProfile, png_chunk: PngChunk
) -> None:
    icc = icc_profile(
        [(0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407)], 2.2, CANARY
    )
    data = {
        "JPEG": lambda: with_canaries_jpeg(save, icc),
        "PNG": lambda: with_canaries_png(save, icc, png_chunk),
        "WEBP": lambda: with_canaries_webp(save, icc),
    }[kind]()
    assert CANARY in data
    pictures = make_all(data, facts_of(data), card=True)
    assert pictures.card is not None
    for out in (*pictures.variants, pictures.card):
        for trace in (CANARY, b"Exif", b"EXIF", b"xmp", b"XMP", b"ICC", b"8BIM", b"GPS"):
            assert trace not in out
        image = open_image(out)
        image.load()
        assert dict(image.getexif()) == {}
        assert set(image.info) <= TECHNICAL


def test_pictures_that_differ_in_metadata_alone_give_the_same_pixels(save: Save) -> None:
    plain = save(Image.new("RGB", (700, 500), "teal"))
    marked = save(Image.new("RGB", (700, 500), "teal"), comment=CANARY)
    assert make_variants(plain, facts_of(plain)) == make_variants(marked, facts_of(marked))


def test_one_call_or_two_in_this_process_or_another_the_same_bytes(
    save: Save, scene: Callable[[int, int], Image.Image]
) -> None:
    data = save(scene(1800, 1200))
    facts = facts_of(data)
    once = make_all(data, facts, card=True)
    assert make_all(data, facts, card=True) == once
    assert (make_variants(data, facts), make_card(data, facts)) == once
    assert make_all(data, facts, card=False) == (once.variants, None)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(read_facts, data).result() == facts
        assert pool.submit(make_all, data, facts, card=True).result() == once
        with pytest.raises(PhotoError) as caught:
            pool.submit(make_all, b"something else", facts, card=True).result()
    assert caught.value.fault == PhotoFault("undecodable", "the file has changed")


def test_a_file_that_changed_after_its_facts_is_refused(save: Save) -> None:
    facts = facts_of(save(Image.new("RGB", (60, 40), "red")))
    with pytest.raises(PhotoError) as caught:
        make_variants(save(Image.new("RGB", (60, 40), "blue")), facts)
    assert pickle.loads(pickle.dumps(caught.value)).fault == caught.value.fault  # noqa: S301  (made here)


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 2)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_odd_shapes_make_whole_sets(size: tuple[int, int], kind: str, save: Save) -> None:
    data = save(Image.new("RGB", size, "teal"), kind)
    facts = facts_of(data)
    pictures = make_all(data, facts, card=True)
    assert tuple(open_image(v).size for v in pictures.variants) == variant_sizes(facts)
    assert pictures.card is not None
    assert open_image(pictures.card).size == (1200, 630)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_mode_makes_whole_sets(mode: str, save: Save) -> None:
    data = save(Image.new(mode, (600, 400)), "PNG")
    pictures = make_all(data, facts_of(data), card=True)
    assert [open_image(v).mode for v in pictures.variants] == ["RGB", "RGB"]
    assert pictures.card is not None
    assert open_image(pictures.card).mode == "RGB"


def test_transparent_parts_are_white_in_variants_and_card(save: Save) -> None:
    data = save(Image.new("RGBA", (1200, 630), (0, 0, 0, 0)), "PNG")
    pictures = make_all(data, facts_of(data), card=True)
    assert pictures.card is not None
    for out in (*pictures.variants, pictures.card):
        assert open_image(out).convert("RGB").getextrema() == ((255, 255),) * 3
