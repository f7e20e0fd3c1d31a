"""Rows that a sheet keeps but doesn't show: hidden by hand, folded into a group, or left out by a filter."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Final

from sangkien.intake.formulas import parts_of

Rows = tuple[tuple[int, int], ...]
"""(first row from 0, how many) of each run."""

_ROW: Final = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_NUMBER: Final = re.compile(rb'\br="(\d{1,7})"')
_HIDDEN: Final = re.compile(rb'\bhidden="(?:1|true)"|\bht="0(?:\.0*)?"')
_MARK: Final = re.compile(
    rb"<table:table\s[^>]*?\btable:name=\"([^\"]*)\"|<(/?)table:table-row-group\b([^>]*)>"
    rb"|<table:table-row\b([^>]*)>"
)
_FOLDED: Final = re.compile(rb'\btable:display="false"')
_LEFT_OUT: Final = re.compile(rb'\btable:visibility="(?:collapse|filter)"')
_REPEATED: Final = re.compile(rb'\btable:number-rows-repeated="(\d{1,7})"')


def hidden_in_xlsx(data: bytes) -> Mapping[str, Rows]:
    """Sheet's name → its hidden rows. ``data`` has passed ``kind_of``."""
    return {name: tuple(_in_part(xml)) for name, xml in parts_of(data)}


def hidden_in_ods(data: bytes) -> Mapping[str, Rows]:
    """The same of a sheet of LibreOffice."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("content.xml")
    found: dict[str, list[tuple[int, int]]] = {}
    name, row, open_groups = "", 0, [False]
    for mark in _MARK.finditer(xml):
        if mark[1] is not None:
            name, row, open_groups = unescape(mark[1].decode("utf-8", "replace")), 0, [False]
        elif mark[4] is not None:
            many = _REPEATED.search(mark[4])
            count = int(many[1]) if many else 1
            if open_groups[-1] or _LEFT_OUT.search(mark[4]):
                found.setdefault(name, []).append((row, count))
            row += count
        elif mark[2]:
            open_groups = open_groups[:-1] or [False]
        else:
            open_groups.append(open_groups[-1] or bool(_FOLDED.search(mark[3])))
    return {sheet: tuple(rows) for sheet, rows in found.items()}


def as_set(rows: Rows, height: int) -> frozenset[int]:
    """The rows one by one, as far as a sheet of this height has them."""
    return frozenset(row for first, count in rows for row in range(first, min(first + count, height)))


def _in_part(xml: bytes) -> Iterator[tuple[int, int]]:
    row = -1
    for match in _ROW.finditer(xml):
        number = _NUMBER.search(match[1])
        row = int(number[1]) - 1 if number else row + 1
        if _HIDDEN.search(match[1]):
            yield row, 1
