"""``sangkien import``: sheets, Word reports and photos become drafts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from sangkien.cli.alone import alone
from sangkien.cli.context import language_of, load
from sangkien.diagnostics import Language, Text, UserError
from sangkien.intake.apply_plan import apply_plan
from sangkien.intake.entry import Entry
from sangkien.intake.gather import Gathered, gather
from sangkien.intake.origins import Origins, read_origins
from sangkien.intake.photo_journal import undo
from sangkien.intake.photo_work import pair_photos, plan_photos, said_photos, would_be_said
from sangkien.intake.plan import Plan, make_plan
from sangkien.intake.rejected import FILE, rejected_workbook, write_free
from sangkien.intake.remembered import mapping_path, read_mapping, remember
from sangkien.intake.said import said_missing, said_plan, said_table
from sangkien.model.vocabulary import Vocabularies
from sangkien.settings import REPORTS_DIR, Settings
from sangkien.source.load import load_vocabularies
from sangkien.source.tree import DiskTree

_GUESSED = Text(
    "Có cột được đoán. Xem lại ở trên: đúng thì chạy lại với --yes; sai thì ghi vào {file} hoặc sửa tên cột.",
    "Some columns are guessed. If they are right, run again with --yes; if not, see "
    "{file} or mend the heads.",
)
_ASK = Text("Các cột đoán như trên có đúng không?", "Are the guessed columns right?")
_DRY = Text("Chạy thử: chưa ghi gì.", "A dry run: nothing was written.")
_NEXT = Text(
    "Việc tiếp theo: sangkien check --notices; hỏi từng tác giả rồi ghi ngày đồng ý; đổi status khi đăng.",
    "Next: sangkien check --notices; ask each author and write the day of consent; publish by status.",
)
_REJECTED = Text(
    "Những gì không nhập được, kèm lý do, nằm trong {file}. Sửa ngay trong đó, lưu lại rồi chạy: "
    "sangkien import {file}. Sửa ở tệp gốc rồi nhập lại tệp gốc cũng được.",
    "What was not imported is in {file}, with the reason. Mend it there, save, then: sangkien import {file}. "
    "To mend the files it names, and import these again, is as good.",
)
_NOT_READ = Text(
    "Những gì không đọc được, kèm lý do, nằm trong {file}. Sửa các tệp kê ở đó rồi nhập lại.",
    "What could not be read is in {file}, with the reason. Mend the files it names and import them again.",
)
_PASSED = Text(
    "{file}: danh sách dòng lỗi của lần nhập trước, không nhập theo thư mục. Đã sửa trong đó thì chạy: "
    'sangkien import "{file}".',
    "{file}: rejected rows of an earlier import, passed over in a folder. If you have mended them: sangkien "
    'import "{file}".',
)
_NOTHING = Text("Không có gì để nhập ở đó.", "There is nothing to import there.")


@click.command(name="import", short_help="Nhập từ Excel, Word · import sheets and reports")
@click.argument("paths", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ thay đổi gì · show the difference, write nothing")
@click.option("--yes", is_flag=True, help="Các cột đoán là đúng · take the guessed columns as right")
@click.option(
    "--mapping",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Tệp tên cột riêng, thay cho content/intake.yml · names of columns from another file",
)
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def import_(
    *, paths: tuple[Path, ...], dry_run: bool, yes: bool, mapping: Path | None, language: str
) -> None:
    """Nhập bảng (xlsx, xls, ods, csv), báo cáo Word (docx) thành bản nháp. Không ghi đè chỗ đã có người sửa.

    Import sheets and Word reports as drafts. What a person edited stays; consent is never imported.
    Exit code: 0 all imported, 1 something was left out, 2 could not run.

    \b
    Ví dụ · examples:
      sangkien import "Bao cao thang 5.xlsx" --dry-run
      sangkien import "D:\\Sang kien\\Thang 5"
      sangkien import dong-bi-loi.xlsx
    """
    wanted = language_of(language)
    try:
        sys.exit(_imported(paths, dry_run, yes, mapping, wanted))
    except UserError as error:
        click.echo(error.text.of(wanted), err=True)
        sys.exit(2)


def _imported(
    paths: Sequence[Path], dry_run: bool, yes: bool, mapping: Path | None, language: Language
) -> int:
    tree, settings = load()
    _, vocabularies = load_vocabularies(tree, settings)
    place = mapping or mapping_path(settings)
    known = read_mapping(place)
    found = gather(paths, vocabularies, known, _own(settings))
    _show(found, language)
    if not (found.entries or found.photos or found.pairings):
        if not found.unread:
            click.echo(_NOTHING.of(language))
        return 1 if found.unread else 0
    guessed = [column for table in found.tables for column in table.guessed]
    asked = bool(guessed) and not yes
    with ExitStack() as held:
        if not (dry_run or asked):
            held.enter_context(alone(settings, language))
        plan = _planned(found, tree, settings)
        _show_plan(found, plan, vocabularies, settings, language)
        if dry_run:
            would = plan_photos(found, plan, tree, settings)
            _say((*would_be_said(would), _DRY), language)
            unclear = bool(would.unknown)
        elif asked and not _confirmed(place, language):
            return 1
        else:
            if asked:  # nobody was kept waiting for the answer, so much may have changed
                held.enter_context(alone(settings, language))
                plan = _planned(found, tree, settings)
            if found.pairings:  # one that can't be read stops it before anything is written
                plan_photos(found, plan, tree, settings)
            undo(tree, settings)
            apply_plan(plan, settings)
            if mapping is None:
                remember(place, guessed, read_mapping(place))
            photos = pair_photos(plan_photos(found, plan, tree, settings), settings)
            _say(said_photos(photos), language)
            _close(plan, found, settings, language)
            unclear = bool(photos.unknown)
    return 1 if plan.rejected or found.unread or unclear else 0


def _planned(found: Gathered, tree: DiskTree, settings: Settings) -> Plan:
    return make_plan(found.entries, tree, settings, Origins(read_origins(settings.root)), found.whole)


def _show_plan(
    found: Gathered, plan: Plan, vocabularies: Vocabularies, settings: Settings, language: Language
) -> None:
    if found.entries:
        click.echo(said_plan(plan, language))
    entries = [one for one in found.entries if isinstance(one, Entry)]
    if missing := said_missing(entries, vocabularies, settings.content_dir, language):
        click.echo(missing)


def _say(texts: Iterable[Text], language: Language) -> None:
    for text in texts:
        click.echo(text.of(language))


def _own(settings: Settings) -> list[Path]:
    """Folders of the fair in which nothing that was sent in lies."""
    names = (settings.initiatives_dir, settings.content_dir, settings.site_dir, settings.theme_dir)
    return [
        Path(settings.root, name).resolve() for name in (*names, REPORTS_DIR, ".sangkien", ".venv", ".git")
    ]


def _show(found: Gathered, language: Language) -> None:
    for table in found.tables:
        click.echo(said_table(table, language))
    for one in found.unread:
        click.echo(one.reason.of(language), err=True)
    for place in found.passed:
        click.echo(_PASSED.format(file=place).of(language), err=True)


def _confirmed(place: Path, language: Language) -> bool:
    """Ask where somebody can answer; else say how to go on."""
    if sys.stdin.isatty():
        return click.confirm(_ASK.of(language))
    click.echo(_GUESSED.format(file=place.name).of(language), err=True)
    return False


def _close(plan: Plan, found: Gathered, settings: Settings, language: Language) -> None:
    if rejected := (*plan.rejected, *found.unread):
        made = write_free(Path(settings.root), FILE, rejected_workbook(rejected, language))
        said = _REJECTED if any(one.source for one in rejected) else _NOT_READ
        click.echo(said.format(file=made.name).of(language))
    if plan.new:
        click.echo(_NEXT.of(language))
