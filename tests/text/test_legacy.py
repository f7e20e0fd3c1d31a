import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.text.legacy import LegacyPassage, decode_tcvn3, decode_vni, legacy_encoding, legacy_passages

SMALL = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
TONED = [c for c in SMALL if not c.isascii()]
BOTH = TONED + [c.upper() for c in TONED]
# Written apart from the tables of the module, by the byte: what each letter is in the font.
TCVN3_BYTES = (
    "b5b6b7b8b9 a8bbbcbdbec6 a9c7c8c9cacb cccecfd0d1 aad2d3d4d5d6 d7d8dcddde dfe1e2e3e4 abe5e6e7e8e9 "
    "aceaebecedee eff1f2f3f4 adf5f6f7f8f9 fafbfcfdfe ae"
)
TO_TCVN3 = dict(zip(TONED, bytes.fromhex(TCVN3_BYTES).decode("latin-1"), strict=True)) | dict(
    zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True)
)
VNI = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò "
    "oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï "
    "yø yû yõ yù î ñ"
)
TO_VNI = dict(zip(TONED, VNI.split(" "), strict=True))
TO_VNI |= {letter.upper(): old.upper() for letter, old in TO_VNI.items()}

TEXTS = [
    "Sáng kiến cải tiến kỹ thuật",
    "Máy sát khuẩn tay tự động",
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Độc lập – Tự do – Hạnh phúc",
    "Giảm chi phí, tăng năng suất lao động: 12,5%",
    "Người lao động đề xuất giải pháp tiết kiệm điện, nước",
]
INNOCENT = [
    *TEXTS,
    "Xe đẩy hàng (2022) – “an toàn”, 120.000 đ/m², 5 µm, ±2 °C, ½ giờ, N·m, t½",
    "«an toàn» «ng» ba¹ từ² Lock® Sika® © 2022 §5 £5 ¥100 ¿qué? b¹ c¹ m¹",
    "Café, crème brûlée, né, thé, déjà vu, garçon, où, naïf, Noël, château, élève, maïs",
    "La Thaïlande; le Thaï haï, les Thaï; Hanoï, Saïgon",
    "Müller für über schön Straße Tür grün",
    "El niño español mañana año señor corazón",
    "São Paulo, pão, João, não, coração",
    "Så på då få gå är för",
    "The naïve façade of a coöperative résumé",
    "soft\u00adhyphen in\u00adter\u00adna\u00adtio\u00adnal th\u00adu",
    "HOÀ BÌNH, THUỶ LỢI, QUÝ, hoá, thuý, loãng, quẫy, xoã",
    "×2 3×4 a×b ÷ ¬ ¦ ¨ ´ ¸ ·",
    "",
]


def encode(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(c, c) for c in text)


def test_tcvn3_round_trip_of_every_letter_it_has() -> None:
    assert len(TO_TCVN3) == 74
    for letter, old in TO_TCVN3.items():
        assert decode_tcvn3(old) == letter


@pytest.mark.parametrize("letter", TONED)
def test_tcvn3_capitals_in_a_word_of_capitals(letter: str) -> None:
    # A font of capitals showed the small letters.
    assert decode_tcvn3(f"B{TO_TCVN3[letter]}NG") == f"B{letter.upper()}NG"
    assert decode_tcvn3(f"B{TO_TCVN3[letter]}ng") == f"B{letter}ng"


def test_vni_round_trip_of_every_letter() -> None:
    assert len(BOTH) == len(set(BOTH)) == 134
    for letter in BOTH:
        assert decode_vni(TO_VNI[letter]) == letter
    assert decode_vni("AÙ Aù aù") == "Á Á á"


@given(st.text(st.sampled_from([*BOTH, *" bcghklmnpqrstvx.,0123"])))
def test_vni_round_trip_of_text(text: str) -> None:
    assert decode_vni(encode(text, TO_VNI)) == text


@given(st.text(st.sampled_from([*TONED, *" bcdghiklmnopqrstuvxy.,0123"])))
def test_tcvn3_round_trip_of_text(text: str) -> None:
    assert decode_tcvn3(encode(text, TO_TCVN3)) == text


@given(st.text())
def test_decoded_text_is_nfc(text: str) -> None:
    for decode in (decode_tcvn3, decode_vni):
        assert unicodedata.is_normalized("NFC", decode(text))
        assert decode(unicodedata.normalize("NFD", text)) == decode(text)


@pytest.mark.parametrize("text", TEXTS)
def test_recognised_and_mended(text: str) -> None:
    assert_mended(encode(text, TO_TCVN3), "tcvn3", text)
    assert_mended(encode(text, TO_VNI), "vni", text)
    assert_mended(encode(text.upper(), TO_VNI), "vni", text.upper())


def test_recognised_in_capitals() -> None:
    assert_mended("S¸NG KIÕN C¶I TIÕN", "tcvn3", "SÁNG KIẾN CẢI TIẾN")


def assert_mended(old: str, encoding: str, text: str) -> None:
    assert legacy_encoding(old) == encoding
    assert legacy_encoding(unicodedata.normalize("NFD", old)) == encoding
    assert list(legacy_passages(old)) == [(0, len(old), encoding, text)]


@pytest.mark.parametrize("text", INNOCENT)
def test_not_recognised(text: str) -> None:
    assert legacy_encoding(text) is None
    assert legacy_encoding(unicodedata.normalize("NFD", text)) is None


def test_only_the_old_lines_of_a_text_count() -> None:
    text = "## Giải pháp\nMáy tự động.\r\nS¸ng kiÕn c¶i tiÕn  \nSaùng kieán\n"
    assert list(legacy_passages(text)) == [
        LegacyPassage(text.index("S¸ng"), 18, "tcvn3", "Sáng kiến cải tiến"),
        LegacyPassage(text.index("Saùng"), 11, "vni", "Sáng kiến"),
    ]
    assert legacy_encoding(text) == "tcvn3"
