"""Initiatives of an earlier import whose row is no longer in its sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sangkien.diagnostics import Text
from sangkien.intake.columns import Table
from sangkien.intake.entry import Rejected
from sangkien.intake.origins import Known, hashed
from sangkien.source.document import Document


class Absent(NamedTuple):
    """One of them: its sheet, as people say it, its slug and title."""

    sheet: Text
    slug: str
    title: str


def absent(
    tables: Iterable[Table],
    known: Collection[Known],
    matched: Collection[str],
    rejected: Iterable[Rejected],
    standing: Mapping[str, Document],
) -> Iterator[Absent]:
    """Those that stand, aren't withdrawn, and that no row of these tables is, not even a rejected one.

    ``matched``: slugs of the initiatives that rows were found to be. A sheet with none of its earlier rows is
    another one of that name: units all send in the same form.
    """
    refused = {
        (id(one.source.table), number) for one in rejected if one.source for number, _ in one.source.rows
    }
    for table in tables:
        sheet = table.sheet
        where = (hashed(sheet.file), hashed(sheet.name), hashed(sheet.folder))
        before = [one for one in known if (*one.place[:2], one.folder) == where]
        if not any(one.slug in matched for one in before):
            continue
        for one in before:
            document = standing.get(one.slug)
            if document and one.slug not in matched and (id(table), one.place[2]) not in refused:
                data = document.data if isinstance(document.data, dict) else {}
                if data.get("status") != "withdrawn":
                    yield Absent(_place(sheet.file, sheet.name), one.slug, str(data.get("title") or ""))


def said_absent(missing: Iterable[Absent]) -> Iterator[Text]:
    """Which they are, sheet by sheet, and what can be done about them."""
    sheets: dict[Text, list[Absent]] = {}
    for one in missing:
        sheets.setdefault(one.sheet, []).append(one)
    for sheet, rows in sheets.items():
        yield Text(
            f"Lần trước nhập từ {sheet.vi}, nay không còn dòng trong đó: {len(rows)} bài. "
            "Bài vẫn giữ nguyên; muốn rút bài nào thì chạy: sangkien withdraw TÊN-THƯ-MỤC",
            f"Imported earlier from {sheet.en}, with no row there now: {len(rows)}. "
            "They are left as they are; to take one out: sangkien withdraw FOLDER",
        )
        for one in rows:
            yield Text(f"  - {one.slug}: {one.title}", f"  - {one.slug}: {one.title}")


def _place(file: str, sheet: str) -> Text:
    return Text(f"{file}, trang tính “{sheet}”", f"{file}, sheet “{sheet}”") if sheet else Text(file, file)
