"""What MkDocs' events give: editorial pages stay with MkDocs, shells and prose are taken out."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from sangkien import urls
from sangkien.shell.app import Ground, ground_of, write_app
from sangkien.shell.faces import face_files
from sangkien.shell.scripts import join_scripts
from sangkien.shell.sheets import join_sheets
from sangkien.shell.slots import SHELLS, SLOTS, WITH_PROSE, Chrome, Pieces, cut, file_digest
from sangkien.shell.wording import card_of, interface_words
from sangkien.source.links import is_link
from sangkien.text.folding import slugify
from sangkien.typeface.package import NONE
from sangkien.views.drawn_cards import Drawn
from sangkien.views.words import Words

DATA_FOLDERS = ("vocabulary/", "people/", "events/")
UNWANTED = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "words/",
    "sitemap.xml",
    "pages/",
    "parts/",
    "worker/",
)
"""What Material or MkDocs would put into a site and this one has no use for."""
KEPT_MEDIA = (".md", ".css", ".js", ".svg", ".ico", ".txt", ".woff2", ".xml", ".json")
_INDENTED = re.compile(r"\s*\n\s*")
_NAMES = {url: name for name, url in urls.SECTIONS.items()} | {urls.MANUAL: "manual"}
PAGE_OF = {source: key for key, source in SHELLS.items()}
ASIDE = frozenset({SHELLS["ngoai-tuyen:1"], SHELLS["du-lieu:1"], SHELLS["s:2"]})
"""In no menu, also where ``nav`` names none: the foot leads there, or print does."""


class Collector:
    """Filled by one run of MkDocs."""

    def __init__(self) -> None:
        self.shells: dict[str, Pieces] = {}
        self.prose: dict[str, str] = {}
        self.pages: list[str] = []
        self.words: Words | None = None
        self.theme = Path()
        self.typeface = NONE
        self.ground = Ground()
        self.about = ("", "", "")
        self.card: Drawn | None = None

    def configure(self, config: MkDocsConfig, language: str, typeface: str) -> None:
        """One way of making ids for headings, here as in stories; the interface's words; the typeface."""
        toc = config.mdx_configs.setdefault("toc", {})
        toc.setdefault("slugify", lambda text, separator: slugify(text))
        self.theme = Path(config.theme.custom_dir or "")
        self.words = interface_words(Path(config.config_file_path).parent, self.theme, language)
        self.typeface = typeface
        self.ground = ground_of(self.theme)
        self.card = card_of(Path(config.config_file_path).parent)
        self.about = (config.site_name, config.site_description or "", language)
        config.theme["language"] = language  # one setting for the whole interface

    def environment(self, env: Environment) -> Environment:
        """What the chrome's templates may use beside MkDocs' own: the interface's words."""
        env.globals["t"] = self.words
        env.globals["ground"] = self.ground
        env.globals["card"] = self.card
        return env

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep editorial pages and small assets; add the pages that shells are rendered as."""
        kept = [file for file in files if self._is_wanted(file)]
        present = {file.src_uri for file in kept}
        for source in SHELLS.values():
            if source not in present:
                level = InclusionLevel.NOT_IN_NAV if source in ASIDE else InclusionLevel.UNDEFINED
                kept.append(File.generated(config, source, content="", inclusion=level))
        return Files(kept)

    def _is_wanted(self, file: File) -> bool:
        """Data and raw pictures under ``content/`` are never copied: a photo may hold a position."""
        uri = file.src_uri
        if (
            file.src_dir is not None
            and not file.generated_by
            and Path(file.abs_src_path or "").name.startswith(".")
        ):
            return False
        if uri.startswith(UNWANTED) or _is_unsafe(file):
            return False
        from_theme = "templates" in str(file.src_dir) or "theme" in Path(str(file.src_dir)).name
        return from_theme or (not uri.startswith(DATA_FOLDERS) and uri.lower().endswith(KEPT_MEDIA))

    def markdown(self, markdown: str, page: Page) -> str:
        """A page that is a shell gets its slots."""
        if page.file.src_uri in PAGE_OF:
            self._name(page)
            page.meta.update(slot=True, slots=SLOTS, search={"exclude": True})
            page.meta.setdefault("title", page.title or "-")
        return markdown

    def _name(self, page: Page) -> None:
        """In the menu a section goes by its word, unless ``nav`` gives it a name of its own."""
        name = _NAMES.get(page.url.removeprefix("./"))
        if name and self.words and "title" not in vars(page):
            page.title = self.words(f"nav.{name}")

    def content(self, html: str, page: Page) -> str:
        """Prose of a catalogue page is taken; the shell is rendered without it."""
        html = html.replace(" – ", "\u00a0– ")  # no line begins with a dash
        if page.file.src_uri in PAGE_OF:
            if page.url.removeprefix("./") in WITH_PROSE:
                self.prose[page.url.removeprefix("./")] = html
            return ""
        self.pages.append(page.url.removeprefix("./"))
        return html

    def output(self, output: str, page: Page) -> str:
        """A rendered shell is cut and not written."""
        key = PAGE_OF.get(page.file.src_uri)
        if key is None:
            return output
        self.shells[key] = cut(squeezed(output))
        return ""

    def chrome(self, digest: str, folder: Path, kept: Path | None = None) -> Chrome:
        """What was collected, with the files that MkDocs wrote into ``folder``, sheets joined, fonts added.

        ``kept`` is where typefaces made before are kept.
        """
        fonts, rules = face_files(self.typeface, kept)
        join_sheets(folder, self.theme, rules)
        join_scripts(folder, self.theme)
        write_app(folder, *self.about, self.ground)
        for name, font in fonts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(font)
        files = {}
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not name.startswith(UNWANTED) and not name.endswith(".map"):
                files[name] = file_digest(path.read_bytes())
        return Chrome(digest, self.shells, self.prose, files, tuple(sorted(self.pages)))


def _is_unsafe(file: File) -> bool:
    """A link, or in a linked folder: nothing outside the fair is read; or text that isn't UTF-8."""
    path = Path(file.abs_src_path or "")
    if file.abs_src_path is None or file.src_dir is None:
        return False
    top = Path(file.src_dir)
    if any(is_link(place) for place in (path, *path.parents) if place != top and top in place.parents):
        return True
    try:
        if path.suffix == ".md":
            path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return True
    return False


def squeezed(html: str) -> str:
    """A shell without blank lines and indentation: it stands on every page. It holds no ``pre``."""
    return _INDENTED.sub("\n", html)
