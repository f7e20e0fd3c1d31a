"""``sangkien init``: a copy of a fair made the start of another."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sangkien.cli.alone import alone
from sangkien.cli.context import language_of, load
from sangkien.diagnostics import Language, Text, UserError
from sangkien.intake.new_fair import Clearing, NewFair, clear, plan_new_fair
from sangkien.intake.palette import HUES
from sangkien.report.characters import visible
from sangkien.settings import PLACEHOLDER_SITE_URL

_GOES = Text("Sẽ xóa hẳn, không lấy lại được:", "This goes for good:")
_WRITES = Text("Sẽ viết lại:", "This is written anew:")
_REAL = Text(
    "Trong đó có {n} sáng kiến thật đang đăng. Nếu đây đúng là bản sao để mở hội thi mới thì chạy lại với"
    " --yes.",
    "Among them are {n} real stories that are published. If this is the copy for a new fair, run with --yes.",
)
_NO_TERMINAL = Text(
    "Không hỏi lại được ở đây. Chắc chắn thì chạy lại với --yes.",
    "Nobody can be asked here. If you are sure, run with --yes.",
)
_ASK = Text("Xóa và viết lại?", "Remove and write anew?")
_LEFT = Text("Chưa xóa gì.", "Nothing was removed.")
_NEEDED = Text(
    "Hãy cho biết tên hội thi và đơn vị tổ chức: --name “…” --organiser “…”.",
    "Give the fair's name and the organiser: --name “…” --organiser “…”.",
)
_DONE = Text(
    "Xong. Việc tiếp theo:\n"
    "1. Điền đơn vị, địa bàn, lĩnh vực vào {content}/vocabulary.\n"
    "2. Đọc lại các trang trong {content}: mỗi trang có lời nhắc ở đầu tệp.\n"
    "3. Ghi mục tiêu, giai đoạn vào {content}/programme.yml.\n"
    "4. Thay biểu trưng {theme}/assets/logo.svg.\n"
    "5. Xem thử: sangkien serve",
    "Done. What comes next:\n"
    "1. Units, places and sectors: {content}/vocabulary.\n"
    "2. The pages in {content}: a comment at the top of each says what it needs.\n"
    "3. Targets and phases: {content}/programme.yml.\n"
    "4. The emblem: {theme}/assets/logo.svg.\n"
    "5. Look at it: sangkien serve",
)
SHOWN = 12


@click.command(short_help="Mở hội thi mới từ bản sao · start another fair in a copy")
@click.option("--name", help="Tên hội thi · the fair's name")
@click.option("--organiser", help="Đơn vị tổ chức · who holds it")
@click.option("--address", help=f"Địa chỉ trang, chưa có thì bỏ trống · default {PLACEHOLDER_SITE_URL}")
@click.option(
    "--hue",
    type=click.IntRange(min(HUES), max(HUES)),
    help="Màu chính: 1 gạch, 2 vàng đất, 3 ô liu, 4 thông, 5 mòng két, 6 biển, 7 mận, 8 hồng · main colour",
)
@click.option("--yes", is_flag=True, help="Không hỏi lại · do not ask")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def init(
    *, name: str | None, organiser: str | None, address: str | None, hue: int | None, yes: bool, language: str
) -> None:
    """Dọn một BẢN SAO của hội thi để mở hội thi mới: xóa bài, người, sự kiện, viết lại các trang.

    Clear a COPY of a fair for another one: stories, people, events, announcements, counts and records go;
    pages are written anew and mkdocs.yml gets the new values. Solutions, benefits, awards, kinds of event
    stay.

    \b
    Ví dụ · examples:
      sangkien init
      sangkien init --name "Hội thi Thử 2027" --organiser "Công đoàn Thử" --hue 5 --yes
    """
    chosen = language_of(language)
    asks = at_terminal() and not yes
    try:
        tree, settings = load()
        fair = _fair(name, organiser, address, hue, asks)
        if fair is None:
            click.echo(_NEEDED.of(chosen), err=True)
            sys.exit(2)
        plan = plan_new_fair(tree, settings, fair)
        if not yes and not _agreed(plan, asks, chosen):
            sys.exit(2)
        with alone(settings, chosen):  # nobody was kept waiting for the answer: what goes is looked for anew
            clear(Path(settings.root), plan_new_fair(tree, settings, fair))
    except UserError as error:
        click.echo(error.text.of(chosen), err=True)
        sys.exit(2)
    click.echo(_DONE.format(content=settings.content_dir, theme=settings.theme_dir).of(chosen))


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def _fair(
    name: str | None, organiser: str | None, address: str | None, hue: int | None, asks: bool
) -> NewFair | None:
    """What was given, the rest asked for at a terminal; None where something needed is missing."""
    if asks:
        name = name or click.prompt("Tên hội thi · name")
        organiser = organiser or click.prompt("Đơn vị tổ chức · organiser")
        address = address or click.prompt("Địa chỉ trang · address", default=PLACEHOLDER_SITE_URL)
        hue = hue or click.prompt("Màu chính (1–8) · hue", type=click.IntRange(1, 8), default=1)
    if not name or not organiser:
        return None
    return NewFair(name.strip(), organiser.strip(), address or PLACEHOLDER_SITE_URL, hue)


def _agreed(plan: Clearing, asks: bool, language: Language) -> bool:
    """Show what goes, and ask; real stories need --yes, for they may be the only copy."""
    for head, paths in ((_GOES, plan.removed), (_WRITES, tuple(plan.written))):
        click.echo(head.of(language))
        more = [f"  … {len(paths) - SHOWN}"] if len(paths) > SHOWN else []
        click.echo("\n".join([*(f"  {visible(path)}" for path in paths[:SHOWN]), *more]))
    if plan.real:
        click.echo(_REAL.format(n=plan.real).of(language), err=True)
        return False
    if not asks:
        click.echo(_NO_TERMINAL.of(language), err=True)
        return False
    if click.confirm(_ASK.of(language)):
        return True
    click.echo(_LEFT.of(language), err=True)
    return False
