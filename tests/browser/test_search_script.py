"""The search's script reads words and numbers exactly as the Python that writes the index."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from sangkien.search.packing import pack, size_character
from sangkien.text.words import Reader, words_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TEXTS = (
    "Máy SÁT khuẩn tay tự-động, 01 triệu sáng kiến!",
    "hoà hòa HOÀ thuỷ thủy",
    "Đường ÐƯỜNG đường; Quạt ô-xy 2.0",
    "Lock & Lock Vina <b>mủ</b> café naïve ½ ② x²",
    "Ngân hàng 한국 Ελλάς Привет",
    "",
)


@pytest.fixture(scope="module")
def page(address: str, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(address + "tim-kiem/")
    yield page
    page.close()


@pytest.mark.slow
@pytest.mark.browser
def test_words_fold_and_forms_are_those_of_the_index(page: Page) -> None:
    reader = Reader()
    for text in TEXTS:
        for written in (text, unicodedata.normalize("NFD", text)):
            read = "text => sangkien.wordsIn(text).map(word => [sangkien.fold(word), sangkien.formOf(word)])"
            assert page.evaluate(read, written) == [list(reader[word]) for word in words_of(written)]


@pytest.mark.slow
@pytest.mark.browser
def test_numbers_come_back_as_they_were_packed(page: Page) -> None:
    rng = random.Random(1)  # noqa: S311  # the same lists each time, no secret
    lists = [
        [],
        [0],
        [43, 44, 2000, 99_999],
        list(range(300)),
        *(sorted(rng.sample(range(10_000), k)) for k in (3, 90, 2500, 9000)),
    ]
    packed = [pack(numbers) for numbers in lists]
    assert {text[:1] for text in packed} >= {"", "!", "#"}  # nothing, bits, gaps
    assert page.evaluate("lists => lists.map(text => [...sangkien.unpack(text)])", packed) == lists


@pytest.mark.slow
@pytest.mark.browser
def test_a_size_is_read_as_at_least_what_it_was(page: Page) -> None:
    sizes = [1, 2, 100, 4095, 4096, 100_000]
    read = page.evaluate(
        "marks => marks.map(sangkien.sizeOf)", ["#", *(size_character(size) for size in sizes)]
    )
    assert read[0] == 0
    assert all(size <= seen <= 1.5 * size for size, seen in zip(sizes, read[1:], strict=True))


@pytest.mark.slow
@pytest.mark.browser
def test_one_slip_is_told_from_two(page: Page) -> None:
    pairs = {
        ("khuan", "khuan"): 0,
        ("khuam", "khuan"): 1,  # m beside n
        ("khaun", "khuan"): 1,  # swapped
        ("khuaan", "khuan"): 1,  # doubled
        ("khuax", "khuan"): 2,  # x far from n
        ("kuan", "khuan"): 2,
        ("khxan", "khuan"): 2,
        ("khoam", "khuan"): 9,
        ("kh", "khuan"): 9,
    }
    for (typed, meant), worth in pairs.items():
        assert page.evaluate("pair => sangkien.slip(...pair)", [typed, meant]) == worth, (typed, meant)
