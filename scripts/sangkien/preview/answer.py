"""A path asked for → what is answered: the build's own bytes, with the preview's banner in pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from http import HTTPStatus
from importlib.resources import files
from typing import Final, NamedTuple

from sangkien import urls
from sangkien.build.worker import make_target
from sangkien.diagnostics import Language, Text, UserError
from sangkien.preview import words
from sangkien.preview.banner import ROOT, about_page, banner, overview, put_in
from sangkien.preview.hidden import hidden_story, hidden_targets
from sangkien.preview.pages import INDEX
from sangkien.preview.session import View
from sangkien.preview.state import Standing, State
from sangkien.shell.slots import shell_key
from sangkien.targets.target import Target

TYPES: Final[Mapping[str, str]] = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
}
"""By the end of the name; not asked of the system, whose answers differ from machine to machine."""
PLAIN: Final = "application/octet-stream"
OWN_FILES: Final = ("preview.js", "preview.css")


class Answer(NamedTuple):
    """What goes back. ``location``: where a page's address without its last slash leads."""

    status: HTTPStatus
    type: str = PLAIN
    body: bytes = b""
    location: str = ""


def answer(view: View, path: str, language: Language) -> Answer:
    """Answer a decoded path without its leading slash. Only what a build makes, or would make, is found."""
    if path.startswith(ROOT[1:]):
        return _own(view, path.removeprefix(ROOT[1:]), language)
    if path == ROOT.strip("/"):
        return Answer(HTTPStatus.FOUND, location=ROOT)
    file = urls.file_of(path)
    try:
        target, marks = _found(view, file, language)
        if target is not None:
            return _made(view, path, target, marks, language)
        if not path.endswith("/") and _found(view, file + "/index.html", language)[0]:
            return Answer(HTTPStatus.FOUND, location=f"/{path}/")
    except Exception as error:  # noqa: BLE001  # a template may fail in any way: a sentence says so, in the page
        return _broken(view, path, error, language)
    slug = path.removeprefix(urls.STORIES).removesuffix("/")
    standing = view.state.standing(slug) if path == urls.story(slug) else None
    if standing is not None:
        marks = [words.MARKS[standing], words.NOTHING if standing is Standing.FAULTY else words.WHY[standing]]
        return _notice(view, path, words.MARKS[standing], "", marks, language)
    why, link = escape(words.NOT_FOUND_WHY.of(language)), escape(words.OVERVIEW.of(language))
    body = f'<p>{why}</p><p><a href="{ROOT}">{link}</a></p>'
    return _notice(view, path, words.NOT_FOUND, body, [], language, status=HTTPStatus.NOT_FOUND)


def _found(view: View, file: str, language: Language) -> tuple[Target | None, list[Text]]:
    """The target of a file, and what is to be said above it. A hidden initiative's come before the lists'."""
    section, _, rest = file.partition("/")
    slug = rest.split("/")[0]
    state = view.state
    standing = state.standing(slug) if section == "sang-kien" and "/" in rest else None
    ahead = standing is Standing.LIVE and state.stale and not _shown_as_is(view, slug)
    if state.stale and file.startswith(INDEX) and not all(map(_is_live(state), view.pages.public.stories)):
        return None, []  # the catalogue, and with it the index, still has a story that is hidden by now
    if standing is None or (standing is Standing.LIVE and not ahead):
        return view.pages.target(file), []
    hidden = hidden_story(state, slug)
    if hidden is None:
        return None, []
    story, before = hidden
    marks = [] if standing is Standing.LIVE else [words.MARKS[standing], words.WHY[standing]]
    found = next((target for target in hidden_targets(state, view.pages, story) if target.path == file), None)
    return found, [*marks, words.LAST_GOOD] if before else marks


def _is_live(state: State) -> Callable[[str], bool]:
    return lambda slug: state.standing(slug) is Standing.LIVE


def _shown_as_is(view: View, slug: str) -> bool:
    """Whether the catalogue has caught up with a story."""
    story, loaded = view.state.catalogue.stories.get(slug), view.state.examined[slug].story
    return (
        slug in view.state.public.stories
        and story is not None
        and loaded is not None
        and story.digest == loaded.digest
    )


def _made(view: View, path: str, target: Target, marks: list[Text], language: Language) -> Answer:
    data, _ = make_target(target, view.desk)
    kind = type_of(target.path)
    if kind == TYPES["html"]:
        data = put_in(data, banner(view.state, view.version, language, about_page(view.state, path), marks))
    return Answer(HTTPStatus.OK, kind, data)


def _own(view: View, name: str, language: Language) -> Answer:
    if name in OWN_FILES:
        return Answer(HTTPStatus.OK, type_of(name), files(__package__).joinpath(name).read_bytes())
    if name:
        return Answer(HTTPStatus.NOT_FOUND, TYPES["txt"], words.NOT_FOUND.of(language).encode())
    return _notice(view, ROOT[1:], words.OVERVIEW, overview(view.state, language), [], language)


def _broken(view: View, path: str, error: Exception, language: Language) -> Answer:
    """A template or a word that fails shows as a sentence, not as a traceback."""
    text = (
        error.text
        if isinstance(error, UserError)
        else words.BROKEN.format(problem=f"{type(error).__name__}: {error}")
    )
    return _notice(
        view, path, text, "", [text], language, status=HTTPStatus.INTERNAL_SERVER_ERROR, plain=True
    )


def _notice(  # noqa: PLR0913  # a page's parts, each of its own kind
    view: View,
    path: str,
    title: Text,
    body: str,
    marks: list[Text],
    language: Language,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    plain: bool = False,
) -> Answer:
    """A page of the preview's own, in the chrome where there is one for its depth."""
    heading = escape(title.of(language))
    inside = body if body.startswith("<h1>") else f"<h1>{heading}</h1>{body}"
    shells = view.state.chrome.shells
    pieces = None if plain else shells.get(shell_key(path)) or shells.get(f"sang-kien:{path.count('/')}")
    head = '<meta name="robots" content="noindex">'
    if pieces:
        page = "".join(
            (
                pieces[0],
                heading,
                pieces[1],
                head,
                pieces[2],
                f'<div class="prose">{inside}</div>',
                pieces[3],
            )
        )
    else:
        page = (
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{heading}</title>'
            f'{head}<meta name="viewport" content="width=device-width"></head>'
            f'<body class="preview-plain">{inside}</body></html>'
        )
    about = about_page(view.state, path)
    return Answer(
        status, TYPES["html"], put_in(page.encode(), banner(view.state, view.version, language, about, marks))
    )


def type_of(name: str) -> str:
    """The media type of a file."""
    return TYPES.get(name.rsplit(".", 1)[-1].lower(), PLAIN)
