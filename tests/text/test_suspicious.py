import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.text.suspicious import Suspicion, suspicious_characters

FOUND = [
    ("Ðội", "homoglyph", "Đội"),
    ("ÐÔNG ði", "homoglyph", "ĐÔNG đi"),
    ("₫ồng và ₫Ông", "homoglyph", "đồng và ĐÔng"),
    ("M\u0430y m\u043ec", "homoglyph", "May moc"),  # Cyrillic а, о
    ("\u0421ông \u0422y", "homoglyph", "Công Ty"),  # Cyrillic С, Т
    ("\u0391nh c\u03bf", "homoglyph", "Anh co"),  # Greek Α, ο
    ("m\u0430\u0301y", "homoglyph", "máy"),  # the mark goes with it
    ("Ｍáy ２ tay", "homoglyph", "Máy 2 tay"),
    ("sáng\u200b kiến\u200c\u200d", "zero-width", "sáng kiến"),
    ("sáng\u00adkiến", "zero-width", "sángkiến"),
    ("sáng\ufeff \u2060kiến", "zero-width", "sáng kiến"),
    ("\ufeff\ufeffa", "zero-width", "\ufeffa"),
    ("a\U000e0041\U000e0042b", "zero-width", "ab"),
    ("a\u202eb\u202c \u2066c\u2069\u200e\u200f\u061c", "bidi", "ab c"),
    ("a\x00b\x07\x7f\x9f", "control", "ab"),
    ("dòng\x0bhai\x0c\u2028ba", "control", "dòng hai ba"),
    (unicodedata.normalize("NFD", "Sáng kiến"), "nfd", "Sáng kiến"),
    ("\u212b", "nfd", "Å"),
]
INNOCENT = [
    "Máy sát khuẩn tay tự động – “Hồ Quốc Mẫu”: 1,5 tỷ đồng\n\t…\r\n",
    "50.000₫ 50.000 ₫/kg VN₫ ₫50.000 100₫một",
    "Москва, СССР, Ελλάδα",
    "sinα + cosφ, μm, Ω, 5 °C, hν, ΔT",
    "👩‍🔧 🏳️‍🌈 👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "\ufeff---",
    "H'Hen Niê, Zürich, façade, año",
    "không\u00a0ngắt",
    "",
]


def mended(text: str) -> str:
    pieces, end = [], 0
    for suspicion in suspicious_characters(text):
        assert end <= suspicion.offset
        pieces += [text[end : suspicion.offset], suspicion.replacement]
        end = suspicion.offset + suspicion.length
    return "".join([*pieces, text[end:]])


@pytest.mark.parametrize(("text", "kind", "right"), FOUND)
def test_found_and_mended(text: str, kind: str, right: str) -> None:
    assert {suspicion.kind for suspicion in suspicious_characters(text)} == {kind}
    assert mended(text) == right
    assert list(suspicious_characters(right)) == []


@pytest.mark.parametrize("text", INNOCENT)
def test_passed_over(text: str) -> None:
    assert list(suspicious_characters(text)) == []


def test_place_and_length() -> None:
    assert list(suspicious_characters("x\u200b\u200by \u0110\u00d0 e\u0301")) == [
        Suspicion(1, 2, "zero-width", ""),
        Suspicion(6, 1, "homoglyph", "Đ"),
        Suspicion(8, 2, "nfd", "é"),
    ]


LETTERS = st.sampled_from([*"aăâbdđeêoôơuưyàảãáạấậợự \n", *"\u0430\u00d0₫\u200b\u202e\x07Ｍ"])


@given(st.text(LETTERS))
def test_nfd_is_nothing_more_than_nfd(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert mended(apart) == unicodedata.normalize("NFC", mended(text))


@given(st.text())
def test_any_text_is_walked_in_order(text: str) -> None:
    end = 0
    for suspicion in suspicious_characters(text):
        assert end <= suspicion.offset < suspicion.offset + suspicion.length <= len(text)
        assert suspicion.replacement != text[suspicion.offset : suspicion.offset + suspicion.length]
        end = suspicion.offset + suspicion.length
