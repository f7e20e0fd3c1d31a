"""``sangkien template``: the sheet and the report that units fill in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sangkien.cli.context import language_of, load
from sangkien.diagnostics import Text, UserError
from sangkien.intake.rejected import write_free
from sangkien.source.load import load_vocabularies
from sangkien.targets import form_report, form_sheet
from sangkien.targets.form_sheet import offered

_MADE = Text(
    "Đã tạo {names} trong {folder}. Gửi cho đơn vị điền; nhận lại thì chạy: sangkien import TỆP",
    "Made {names} in {folder}. Send them to the units; when they come back: sangkien import FILE",
)


@click.command(short_help="Tạo mẫu Excel, Word để đơn vị điền · make the forms to fill in")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def template(folder: Path | None, language: str) -> None:
    """Tạo mau-sang-kien.xlsx và mau-bao-cao.docx trong FOLDER (mặc định: thư mục hiện tại).

    Make the sheet and the report that import reads. Nothing is ever overwritten.

    \b
    Ví dụ · examples:
      sangkien template
      sangkien template "D:\\Gui don vi"
    """
    wanted = language_of(language)
    try:
        tree, settings = load()
        _, vocabularies = load_vocabularies(tree, settings)
        place = folder or Path.cwd()
        place.mkdir(parents=True, exist_ok=True)
        files = {
            form_sheet.FILE: form_sheet.sheet_form(offered(vocabularies)),
            form_report.FILE: form_report.report_form(),
        }
        made = [write_free(place, name, data) for name, data in files.items()]
    except UserError as error:
        click.echo(error.text.of(wanted), err=True)
        sys.exit(2)
    except OSError as error:
        click.echo(f"{folder}: {error.strerror}", err=True)
        sys.exit(2)
    names = ", ".join(path.name for path in made)
    click.echo(_MADE.format(names=names, folder=str(place)).of(wanted))
