import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.text.names import name_key, text_key, usual_name

# The letters as Vietnamese dictionaries order them, each with its six tones where it takes them.
ALPHABET = (
    *("aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị"),
    *("j", "k", "l", "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ"),
    *("ưừửữứự", "v", "w", "x", "yỳỷỹýỵ", "z"),
)
LETTERS = [letter for group in ALPHABET for letter in group]
WORDS = st.text("".join(LETTERS) + "".join(LETTERS).upper(), min_size=1, max_size=4)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


def test_people_sort_by_given_then_middle_then_family_name() -> None:
    in_order = [
        "Nguyễn An",
        "Trần Bình An",
        "Bùi Văn An",
        "Lê Văn An",
        "Lê Văn Ánh",
        "Trần Ăn",
        "Hoàng Ân",
        "Bùi Dung",
        "Bùi Dũng",
        "Bùi Đào",
        "H'Hen",
        "Phạm Oanh",
        "Phạm Ông",
        "Phạm Ơn",
        "Vũ Tuấn",
        "Vũ Tư",
        "Mai Ý",
    ]
    assert sorted(set(in_order), key=name_key) == in_order
    assert sorted(map(nfd, in_order[::-1]), key=name_key) == list(map(nfd, in_order))


@pytest.mark.parametrize("key", [name_key, text_key])
def test_letters_and_tones_are_in_the_order_of_the_alphabet(key: Callable[[str], Any]) -> None:
    assert sorted(set(LETTERS), key=key) == LETTERS
    assert sorted((c.upper() for c in LETTERS[::-1]), key=key) == [c.upper() for c in LETTERS]


@given(st.sampled_from(list(pairwise(ALPHABET))), WORDS, WORDS)
def test_letters_of_the_whole_word_come_before_tones(pair: tuple[str, str], one: str, two: str) -> None:
    for lower in pair[0]:
        for higher in pair[1]:
            assert name_key(f"b{lower}" + one) < name_key(f"b{higher}" + two)


def test_tones_tell_apart_words_of_the_same_letters_only() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma", "man"], key=name_key) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
        "man",
    ]


def test_the_two_places_of_a_tone_are_one_word() -> None:
    assert name_key("Lê Hoà")[:-1] == name_key("Lê Hòa")[:-1]
    assert name_key("Lê Hoà") != name_key("Lê Hòa")


def test_case_and_space_do_not_count() -> None:
    assert name_key("LÊ  VĂN ĐỨC ")[:-1] == name_key("Lê Văn Đức")[:-1]


@given(NAMES)
def test_nfd_sorts_as_nfc(name: str) -> None:
    assert name_key(nfd(name)) == name_key(name)
    assert text_key(nfd(name)) == text_key(name)


@given(st.text(), st.text())
def test_any_text_has_its_place(one: str, two: str) -> None:
    for key in (name_key, text_key):
        same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", two)
        assert (key(one) == key(two)) == same
        assert (key(one) < key(two)) != (key(one) >= key(two))


def test_text_sorts_word_by_word_and_numbers_by_value() -> None:
    in_order = [
        "2 tay",
        "10 tay",
        "Công-te-nơ",
        "Công ty 009",
        "Công ty 9",
        "Công ty 10",
        "Công ty An",
        "Công ty Ăn",
        "Cống",
        "Đội xe",
        "“Êm”",
        "Xưởng 2, tổ 9",
        "Xưởng 2, tổ 11",
        "Яблоко",
    ]
    assert sorted(set(in_order), key=text_key) == in_order


def test_a_number_may_be_longer_than_python_converts() -> None:
    assert text_key("tổ " + "9" * 5000) < text_key("tổ 1" + "0" * 5000)


def test_names_without_letters() -> None:
    assert sorted(["An", "", "…"], key=name_key) == ["", "…", "An"]


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("NGUYỄN VĂN A", "Nguyễn Văn A"),
        ("TS. NGUYỄN VĂN A", "TS. Nguyễn Văn A"),
        ("PGS.TS LÊ THỊ B", "PGS.TS Lê Thị B"),
        ("THS. TRẦN C", "ThS. Trần C"),
        ("ĐỖ THỊ ÚT", "Đỗ Thị Út"),
        ("Y BLƠ NIÊ", "Y Blơ Niê"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("LÊ  VĂN Đ.", "Lê  Văn Đ."),
        ("Nguyễn VĂN A", "Nguyễn VĂN A"),
        ("nguyễn văn a", "nguyễn văn a"),
        ("NVA", "NVA"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_a_name_in_capitals_as_it_is_usually_written(name: str, usual: str) -> None:
    assert usual_name(name) == usual
    assert usual_name(nfd(name)) == usual


@given(NAMES)
def test_usual_names_stay(name: str) -> None:
    assert usual_name(usual_name(name)) == usual_name(name)
