import unicodedata

import pytest

from sangkien.text.syllable import is_syllable


@pytest.mark.parametrize(
    "words",
    [
        "máy sát khuẩn tay tự động",
        "nghiêng nghỉ ngành giếng gì giá quý quốc quyển khuỷu ngoằn xoong thuở huơ",
        "Đường ĐƯỜNG ý Ý yêu uống ướt oanh uỷ ủy hoà hòa khuya huýt quỵt tuyết",
    ],
)
def test_syllables(words: str) -> None:
    for word in words.split():
        assert is_syllable(word), word
        assert is_syllable(unicodedata.normalize("NFD", word)), word


@pytest.mark.parametrize(
    "word",
    ["", "S¸ng", "kiÕn", "Saùng", "straße", "für", "été", "sàc", "mãt", "máyy", "fá", "áà", "mÁy", "b2"],
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
