"""Numbers, money and dates as Vietnamese (and English) write them.

Vietnamese dates follow Decree 30/2020/NĐ-CP on clerical work: Arabic numerals, a leading zero for
days below 10 and for the months 1 and 2 only.
"""

import unicodedata
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final, Literal

Language = Literal["vi", "en"]

_SEPARATORS: Final = {"vi": str.maketrans(",.", ".,"), "en": str.maketrans("", "")}
_UNITS: Final = (
    (1_000_000_000, {"vi": "tỷ", "en": "billion"}),
    (1_000_000, {"vi": "triệu", "en": "million"}),
)
_MOST_DECIMALS_OF_MONEY: Final = 3
_LONG: Final = Context(prec=5000)  # the default of 28 digits raises on an amount typed with too many noughts
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS: Final = {
    "vi": (
        "Thứ\u00a0Hai",
        "Thứ\u00a0Ba",
        "Thứ\u00a0Tư",
        "Thứ\u00a0Năm",
        "Thứ\u00a0Sáu",
        "Thứ\u00a0Bảy",
        "Chủ\u00a0nhật",
    ),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")


def number(n: int, language: Language) -> str:
    """Return ``10.000`` (vi) or ``10,000`` (en)."""
    return f"{n:,}".translate(_SEPARATORS[language]).replace("-", "−")


def decimal(value: float | Decimal, language: Language, places: int = 2) -> str:
    """Return ``1.234,5`` (vi) or ``1,234.5`` (en): at most ``places`` decimals, half up, no idle zeros."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _LONG)
    text = f"{abs(rounded):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    sign = "−" if rounded < 0 else ""
    return sign + text.translate(_SEPARATORS[language])


@lru_cache(maxsize=1024)
def money(vnd: int, language: Language) -> str:
    """Return an amount in đồng: ``850.000 đồng``, ``85 triệu đồng``, ``1,5 tỷ đồng``; ``VND 1.5 billion``.

    Never rounded: a million and more is given in triệu or tỷ where three decimals say it exactly,
    else in full.
    """
    figure = _short(vnd, language) or number(vnd, language)
    return f"{figure} đồng" if language == "vi" else f"VND {figure}"


def _short(vnd: int, language: Language) -> str | None:
    for unit, words in _UNITS:
        if abs(vnd) >= unit:
            steps, rest = divmod(vnd, unit // 10**_MOST_DECIMALS_OF_MONEY)
            if rest:
                return None
            figure = Decimal(steps).scaleb(-_MOST_DECIMALS_OF_MONEY, _LONG)
            return f"{decimal(figure, language, _MOST_DECIMALS_OF_MONEY)} {words[language]}"
    return None


@lru_cache(maxsize=1024)
def percent(value: float | Decimal, language: Language, places: int = 1) -> str:
    """Return ``12,5%`` (vi) or ``12.5%`` (en); ``value`` is in per cent (100 is the whole)."""
    return f"{decimal(value, language, places)}%"


def _day(d: date) -> str:
    return f"{d.day:02d}"


def _month(d: date) -> str:
    return f"{d.month:02d}" if d.month < 3 else f"{d.month}"


def date_text(d: date, language: Language) -> str:
    """Return ``01/9/2021``, ``05/02/2022`` (vi) or ``1 September 2021`` (en)."""
    if language == "vi":
        return f"{_day(d)}/{_month(d)}/{d.year}"
    return f"{d.day} {_MONTHS[d.month - 1]} {d.year}"


def day_text(d: date, language: Language) -> str:
    """Return ``Thứ Bảy, 18/7/2026`` (vi) or ``Saturday, 18 July 2026`` (en)."""
    return f"{_WEEKDAYS[language][d.weekday()]}, {date_text(d, language)}"


def clock_text(t: time, language: Language) -> str:
    """Return ``8 giờ``, ``16 giờ 30`` (vi) or ``8:00``, ``16:30`` (en); its blanks don't break a line."""
    if language == "vi":
        return f"{t.hour}\u00a0giờ\u00a0{t.minute:02d}" if t.minute else f"{t.hour}\u00a0giờ"
    return f"{t.hour}:{t.minute:02d}"


def long_date(d: date, language: Language) -> str:
    """Return ``ngày 01 tháng 9 năm 2021`` (vi) or ``1 September 2021`` (en)."""
    if language == "vi":
        return f"ngày {_day(d)} tháng {_month(d)} năm {d.year}"
    return date_text(d, language)


def month_text(d: date, language: Language) -> str:
    """Return the month of ``d``: ``tháng 9/2021`` (vi) or ``September 2021`` (en)."""
    if language == "vi":
        return f"tháng {_month(d)}/{d.year}"
    return f"{_MONTHS[d.month - 1]} {d.year}"


def month_name(d: date, language: Language) -> str:
    """Return the month of ``d`` without its year: ``Tháng 9`` (vi) or ``September`` (en)."""
    return f"Tháng {d.month}" if language == "vi" else _MONTHS[d.month - 1]


def instant_text(moment: datetime, language: Language) -> str:
    """Return hour, minute and day: ``16:05 ngày 01/9/2021`` (vi), ``16:05, 1 September 2021`` (en).

    The moment is shown in its own zone: bring it to the fair's zone first.
    """
    link = " ngày " if language == "vi" else ", "
    return f"{moment:%H:%M}{link}{date_text(moment, language)}"


@lru_cache(maxsize=1 << 16)
def initials(name: str) -> str:
    """Return the letters of a monogram, without tones: "Nguyễn Văn Mẫu" → "NM".

    That of the family name, then that of the given name. One letter for a name of one word,
    none where there is no letter at all.
    """
    found = (_first_letter(word) for word in unicodedata.normalize("NFC", name).split())
    letters = [letter for letter in found if letter]
    return letters[0] + letters[-1] if len(letters) > 1 else "".join(letters)


def _first_letter(word: str) -> str:
    letter = next((c for c in word if c.isalpha()), "").upper()[:1]
    bare = "".join(c for c in unicodedata.normalize("NFD", letter) if c not in _TONES)
    return unicodedata.normalize("NFC", bare)
