import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.text.private import PrivateDetail, private_details

# Each text with the one detail it gives away.
TELEPHONES = [
    ("Gọi 0903123456 nhé", "0903123456"),
    ("ĐT: 0903 123 456.", "0903 123 456"),
    ("0903.123.456", "0903.123.456"),
    ("0903-123-456", "0903-123-456"),
    ("(0903) 123 456", "(0903) 123 456"),
    ("090 312 3456, buổi sáng", "090 312 3456"),
    ("+84 903-123-456", "+84 903-123-456"),
    ("+84903123456", "+84903123456"),
    ("(+84) 903 123 456", "(+84) 903 123 456"),
    ("+84 (0)903 123 456", "+84 (0)903 123 456"),
    ("0084 903 123 456", "0084 903 123 456"),
    ("84903123456", "84903123456"),
    ("(0254) 3 852 852", "(0254) 3 852 852"),
    ("0254.3852852", "0254.3852852"),
    ("02543852852", "02543852852"),
    ("(028) 3829 7452", "(028) 3829 7452"),
    ("+84 254 3852 852", "+84 254 3852 852"),
    ("điện thoại (064) 3 852 852", "(064) 3 852 852"),
    ("DĐ 0123 456 7890", "0123 456 7890"),
    ("Zalo: 09 03 12 34 56", "09 03 12 34 56"),
    ("[gọi](tel:0903123456)", "0903123456"),
    ("**0352 123 456**", "0352 123 456"),
]
IDENTITY_NUMBERS = [
    ("CCCD 077204001234", "077204001234"),
    ("số 077204001234 cấp ngày 01/9/2021", "077204001234"),
    ("077 204 001 234", "077 204 001 234"),
    ("CMND số: 273123456", "273123456"),
    ("CMND 273 123 456", "273 123 456"),
    ("Ông Mẫu, 273123456, công nhân", "273123456"),
    ("thẻ căn cước công dân: 079.204.001.234", "079.204.001.234"),
    ("Hộ chiếu số B1234567", "B1234567"),
    ("mã số BHXH: 7712345678", "7712345678"),
]
ADDRESSES = [
    ("Nhà ở số 12 đường Lê Lợi, hẹp", "12 đường Lê Lợi"),
    ("số 12, đường Lê Lợi", "12, đường Lê Lợi"),
    ("số nhà 7B phố Huế", "7B phố Huế"),
    ("Số 5 đường 30/4", "5 đường 30/4"),
    ("12/3 Nguyễn Huệ, phường 1", "12/3 Nguyễn Huệ"),
    ("12/3/4A Ngô Văn Mẫu, phường 1", "12/3/4A Ngô Văn Mẫu"),
    ("Chị sống ở 123A Trần Phú", "123A Trần Phú"),
    ("123A Trần Phú", "123A Trần Phú"),
    ("Địa chỉ: 45 Ngô Văn Mẫu", "45 Ngô Văn Mẫu"),
    ("thường trú tại 45 Ngô Văn Mẫu", "45 Ngô Văn Mẫu"),
    ("tại 101 Nguyễn Thị Minh Khai, quận 1", "101 Nguyễn Thị Minh Khai"),
    ("hẻm 25 Lê Hồng Phong", "25 Lê Hồng Phong"),
    ("(68 đường Hoa Mai)", "68 đường Hoa Mai"),
]
BIRTH_DATES = [
    ("Nguyễn Văn Mẫu, sinh ngày 12/3/1985, công nhân", "12/3/1985"),
    ("Ngày sinh: 01-02-1990", "01-02-1990"),
    ("Ngày, tháng, năm sinh: 1.2.1990", "1.2.1990"),
    ("Anh Mẫu (sinh ngày 5 tháng 9 năm 1979)", "5 tháng 9 năm 1979"),
    ("Date of birth: 12/03/1985", "12/03/1985"),
]
NOTHING_PRIVATE = [
    "Tiết kiệm 1.200.000.000 đồng mỗi năm",
    "84.903.123.456 đồng",
    "84903123456 đồng",
    "tổng cộng 273123456 đồng",
    "273.123.456 đ",
    "lợi 120000000 mỗi năm",
    "Quyết định số 123/QĐ-LĐLĐ ngày 01/9/2021",
    "Quyết định 0903/QĐ-UBND",
    "Mã SK-2022-0007",
    "mã SK-0903123456",
    "MST 0312345678",
    "mã số thuế: 0312345678",
    "số tài khoản 0312345678",
    "Giai đoạn 2022–2023, 01/9/2021 – 31/5/2022",
    "11/6/1948–11/6/2023",
    "từ 08:30 đến 16:45 ngày 05/02/2022",
    "các ngày 08 12 15 20 22 trong tháng",
    "dài 0,903 123 m; 0.903123456",
    "12,5 kg x 3; 220 V ± 10 %; 0,75 kW; 3.000 vòng/phút",
    "https://example.vn/0903123456",
    "[bài báo](https://example.vn/tin/077204001234.html)",
    "www.example.vn/so-12-0903123456",
    "Hotline 1900 1234, 1800 6789, 18001234",
    "Gọi 113, 114, 115 hoặc 1022",
    "Ảnh 0903123456.jpg, IMG_20220101_123456789.jpg",
    "ISBN 978-604-1-23456-7",
    "1 2 3 4 5 6 7 8 9 10 11 12",
    "0 1 2 3 4 5 6 7 8 9",
    "2020 2021 2022 2023",
    "giảm từ 120 000 000 xuống 90 000 000",
    "Học sinh ngày 20/11/2022 vui hơn; phát sinh ngày 12/3/2022; vệ sinh ngày 01/9/2021",
    "sinh năm 1985",
    "đường Lê Lợi",
    "phường Thắng Nhất",
    "Quốc lộ 51",
    "số 12 Quốc lộ 51",
    "tổ 3, khu vực 2",
    "5 Nguyễn Văn A sản phẩm",
    "Năm 2022 Công đoàn cơ sở",
    "năm 2021, Trần Phú",
    "Ngày 12/3 Nguyễn Huệ đông người",
    "Sáng 12/3 Trần Phú",
    "Lớp 12A Trần Phú",
    "Giải 3 Trần Phú",
    "Máy số 5 Nguyễn Văn Mẫu vận hành",
    "2 đường ống, 3 đường dây",
    "nâng cấp 2 đường Lê Lợi và Trần Phú",
    "Trường THPT Trần Phú",
    "phường 12 Lê Lợi",
    "Covid-19 Nguyễn Huệ",
    "Tổ 2 Công ty TNHH Mẫu",
    "Bước 2 Trần Phú",
    "1. Nguyễn Văn Mẫu, phường 2",
    "",
]


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[d.offset : d.offset + d.length], d.kind) for d in private_details(text)]


