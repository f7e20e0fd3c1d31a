"""Types of single values, each made from the text as written, by pattern, never by guess.

YAML's own typing is off (design, section 3): every scalar arrives as text, so that ``120.000`` is not
120, ``NO`` is not false and ``2022`` is not a date. A value that does not match raises a
``PydanticCustomError`` whose type is the kind of fault; rules turn kinds into diagnostics.
Values that are typed already pass, so that ``dataclasses.replace`` works on records; text never holds any.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal, NoReturn
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

CONFIG = ConfigDict(extra="forbid", strict=False, validate_default=False, defer_build=True)

_INTEGER = re.compile(r"-?\d{1,15}")
_DECIMAL = re.compile(r"\d{1,3}(\.\d{1,2})?")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(?P<zone>Z|[+-]\d{2}:\d{2})?")
_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,38}[A-Za-z0-9])?")
_FILE = re.compile(r"[^/\\\x00-\x1f:*?\"<>|]{1,120}")
_BAD_IN_URL = re.compile(r"[\s\x00-\x20<>\"\\^`{|}]")

FIRST_YEAR, LAST_YEAR = 1000, 9000
MAX_SLUG = 90
"""Longest slug: a folder of it, its photos and Windows' 260 characters must fit together."""


def _fault(kind: str, **params: object) -> NoReturn:
    raise PydanticCustomError(kind, kind, params or None)


def _text(value: Any) -> str:
    """A scalar's text without the blanks around it; a list or a mapping is a fault."""
    if not isinstance(value, str):
        _fault("not-text", found="list" if isinstance(value, list) else "mapping")
    text = value.strip()
    if not text:
        _fault("empty")
    return text


def _integer(value: Any) -> int:
    if type(value) is int:
        return value
    text = _text(value)
    if not _INTEGER.fullmatch(text):
        _fault("not-integer", value=text[:60])
    return int(text)


def _amount(value: Any) -> int:
    number = _integer(value)
    if number < 0:
        _fault("negative", value=number)
    return number


def _year(value: Any) -> int:
    number = _integer(value)
    if not 1900 <= number <= 2200:
        _fault("not-year", value=number)
    return number


