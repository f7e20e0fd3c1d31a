"""``sangkien preview``: one story for one press partner, before its hour, as a folder or a zip."""

from __future__ import annotations

from pathlib import Path

import click

from sangkien.cli.collector import uncollected
from sangkien.cli.context import default_jobs, language_of, load, moment_of
from sangkien.cli.progress import say_waiting
from sangkien.diagnostics import Text
from sangkien.preview.state import survey_fair
from sangkien.publish.parcel import open_place, write_parcel
from sangkien.publish.partner import Partner, named, partner_files, valid
from sangkien.text.folding import slugify

_DONE = Text("Bản xem trước cho {partner}: {place} ({n} tệp).", "Preview for {partner}: {place} ({n} files).")
_ONLY = Text(
    "Chỉ gửi cho nơi ấy. Không thu hồi được: nếu sau này có người rút sự đồng ý, hãy báo nơi nhận xóa đi.",
    "Send it to them alone. It can't be called back: if a consent is withdrawn later, ask them to delete it.",
)


@click.command(short_help="Bản xem trước cho một báo · one story for one press partner")
@click.argument("slug")
@click.option("--for", "partner", required=True, metavar="TÊN", help="Nơi nhận, ghi trên trang · the partner")
@click.option(
    "--until", required=True, metavar="MOMENT", help="Có giá trị đến lúc nào · until when it is valid"
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR|FILE.zip",
    help="Thư mục trống hoặc tệp zip mới · an empty folder or a new zip",
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Số tiến trình · how many processes")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def preview(
    slug: str, partner: str, until: str, output: Path | None, jobs: int | None, language: str
) -> None:
    """Gói một bài (kể cả bài chưa đến giờ đăng) cho một cơ quan báo chí; không đụng đến site/.

    Pack one story, also one under an embargo, for one press partner; leaves site/ alone.

    \b
    Ví dụ · examples:
      sangkien preview xe-day-hang --for "Báo Ví Dụ" --until 2026-12-01T08:00+07:00
      sangkien preview xe-day-hang --for "Báo Ví Dụ" --until 2026-12-01T08:00+07:00 --output ../bao-vi-du
    """
    spoken = language_of(language)
    slug = slug.replace("\\", "/").rstrip("/").rpartition("/")[2]
    _, settings = load()
    wanted = valid(Partner(named(partner), moment_of(until, "--until")), settings.now)
    name = f"xem-truoc-{slugify(slug)}-{slugify(wanted.name)}"
    place = open_place(output or Path.cwd() / f"{name}.zip", settings)
    with uncollected():
        state = survey_fair(
            lambda: settings, jobs or default_jobs(), waiting=say_waiting(spoken), command="preview"
        )
        files = partner_files(state, slug, wanted)
    write_parcel(files, place, slug)
    click.echo(_DONE.format(partner=wanted.name, place=place, n=len(files)).of(spoken))
    click.echo(_ONLY.of(spoken))
