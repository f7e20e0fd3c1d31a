"""A filled-in sheet of consents → dates in the files: only what is certain, and never over a withdrawal."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineWorkbook

from sangkien.diagnostics import Text, UserError
from sangkien.intake.consents import Consent
from sangkien.intake.values import Prepared, Value, prepare
from sangkien.source.tree import DiskTree
from sangkien.text.folding import fold, nfc

HEAD = ("Mã bài", "Họ tên", "Chức danh", "Đơn vị", "Trạng thái", "Ngày đồng ý", "Căn cứ", "Nơi công bố")
OWN, REPORT = "Chính người ấy đồng ý", "Cơ quan đã công bố"
WHERE, NAME, DAY, BASIS, PUBLISHER = HEAD[0], HEAD[1], HEAD[5], HEAD[6], HEAD[7]
_MOST = 20 * 1024 * 1024
_UNPACKED = 200 * 1024 * 1024
_ROWS = 100_000
_VIETNAMESE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that was not taken over, and why; ``row`` as Excel counts."""

    row: int
    who: str
    why: Text


@dataclass(frozen=True, slots=True)
class Import:
    """What a sheet gives: files ready to be written, how many dates they get, what is left in doubt."""

    changes: tuple[Prepared, ...]
    count: int
    same: int
    doubts: tuple[Doubt, ...]

    def write(self) -> None:
        """Write every file. Raises UserError at the first that can't be; those before it are whole."""
        for change in self.changes:
            change.write()


def import_consents(
    tree: DiskTree, data: bytes, rows: Iterable[Consent], today: date, overwrite: bool
) -> Import:
    """Match a sheet with who is named, row by row. Raises UserError where it is no such sheet."""
    known: dict[tuple[str, str], list[Consent]] = {}
    for row in rows:
        known.setdefault((row.where, nfc(row.entry.name)), []).append(row)
    values: dict[str, dict[Value, None]] = {}
    doubts, same, count = [], 0, 0
    for number, cells in _table(data):
        key = (_text(cells.get(WHERE)).strip("/"), nfc(" ".join(_text(cells.get(NAME)).split())))
        if cells.get(DAY) in ("", None) and _is_untouched(cells, known.get(key, [])):
            continue  # not filled in yet
        found = _judged(cells, known.get(key, []), today, overwrite)
        if isinstance(found, Text):
            doubts.append(Doubt(number, f"{key[1]} · {key[0]}", found))
        elif found is None:
            same += 1
        else:
            count += 1
            values.setdefault(known[key][0].entry.document.path, {})[found] = None
    for file, wanted in values.items():  # two rows of one sheet may say two things of one person
        paths = [value.path for value in wanted]
        for value in [value for value in wanted if paths.count(value.path) > 1]:
            doubts.append(Doubt(0, file, _TWICE))
            count -= 1
            wanted.pop(value)
    changes, left = _prepared(tree, {file: list(wanted) for file, wanted in values.items() if wanted})
    return Import(tuple(changes), count, same, (*doubts, *left))


def _prepared(tree: DiskTree, values: dict[str, list[Value]]) -> tuple[list[Prepared], list[Doubt]]:
    changes, left = [], []
    for file, wanted in values.items():
        try:
            changes.append(prepare(tree, file, wanted))
        except UserError as error:
            left.append(Doubt(0, file, error.text))
    return changes, left


_TWICE = Text("một người hai ngày khác nhau trong bảng", "two rows of the sheet differ about one person")
_NOBODY = Text("không thấy ai tên như vậy trong bài ấy", "nobody of that name is in that story")
_SEVERAL = Text("trong bài có hai người cùng tên", "two people of that name are in the story")
_GONE = Text(
    "người ấy đã rút lại sự đồng ý; nếu nay đồng ý lại thì sửa tay",
    "this person took the consent back; if it is given again, write it by hand",
)
_NO_DAY = Text(
    "không đọc được ngày; hãy ghi ngày/tháng/năm, ví dụ 28/4/2022",
    "the date can't be read; write day/month/year, such as 28/4/2022",
)
_FUTURE = Text("ngày ấy chưa tới", "that day is still to come")
_OTHER = Text(
    "trong tệp đã ghi khác; thêm --overwrite nếu bảng mới đúng",
    "the file says otherwise; add --overwrite if the sheet is right",
)
_NO_PUBLISHER = Text("thiếu nơi công bố", "the publisher is missing")
_NO_BASIS = Text(
    f"căn cứ không rõ; hãy chọn “{OWN}” hoặc “{REPORT}”",
    f"the basis is unclear; choose “{OWN}” or “{REPORT}”",
)


