import hashlib
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sangkien.text.folding import SLUG_LIMIT, fold, is_nfc, nfc, person_slug, slugify, syllables

VIETNAMESE = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựíìỉĩịýỳỷỹỵĐÂĂÊÔƠƯ 0123456789-.,"
)


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Máy sát khuẩn tay tự động", "may sat khuan tay tu dong"),
        ("ĐƯỜNG ĐI ĐỘT NGỘT", "duong di dot ngot"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("\u00d0\u1ed7 Đức", "do duc"),  # the Icelandic letter in place of the Vietnamese one
        ("\u00f0i", "di"),
        ("  hai\t\n dòng\u00a0cách ", "hai dong cach"),
        ("Lock & Lock – №1, 100%", "lock & lock – №1, 100%"),
        ("Café Zürich", "cafe zurich"),
        ("한국어", "한국어"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(nfd(text)) == folded


def test_fold_maps_every_vietnamese_letter_to_ascii() -> None:
    letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    plain = "aaaaaaaaaaaaaaaaaabcddeeeeeeeeeeeeghiiiiiiklmnoooooooooooooooooopqrstuuuuuuuuuuuuvxyyyyyy"
    assert fold(letters) == plain
    assert fold(letters.upper()) == plain


@given(st.text())
@example("İ")
@example("\u1fbc\u03a3")
def test_fold_is_the_same_for_nfc_and_nfd_and_settles_at_once(s: str) -> None:
    assert fold(nfd(s)) == fold(s)
    assert fold(fold(s)) == fold(s)


@given(st.text())
def test_nfc(s: str) -> None:
    assert nfc(s) == unicodedata.normalize("NFC", s)
    assert is_nfc(nfc(s))
    assert is_nfc(s) == (nfc(s) == s)


@pytest.mark.parametrize(
    ("text", "limit", "slug"),
    [
        ("Xe đẩy hàng có phanh chân", 90, "xe-day-hang-co-phanh-chan"),
        ("  --Máy (mới) 2,5 kW!--", 90, "may-moi-2-5-kw"),
        ("một hai ba", 7, "mot-hai"),
        ("một hai ba", 8, "mot-hai"),
        ("một hai ba", 6, "mot"),
        ("một hai ba", 4, "mot"),
        ("một hai ba", 3, "mot"),
        ("một hai ba", 2, "mo"),
        ("日本", 90, ""),
        ("", 90, ""),
    ],
)
def test_slugify(text: str, limit: int, slug: str) -> None:
    assert slugify(text, limit) == slug


@given(st.one_of(VIETNAMESE, st.text()), st.integers(1, 30))
def test_a_slug_is_a_slug(s: str, limit: int) -> None:
    slug = slugify(s, limit)
    assert re.fullmatch("(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= limit
    assert slugify(nfd(s), limit) == slug
    assert slugify(slug, limit) == slug


def test_syllables() -> None:
    assert syllables("Xe đẩy, “hàng”: 10.000 cái/năm_mới") == (
        "xe",
        "day",
        "hang",
        "10",
        "000",
        "cai",
        "nam",
        "moi",
    )
    assert syllables(" … ") == ()


@given(VIETNAMESE)
def test_syllables_are_the_words_of_the_slug(s: str) -> None:
    assert "-".join(syllables(s)) == slugify(s, 10_000)
    assert syllables(nfd(s)) == syllables(s)


def test_person_slug_follows_the_design() -> None:
    digest = hashlib.sha256("Nguyễn Văn Mẫu\ncong-ty-mau".encode()).hexdigest()
    assert person_slug("Nguyễn Văn Mẫu", "cong-ty-mau") == f"nguyen-van-mau-{digest[:4]}"


def test_person_slug_keeps_people_apart() -> None:
    slugs = {person_slug(name, unit) for name in ("Ánh", "Anh", "anh") for unit in ("to-mot", "to-hai")}
    assert len(slugs) == 6


def test_person_slug_of_a_name_in_capitals_is_that_of_the_usual_one() -> None:
    assert person_slug("NGUYỄN VĂN A", "to-mot") == person_slug("Nguyễn Văn A", "to-mot")
    assert person_slug("H'HEN NIÊ", "to-mot") == person_slug("H'Hen Niê", "to-mot")
    apart = (
        ("LÊ ÁNH", "to-mot"),
        ("LÊ ANH", "to-mot"),
        ("LÊ ÁNH", "to-hai"),
        ("Lê ánh", "to-mot"),
        ("NVA", "x"),
    )
    assert len({person_slug(*one) for one in (*apart, ("Nva", "x"))}) == 6


def test_person_slug_of_a_group_is_of_its_exact_name() -> None:
    digest = hashlib.sha256("TỔ BẢO TRÌ\nto-mot".encode()).hexdigest()
    assert person_slug("TỔ BẢO TRÌ", "to-mot", group=True) == f"to-bao-tri-{digest[:4]}"


@given(st.text(), st.text())
def test_person_slug_is_a_slug_within_the_limit(name: str, organisation: str) -> None:
    slug = person_slug(name, organisation)
    assert re.fullmatch("(?:[a-z0-9]+-)*[0-9a-f]{4}", slug)
    assert len(slug) <= SLUG_LIMIT
    assert person_slug(nfd(name), nfd(organisation)) == slug
