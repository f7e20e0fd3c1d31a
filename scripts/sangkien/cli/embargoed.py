"""``sangkien embargoed``: what waits for its day, and when the next build is due."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import click

from sangkien.catalogue.records import instant
from sangkien.check.fair import Checked
from sangkien.cli.context import default_jobs, language_of, load, moment_of
from sangkien.cli.looking import look
from sangkien.diagnostics import Text
from sangkien.model.event import Event
from sangkien.model.initiative import Initiative
from sangkien.text.formats import instant_text

_NEXT = Text("Lần dựng tới cần vào: {moment}", "The next build is due: {moment}")
_NEVER = Text("Không có gì chờ đến giờ.", "Nothing waits for an hour.")
_DUE = Text("Đã đến giờ: cần dựng lại.", "An hour has come: build again.")
_NOT_DUE = Text("Chưa đến giờ nào mới.", "No hour has come since.")


@click.command(short_help="Bài chờ ngày đăng · what waits for its day")
@click.option(
    "--since",
    metavar="MOMENT",
    help="Từ lúc ấy đã đến giờ nào chưa: có thì mã kết thúc là 1 · exit code 1 where an hour came since",
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Số tiến trình · how many processes")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def embargoed(since: str | None, jobs: int | None, language: str) -> None:
    """Liệt kê bài và sự kiện chờ ngày đăng, và giờ cần dựng lại: trang chỉ đổi khi có lần dựng.

    List what waits for its day, and the moment of the next build: a site changes only when it is built.

    \b
    Ví dụ · examples:
      sangkien embargoed
      sangkien embargoed --since 2026-12-01T08:00:00Z
    """
    spoken = language_of(language)
    _, settings = load(moment=time.time())
    workers = jobs or default_jobs()
    if since is not None:
        before = look(replace(settings, now=min(moment_of(since, "--since"), settings.now)), workers)[
            0
        ].checked
        due = before.next_change()
        come = due is not None and due <= settings.now
        click.echo((_DUE if come else _NOT_DUE).of(spoken))
        sys.exit(1 if come else 0)
    checked = look(settings, workers)[0].checked
    for moment, what in sorted(waiting(checked)):
        click.echo(f"{instant_text(moment.astimezone(settings.zone), spoken)}  {what}")
    due = checked.next_change()
    if due is None:
        click.echo(_NEVER.of(spoken))
    else:
        click.echo(_NEXT.format(moment=instant_text(due.astimezone(settings.zone), spoken)).of(spoken))


def waiting(checked: Checked) -> Iterator[tuple[datetime, str]]:
    """The hour and the file of every story and event that is published at an hour to come."""
    settings = checked.catalogue.settings
    records: list[tuple[str, Initiative | Event]] = [
        *((story.file, story.initiative) for story in checked.catalogue.stories.values()),
        *((event.file, event.event) for event in checked.catalogue.events.values()),
    ]
    for file, record in records:
        if record.status == "published" and record.published is not None:
            moment = instant(record.published, settings)
            if moment > settings.now:
                yield moment, file
