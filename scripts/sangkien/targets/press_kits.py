"""A press kit as a file: a zip whose bytes hang on its content alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from sangkien.markup.render import render_story
from sangkien.photos.facts import PhotoFacts
from sangkien.photos.press import PhotoWords, with_words
from sangkien.targets.plain_text import read_html
from sangkien.targets.target import Kit, Target
from sangkien.targets.zip_entry import zip_entry
from sangkien.views.parts import digest_of
from sangkien.views.press_kits import KitPhoto, KitText

_BOM = "\ufeff"
"""Without it Word takes a text file for one of Windows' own old code pages."""


def kit_target(text: KitText | None, base: str) -> Iterator[Target]:
    """The target of a kit, where there is one."""
    if text:
        yield Target(text.url, digest_of((base, "press_kit", text)), "press_kit", text)


def kit_photos(text: KitText) -> dict[str, PhotoFacts]:
    """The photos of a kit by their sources from the root."""
    return {photo.source: photo.facts for photo in text.photos}


def make_press_kit(text: KitText, prints: Mapping[str, bytes], kit: Kit) -> bytes:
    """The zip. ``prints``: source of each photo → bare JPEG."""
    words, settings = kit.words, kit.settings
    files: dict[str, bytes] = {}
    for name, body in (
        (words("kit.file_short"), text.short),
        (words("kit.file_medium"), text.medium),
        (words("kit.file_whole"), text.whole),
    ):
        html = render_story(body, settings.site_url, {}).html
        plain, _ = read_html(html)
        files[f"{name}.md"] = _lines(f"# {text.title}\n\n{_absolute(body, settings.site_url)}\n", "")
        files[f"{name}.html"] = _document(text.title, html, text.cite, settings.language)
        files[f"{name}.txt"] = _lines(f"{text.title}\n\n{plain}\n\n{text.cite}\n")
    names = {photo.source: f"{number:02d}.jpg" for number, photo in enumerate(text.photos, 1)}
    files[f"{words('kit.file_first')}.txt"] = _lines("\n".join(_first(text, kit)) + "\n")
    if text.photos:
        captions = "\n\n".join(_caption(photo, names[photo.source], kit) for photo in text.photos)
        files[f"{words('kit.file_captions')}.txt"] = _lines(f"{captions}\n\n{words('kit.terms')}\n")
    for photo in text.photos:
        told = PhotoWords(
            text.title,
            photo.caption,
            photo.alt,
            photo.credit,
            words("kit.terms"),
            settings.site_name,
            text.page,
        )
        files[f"{words('kit.folder_photos')}/{names[photo.source]}"] = with_words(prints[photo.source], told)
    return packed(text.name, files)


def _first(text: KitText, kit: Kit) -> Iterator[str]:
    """What to read before anything else: facts, how to cite, whom to ask, what may be quoted."""
    words, settings = kit.words, kit.settings
    yield text.title
    yield ""
    for label, value in text.facts:
        yield f"{label}: {value}"
    yield f"{words('kit.page')}: {text.page}"
    if text.short_page:
        yield f"{words('kit.short_page')}: {text.short_page}"
    yield ""
    yield words("kit.cite_title")
    yield text.cite
    yield ""
    yield words("kit.embargo_title")
    yield words("kit.public_since", date=text.day) if text.day else words("kit.public")
    if text.report:
        yield ""
        yield words("kit.report", publisher=text.report)
    quotes = _quotes(text)
    if quotes:
        yield ""
        yield words("kit.quotes_title")
        yield from (f"“{quote}”" for quote in quotes)
    if text.photos or text.drawn:
        yield ""
        yield words("kit.photos_title")
        yield words("kit.terms") if text.photos else words("kit.no_photos")
    yield ""
    yield words("press.contact")
    yield settings.press_contact or settings.organiser or settings.site_name


def _quotes(text: KitText) -> Iterable[str]:
    """Words that may be quoted; what rests on a public report has none."""
    if text.report:
        return ()
    return (*text.quotes, *(" ".join(quote.split()) for quote in read_html(render_story(text.whole).html)[1]))


def _caption(photo: KitPhoto, name: str, kit: Kit) -> str:
    words = kit.words
    rows = [name]
    if photo.caption:
        rows.append(f"{words('kit.caption')}: {photo.caption}")
    if photo.alt:
        rows.append(f"{words('kit.alt')}: {photo.alt}")
    if photo.credit:
        rows.append(words("photo.credit", name=photo.credit))
    return "\n".join(rows)


def _absolute(body: str, site_url: str) -> str:
    """Links within the site lead somewhere from a journalist's disk too."""
    return body.replace("](/", f"]({site_url}")


def _document(title: str, html: str, cite: str, language: str) -> bytes:
    """A page that Word and LibreOffice open as a document: headings, paragraphs, tables, no style."""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n{html}\n"
        f"<p>{escape(cite)}</p>\n</body>\n</html>\n"
    ).encode()


def _lines(text: str, bom: str = _BOM) -> bytes:
    """A text file for Windows' own editor."""
    return (bom + text.replace("\n", "\r\n")).encode("utf-8")


def packed(folder: str, files: Mapping[str, bytes]) -> bytes:
    """A zip of files in order of their names, stored: compressed bytes differ between versions of zlib."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name in sorted(files):
            made.writestr(zip_entry(f"{folder}/{name}", zipfile.ZIP_STORED), files[name])
    return out.getvalue()
