"""A target: one output file, the digest of all that it is made of, and the data its maker needs."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Template, TemplateError, TemplateNotFound

from sangkien import urls
from sangkien.diagnostics import UserError
from sangkien.settings import Settings
from sangkien.shell.slots import Pieces
from sangkien.targets.rendered import RenderedStories
from sangkien.targets.templates import Templates
from sangkien.views.words import Words


class Target(NamedTuple):
    """One output file.

    Attributes:
        path: in the site, forward slashes.
        digest: of everything the file is made of; equal digests, equal bytes.
        maker: name of the function in ``targets.makers`` that makes it.
        data: plain data for that function, picklable.
        group: targets of one group are made in one task, in order (variants of one photo).
    """

    path: str
    digest: str
    maker: str
    data: Any
    group: str = ""


def make_text(data: str, kit: Kit) -> bytes:
    """A file whose text was made when it was planned."""
    return data.encode("utf-8")


@dataclass(frozen=True)
class Kit:
    """What makers share, the same in every process: made once in each from plain data.

    ``compiled``: a folder where compiled templates are kept by their source, empty for nowhere. ``stories``
    renders stories, or has them from an earlier build.
    """

    settings: Settings
    words: Words
    shells: Mapping[str, Pieces]
    theme: str
    compiled: str = ""
    stories: RenderedStories = field(default_factory=lambda: RenderedStories("", ""))

    def __reduce__(self) -> tuple[object, ...]:
        """What crosses to another process: the plain data, not what was loaded here."""
        return (Kit, tuple(getattr(self, part.name) for part in fields(self)))

    @cached_property
    def _loaded(self) -> dict[str, Template]:
        return {}

    @cached_property
    def encoded_shells(self) -> dict[str, tuple[bytes, ...]]:
        """Shells as they stand in files: encoded once for all pages."""
        return {key: tuple(piece.encode() for piece in pieces) for key, pieces in self.shells.items()}

    @cached_property
    def templates(self) -> Templates:
        """Templates of the theme; everything is escaped unless a template says otherwise."""
        feeds = {"feed": urls.FEED, "rss": urls.RSS, "json_feed": urls.JSON_FEED}
        values = {"site": site_data(self.settings), "urls": {**urls.SECTIONS, **feeds}}
        return Templates(self.theme, self.compiled, self.words, values)

    def compile_templates(self) -> None:
        """Compile all, for other processes to find. A faulty one is told of where a page needs it."""
        for folder in ("pages", "parts"):
            for file in sorted(Path(self.theme, folder).glob("*.html")):
                with suppress(TemplateError, UnicodeDecodeError):
                    self.templates.get_template(f"{folder}/{file.name}")

    def render(self, template: str, **context: object) -> str:
        """A template of the theme with these values."""
        try:
            found = self._loaded.get(template)
            if found is None:
                found = self._loaded[template] = self.templates.get_template(template)
            return found.render(context)
        except TemplateError as error:
            raise _broken(template, error) from error

    def source(self, file: str) -> str:
        """A file of the theme as it stands, with plain line ends."""
        try:
            return Path(self.theme, file).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(
                f"Tệp {file} của giao diện không đọc được.", f"The theme's file {file} cannot be read."
            ) from error


def _broken(template: str, error: TemplateError) -> UserError:
    """A template that is missing, or cannot be read or filled."""
    line = getattr(error, "lineno", None)
    where = getattr(error, "name", None) or template
    what = "not found" if isinstance(error, TemplateNotFound) else error.message or type(error).__name__
    return UserError(
        f"Tệp {where} của giao diện không dùng được{f', dòng {line}' if line else ''}: {what}.",
        f"The theme's file {where} cannot be used{f', line {line}' if line else ''}: {what}.",
    )


def site_data(settings: Settings) -> dict[str, str]:
    """What templates know of the site."""
    return {
        "name": settings.site_name,
        "url": settings.site_url,
        "description": settings.site_description,
        "organiser": settings.organiser,
        "language": settings.language,
    }
