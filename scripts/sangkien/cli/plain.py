"""Plain ``mkdocs build`` and ``mkdocs serve``: MkDocs has run, now the catalogue's pages are built."""

from __future__ import annotations

from pathlib import Path

from sangkien.build.home import Home
from sangkien.build.request import Request
from sangkien.build.site import build_site
from sangkien.cli.building import conclude
from sangkien.cli.context import default_jobs, load
from sangkien.cli.progress import Silence
from sangkien.diagnostics import UserError
from sangkien.shell.collector import Collector
from sangkien.shell.render import keep_chrome
from sangkien.shell.slots import Chrome


def build_after_mkdocs(config_file: Path, site: Path, collector: Collector, made: Path) -> str | None:
    """Build around what MkDocs made in ``made``. Returns why it could not, or None."""

    def chrome(digest: str) -> Chrome:
        home = Home(config_file.parent, site)
        result = collector.chrome(digest, made, home.typefaces)
        keep_chrome(home.chrome, result, made)
        return result

    try:
        _, settings = load(config_file.parent)
        outcome = build_site(Request(settings, site.resolve(), default_jobs(), chrome=chrome), Silence("vi"))
    except UserError as error:
        return f"{error.text.vi}\n{error.text.en}"
    if conclude(outcome, "vi", site, 0.0):
        return "sangkien: xem các lỗi ở trên · see the errors above"
    return None
