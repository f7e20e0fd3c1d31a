import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.text.folding import fold
from sangkien.text.syllable import folded_syllables, is_syllable
from sangkien.text.words import Cutter, Reader, Word, words_of

VIETNAMESE = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựíìỉĩịýỳỷỹỵĐÂĂÊÔƠƯ 0123456789-.,_"
)


def read(text: str) -> list[Word]:
    reader = Reader()
    return [reader[word] for word in words_of(text)]


@pytest.mark.parametrize(
    ("word", "folded", "form"),
    [
        ("may", "may", "may"),
        ("mây", "may", "mây"),
        ("máy", "may", "may4"),
        ("Mầy", "may", "mây1"),
        ("HOÀ", "hoa", "hoa1"),
        ("hòa", "hoa", "hoa1"),
        ("nghỉ", "nghi", "nghi2"),
        ("Ngã", "nga", "nga3"),
        ("điện", "dien", "điên5"),
        ("\u00d0\u1ed3", "do", "đô1"),  # the Icelandic letter in place of the Vietnamese one
        ("5S", "5s", "5s"),
        ("2022", "2022", "2022"),
    ],
)
def test_forms(word: str, folded: str, form: str) -> None:
    assert read(word) == [Word(folded, form)]


def test_a_text_is_cut_at_all_but_letters_and_digits() -> None:
    assert words_of("Xe đẩy_hàng: «Lock&Lock», 1.200 m² – A/B\u00a0–") == [
        *("xe", "đẩy", "hàng", "lock", "lock", "1", "200", "m²", "a", "b")
    ]


SPACES = st.text("aZΣσİĐđộo\u0323\u0302\u0301\u0345\u2000\u1680\u3000\xa0\x1c \n\t-.,_’1²", max_size=30)


@given(st.text() | VIETNAMESE | SPACES)
def test_cut_by_white_space_first_the_words_are_the_same(text: str) -> None:
    cutter = Cutter()
    for _ in range(2):  # as they are found, and as they are looked up
        assert list(cutter.words(text)) == words_of(text)


@given(VIETNAMESE)
def test_composed_and_decomposed_are_one(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text)) == read(unicodedata.normalize("NFC", text))


@given(VIETNAMESE)
def test_capitals_make_no_difference(text: str) -> None:
    assert read(text.upper()) == read(text) == read(text.lower())


@given(st.text())
def test_every_word_has_both_forms_and_folds_as_text_does(text: str) -> None:
    for word in words_of(text):
        found = Reader()[word]
        assert found.form
        assert found.folded == fold(word)


@given(VIETNAMESE)
def test_a_syllable_folds_to_a_folded_syllable(text: str) -> None:
    folded = folded_syllables()
    assert all(fold(word) in folded for word in words_of(text) if is_syllable(word))


def test_folded_syllables_are_no_foreign_words() -> None:
    assert folded_syllables() >= {"may", "sat", "khuan", "giuong", "quyen", "nghieng", "in", "y", "con"}
    assert folded_syllables().isdisjoint({"lock", "plc", "5s", "covid", "nul", "b", "đen", ""})
