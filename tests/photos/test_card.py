from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from sangkien.photos.card import CARD_SIZE, encode_card


def card_of(image: Image.Image) -> Image.Image:
    card = Image.open(io.BytesIO(encode_card(image)))
    assert (card.format, card.mode, card.size) == ("JPEG", "RGB", (1200, 630))
    return card


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    red, green, blue = found
    return int(red), int(green), int(blue)


def near(found: tuple[int, int, int], wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(found, wanted, strict=True))


def test_a_landscape_is_cropped_a_little_above_its_middle() -> None:
    image = Image.new("RGB", (1600, 1200), "white")  # the crop: 1600 × 840, from 144 down to 984
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1599, 139), fill="red")
    draw.rectangle((0, 989, 1599, 1199), fill="blue")
    card = card_of(image)
    for x in (5, 600, 1194):
        for y in (1, 315, 628):
            assert near(pixel(card, x, y), (255, 255, 255))


@pytest.mark.parametrize(
    ("size", "left", "upper", "right", "lower"),
    [((900, 1200), 364, 0, 836, 630), ((1000, 1000), 285, 0, 915, 630), ((1600, 300), 0, 203, 1200, 428)],
)
def test_other_shapes_are_shown_whole_on_a_dark_backdrop(
    size: tuple[int, int], left: int, upper: int, right: int, lower: int
) -> None:
    card = card_of(Image.new("RGB", size, (200, 120, 80)))
    for x, y in ((left + 4, upper + 4), (right - 5, lower - 5), (600, 315)):
        assert near(pixel(card, x, y), (200, 120, 80))
    outside = (left - 12, 315) if left else (600, upper - 12)
    assert near(pixel(card, *outside), (100, 60, 40))


def test_a_small_picture_is_not_blown_up() -> None:
    card = card_of(Image.new("RGB", (190, 100), (200, 120, 80)))  # twice its size: 380 × 200, in the middle
    assert near(pixel(card, 600 - 180, 315 - 90), (200, 120, 80))
    assert near(pixel(card, 600 - 205, 315), (100, 60, 40))


def test_what_a_picture_carries_along_is_dropped() -> None:
    image = Image.new("RGB", (1600, 1200), "teal")
    plain = encode_card(image)
    image.info = {"comment": b"hello", "dpi": (300, 300)}
    assert encode_card(image) == plain


def test_a_card_is_progressive_and_of_the_published_size() -> None:
    data = encode_card(Image.new("RGB", (1600, 1200), "teal"))
    assert CARD_SIZE == (1200, 630)
    assert Image.open(io.BytesIO(data)).info["progressive"] == 1
    assert encode_card(Image.new("RGB", (1600, 1200), "teal")) == data
