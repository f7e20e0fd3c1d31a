"""Files as they are sent in, made for tests: every name in them is made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt

HEADS = ("Tên sáng kiến", "Tác giả", "Đơn vị áp dụng", "Lĩnh vực", "Ngày áp dụng lần đầu", "Giải pháp")
ROW = ("Xe đẩy hàng", "Lê Ví Dụ (Thợ hàn)", "Cảng Thí Dụ", "Cơ khí", "15/10/2021", "Lắp phanh chân.")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx(rows: Sequence[Sequence[Any]], name: str = "Trang 1", **options: object) -> bytes:
    """A workbook of one sheet; text that begins with = is a formula whose value is the text behind the |."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, **options})
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell.startswith("="):
                formula, _, value = cell.partition("|")
                sheet.write_formula(number, column, formula, None, value)
            elif cell is not None:
                sheet.write(number, column, cell)
    book.close()
    return out.getvalue()


def xls(rows: Sequence[Sequence[Any]]) -> bytes:
    """A workbook of old Excel."""
    out = io.BytesIO()
    book = xlwt.Workbook()
    sheet = book.add_sheet("Trang 1")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.save(out)
    return out.getvalue()


def ods(rows: Sequence[Sequence[str]], extra: str = "") -> bytes:
    """A sheet of LibreOffice, text alone, its empty rest repeated to the end as LibreOffice does."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" xmlns:table="{_OFFICE}:table:1.0" '
        f'xmlns:text="{_OFFICE}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Trang 1">{body}{extra}'
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/></manifest:manifest>'
    )
    return zipped({"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """A zip with one part exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped({**parts, name: part})
