"""Prints: the photo's own pixels, and no metadata but the words given with it."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image

from photo_words import photo_words
from sangkien.photos import PRINT_EDGE, PhotoWords, make_print, read_facts, with_words
from sangkien.photos.bare import bare_jpeg
from sangkien.photos.facts import PhotoFacts

Save = Callable[..., bytes]
WORDS = PhotoWords(
    "Xe đẩy & phanh",
    "Bàn đạp <phanh> “thử”",
    "Một bàn đạp",
    "Tổ Thử",
    "Ghi nguồn.",
    "Hội chợ",
    "https://vi.du/x/",
)


def facts_of(data: bytes) -> PhotoFacts:
    facts = read_facts(data)
    assert isinstance(facts, PhotoFacts)
    return facts


def test_a_print_has_the_photos_own_size_and_nothing_of_its_metadata(save: Save) -> None:
    exif = Image.Exif()
    exif[0x010E] = "bí mật"
    exif[0x0112] = 6  # a quarter turn
    data = save(Image.new("RGB", (1900, 1000), "#336655"), exif=exif, comment=b"secret")
    made = make_print(data, facts_of(data))
    assert bare_jpeg(made) == made
    with Image.open(io.BytesIO(made)) as image:
        assert (image.size, image.format) == ((1000, 1900), "JPEG")


def test_a_print_is_no_larger_than_a_page_needs(save: Save) -> None:
    data = save(Image.new("RGB", (PRINT_EDGE + 1000, 1000), "#336655"))
    with Image.open(io.BytesIO(make_print(data, facts_of(data)))) as image:
        assert image.size == (PRINT_EDGE, 800)


def test_another_client_reads_the_words_back(save: Save) -> None:
    bare = save(Image.new("RGB", (40, 30), "#336655"))
    made = with_words(bare, WORDS)
    with Image.open(io.BytesIO(made)) as image, Image.open(io.BytesIO(bare)) as before:
        assert image.tobytes() == before.tobytes()
    assert photo_words(made) == {
        "title": WORDS.title,
        "description": WORDS.caption,
        "creator": WORDS.credit,
        "rights": WORDS.terms,
        "Credit": WORDS.credit,
        "Source": WORDS.source,
        "UsageTerms": WORDS.terms,
        "WebStatement": WORDS.page,
        "AltTextAccessibility": WORDS.alt,
    }


def test_what_is_not_known_is_left_out(save: Save) -> None:
    bare = save(Image.new("RGB", (40, 30), "#336655"))
    made = with_words(bare, PhotoWords("Tên", "", "", "", "", "", ""))
    assert photo_words(made) == {"title": "Tên"}
