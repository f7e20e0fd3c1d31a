import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sangkien.rules.privacy import may_be_private
from sangkien.text.folding import toneless
from sangkien.text.legacy import legacy_passages
from sangkien.text.plain import PLAIN, byte_set, is_plain, plain_bytes
from sangkien.text.suspicious import suspicious_characters

TEXTS = st.text(st.sampled_from(PLAIN), max_size=60)
NO_LETTER = "\n☎"
"""A line that no text is plain with, and that changes nothing in the others."""


def test_every_vietnamese_letter_is_plain() -> None:
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones]
    assert is_plain("".join(letters) + "".join(letters).upper() + "đĐ")


@pytest.mark.parametrize(
    "character", ["\0", "\x01", "\u200b", "\u00a0", "Ð", "а", "\u0301", "×", "₫", "\u2028"]
)
def test_what_is_not_plain(character: str) -> None:
    assert plain_bytes(f"Xe đẩy{character}hàng") is None


def test_ascii_is_itself() -> None:
    assert plain_bytes("a-Z: 0912\n\t~") == b"a-Z: 0912\n\t~"
    assert plain_bytes("") == b""


def test_a_set_of_bytes_has_the_plain_ones_alone() -> None:
    assert byte_set("a1") == b"a1"
    assert byte_set("Ð\u0301\ufffe\0") == b""
    assert byte_set("ế–") == plain_bytes("ế–")


@given(TEXTS)
def test_a_plain_text_is_composed_and_unsuspicious(s: str) -> None:
    plain = plain_bytes(s)
    assert plain is not None
    assert len(plain) == len(s)
    assert unicodedata.is_normalized("NFC", s)
    assert list(suspicious_characters(s)) == []


@given(TEXTS)
@example("Đẩy “XE” – 5°")
def test_a_plain_text_folds_as_its_decomposed_form(s: str) -> None:
    marks_off = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", s)).lower().replace("đ", "d")
    assert toneless(s) == unicodedata.normalize("NFC", marks_off)


@given(TEXTS)
@example("Saùng kieán cuûa ngöôøi lao ñoäng")
@example("hoà, thuý, aà eÀ oÂ yù sÔ")
def test_old_encodings_are_found_in_plain_texts_as_in_others(s: str) -> None:
    assert list(legacy_passages(s)) == [found for found in legacy_passages(s + NO_LETTER) if found.length]


PRIVATE = (
    "Gọi anh Mẫu 0912 345 678.",
    "Gọi 0254-3-812–345 nhé.",
    "Ở số 12 đường Lê Lợi.",
    "Ở 12A/3 Lê Lợi, phường 1.",
    "Sinh ngày 12/3/1985.",
    "Hộ chiếu B1234567.",
    "CCCD: 077085001234.",
    "vnd_per_year: 291000000, 0912345678",
)
HARMLESS = (
    "published: 2022-11-11\nvnd_per_year: 291000000\n",
    "Học sinh 12 lớp, từ 1.200.000 đồng.",
    "Quyết định 1234567 ngày 12/3/2022, năm 2021-2022.",
    "Máy B123456 có 12 khay.",
)


@pytest.mark.parametrize("text", [*PRIVATE, *HARMLESS])
def test_a_plain_text_is_worth_a_closer_look_where_another_is(text: str) -> None:
    assert is_plain(text)
    assert may_be_private(text) == may_be_private(text + NO_LETTER) == (text in PRIVATE)
