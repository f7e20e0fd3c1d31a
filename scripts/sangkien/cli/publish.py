"""``sangkien publish``: the site to where people see it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

KEEP = 5


@click.command(short_help="Xuất bản trang web · publish the site")
@click.argument("target", required=False)
@click.option("--no-build", is_flag=True, help="Dùng trang đã dựng · publish the site as it was built")
@click.option(
    "--rollback",
    type=click.IntRange(1, 100),
    is_flag=False,
    flag_value=1,
    metavar="[N]",
    help="Quay lại N bản trước · go back N releases",
)
@click.option(
    "--keep",
    type=click.IntRange(0, 100),
    default=KEEP,
    help="Giữ mấy bản trước đây · how many earlier releases to keep",
)
@click.option(
    "--verify",
    metavar="URL",
    help="Xem lại qua mạng từ địa chỉ này · ask for files at this address and compare",
)
@click.option(
    "--snippets",
    type=click.Path(file_okay=False, path_type=Path),
    help="Ghi mẫu cấu hình máy chủ vào thư mục · write server settings into a folder",
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Số tiến trình · how many processes")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def publish(  # noqa: PLR0913  # one parameter for each option of the command
    *,
    target: str | None,
    no_build: bool,
    rollback: int | None,
    keep: int,
    verify: str | None,
    snippets: Path | None,
    jobs: int | None,
    language: str,
) -> None:
    """Dựng rồi đưa trang web lên TARGET: thư mục, tệp .zip, nhánh git hoặc kho S3. Chỉ site/ được đưa đi.

    Build, then bring the site to TARGET: a folder, a .zip, a branch of git or S3-compatible storage. Only
    site/ goes out. A cut leaves the old site working; the same command goes on from there.

    \b
    Ví dụ · examples:
      sangkien publish trang.zip
      sangkien publish D:\\web\\hoi-thi
      sangkien publish origin#gh-pages
      sangkien publish s3://kho/hoi-thi --verify https://hoi-thi.example/
      sangkien publish D:\\web\\hoi-thi --rollback
      sangkien publish --snippets cau-hinh
    """
    from sangkien.cli.publishing import Wanted, run_publish, write_snippets  # noqa: PLC0415  # heavy: after --help

    if snippets is not None:
        write_snippets(snippets, language)
    if target is None:
        if snippets is None:
            raise click.UsageError("Thiếu nơi xuất bản (TARGET). · Where to? TARGET is missing.")
        return
    sys.exit(run_publish(Wanted(target, no_build, rollback, keep, verify, jobs), language))
