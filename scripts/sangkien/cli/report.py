"""``sangkien report``: the figures for the monthly meeting, as a page and as a workbook."""

from __future__ import annotations

import sys
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path

import click

from sangkien.build.home import Home
from sangkien.catalogue.public import public_catalogue
from sangkien.catalogue.unit_counts import UnitCount, sound_counts
from sangkien.cli.checking import Check
from sangkien.cli.collector import uncollected
from sangkien.cli.context import default_jobs, language_of, load
from sangkien.diagnostics import Language, Text, UserError
from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.report.monthly import book, page, report_of
from sangkien.report.remembered import by_dates, compare, in_source, named, remember
from sangkien.settings import REPORTS_DIR, Settings
from sangkien.source.configuration import read_words
from sangkien.source.counts import count_rows
from sangkien.source.load import load_counts
from sangkien.source.tree import DiskTree
from sangkien.views.words import Words

_NOTE = Text(
    "Báo cáo có tên người và việc nội bộ: chỉ dùng trong cuộc họp, đừng chép vào trang.",
    "The report has names and inner matters: it is for the meeting, not for the site.",
)

_FORGOTTEN = Text(
    "Báo cáo đã đủ. Riêng thư mục .sangkien không ghi được nên báo cáo lần sau không so được tên với lần này:"
    " hãy xem quyền ghi và chỗ trống trên đĩa.",
    "The report is whole. Only the folder .sangkien can't be written, so the next report can't compare its "
    "names with these: see whether the disk has room and may be written.",
)


@click.command(short_help="Báo cáo cho cuộc họp tháng · report for the monthly meeting")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="So tên với báo cáo ngày ấy trở về trước · compare names with",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Thư mục ghi vào, mặc định {REPORTS_DIR}/ · folder",
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Số tiến trình · how many processes")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ báo cáo · of the report"
)
def report(since: datetime | None, out: Path | None, jobs: int | None, language: str) -> None:
    """Báo cáo tháng: số sáng kiến theo tháng, đơn vị, địa bàn, lĩnh vực, giai đoạn; việc còn thiếu.

    Counts by month, unit, place, sector and phase beside those of content/counts.csv; benefit and by whom it
    is confirmed; names that came or went; what is incomplete or may be double. One HTML file and one xlsx.
    Samples are left out. Nothing of it is published.

    \b
    Ví dụ · examples:
      sangkien report
      sangkien report --since 2026-10-01 --out D:\\bao-cao
    """
    chosen = language_of(language)
    try:
        tree, settings = load()
        words = Words(chosen, read_words(tree, f"{settings.theme_dir}/words/{chosen}.yml"))
        folder = (Path.cwd() / out) if out else Path(settings.root, REPORTS_DIR)
        with uncollected():
            checked = Check(tree, settings, jobs or default_jobs(), notices=True).run()
        faulty = [slug for slug, one in checked.judged.items() if one.faulty]
        public = public_catalogue(checked.catalogue, faulty)
        home, now = Home(Path(settings.root), Path(settings.root, settings.site_dir)), named(public)
        names = compare(
            home.base, now, in_source(checked.catalogue), settings.today, since.date() if since else None
        )
        units = public.vocabularies.names("organisations")
        real = [key for key, entry in units.items() if not entry.sample]
        if names is None and since:
            names = by_dates(public, checked.catalogue, since.date())
        counts = _counts(tree, settings, real)
        made = report_of(public, checked.catalogue, checked.diagnostics, counts, names, words)
        name = f"{REPORTS_DIR}-{settings.today.isoformat()}"
        for (
            place,
            data,
        ) in (  # the workbook first: it is the one that may be open, and then nothing is written
            (folder / f"{name}.xlsx", book(made, words, settings.now)),
            (folder / f"{name}.html", page(made, settings, words).encode()),
        ):
            _write(place, data)
            click.echo(str(place))
        _remember(home, now, settings.today, chosen)
    except UserError as error:
        click.echo(error.text.of(chosen), err=True)
        sys.exit(2)
    click.echo(_NOTE.of(chosen))


def _counts(tree: DiskTree, settings: Settings, units: Collection[str]) -> tuple[UnitCount, ...]:
    document = load_counts(tree, settings)
    rows = count_rows(document.text) if document and not document.faults else None
    return sound_counts(rows or (), units, settings.today)[0]


def _remember(home: Home, now: Collection[str], today: date, language: Language) -> None:
    """Keep who is named for the next report; where that can't be, the report stands all the same."""
    try:
        home.prepare()
        remember(home.base, now, today)
    except OSError:
        click.echo(_FORGOTTEN.of(language), err=True)


def _write(place: Path, data: bytes) -> None:
    """A report of the same day is replaced."""
    if place.exists():
        replace_file(place, data, state_of(place), str(place))
    else:
        new_file(place, data, str(place))
