"""The interface's words in the fair's language: ``theme/words/<language>.yml``, a flat list of keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from datetime import date as Day  # noqa: N812  # `Words.date` hides the other name

from sangkien.diagnostics import Language, UserError
from sangkien.text import formats


@dataclass(frozen=True, slots=True)
class Words:
    """Words and the language's ways with numbers, money and dates."""

    language: Language
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """A phrase with its ``{name}`` places filled. Raises UserError for a key the file lacks."""
        text = self._text(key)
        return text.format_map(values) if values else text

    def count(self, key: str, number: int) -> str:
        """A phrase with a number in it: ``key.one`` for one where the file has it, else ``key``."""
        if number == 1 and f"{key}.one" in self.texts:
            key = f"{key}.one"
        return self._text(key).format_map({"n": formats.number(number, self.language)})

    def _text(self, key: str) -> str:
        try:
            return self.texts[key]
        except KeyError as error:
            file = f"words/{self.language}.yml"
            raise UserError(
                f"Tệp {file} của giao diện thiếu mục “{key}”.",
                f"The theme's file {file} lacks the key “{key}”.",
            ) from error

    def number(self, number: int) -> str:
        """10.000"""
        return formats.number(number, self.language)

    def money(self, vnd: int) -> str:
        """1,5 tỷ đồng"""
        return formats.money(vnd, self.language)

    def date(self, moment: date | datetime) -> str:
        """01/9/2021"""
        return formats.date_text(moment, self.language)

    def day(self, moment: Day) -> str:
        """Thứ Bảy, 18/7/2026"""
        return formats.day_text(moment, self.language)

    def month(self, moment: Day) -> str:
        """Tháng 7"""
        return formats.month_name(moment, self.language)

    def hours(self, starts: time, ends: time | None) -> str:
        """8 giờ – 16 giờ 30; no line begins with the dash."""
        shown = [formats.clock_text(hour, self.language) for hour in (starts, ends) if hour is not None]
        return "\u00a0– ".join(shown)

    def percent(self, value: float) -> str:
        """12,5%"""
        return formats.percent(value, self.language)
