"""Cells of an xlsx whose formula says nothing: its result was never stored, or is an error."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from sangkien.intake.merged import Place

_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNSAVED: Final = re.compile(
    rb"<c ([^<>]*)>\s*(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)
_ERROR: Final = re.compile(rb'<c ([^<>]*\bt="e"[^<>]*)>')
_TEXT: Final = re.compile(rb'\bt="str"')
"""A formula whose result is text: an empty one is what it says."""
_PLACE: Final = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_LETTERS: Final = 26


def silent_cells(data: bytes) -> Mapping[str, frozenset[Place]]:
    """Sheet's name → (row, column) of such cells, from 0. ``data`` has passed ``kind_of``."""
    return {name: frozenset(_places(xml)) for name, xml in parts_of(data)}


def parts_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each sheet of an xlsx: its name, its XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        targets = {
            one.get("Id"): one.get("Target", "") for one in _parsed(archive, "xl/_rels/workbook.xml.rels")
        }
        for sheet in _parsed(archive, "xl/workbook.xml").iter():
            part = posixpath.join("/xl", targets.get(sheet.get(_RELATION), "")).lstrip("/")
            if sheet.tag.endswith("}sheet") and part in archive.namelist():
                yield sheet.get("name", ""), archive.read(part)


def _parsed(archive: zipfile.ZipFile, part: str) -> ET.Element:
    """The part's root. Raises ValueError for one with entities: those could grow without end."""
    xml = archive.read(part)
    if b"<!DOCTYPE" in xml:
        raise ValueError(part)
    return ET.fromstring(xml)  # noqa: S314  # without a DOCTYPE there are no entities


def _places(xml: bytes) -> Iterator[Place]:
    for pattern in (_UNSAVED, _ERROR):
        for cell in pattern.finditer(xml):
            place = _PLACE.search(cell[1])
            if place and not _TEXT.search(cell[1]):
                column = 0
                for letter in place[1]:
                    column = column * _LETTERS + letter - 64
                yield int(place[2]) - 1, column - 1
