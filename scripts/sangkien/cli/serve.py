"""``sangkien serve``: the fair as it will look, while it is being written."""

from __future__ import annotations

import gc
import webbrowser

import click

from sangkien.cli.collector import uncollected
from sangkien.cli.context import default_jobs, language_of, load
from sangkien.cli.progress import say_waiting
from sangkien.diagnostics import Language, Text, UserError
from sangkien.preview.server import Server, open_server
from sangkien.preview.session import Session

_READING = Text("Đang đọc hội thi…", "Reading the fair…")
_READY = Text(
    "Xem thử tại {url} – lưu tệp nào, trang tự hiện tệp đó. Dừng: Ctrl-C.",
    "Preview at {url} – what you save shows by itself. Stop: Ctrl-C.",
)
_OVERVIEW = Text(
    "Bản nháp và chỗ cần sửa: {url}__preview__/ (chỉ máy này xem được).",
    "Drafts and what to mend: {url}__preview__/ (this computer only).",
)


@click.command(short_help="Xem thử ngay khi viết · live preview")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Cổng · port")
@click.option("--open", "opened", is_flag=True, help="Mở trình duyệt · open the browser")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def serve(port: int, opened: bool, language: str) -> None:
    """Xem thử trang web trên máy này; lưu tệp nào, trang hiện tệp đó. Không đụng đến thư mục site/.

    Preview the site on this computer: what is saved shows at once, drafts too. Leaves site/ alone.

    \b
    Ví dụ · examples:
      sangkien serve
      sangkien serve --open --port 8080
    """
    try:
        run(port, opened, language_of(language))
    except KeyboardInterrupt:
        return  # the ordinary end


def run(port: int, opened: bool, language: Language) -> None:
    """Serve until interrupted. Raises UserError where there is nothing to serve, or no port."""
    click.echo(_READING.of(language), err=True)
    with uncollected():
        session = Session(lambda: load()[1], language, default_jobs(), say_waiting(language))
        gc.freeze()  # what was loaded stays: later collections need not walk it
    server = open_server(port, session)
    try:
        session.start()
        _greet(server, language)
        if opened:
            webbrowser.open(server.url)
        server.serve_forever()
    except OSError as error:
        raise UserError(
            f"Không mở được bản xem thử: {error.strerror}.",
            f"The preview could not be opened: {error.strerror}.",
        ) from error
    finally:
        session.close()
        server.server_close()


def _greet(server: Server, language: Language) -> None:
    click.echo(_READY.format(url=server.url).of(language))
    click.echo(_OVERVIEW.format(url=server.url).of(language))
