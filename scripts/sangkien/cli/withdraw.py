"""``sangkien withdraw``: a story or a person out of everything, in one step."""

from __future__ import annotations

import sys
import time
from contextlib import nullcontext
from datetime import datetime

import click

from sangkien.cli.alone import alone
from sangkien.cli.context import language_of, load
from sangkien.diagnostics import Language, Text, UserError
from sangkien.intake.subject import LostStory, StorySubject
from sangkien.intake.withdraw import Plan, carry_out, plan_withdrawal
from sangkien.report.characters import visible
from sangkien.source.withdrawals import NAME as RECORD

_DONE = Text("Đã ghi việc gỡ “{name}” vào:", "The withdrawal of “{name}” is written into:")
_WOULD = Text("Sẽ ghi việc gỡ “{name}” vào:", "The withdrawal of “{name}” would be written into:")
_AGAIN = Text("Việc gỡ “{name}” đã ghi đủ từ trước.", "The withdrawal of “{name}” was written before.")
_LEFT = Text("Chưa ghi được vào những tệp này:", "Not written into these files:")
_MENTIONS = Text(
    "Những chỗ này còn nhắc tới, máy không tự sửa. Bài nào còn nêu tên tác giả thì cả bài vắng mặt cho đến"
    " khi sửa xong:",
    "These places still name it, and no command mends them. A story that names its author stays out until it"
    " is mended:",
)
_LINKS = Text(
    "Những chỗ này còn dẫn tới bài, máy không tự sửa:",
    "These places still lead to the story, and no command mends them:",
)
_FOLDER = Text("tên thư mục", "the folder's name")
_PHOTOS = Text(
    "Hãy tự xem lại các ảnh này, máy không nhận ra khuôn mặt. Ảnh có người ấy thì xóa khỏi thư mục và khỏi"
    " mục photos:",
    "Look at these pictures, for no command knows a face. Delete those that show the person, and their rows"
    " under photos:",
)
_COPIES = Text(
    "Những bản này không tự đổi theo. Hãy xóa hoặc làm lại, và nhớ những bản đã gửi đi, đã in, đã đăng nơi"
    " khác:",
    "These copies don't follow by themselves. Delete or make them again; think of what was sent, printed or"
    " posted elsewhere too:",
)
_NO_COPIES = Text(
    "Nhớ gỡ cả những bản đã gửi đi, đã in, đã đăng nơi khác, và các bản phát hành cũ trên máy chủ.",
    "Think of copies that were sent, printed or posted elsewhere, and of earlier releases on the host.",
)
_NEXT = Text(
    "Chưa dựng lại trang: chạy “sangkien build”.", "The site is not built again yet: run “sangkien build”."
)
SHOWN = 100
"""Rows of a list that are printed."""


@click.command(short_help="Gỡ một bài hoặc một người · take a story or a person out")
@click.argument("what", metavar="SLUG|PERSON")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Ngày rút lại, mặc định hôm nay · the day"
)
@click.option("--dry-run", is_flag=True, help="Chỉ cho xem, không ghi gì · show, write nothing")
@click.option("--no-build", is_flag=True, help="Không dựng lại trang · do not build the site")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def withdraw(what: str, day: datetime | None, dry_run: bool, no_build: bool, language: str) -> None:
    """Gỡ một bài, hoặc gỡ tên một người khỏi mọi nơi, rồi dựng lại trang. Không hỏi lý do.

    Take a story out, or a person out of everything, then build. SLUG is a folder of initiatives/; PERSON an
    id, an exact name, or the page's address; a story whose folder was deleted, as long as it is in the
    ledger. No reason is asked. Running it again finishes what was stopped.
    Exit code: 0 done, 1 something is left to mend by hand, 2 could not run.

    \b
    Ví dụ · examples:
      sangkien withdraw xe-day-hang-co-phanh-chan
      sangkien withdraw "Nguyễn Văn Mẫu" --dry-run
      sangkien withdraw tac-gia/nguyen-van-mau --date 2026-11-20
    """
    moment, start = time.time(), time.perf_counter()
    chosen = language_of(language)
    try:
        tree, settings = load(moment=moment)
        with nullcontext() if dry_run else alone(settings, chosen):
            plan = plan_withdrawal(tree, settings, what, day.date() if day else settings.today)
            if not dry_run:
                plan = carry_out(plan, tree, settings)
    except UserError as error:
        click.echo(error.text.of(chosen), err=True)
        sys.exit(2)
    click.echo("\n".join(_told(plan, dry_run, chosen)))
    code = 1 if plan.mentions or plan.left else 0
    if not (dry_run or no_build):
        code = max(code, _build(language, start))
    elif not dry_run:
        click.echo(_NEXT.of(chosen))
    sys.exit(code)


def _build(language: str, start: float) -> int:
    from sangkien.cli.building import run_build  # noqa: PLC0415  # heavy: only where a build follows

    return run_build(
        clean=False,
        jobs=None,
        site_dir=None,
        keep_going=False,
        language=language,
        options="None|False",
        start=start,
        moment=time.time(),  # after what was just written
        taken=None,
    )


def _told(plan: Plan, dry_run: bool, language: Language) -> list[str]:
    subject, written = plan.subject, plan.files
    if isinstance(subject, LostStory):
        name, written = subject.slug, (RECORD,)
    else:
        name = subject.document.slug if isinstance(subject, StorySubject) else subject.name
    head = (_WOULD if dry_run else _DONE) if written else _AGAIN
    lines = [head.of(language).format(name=visible(name)), *_rows(written)]
    if plan.left:
        lines += [_LEFT.of(language), *_rows([error.text.of(language) for error in plan.left])]
    if plan.mentions:
        places = [
            f"{one.file}:{one.line}" if one.line else f"{one.file} ({_FOLDER.of(language)})"
            for one in plan.mentions
        ]
        head = _LINKS if isinstance(plan.subject, StorySubject) else _MENTIONS
        lines += [head.of(language), *_rows(places)]
    if plan.photos:
        lines += [_PHOTOS.of(language), *_rows(plan.photos)]
    lines += [_COPIES.of(language), *_rows(plan.copies)] if plan.copies else [_NO_COPIES.of(language)]
    return lines


def _rows(found: list[str] | tuple[str, ...]) -> list[str]:
    rows = [f"  {visible(row)}" for row in found[:SHOWN]]
    return [*rows, f"  … {len(found) - SHOWN}"] if len(found) > SHOWN else rows
