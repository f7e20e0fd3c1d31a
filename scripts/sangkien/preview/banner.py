"""What the preview puts into a page: where the record stands, what is wrong with it, the script that reloads.

Everything shown is escaped; no inline script or style, as on the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from sangkien import urls
from sangkien.diagnostics import Diagnostic, Language, Severity, Text
from sangkien.preview import words
from sangkien.preview.state import Standing, State
from sangkien.report.words import SEVERITIES, counts

ROOT = "/__preview__/"
START, END = b"<!--preview-->", b"<!--/preview-->"
"""Around what is put in: all else is what a build writes, byte for byte."""
SHOWN = 300
"""Findings on the overview; ``check`` prints all."""


def put_in(page: bytes, banner: str) -> bytes:
    """The page with the banner before its last ``</body>``."""
    block = START + banner.encode() + END
    place = page.rfind(b"</body>")
    return page + block if place < 0 else page[:place] + block + page[place:]


def banner(
    state: State, version: str, language: Language, about: Sequence[Diagnostic], marks: Sequence[Text] = ()
) -> str:
    """For one page: ``about`` is what is wrong with its record, ``marks`` sentences that stand above."""
    loud = [item for item in about if item.severity > Severity.NOTICE]
    quiet = [item for item in about if item.severity is Severity.NOTICE]
    lines = [f"<p>{escape(mark.of(language))}</p>" for mark in marks]
    if state.fault:
        problem = words.FAULT.of(language).format(problem=state.fault.of(language))
        lines.insert(0, f'<p class="preview-error" role="alert">{escape(problem)}</p>')
    lines.append(findings(loud, language))
    if quiet:
        title = words.NOTICES.of(language).format(number=len(quiet))
        lines.append(f"<details><summary>{escape(title)}</summary>{findings(quiet, language)}</details>")
    worst = (
        "error"
        if state.fault
        else max((item.severity for item in loud), default=Severity.NOTICE).name.lower()
    )
    name = escape(words.NAME.of(language))
    head = f'<a href="{ROOT}">{name}</a>'
    if loud:
        head += f" · {escape(counts(loud, language))}"
    opened = " open" if loud or marks or state.fault else ""
    return (
        f'<link rel="stylesheet" href="{ROOT}preview.css">'
        f'<aside class="preview preview-is-{worst}" lang="{language}" aria-label="{name}">'
        f"<details{opened}><summary>{head}</summary>{''.join(lines)}</details></aside>"
        f'<script src="{ROOT}preview.js" data-version="{escape(version)}" defer></script>'
    )


def findings(items: Iterable[Diagnostic], language: Language) -> str:
    """A list of findings: place, what is wrong, how to mend it."""
    rows = "".join(_finding(item, language) for item in items)
    return f"<ul>{rows}</ul>" if rows else ""


def _finding(item: Diagnostic, language: Language) -> str:
    severity = SEVERITIES[item.severity].of(language)
    fixable = f" {words.FIXABLE.of(language)}" if item.fix else ""
    place = escape(f"{item.file}:{item.span.line}")
    mend = escape(item.help.of(language) + fixable)
    return (
        f'<li class="preview-{item.severity.name.lower()}">'
        f"<strong>{escape(severity)} {escape(item.code)}</strong> "
        f"<code>{place}</code> {escape(item.message.of(language))}<br><small>→ {mend}</small></li>"
    )


def about_page(state: State, url: str) -> list[Diagnostic]:
    """What is wrong with the record that a page is made of, the worst first."""
    files = frozenset(_sources(state, url))
    slug = _slug(url)
    own = state.examined[slug].diagnostics if slug in state.examined else ()
    others = (item for item in (*state.ground.diagnostics, *state.across) if item.file in files)
    return sorted([*own, *others], key=lambda item: (-item.severity, item.sort_key()))


def _slug(url: str) -> str:
    return url.removeprefix(urls.STORIES).split("/")[0] if url.startswith(urls.STORIES) else ""


def _sources(state: State, url: str) -> Iterable[str]:
    content = state.settings.content_dir
    section, _, rest = url.partition("/")
    yield f"{content}/{url}index.md"
    yield f"{content}/{url.removesuffix('/')}.md"
    if section == "sang-kien" and rest:
        yield f"{state.settings.initiatives_dir}/{_slug(url)}/index.md"
    if section == "tac-gia" and rest:
        yield f"{content}/people/{rest.removesuffix('/')}.md"
    if section in _VOCABULARIES:
        yield f"{content}/vocabulary/{_VOCABULARIES[section]}.yml"
    if url in (urls.HOME, urls.PROGRAMME):
        yield f"{content}/programme.yml"


_VOCABULARIES = {"don-vi": "organisations", "linh-vuc": "sectors", "dia-ban": "places", "vinh-danh": "awards"}


def overview(state: State, language: Language) -> str:
    """The body of ``/__preview__/``: everything that is not public, everything that is wrong."""
    found = [item for item in state.diagnostics() if item.severity > Severity.NOTICE]
    found.sort(key=lambda item: (-item.severity, item.sort_key()))
    rest = words.MORE.of(language).format(number=len(found) - SHOWN) if len(found) > SHOWN else ""
    rows = [row for slug in state.examined if (row := _row(state, slug, language))]
    hidden = f"<ul>{''.join(rows)}</ul>" if rows else f"<p>{escape(words.NONE_HIDDEN.of(language))}</p>"
    wrong = findings(found[:SHOWN], language) or f"<p>{escape(words.ALL_WELL.of(language))}</p>"
    return (
        f"<h1>{escape(words.OVERVIEW.of(language))}</h1><p>{escape(counts(found, language))}</p>"
        f"<h2>{escape(words.HIDDEN.of(language))}</h2>{hidden}"
        f"<h2>{escape(words.WRONG.of(language))}</h2>"
        f"{wrong}<p>{escape(rest)}</p>"
    )


def _row(state: State, slug: str, language: Language) -> str:
    standing = state.standing(slug)
    if standing is None or standing is Standing.LIVE:
        return ""
    story = state.examined[slug].story
    title = story.initiative.title if story and standing is not Standing.WITHDRAWN else slug
    mark = words.MARKS[standing].of(language)
    return f'<li><a href="/{escape(urls.story(slug))}">{escape(title)}</a> <small>{escape(mark)}</small></li>'
