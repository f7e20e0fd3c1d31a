"""MkDocs plugin ``sangkien``: hands MkDocs' events to the collector, and its end to the build. Layer 8."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from sangkien.cli.console import print_utf8
from sangkien.cli.plain import build_after_mkdocs
from sangkien.diagnostics import UserError
from sangkien.shell.collector import Collector


class SangkienConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' hook for subclasses is untyped
    """Options in ``mkdocs.yml``; ``source.configuration`` reads the same ones without MkDocs."""

    organiser = config_options.Type(str, default="")
    """Who holds the fair: named in feeds, data and the page's foot."""
    language = config_options.Choice(("vi", "en"), default="vi")
    """Language of the interface; stories stay as they are written."""
    timezone = config_options.Type(str, default="Asia/Ho_Chi_Minh")
    """Zone in which a bare date begins at midnight."""
    page_size = config_options.Type(int, default=48)
    """Cards on one page of a list, 6 to 500."""
    feed_size = config_options.Type(int, default=50)
    """Stories in the feed of all, 1 to 500; of a sector or unit at most 20."""
    typeface = config_options.Type(str, default="Be Vietnam Pro")
    """Family of an installed package ``fontpkg-…``, or ``none`` for the device's own."""
    press_kits = config_options.Choice(("all", "featured", "none"), default="featured")
    """Which stories have a press kit."""
    drawn_cards = config_options.Choice(("all", "featured", "none"), default="featured")
    """Which pages without a photo have a card of their own for shared links."""
    press_contact = config_options.Type(str, default="")
    """Whom a journalist asks; empty: the organiser."""
    about_short = config_options.Type(str, default="")
    """About the fair in a sentence, for journalists to copy."""
    about_medium = config_options.Type(str, default="")
    """The same in a paragraph."""
    about_long = config_options.Type(str, default="")
    """The same in full."""
    initiatives_dir = config_options.Type(str, default="initiatives")
    """Folder of the initiatives, beside ``mkdocs.yml``."""


class SangkienPlugin(BasePlugin[SangkienConfig]):  # type: ignore[no-untyped-call]  # as above
    """``collecting``: set by our own build, which wants the chrome alone and writes the site itself."""

    def __init__(self) -> None:
        super().__init__()
        self.collecting = False
        self.collector = Collector()
        self.site_dir = ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """With plain MkDocs, let it write into a folder of our own; the site is exchanged at the end."""
        print_utf8()
        self.collector = Collector()
        try:
            self.collector.configure(config, self.config.language, self.config.typeface)
        except UserError as error:
            raise Abort(f"{error.text.vi}\n{error.text.en}") from error
        if not self.collecting:
            self.site_dir = config.site_dir
            config.site_dir = str(Path(config.config_file_path).parent / ".sangkien" / "chrome" / "new")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Editorial pages and small assets only."""
        return self.collector.files(files, config)

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """The chrome's templates get the interface's words."""
        return self.collector.environment(env)

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Shells get their slots."""
        return self.collector.markdown(markdown, page)

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Prose of catalogue pages is taken."""
        return self.collector.content(html, page)

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Shells are cut and not written."""
        return self.collector.output(output, page)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """With plain MkDocs, build the catalogue's pages now."""
        if self.collecting:
            return
        message = build_after_mkdocs(
            Path(config.config_file_path), Path(self.site_dir), self.collector, Path(config.site_dir)
        )
        if message:
            raise Abort(message)

    def on_serve(self, server: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """``mkdocs serve`` watches the initiatives too."""
        root = Path(config.config_file_path).parent
        for folder in (self.config.initiatives_dir, "theme"):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server