def _judged(
    cells: dict[str, Any], found: Sequence[Consent], today: date, overwrite: bool
) -> Value | Text | None:
    """The value to write, why there is none, or None where it stands already."""
    if len(found) != 1:
        return _SEVERAL if found else _NOBODY
    one, day = found[0], as_day(cells.get(DAY))
    if one.basis == "withdrawn":
        return _GONE
    report = fold(_text(cells.get(BASIS))) == fold(REPORT)
    publisher = " ".join(_text(cells.get(PUBLISHER)).split())
    if day is None or (fault := _fault(cells, day, today)):
        return _NO_DAY if day is None else fault
    stands = (one.basis, one.since, one.publisher or "") == (
        "report" if report else "own", day, publisher if report else ""
    )  # fmt: skip  # one comparison on one line
    if stands:
        return None
    if one.basis != "missing" and not overwrite:
        return _OTHER
    text = day.isoformat()
    if report:
        quoted = json.dumps(publisher, ensure_ascii=False)
        text = f"{{basis: public-report, publisher: {quoted}, date: {text}}}"
    return Value((*one.entry.path, "consent"), text)


def _is_untouched(cells: dict[str, Any], found: Sequence[Consent]) -> bool:
    """Whether a row without a day says nothing but what the tool itself wrote there."""
    basis, publisher = fold(_text(cells.get(BASIS))), _text(cells.get(PUBLISHER))
    written = {(fold(REPORT), nfc(one.publisher or "")) for one in found if one.basis == "report"}
    return not basis or (basis, publisher) in written


def _fault(cells: dict[str, Any], day: date, today: date) -> Text | None:
    """Why a row can't be taken over, whomever it is about."""
    basis = fold(_text(cells.get(BASIS)))
    if basis not in ("", fold(OWN), fold(REPORT)):
        return _NO_BASIS
    if basis == fold(REPORT) and not _text(cells.get(PUBLISHER)):
        return _NO_PUBLISHER
    return _FUTURE if day > today else None


def as_day(value: Any) -> date | None:
    """A cell as a day: a date cell, ``28/4/2022`` or ``2022-04-28``; None for anything less certain."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _text(value)
    try:
        if match := _VIETNAMESE.fullmatch(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if match := _ISO.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return None


def _table(data: bytes) -> list[tuple[int, dict[str, Any]]]:
    """(row as Excel counts, column's name → cell) of the first sheet that has the columns."""
    for sheet in _sheets(data):
        for at, row in enumerate(sheet[:10]):
            names = [fold(_text(cell)) for cell in row]
            places = {title: names.index(fold(title)) for title in HEAD if names.count(fold(title)) == 1}
            if {WHERE, NAME, DAY} <= places.keys():
                rows = enumerate(sheet[at + 1 :], at + 2)
                return [
                    (number, {title: cells[place] for title, place in places.items() if place < len(cells)})
                    for number, cells in rows
                ]
    raise UserError(
        f"Trong bảng thiếu cột “{WHERE}”, “{NAME}” hoặc “{DAY}”. Hãy dùng bảng do máy làm ra (--sheet).",
        f"The sheet lacks the columns “{WHERE}”, “{NAME}”, “{DAY}”. Take the one that --sheet makes.",
    )


def _sheets(data: bytes) -> list[list[list[Any]]]:
    if len(data) > _MOST or (data[:2] == b"PK" and _unpacked(data) > _UNPACKED):
        raise _damaged()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [book.get_sheet_by_name(name).to_python(nrows=_ROWS) for name in book.sheet_names]
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the reader's Rust is no Exception
        raise _damaged() from error


def _unpacked(data: bytes) -> int:
    """Bytes that a zip says it holds. Raises UserError where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return sum(item.file_size for item in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged() from error


def _damaged() -> UserError:
    return UserError(
        "Không đọc được bảng: tệp hỏng, có mật khẩu, quá lớn, hoặc không phải xlsx, xls, ods.",
        "The sheet cannot be read: damaged, locked by a password, too large, or no xlsx, xls or ods.",
    )


def _text(value: Any) -> str:
    return nfc(value).strip() if isinstance(value, str) else ""
