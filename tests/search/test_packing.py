import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.search.packing import (
    CHARACTERS,
    column,
    pack,
    place_in_title,
    size_character,
    unpack,
)

NUMBERS = st.sets(st.integers(0, 300_000), max_size=60).map(sorted)
DENSE = st.sets(st.integers(0, 200), max_size=200).map(sorted)


def test_characters_are_safe_in_json_and_in_a_script() -> None:
    assert len(CHARACTERS) == 88
    assert set(CHARACTERS).isdisjoint("&'<\\\"! ")


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([0], "#"),
        ([1], "$"),
        ([0, 1, 3], "##$"),
        ([43], "Q"),
        ([44], "R$"),  # 0 from the upper half, then 1
        ([0, 45], "#R$"),
        ([1980], "RS$"),  # 0 + 1·44 + 1·44²
        ([*range(96)], "!" + "/" * 16),
    ],
)
def test_numbers_as_text(numbers: list[int], text: str) -> None:
    assert pack(numbers) == text


@given(NUMBERS | DENSE)
def test_unpack_is_the_inverse(numbers: list[int]) -> None:
    assert unpack(pack(numbers)) == numbers


@given(DENSE)
def test_the_shorter_of_both_forms_is_taken(numbers: list[int]) -> None:
    text = pack(numbers)
    assert len(text) <= max(len(numbers) * 2, 1)
    if numbers:
        assert len(text) <= 1 + (numbers[-1] // 8 + 3) // 3 * 4


@pytest.mark.parametrize("text", ["R", "é", "!a", "'"])
def test_what_was_never_packed_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        unpack(text)


def test_places_end_at_43_and_the_last_word_is_told() -> None:
    assert [place_in_title(n, 300) for n in (0, 43, 44, 200, 299)] == [0, 43, 43, 43, 87]
    assert [place_in_title(0, 1), place_in_title(1, 2)] == [44, 45]


@pytest.mark.parametrize(
    ("size", "mark"), [(0, 0), (1, 1), (2, 3), (3, 4), (4, 5), (1023, 20), (1024, 21), (1448, 21), (1449, 22)]
)
def test_sizes(size: int, mark: int) -> None:
    assert size_character(size) == CHARACTERS[mark]


def test_a_column_is_as_wide_as_it_must_be() -> None:
    assert column([0, 87], 88) == "#~"
    assert column([0, 88], 89) == "##$#"
    assert column([0, 88 * 88], 88 * 88 + 1) == "###$##"
