"""``sangkien new``: the folder of a new initiative."""

from __future__ import annotations

import sys

import click

from sangkien.cli.context import language_of, load
from sangkien.diagnostics import Text, UserError
from sangkien.intake.new_folder import write_specimen
from sangkien.intake.specimen import specimen
from sangkien.source.load import load_vocabularies

_MADE = Text(
    "Đã tạo {path}\n"
    "1. Mở tệp, điền những chỗ [điền …], [Viết …] và các mục còn để trống.\n"
    "2. Chép ảnh vào cùng thư mục rồi kê vào mục photos.\n"
    "3. Xem còn thiếu gì: sangkien check {folder} --notices\n"
    "4. Xong thì ghi status: published và ngày đăng (published).",
    "Made {path}\n"
    "1. Open it, fill in what says TODO and the keys that are empty.\n"
    "2. Copy the photos beside it and list them under photos.\n"
    "3. See what is still missing: sangkien check {folder} --notices\n"
    "4. When it is done, write status: published and the day (published).",
)


@click.command(short_help="Tạo một sáng kiến mới · start an initiative")
@click.argument("title", metavar='"TÊN SÁNG KIẾN"')
@click.option("--slug", help="Tự chọn tên thư mục · the folder's name, instead of one made from the title")
@click.option(
    "--language",
    type=click.Choice(["vi", "en"]),
    default="vi",
    help="Ngôn ngữ của thông báo và hướng dẫn trong tệp · of messages and of the guiding comments",
)
def new(title: str, slug: str | None, language: str) -> None:
    """Tạo thư mục và tệp khai báo có sẵn hướng dẫn cho một sáng kiến mới.

    Make a folder with a commented specimen for a new initiative. Nothing is ever overwritten.

    \b
    Ví dụ · examples:
      sangkien new "Xe đẩy hàng có phanh chân"
      sangkien new "Đồ gá khoan: bản 2" --slug do-ga-khoan-2
      sangkien new "A trolley with a foot brake" --language en
    """
    chosen = language_of(language)
    try:
        tree, settings = load()
        _, vocabularies = load_vocabularies(tree, settings)
        made, text = specimen(title, settings, vocabularies, chosen)
        path = write_specimen(settings, made if slug is None else slug, text)
    except UserError as error:
        click.echo(error.text.of(chosen), err=True)
        sys.exit(2)
    click.echo(_MADE.format(path=path, folder=path.rpartition("/")[0]).of(chosen))
