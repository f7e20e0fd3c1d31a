"""The heavy half of ``sangkien build``: everything that an unchanged fair never imports."""

from __future__ import annotations

import sys
import time
from dataclasses import asdict
from pathlib import Path

import click

from sangkien.build.request import Outcome, Request
from sangkien.build.site import build_site
from sangkien.build.snapshot import Taken
from sangkien.cli.alone import alone
from sangkien.cli.collector import uncollected
from sangkien.cli.context import default_jobs, language_of, load
from sangkien.cli.progress import shown
from sangkien.cli.summary import summary_line
from sangkien.diagnostics import Severity, Text, UserError
from sangkien.settings import Settings
from sangkien.source.ledger import ledger_path
from sangkien.text.formats import number

SHOWN = 50
"""Errors printed by a build; ``check`` prints all."""


def run_build(  # noqa: PLR0913  # one keyword for each option of the command
    *,
    clean: bool,
    jobs: int | None,
    site_dir: Path | None,
    keep_going: bool,
    language: str,
    options: str,
    start: float,
    moment: float,
    taken: Taken | None,
    record: bool = False,
) -> int:
    """Build, print, and give the exit code: 0 whole, 1 errors found.

    ``start``: of the stopwatch. ``moment``: of the run, before ``taken`` was.
    """
    _, settings = load(moment=moment)
    site = (
        (Path.cwd() / site_dir).resolve() if site_dir else (Path(settings.root) / settings.site_dir).resolve()
    )
    jobs = jobs or default_jobs()
    request = Request(settings, site, jobs, clean, keep_going, options, taken=taken, record=record)
    with uncollected(), shown(language) as progress:
        outcome = build_site(request, progress)
    code = conclude(outcome, language, site, time.perf_counter() - start)
    return max(code, _recorded(outcome, settings, language)) if record else code


def _recorded(outcome: Outcome, settings: Settings, language: str) -> int:
    """Put what the site shows into the ledger: 0, or 1 where it could not be."""
    from sangkien.intake.ledger import record_published  # noqa: PLC0415  # only where it is asked for

    spoken = language_of(language)
    if outcome.errors or outcome.shown is None:
        click.echo(_NOT_RECORDED.of(spoken), err=True)
        return 1
    try:
        with alone(settings, spoken):
            root = Path(settings.root)
            written = record_published(root, settings, outcome.shown.addresses, outcome.shown.unnamed)
    except UserError as error:
        click.echo(error.text.of(spoken), err=True)
        return 1
    counted = {"new": number(written.new, spoken), "all": number(written.all, spoken)}
    click.echo(_RECORDED.format(file=ledger_path(settings), **counted).of(spoken))
    return 0


_RECORDED = Text(
    "Sổ {file}: thêm {new} địa chỉ, nay có {all}.", "The ledger {file}: {new} addresses came, {all} in all."
)
_NOT_RECORDED = Text(
    "Chưa ghi địa chỉ nào vào sổ vì còn lỗi.", "No address was put into the ledger, for there are errors."
)


def conclude(outcome: Outcome, language: str, site: Path, seconds: float) -> int:
    """Print what was found and done."""
    errors = [item for item in outcome.diagnostics if item.severity is Severity.ERROR]
    if errors:
        from sangkien.report import text  # noqa: PLC0415  # only a build with errors prints them

        sys.stderr.write(text.render(errors[:SHOWN], language_of(language)) + "\n")
        if len(errors) > SHOWN:
            more = len(errors) - SHOWN
            vi, en = (
                f"… và {more} lỗi nữa: chạy “sangkien check”.",
                f"… and {more} more: run “sangkien check”.",
            )
            sys.stderr.write((en if language == "en" else vi) + "\n")
    if outcome.taken_out:
        count = len(outcome.taken_out)
        vi = (
            f"Đã gỡ ngay {count} trang vì sự đồng ý đã rút lại hoặc trang không còn được công khai, "
            "dù còn lỗi khác."
        )
        en = (
            f"{count} pages were taken out at once, for consent or publication was withdrawn, "
            "in spite of other errors."
        )
        sys.stderr.write((en if language == "en" else vi) + "\n")
    if outcome.summary is None:
        vi = "Chưa dựng: hãy sửa các lỗi trên. Trang cũ vẫn còn nguyên. (--keep-going: đăng phần đúng.)"
        en = (
            "Not built: mend the errors above. The old site is untouched. "
            "(--keep-going publishes what is valid.)"
        )
        sys.stderr.write((en if language == "en" else vi) + "\n")
        return 1
    click.echo(summary_line(asdict(outcome.summary), seconds, language, site))
    return 1 if errors else 0
