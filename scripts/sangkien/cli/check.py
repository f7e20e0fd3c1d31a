"""``sangkien check``: everything that is wrong, at once, and how to mend it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import click

from sangkien.cli.alone import alone
from sangkien.cli.checking import Check
from sangkien.cli.chosen import chosen
from sangkien.cli.collector import uncollected
from sangkien.cli.context import default_jobs, language_of, load
from sangkien.cli.explain import explained, show
from sangkien.diagnostics import Diagnostic, Language, Severity, Text, UserError
from sangkien.intake.fixes import FixReport
from sangkien.intake.stored import Stored, stored
from sangkien.report import as_json, github, sarif, text
from sangkien.report.characters import visible
from sangkien.report.words import counted
from sangkien.source.tree import DiskTree

_LEFT = Text(
    "Không tự sửa {file}: {reason}. Hãy sửa tay.", "{file} was not mended: {reason}. Mend it by hand."
)


@click.command(short_help="Kiểm tra mọi tệp · check every file")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="Dạng kết quả · form of the report",
)
@click.option("--strict", is_flag=True, help="Có cảnh báo cũng là chưa đạt · warnings fail too")
@click.option("--notices", is_flag=True, help="Hiện cả lưu ý · show notices too")
@click.option("--fix", is_flag=True, help="Tự sửa những chỗ chắc chắn · mend what is certain")
@click.option("--explain", metavar="CODE", help="Giải thích một quy tắc · explain a rule")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Số tiến trình · how many processes")
def check(  # noqa: PLR0913  # one parameter for each option of the command
    *,
    paths: tuple[str, ...],
    form: str,
    strict: bool,
    notices: bool,
    fix: bool,
    explain: str | None,
    language: str,
    jobs: int | None,
) -> None:
    """Kiểm tra sáng kiến, danh mục, trang và ảnh; mỗi chỗ sai kèm cách sửa.

    Check initiatives, vocabularies, pages and photos. PATH limits what is shown, not what is checked.
    Exit code: 0 no error (--strict: no warning either), 1 findings, 2 could not run.

    \b
    Ví dụ · examples:
      sangkien check
      sangkien check initiatives/xe-day-hang --notices
      sangkien check --fix
      sangkien check --explain FLD002
      sangkien check --strict --format sarif > sangkien.sarif
    """
    wanted = language_of(language)
    try:
        if explain is not None:
            show(explained(explain, wanted))
            return
        found, root = _found(paths, notices, fix, jobs or default_jobs(), wanted)
    except UserError as error:
        click.echo(error.text.of(wanted), err=True)
        sys.exit(2)
    report = _report(found, form, wanted, DiskTree(root))
    if report:
        click.echo(report)
    least = Severity.WARNING if strict else Severity.ERROR
    sys.exit(1 if any(item.severity >= least for item in found) else 0)


def _found(
    paths: Sequence[str], notices: bool, fix: bool, jobs: int, language: Language
) -> tuple[list[Diagnostic], str]:
    """What is to be shown, and the fair's root; with ``fix`` after mending."""
    tree, settings = load()
    wanted = chosen(paths, Path.cwd().resolve(), settings)
    session = Check(tree, settings, jobs, notices)
    with uncollected():
        if not fix:
            return session.shown(session.run(), wanted), settings.root
        with alone(settings, language):
            found, report = session.mend(wanted)
    _say_mended(report, language)
    return found, settings.root


def _say_mended(report: FixReport, language: Language) -> None:
    """On standard error: standard output may be JSON."""
    places = counted(report.count, Text("chỗ", "place").of(language), language)
    files = counted(len(report.mended), Text("tệp", "file").of(language), language)
    if report.count:
        click.echo(
            Text(f"Đã sửa {places} trong {files}.", f"Mended {places} in {files}.").of(language), err=True
        )
    for left in report.left:
        line = Text(
            _LEFT.vi.format(file=visible(left.file), reason=left.reason.vi),
            _LEFT.en.format(file=visible(left.file), reason=left.reason.en),
        )
        click.echo(line.of(language), err=True)


def _report(found: Sequence[Diagnostic], form: str, language: Language, tree: DiskTree) -> str:
    read = cache(lambda path: _stored(tree, path))
    if form == "json":
        return as_json.render(found, language)
    if form == "github":
        return github.render(found, language)
    if form == "sarif":
        return sarif.render(found, language, read)
    return text.render(found, language, _decoded(read), _wants_colour())


def _stored(tree: DiskTree, path: str) -> Stored | None:
    try:
        return stored(tree.read(path)) if path else None
    except (OSError, ValueError):
        return None


def _decoded(read: Callable[[str], Stored | None]) -> Callable[[str], str | None]:
    def decoded(path: str) -> str | None:
        text = read(path)
        return text.decoded if text else None

    return decoded


def _wants_colour() -> bool:
    """On a terminal, unless NO_COLOR (no-color.org) is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
