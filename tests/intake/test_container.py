"""Files that may not be opened: each gives one sentence and its kind, none is unpacked into memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from intake_files import HEADS, ROW, ods, with_part, xls, xlsx, zipped
from sangkien.diagnostics import UserError
from sangkien.intake.container import kind_of
from sangkien.targets.form_report import report_form

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_kinds_are_told_by_content() -> None:
    rows = [HEADS, ROW]
    assert kind_of(xlsx(rows), "a.docx") == "xlsx"
    assert kind_of(ods(rows), "a.xlsx") == "ods"
    assert kind_of(xls(rows), "a.xlsx") == "xls"
    assert kind_of(report_form(), "a.xlsx") == "docx"
    assert kind_of("Tên;Tác giả\n".encode(), "a.csv") == "csv"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "rỗng"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\xff\xd8\xff\xe0 scan", "bản quét"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (OLE + b"\0" * 100, "hỏng"),
        (b"PK\x03\x04 torn", "hỏng"),
        (xlsx([HEADS, ROW])[:-200], "hỏng"),
        (b"{\\rtf1 x}", "Lưu thành"),
        (b"<html><table></table></html>", "Lưu thành"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), ".odt"),
        (zipped({"readme.txt": "x"}), "hỏng"),
        (b"\x00\x01\x02\x03", "hỏng"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_sentence(data: bytes, word: str) -> None:
    with pytest.raises(UserError) as caught:
        kind_of(data, "tệp.xlsx")
    assert word in caught.value.text.vi
    assert "\n" not in caught.value.text.vi


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData>%s</sheetData></worksheet>"
)


def long_text() -> bytes:
    return with_part(xlsx([HEADS, ROW]), "xl/sharedStrings.xml", b"<a>" + b" " * 120_000_000 + b"</a>")


def far_cell() -> bytes:
    far = b'<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return with_part(xlsx([HEADS]), "xl/worksheets/sheet1.xml", SHEET % far)


def repeated_cells() -> bytes:
    many = 'table:number-columns-repeated="16000" office:value-type="string"'
    row = f"<table:table-cell {many}><text:p>x</text:p></table:table-cell></table:table-row>"
    return ods([HEADS], f'<table:table-row table:number-rows-repeated="1000000">{row}')


def many_parts() -> bytes:
    return zipped({f"part-{number}": "" for number in range(10_001)})


@pytest.mark.parametrize("make", [long_text, far_cell, repeated_cells, many_parts])
def test_bombs_are_not_opened(make: Callable[[], bytes]) -> None:
    with pytest.raises(UserError) as caught:
        kind_of(make(), "tệp.xlsx")
    assert "quá lớn" in caught.value.text.vi


def test_declared_entities_are_refused() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    with pytest.raises(UserError):
        kind_of(with_part(report_form(), "word/document.xml", evil), "a.docx")