def _share(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = _text(value)
    if not _DECIMAL.fullmatch(text) or not 0 < Decimal(text) <= 100:
        _fault("not-share", value=text[:60])
    return Decimal(text)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in ("true", "false"):
        _fault("not-boolean", value=text[:60])
    return text == "true"


def as_date(value: Any) -> date:
    """``YYYY-MM-DD`` as a date. Raises PydanticCustomError ``not-date`` or ``no-such-date``.

    The ends of the calendar are left out: they overflow in another zone, or a day on.
    """
    return value if isinstance(value, date) else _day(_text(value))


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    """Kept, for a fair has few days and each is read again and again; what is no day is not kept."""
    match = _DATE.fullmatch(text)
    if not match:
        _fault("not-date", value=text[:60])
    if not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        _fault("no-such-date", value=text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        _fault("no-such-date", value=text)


def _moment(value: Any) -> date | datetime:
    """A date (midnight in the fair's zone) or a date-time that names its zone."""
    if isinstance(value, date):
        return value
    text = _text(value)
    if _DATE.fullmatch(text):
        return as_date(text)
    match = _MOMENT.fullmatch(text)
    if not match:
        _fault("not-moment", value=text[:60])
    if not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        _fault("no-such-date", value=text)
    if not match["zone"]:
        _fault("no-zone", value=text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        _fault("no-such-date", value=text)


def _hour(value: Any) -> time:
    """``HH:MM`` of a day, without a zone: the fair's own."""
    if isinstance(value, time):
        return value
    text = _text(value)
    match = _HOUR.fullmatch(text)
    if not match:
        _fault("not-hour", value=text[:60])
    return time(int(match[1]), int(match[2]))


def is_web_url(text: str) -> bool:
    """Whether it is an absolute http or https address with a host and nothing that breaks out of it."""
    if _BAD_IN_URL.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False


def _url(value: Any) -> str:
    text = _text(value)
    if not is_web_url(text):
        _fault("not-url", value=text[:120])
    return text


def _way(value: Any) -> str:
    """An address within the site as ``/path/``, or one of the web."""
    text = _text(value)
    if text.startswith("/") and not text.startswith("//") and not _BAD_IN_URL.search(text):
        if ".." not in text.split("/"):
            return text
    elif is_web_url(text):
        return text
    _fault("not-url", value=text[:120])


def _slug(value: Any) -> str:
    return _sound_slug(_text(value))


@lru_cache(maxsize=4096)
def _sound_slug(text: str) -> str:
    """Kept, for the ids of a vocabulary come again in every record; what is none is not kept."""
    if not _SLUG.fullmatch(text):
        _fault("not-slug", value=text[:60])
    if len(text) > MAX_SLUG:
        _fault("slug-too-long", value=text[:60], limit=MAX_SLUG)
    return text


def is_slug(text: str) -> bool:
    """Whether it may stand in a URL and name a folder: a-z, 0-9, single hyphens, at most 90."""
    return len(text) <= MAX_SLUG and bool(_SLUG.fullmatch(text))


def _code(value: Any) -> str:
    text = _text(value)
    if not _CODE.fullmatch(text) or ".." in text:
        _fault("not-code", value=text[:60])
    return text


def _file(value: Any) -> str:
    text = _text(value)
    if not _FILE.fullmatch(text) or text.startswith(".") or text.endswith((".", " ")):
        _fault("not-file", value=text[:120])
    return text


def _list(value: Any) -> Any:
    if not isinstance(value, (list, tuple)):
        _fault("not-list")
    return value


def _filled(value: Any) -> Any:
    if not _list(value):
        _fault("empty")
    return value


def choice(*allowed: str) -> BeforeValidator:
    """A validator for one word out of a list. Raises ``not-choice`` with the words allowed."""

    def validate(value: Any) -> str:
        text = _text(value)
        if text not in allowed:
            _fault("not-choice", value=text[:60], allowed=", ".join(allowed))
        return text

    return BeforeValidator(validate)


def limited(limit: int) -> BeforeValidator:
    """A validator for one line of at most ``limit`` characters. Raises ``too-long``."""

    def validate(value: Any) -> str:
        text = " ".join(value.split()) if isinstance(value, str) else ""
        if not text:
            _text(value)  # raises: it is no text, or empty
        if len(text) > limit:
            _fault("too-long", length=len(text), limit=limit)
        return text

    return BeforeValidator(validate)


Line = Annotated[str, limited(300)]
"""One line of plain text."""
Prose = Annotated[str, BeforeValidator(_text)]
"""Plain text that may run over several lines."""
Integer = Annotated[int, BeforeValidator(_integer)]
Amount = Annotated[int, BeforeValidator(_amount)]
"""A whole number, not negative: đồng, people, copies."""
Year = Annotated[int, BeforeValidator(_year)]
Share = Annotated[Decimal, BeforeValidator(_share)]
"""Per cent, over 0 and at most 100, up to two decimals after a dot."""
Boolean = Annotated[bool, BeforeValidator(_boolean)]
Date = Annotated[date, BeforeValidator(as_date)]
Moment = Annotated[date | datetime, BeforeValidator(_moment)]
Hour = Annotated[time, BeforeValidator(_hour)]
"""An hour of the day in the fair's zone, without seconds."""
Url = Annotated[str, BeforeValidator(_url)]
Way = Annotated[str, BeforeValidator(_way)]
"""Within the site (``/su-kien/``) or to another one (``https://…``)."""
Slug = Annotated[str, BeforeValidator(_slug)]
Code = Annotated[str, BeforeValidator(_code)]
FileName = Annotated[str, BeforeValidator(_file)]
Rows = BeforeValidator(_list)
"""In front of a tuple's own validation: a scalar or a mapping is not taken for a list."""
Filled = BeforeValidator(_filled)
"""The same, for a list that can't be empty."""
Status = Annotated[Literal["draft", "published", "withdrawn"], choice("draft", "published", "withdrawn")]
Level = Annotated[
    Literal["co-so", "cap-tren", "tinh", "toan-quoc"], choice("co-so", "cap-tren", "tinh", "toan-quoc")
]
Shows = Annotated[Literal["hero", "before", "after", "detail"], choice("hero", "before", "after", "detail")]
