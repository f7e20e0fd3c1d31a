"""Whether a file may be opened at all: its real kind, its size, and what it would unpack to."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final, Literal

from sangkien.diagnostics import UserError

Kind = Literal["xlsx", "xls", "ods", "docx", "csv"]

MAX_FILE: Final = 200 * 1024 * 1024
MAX_UNPACKED: Final = 400 * 1024 * 1024
MAX_TEXT_PART: Final = 100 * 1024 * 1024
"""Bytes of one XML part, unpacked: five thousand rows take about five."""
MAX_PARTS: Final = 10_000
MAX_CELLS: Final = 4_000_000
"""Rows times columns: the reader makes room for all cells up to the last one, empty ones too."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CELL: Final = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,4})(\d{1,9})"')
_ROW: Final = re.compile(rb'<(?:\w+:)?row [^>]*?\br="(\d{1,9})"')
_REPEATED: Final = re.compile(rb'number-(?:columns|rows)-repeated="(\d{4,})"')
_FILLED: Final = re.compile(rb"office:value-type|calcext:value-type|<text:p")


def kind_of(data: bytes, name: str) -> Kind:
    """What a file really is, by its content. Raises UserError with one sentence for the rest."""
    if len(data) > MAX_FILE:
        raise UserError(
            f"{name}: tệp quá lớn (trên {MAX_FILE // 1024 // 1024} MB). Hãy chia nhỏ, hoặc "
            f"nén ảnh trong tệp.",
            f"{name}: too large (over {MAX_FILE // 1024 // 1024} MB). Split it, or compress its pictures.",
        )
    if not data.strip(b"\0 \r\n\t"):
        raise UserError(f"{name}: tệp rỗng.", f"{name}: the file is empty.")
    if data.startswith(b"%PDF"):
        raise UserError(
            f"{name}: là PDF nên không nhập được. Hãy xin tệp Word gốc, hoặc mở PDF bằng Word "
            f"rồi lưu thành .docx.",
            f"{name}: a PDF can't be imported. Ask for the Word file, or open it in Word and save as .docx.",
        )
    if data.startswith(_OLE):
        return _ole(data, name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith((b"\xff\xd8", b"\x89PNG", b"II*\0", b"MM\0*", b"GIF8")):
        raise UserError(
            f"{name}: là ảnh chụp hoặc bản quét. Hãy gõ lại nội dung vào mẫu báo cáo (sangkien template).",
            f"{name}: a picture or a scan. Type its content into the report's form (sangkien template).",
        )
    if data.lstrip()[:5].lower() in (b"{\\rtf", b"<html", b"<?xml", b"<!doc"):
        raise UserError(
            f"{name}: không phải tệp Excel hay Word thật. Hãy mở tệp rồi chọn “Lưu thành” .xlsx hoặc .docx.",
            f"{name}: no real Excel or Word file. Open it and save it as .xlsx or .docx.",
        )
    if name.lower().endswith((".csv", ".tsv", ".txt")):
        return "csv"
    raise damaged(name)


def damaged(name: str) -> UserError:
    """The one sentence for a file that can't be read."""
    return UserError(
        f"{name}: tệp hỏng hoặc không phải tệp Excel, Word. Hãy mở thử; nếu mở được thì lưu lại rồi nhập.",
        f"{name}: damaged, or no Excel or Word file. Open it; if that works, save it again, then import.",
    )


def encrypted(name: str) -> UserError:
    """The one sentence for a file with a password."""
    return UserError(
        f"{name}: tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ), lưu lại rồi nhập.",
        f"{name}: has a password. Open it, remove the password (File → Info → Protect), save, then import.",
    )


def _ole(data: bytes, name: str) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise encrypted(name)
    if "WordDocument".encode("utf-16-le") in data:
        raise UserError(
            f"{name}: là Word đời cũ (.doc). Hãy mở bằng Word, chọn “Lưu thành” .docx rồi nhập tệp ấy.",
            f"{name}: an old Word file (.doc). Open it in Word, save it as .docx and import that.",
        )
    if any(word.encode("utf-16-le") in data for word in ("Workbook", "Book")):
        return "xls"
    raise damaged(name)


def _zipped(data: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise encrypted(name)
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise _bomb(name)
            names = {part.filename for part in parts}
            _examine(archive, parts, name)
            mime = archive.read("mimetype")[:80] if "mimetype" in names else b""
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    except UserError:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError, EOFError) as error:
        raise damaged(name) from error
    if b"encryption-data" in manifest:
        raise encrypted(name)
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if mime == b"application/vnd.oasis.opendocument.spreadsheet":
        return "ods"
    if mime.startswith(b"application/vnd.oasis.opendocument.text"):
        raise UserError(
            f"{name}: là tệp .odt. Hãy mở bằng LibreOffice hoặc Word, lưu thành .docx rồi nhập tệp ấy.",
            f"{name}: an .odt file. Open it in LibreOffice or Word, save it as .docx and import that.",
        )
    raise damaged(name)


def _examine(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str) -> None:
    """Unpack every part once: sizes and checksums that lie, and cells out of all bounds, are found."""
    for part in parts:
        is_xml = part.filename.lower().endswith((".xml", ".rels"))
        if is_xml and part.file_size > MAX_TEXT_PART:
            raise _bomb(name)
        with archive.open(part) as file:
            if part.filename.startswith("xl/worksheets/") and is_xml:
                _refuse_wide_sheet(file.read(), name)
            elif part.filename == "content.xml":
                _refuse_repeats(file.read(), name)
            elif is_xml and b"<!DOCTYPE" in file.read(4096):
                raise damaged(name)
            while file.read(1 << 20):
                pass


def _refuse_wide_sheet(xml: bytes, name: str) -> None:
    columns = max((_column(match[1]) for match in _CELL.finditer(xml)), default=1)
    rows = max((int(match[1]) for match in _ROW.finditer(xml)), default=1)
    rows = max(rows, max((int(match[2]) for match in _CELL.finditer(xml)), default=1))
    if columns * rows > MAX_CELLS or b"<!DOCTYPE" in xml[:4096]:
        raise _bomb(name)


def _refuse_repeats(xml: bytes, name: str) -> None:
    """A value repeated over thousands of cells; empty cells repeated to the sheet's end are usual."""
    for match in _REPEATED.finditer(xml):
        end = xml.find(b"</table:table-row>" if b"rows" in match[0] else b">", match.end())
        start = xml.rfind(b"<", 0, match.start())
        if _FILLED.search(xml[start : end if end >= 0 else len(xml)]):
            raise _bomb(name)
        if b"columns" in match[0] and xml[end - 1 : end] != b"/":
            close = xml.find(b"</table:table-cell>", end)
            if _FILLED.search(xml[end : close if close >= 0 else len(xml)]):
                raise _bomb(name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _bomb(name: str) -> UserError:
    return UserError(
        f"{name}: tệp bung ra quá lớn nên không mở. Hãy chép phần cần nhập sang một tệp mới.",
        f"{name}: unpacks to far too much and is not opened. Copy what is needed into a new file.",
    )