@pytest.mark.parametrize(
    ("text", "detail", "kind"),
    [
        *((text, detail, "telephone") for text, detail in TELEPHONES),
        *((text, detail, "identity-number") for text, detail in IDENTITY_NUMBERS),
        *((text, detail, "address") for text, detail in ADDRESSES),
        *((text, detail, "birth-date") for text, detail in BIRTH_DATES),
    ],
)
def test_found(text: str, detail: str, kind: str) -> None:
    assert found(text) == [(detail, kind)]
    assert found(nfd(text)) == [(nfd(detail), kind)]
    assert found(f"Chào anh em.\n{text}\nHết.") == [(detail, kind)]


@pytest.mark.parametrize("text", NOTHING_PRIVATE)
def test_passed_over(text: str) -> None:
    assert found(text) == []
    assert found(nfd(text)) == []


def test_several_in_order_of_place() -> None:
    text = "Mẫu, sinh ngày 12/3/1985, CCCD 077204001234, số 12 đường Lê Lợi, ĐT 0903 123 456 – 0254 3 852 852"
    assert [kind for _, kind in found(text)] == [
        "birth-date",
        "identity-number",
        "address",
        "telephone",
        "telephone",
    ]


@given(st.text("0123456789 ./-()+84aĐđường Lợi,số\n\u0301"))
def test_details_lie_apart_within_the_text(text: str) -> None:
    end = 0
    for detail in private_details(text):
        assert isinstance(detail, PrivateDetail)
        assert end <= detail.offset < detail.offset + detail.length <= len(text)
        end = detail.offset + detail.length
