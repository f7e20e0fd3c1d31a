"""``sangkien build``: the site, once."""

from __future__ import annotations

import importlib
import os
import sys
import time
from pathlib import Path

import click

from sangkien.build.home import STAMP, Home
from sangkien.build.snapshot import take_beside, unchanged, usual_paths


@click.command(short_help="Dựng trang web · build the site")
@click.option("--clean", is_flag=True, help="Bỏ mọi bản lưu, làm lại từ đầu · ignore every cache")
@click.option("--jobs", type=click.IntRange(1, 64), help="Số tiến trình · how many processes")
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục kết quả · where the site goes",
)
@click.option(
    "--keep-going", is_flag=True, help="Còn lỗi vẫn đăng phần đúng · publish what is valid in spite of errors"
)
@click.option(
    "--record", is_flag=True, help="Ghi địa chỉ mới vào sổ đã đăng · put new addresses into the ledger"
)
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ thông báo · of messages"
)
def build(  # one parameter for each option of the command
    *, clean: bool, jobs: int | None, site_dir: Path | None, keep_going: bool, record: bool, language: str
) -> None:
    """Dựng trang web vào thư mục site/.

    Build the site into site/. The old site stays until the new one is whole. --record: run it when what was
    built is published, so that each address lives on (content/published.yml).

    \b
    Ví dụ · examples:
      sangkien build
      sangkien build --clean --jobs 2
      sangkien build --record
      sangkien build --site-dir /tmp/xem-thu --keep-going
    """
    start, moment = time.perf_counter(), time.time()
    options = f"{site_dir}|{keep_going}"
    taken, home = None, _known(site_dir)
    if home and not clean and not record:
        file, stamp = home.state / "snapshot.json", home.site / STAMP
        summary, taken = unchanged(file, stamp, options, moment, _load_the_rest)
        if summary is not None:
            from sangkien.cli.summary import summary_line  # noqa: PLC0415  # only where there is a line to print

            click.echo(summary_line(dict(summary), time.perf_counter() - start, language, home.site))
            return
    if home and taken is None:
        taken = take_beside(usual_paths(home.root), _load_the_rest)
    from sangkien.cli.building import run_build  # noqa: PLC0415  # heavy: after the look at the files

    sys.exit(
        run_build(
            clean=clean,
            jobs=jobs,
            site_dir=site_dir,
            keep_going=keep_going,
            record=record,
            language=language,
            options=options,
            start=start,
            moment=moment,
            taken=taken,
        )
    )


def _load_the_rest() -> None:
    """The heavy half, most likely needed in a moment."""
    importlib.import_module("sangkien.cli.building")


def _known(site_dir: Path | None) -> Home | None:
    """Where the last build's snapshot would be, told before anything heavy is imported."""
    folder = Path.cwd().resolve()
    if os.environ.get("SANGKIEN_NOW"):  # a rehearsal: the whole build knows the hour that was set
        return None
    root = next((place for place in (folder, *folder.parents) if (place / "mkdocs.yml").is_file()), None)
    if root is None:
        return None
    site = (folder / site_dir).resolve() if site_dir else _configured_site(root)
    return Home(root, site) if site else None


def _configured_site(root: Path) -> Path | None:
    """``site_dir`` of mkdocs.yml without parsing YAML: a plain top-level line, or MkDocs' default."""
    try:
        lines = (root / "mkdocs.yml").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    for line in lines:
        if line.startswith("site_dir:"):
            value = line.removeprefix("site_dir:").split(" #")[0].strip().strip("'\"")
            return (root / value).resolve() if value else None
    return root / "site"
