"""What a cell was understood as, and what is doubtful about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Generic, TypeVar

from sangkien.diagnostics import Text

T = TypeVar("T")
Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell as the reader of sheets hands it over: formulas are values already."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value, or None where none can be told; ``doubts`` are sentences for the person who looks again."""

    value: T | None = None
    doubts: tuple[Text, ...] = ()


def doubt(vi: str, en: str) -> tuple[Text, ...]:
    """One doubt, as a tuple to add to others."""
    return (Text(vi, en),)
