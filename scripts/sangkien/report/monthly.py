"""The report for the monthly meeting: one HTML file that is whole in itself, and the same as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.unit_counts import UnitCount
from sangkien.diagnostics import Diagnostic, Text
from sangkien.report import figures
from sangkien.report.consent_forms import environment
from sangkien.report.figures import Sums, Table
from sangkien.report.remembered import Names
from sangkien.report.workbook import Cell, Sheet, workbook
from sangkien.settings import Settings
from sangkien.views.charts import columns
from sangkien.views.programme import programme_charts
from sangkien.views.words import Words

MOST = 300
"""Rows of a table on the page; the workbook has all."""
_WORDS = {
    "title": Text("Báo cáo sáng kiến", "Report on initiatives"),
    "on": Text("Số liệu ngày", "As of"),
    "samples": Text("Không tính bài mẫu.", "Samples are left out."),
    "names": Text(
        "Tên đã đăng, đã gỡ từ lần báo cáo trước", "Names published or taken out since the last report"
    ),
    "first": Text(
        "Chưa có lần báo cáo nào trước đây để so; lần sau sẽ có.",
        "There is no earlier report to compare with; next time there is.",
    ),
    "since": Text("So với ngày", "Compared with"),
    "came": Text("Mới được nêu tên", "Named since"),
    "went": Text("Không còn được nêu tên", "No longer named"),
    "lost": Text("Không còn tên trong nguồn:", "Without a name in the source:"),
    "nobody": Text("Không có ai.", "Nobody."),
    "nothing": Text("Không có gì.", "Nothing."),
    "more": Text("Còn nữa, xem trong bảng Excel:", "There are more, see the workbook:"),
}
_SUMS = (
    Text("Sáng kiến đang giới thiệu", "Initiatives shown"),
    Text("Tác giả và tập thể", "Authors and groups"),
    Text("Đơn vị", "Units"),
    Text("Bản nháp", "Drafts"),
    Text("Hiệu quả mỗi năm, đã xác nhận", "Benefit a year, confirmed"),
    Text("Hiệu quả mỗi năm, chưa xác nhận", "Benefit a year, not confirmed"),
)
"""What the fields of ``Sums`` are called, in turn."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that is told. ``charts``: as ``views.charts`` makes them."""

    sums: Sums
    charts: tuple[dict[str, Any], ...]
    tables: tuple[Table, ...]
    names: Names | None


def report_of(
    public: Catalogue,
    everything: Catalogue,
    found: Sequence[Diagnostic],
    counts: Sequence[UnitCount],
    names: Names | None,
    words: Words,
) -> Report:
    """Gather it. ``found``: of a check with notices; ``counts``: the sound rows of ``counts.csv``."""
    language = words.language
    samples = _samples(everything)
    tables = [
        figures.by_phase(public, language),
        figures.by_month(public, counts, language),
        figures.by_unit(public, counts, language),
        figures.by_group(public, "places", language),
        figures.by_group(public, "sectors", language),
        figures.by_confirmation(public, language),
        figures.duplicates(found, samples, language),
        figures.incomplete(found, samples, language),
    ]
    return Report(
        figures.sums(public, everything),
        tuple(_charts(public, words)),
        tuple(table for table in tables if table is not None),
        names,
    )


def _charts(public: Catalogue, words: Words) -> Iterable[dict[str, Any]]:
    """Phases, months of registration, reported counts; and growth by the day of publication."""
    days = [story.head.counted_on for story in figures.real_stories(public)]
    if public.programme:
        yield from filter(None, programme_charts(public.programme, days, words).values())
    else:
        yield from filter(None, [columns([day for day in days if day], words)])
    growth = columns(figures.published_days(public), words)
    if growth:
        title = Text("Đăng lên trang từng tháng", "Published month by month").of(words.language)
        yield growth | {"title": title}


def _samples(everything: Catalogue) -> Callable[[str], bool]:
    """Whether a file is a sample's: of a story, a person or an event."""
    files = {story.file for story in everything.stories.values() if story.head.sample}
    files |= {profile.file for profile in everything.people.values() if profile.person.sample}
    files |= {one.file for one in everything.events.values() if one.event.sample}
    return files.__contains__


def page(report: Report, settings: Settings, words: Words) -> str:
    """The HTML file; everything in it is escaped. Its charts are drawn by the theme's own template."""
    texts = {key: text.of(words.language) for key, text in _WORDS.items()}
    return (
        environment(Path(settings.root, settings.theme_dir))
        .get_template("monthly.html")
        .render(
            language=words.language,
            t=texts,
            site=settings.site_name,
            organiser=settings.organiser,
            day=words.date(settings.today),
            sums=_sums(report.sums, words),
            charts=report.charts,
            names=report.names,
            since=words.date(report.names.since) if report.names else "",
            tables=[_shown(table, words) for table in report.tables],
        )
    )


def book(report: Report, words: Words, made: datetime) -> bytes:
    """The workbook: a sheet for the sums, one for each table, one for the names."""
    language = words.language
    names = [Text("Việc", "What").of(language), Text("Số", "Number").of(language)]
    sums: list[tuple[Cell, ...]] = [
        (text.of(language), value) for text, value in zip(_SUMS, report.sums, strict=True)
    ]
    sheets = [Sheet(_WORDS["title"].of(language), tuple(names), sums)]
    if report.names:
        rows: list[tuple[Cell, ...]] = [(name, _WORDS["came"].of(language)) for name in report.names.came]
        rows += [(name, _WORDS["went"].of(language)) for name in report.names.went]
        head = (Text("Tên", "Name").of(language), Text("Thay đổi", "Change").of(language))
        sheets.append(Sheet(Text("Tên", "Names").of(language), head, rows))
    sheets += [Sheet(table.title, table.head, table.rows) for table in report.tables]
    return workbook(sheets, made)


def _sums(found: Sums, words: Words) -> list[tuple[str, str]]:
    labels = [text.of(words.language) for text in _SUMS]
    values = [words.number(value) for value in found[:4]] + [words.money(value) for value in found[4:]]
    return list(zip(labels, values, strict=True))


def _shown(table: Table, words: Words) -> dict[str, Any]:
    rows = [
        [_cell(cell, column in table.money, words) for column, cell in enumerate(row)]
        for row in table.rows[:MOST]
    ]
    return {
        "key": table.key,
        "title": table.title,
        "note": table.note,
        "head": [
            {"text": name, "number": any(isinstance(row[column], int) for row in table.rows)}
            for column, name in enumerate(table.head)
        ],
        "rows": rows,
        "more": words.number(len(table.rows) - MOST) if len(table.rows) > MOST else "",
    }


def _cell(cell: Cell, money: bool, words: Words) -> dict[str, Any]:
    if isinstance(cell, date):
        return {"text": words.date(cell), "number": False}
    if isinstance(cell, int):
        return {"text": words.money(cell) if money else words.number(cell), "number": True}
    return {"text": cell or "", "number": False}
