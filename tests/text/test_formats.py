import unicodedata
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.text import formats
from sangkien.text.formats import (
    date_text,
    decimal,
    initials,
    instant_text,
    long_date,
    money,
    month_text,
    number,
    percent,
)


@pytest.mark.parametrize(
    ("n", "vi", "en"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (10_000, "10.000", "10,000"),
        (1_234_567, "1.234.567", "1,234,567"),
        (-1500, "−1.500", "−1,500"),
    ],
)
def test_number(n: int, vi: str, en: str) -> None:
    assert number(n, "vi") == vi
    assert number(n, "en") == en


@pytest.mark.parametrize(
    ("value", "places", "vi", "en"),
    [
        (1234.5, 2, "1.234,5", "1,234.5"),
        (2, 2, "2", "2"),
        (100, 0, "100", "100"),
        (2.005, 2, "2,01", "2.01"),
        (Decimal("0.125"), 2, "0,13", "0.13"),
        (-0.001, 2, "0", "0"),
        (-0.5, 2, "−0,5", "−0.5"),
        (1e21, 1, "1.000.000.000.000.000.000.000", "1,000,000,000,000,000,000,000"),
    ],
)
def test_decimal(value: float | Decimal, places: int, vi: str, en: str) -> None:
    assert decimal(value, "vi", places) == vi
    assert decimal(value, "en", places) == en


@pytest.mark.parametrize(
    ("vnd", "vi", "en"),
    [
        (0, "0 đồng", "VND 0"),
        (850_000, "850.000 đồng", "VND 850,000"),
        (999_999, "999.999 đồng", "VND 999,999"),
        (1_000_000, "1 triệu đồng", "VND 1 million"),
        (85_000_000, "85 triệu đồng", "VND 85 million"),
        (120_500_000, "120,5 triệu đồng", "VND 120.5 million"),
        (1_234_567, "1.234.567 đồng", "VND 1,234,567"),
        (1_500_000_000, "1,5 tỷ đồng", "VND 1.5 billion"),
        (2_345_000_000, "2,345 tỷ đồng", "VND 2.345 billion"),
        (2_345_600_000, "2.345.600.000 đồng", "VND 2,345,600,000"),
        (12_000_000_000_000, "12.000 tỷ đồng", "VND 12,000 billion"),
        (-2_500_000, "−2,5 triệu đồng", "VND −2.5 million"),
    ],
)
def test_money(vnd: int, vi: str, en: str) -> None:
    assert money(vnd, "vi") == vi
    assert money(vnd, "en") == en


@given(st.integers(-(10**40), 10**40) | st.integers(-(10**12), 10**12).map(lambda n: n * 1000))
def test_money_never_rounds(vnd: int) -> None:
    figure = money(vnd, "en").removeprefix("VND ").replace("−", "-").replace(",", "").split(" ")
    unit = {"billion": 10**9, "million": 10**6, "": 1}[figure[1] if len(figure) > 1 else ""]
    whole, _, part = figure[0].partition(".")
    assert abs(int(whole)) * unit + (int(part) * unit // 10 ** len(part) if part else 0) == abs(vnd)
    assert figure[0].startswith("-") == (vnd < 0)


@pytest.mark.parametrize(
    ("day", "short", "long", "month"),
    [
        (date(2021, 9, 1), "01/9/2021", "ngày 01 tháng 9 năm 2021", "tháng 9/2021"),
        (date(2022, 2, 5), "05/02/2022", "ngày 05 tháng 02 năm 2022", "tháng 02/2022"),
        (date(2022, 1, 31), "31/01/2022", "ngày 31 tháng 01 năm 2022", "tháng 01/2022"),
        (date(2023, 3, 9), "09/3/2023", "ngày 09 tháng 3 năm 2023", "tháng 3/2023"),
        (date(2023, 12, 12), "12/12/2023", "ngày 12 tháng 12 năm 2023", "tháng 12/2023"),
    ],
)
def test_vietnamese_dates(day: date, short: str, long: str, month: str) -> None:
    assert (date_text(day, "vi"), long_date(day, "vi"), month_text(day, "vi")) == (short, long, month)


def test_english_dates() -> None:
    day = date(2021, 9, 1)
    assert date_text(day, "en") == long_date(day, "en") == "1 September 2021"
    assert month_text(day, "en") == "September 2021"


def test_instant() -> None:
    moment = datetime(2022, 2, 5, 7, 5, 59, tzinfo=UTC)
    assert instant_text(moment, "vi") == "07:05 ngày 05/02/2022"
    assert instant_text(moment, "en") == "07:05, 5 February 2022"


def test_percent() -> None:
    assert (percent(12.5, "vi"), percent(12.5, "en")) == ("12,5%", "12.5%")
    assert (percent(100, "vi"), percent(33.333, "vi", 2)) == ("100%", "33,33%")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Hồ Quốc Sự", "HS"),
        ("Đỗ Thị Ánh", "ĐA"),
        ("âu ơ", "ÂƠ"),
        ("Y’Bham", "Y"),
        ("(Tổ) bảo trì 2", "TT"),
        ("2", ""),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters
    assert initials(unicodedata.normalize("NFD", name)) == letters


@given(st.text())
def test_initials_are_two_letters_at_most(name: str) -> None:
    assert len(unicodedata.normalize("NFC", initials(name))) <= 2


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2026, 7, 18), "Thứ\u00a0Bảy, 18/7/2026", "Saturday, 18 July 2026"),
        (date(2027, 2, 7), "Chủ\u00a0nhật, 07/02/2027", "Sunday, 7 February 2027"),
        (date(2026, 11, 2), "Thứ\u00a0Hai, 02/11/2026", "Monday, 2 November 2026"),
    ],
)
def test_day_with_its_weekday(day: date, vi: str, en: str) -> None:
    assert (formats.day_text(day, "vi"), formats.day_text(day, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("hour", "vi", "en"),
    [
        (time(8), "8\u00a0giờ", "8:00"),
        (time(16, 30), "16\u00a0giờ\u00a030", "16:30"),
        (time(0, 5), "0\u00a0giờ\u00a005", "0:05"),
    ],
)
def test_hour_of_the_day(hour: time, vi: str, en: str) -> None:
    assert (formats.clock_text(hour, "vi"), formats.clock_text(hour, "en")) == (vi, en)


def test_month_by_name() -> None:
    assert (formats.month_name(date(2026, 7, 1), "vi"), formats.month_name(date(2026, 7, 1), "en")) == (
        "Tháng 7",
        "July",
    )
