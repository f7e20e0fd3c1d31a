"""Files and folders → entries, rejected rows, tables to be shown, files that can't be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from sangkien.diagnostics import Text, UserError
from sangkien.intake.columns import Table, find_table
from sangkien.intake.container import MAX_FILE, kind_of
from sangkien.intake.entry import Entry, Origin, Rejected
from sangkien.intake.mended import is_list, read_mended
from sangkien.intake.rejected import FILE as REJECTED
from sangkien.intake.rows import read_rows
from sangkien.intake.sheets import read_sheets
from sangkien.intake.word import read_report
from sangkien.model.vocabulary import Vocabularies
from sangkien.photos import EXTENSIONS
from sangkien.rules.left_behind import is_left_behind

PAIRING: Final = "ghep-anh"
"""Stem of the sheet that pairs photos with initiatives."""
_PICTURES: Final = tuple(suffix for suffixes in EXTENSIONS.values() for suffix in suffixes)
_READ: Final = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".docx")
_SAID: Final = (".doc", ".pdf", ".odt", ".rtf")
"""Kinds that can't be read, and for which there is a sentence on what to do."""
_LIST: Final = REJECTED.removesuffix(".xlsx")
_NO_TITLES: Final = Text(
    "không thấy cột tên sáng kiến: hãy đặt tên cột ấy là “Tên sáng kiến” rồi nhập lại; "
    "trang không có sáng kiến thì bỏ qua",
    "no column for the title: call it “Tên sáng kiến” and import again; a sheet without "
    "initiatives may be left",
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was found: ``tables`` to be shown, ``photos`` to be paired, ``unread`` files with why.

    ``whole``: those of the tables that are the sheet itself, not rows of it in a list of rejected ones.
    ``passed``: such lists in a folder. ``reports``: folder → the Word reports in it.
    """

    entries: tuple[Entry | Rejected, ...] = ()
    tables: tuple[Table, ...] = ()
    photos: tuple[Path, ...] = ()
    pairings: tuple[Path, ...] = ()
    unread: tuple[Rejected, ...] = ()
    whole: tuple[Table, ...] = ()
    passed: tuple[Path, ...] = ()
    reports: Mapping[Path, tuple[Origin, ...]] = field(default_factory=dict)


def gather(
    paths: Sequence[Path],
    vocabularies: Vocabularies,
    remembered: Mapping[str, str],
    own: Sequence[Path] = (),
) -> Gathered:
    """Read them all, folders with all below them, by name. One that can't be read stops no other.

    ``own``: folders of the fair itself, in which nothing is looked for.
    """
    entries: list[Entry | Rejected] = []
    tables: list[Table] = []
    whole: list[Table] = []
    passed: list[Path] = []
    photos: list[Path] = []
    pairings: list[Path] = []
    unread: list[Rejected] = []
    reports: dict[Path, tuple[Origin, ...]] = {}
    for path in _files(paths, own):
        suffix = path.suffix.lower()
        if path.name.startswith(_LIST) and path not in paths:
            passed.append(path)
            continue
        if path.name.lower().startswith(PAIRING) and suffix == ".xlsx":
            pairings.append(path)
            continue
        if suffix in _PICTURES:
            photos.append(path)
            continue
        try:
            some, found, mended = read_file(path, vocabularies, remembered)
        except UserError as error:
            unread.append(Rejected(Origin(path.name), "", error.text))
            continue
        entries += some
        tables += (*found, *mended)
        whole += found
        if not (found or mended) and some:
            reports[path.parent] = (*reports.get(path.parent, ()), some[0].origin)
    return Gathered(
        *(tuple(entries), tuple(tables), tuple(photos), tuple(pairings), tuple(unread)),
        *(tuple(whole), tuple(passed), reports),
    )


def read_file(
    path: Path, vocabularies: Vocabularies, remembered: Mapping[str, str]
) -> tuple[list[Entry | Rejected], list[Table], list[Table]]:
    """What a file holds; its tables, and those of which it lists rejected rows. Raises UserError."""
    data = _bytes(path)
    kind = kind_of(data, path.name)
    if kind == "docx":
        return [read_report(data, path.name, vocabularies)], [], []
    entries: list[Entry | Rejected] = []
    tables, mended = [], []
    for sheet in read_sheets(data, kind, path.name):
        if is_list(sheet):
            for rows, found in read_mended(sheet, remembered, vocabularies, _NO_TITLES):
                mended.append(rows)
                entries += found
            continue
        table = find_table(replace(sheet, folder=str(path.absolute().parent)), remembered)
        if table is None:
            entries.append(Rejected(Origin(path.name, sheet.name), "", _NO_TITLES))
            continue
        tables.append(table)
        entries += read_rows(table, vocabularies)
    return entries, tables, mended


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)  # one byte more is enough to know that it is too large
    except OSError as error:
        raise UserError(
            f"{path.name}: không mở được. Tệp có đang mở trong Excel, Word hay còn trên mạng "
            f"(OneDrive) không?",
            f"{path.name}: can't be opened. Is it open in Excel or Word, or still in the cloud?",
        ) from error


def _files(paths: Sequence[Path], own: Sequence[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise UserError(f"Không có tệp hay thư mục “{path}”.", f"There is no file or folder “{path}”.")
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in found:
            wanted = not path.is_dir() or file.suffix.lower() in (*_READ, *_SAID, *_PICTURES)
            if file in seen or not wanted or file.is_symlink() or not file.is_file():
                continue
            if any(file.resolve().is_relative_to(folder) for folder in own) or is_left_behind(file.name):
                continue
            seen.add(file)
            yield file
