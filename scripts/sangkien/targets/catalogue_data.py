"""The whole public catalogue for machines and for Excel: its rows, files, and the data package about them.

Samples are not in it. Each story is one line in either file, made of that story alone.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sangkien import urls
from sangkien.catalogue.index import Catalogue
from sangkien.catalogue.records import Story, day_of
from sangkien.settings import Settings
from sangkien.targets.data import VERSION, encode, record, story_names
from sangkien.targets.target import Kit, Target
from sangkien.views.data import COLUMNS
from sangkien.views.parts import digest_of
from sangkien.views.words import Words

_NAMED = ("organisation", "sector", "solution", "place")
_FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""
_SLUG = b'{"slug":"'
_HEADER = (",".join(COLUMNS) + "\r\n").encode("utf-8-sig")
"""With the mark by which Excel knows UTF-8."""


class Row(NamedTuple):
    """A story's line in each file, without the line's end."""

    slug: str
    json: bytes
    csv: bytes


def rows_of(stories: Iterable[Story], catalogue: Catalogue) -> list[Row]:
    """The rows of these stories, without samples."""
    return [_row(story, catalogue) for story in stories if not story.head.sample]


def _row(story: Story, catalogue: Catalogue) -> Row:
    site = catalogue.settings.site_url
    nothing = dict.fromkeys(_NAMED)
    whole = {
        "slug": story.slug,
        **record(story, nothing | story_names(story, catalogue), site),
        "data_url": site + urls.story_data(story.slug),
    }
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(_cells(story, whole, catalogue))
    return Row(story.slug, encode(whole).encode(), out.getvalue().encode())


def _cells(story: Story, whole: dict[str, Any], catalogue: Catalogue) -> list[str]:
    settings = catalogue.settings
    published = story.initiative.published
    values = {
        **{key: value for key, value in whole.items() if not isinstance(value, list | dict)},
        **{key: whole[key] and whole[key]["name"] for key in _NAMED},
        **{f"{key}_id": whole[key] and whole[key]["id"] for key in _NAMED},
        "authors": "; ".join(author["name"] for author in whole["authors"]),
        "published": published and day_of(published, settings),
        "recognition": "; ".join(_honour(row, catalogue) for row in whole["recognition"]),
        "photo_url": whole["photos"][0]["url"] if whole["photos"] else None,
    }
    return [cell(values[column]) for column in COLUMNS]


def _honour(row: dict[str, Any], catalogue: Catalogue) -> str:
    award = catalogue.entry("awards", row["award"])
    year = f" ({row['year']})" if row["year"] else ""
    return f"{award.name if award else row['level'] or row['award']}{year}"


def cell(value: object) -> str:
    """A value as a spreadsheet may open it: one line, and never a formula."""
    text = " ".join(str("" if value is None else value).split())
    return f"'{text}" if text.startswith(_FORMULA) else text


def json_head(settings: Settings) -> bytes:
    """What stands before the rows of the JSON file."""
    about = {
        "version": VERSION,
        "title": settings.site_name,
        "url": settings.site_url,
        "language": settings.language,
        "publisher": settings.organiser or settings.site_name,
        "licence": settings.text_licence or None,
    }
    return json.dumps(about, ensure_ascii=False, separators=(",", ":"))[:-1].encode() + b',"initiatives":[\n'


def json_file(rows: Sequence[Row], settings: Settings) -> bytes:
    """An object with all rows in ``initiatives``, each on a line of its own, oldest first."""
    return json_head(settings) + b",\n".join([row.json for row in rows]) + b"\n]}\n"


def csv_file(rows: Sequence[Row]) -> bytes:
    """RFC 4180 with a header, UTF-8 with its mark."""
    return _HEADER + b"".join([row.csv + b"\r\n" for row in rows])


def read_rows(json_text: bytes, csv_text: bytes) -> dict[str, Row]:
    """The rows of two files made by the functions above. Raises ValueError for any other."""
    lines = [line for line in json_text.split(b"\n")[1:-2] if line]  # one empty line where there is no row
    cells = csv_text.split(b"\r\n")[1:-1]
    found = {}
    for line, row in zip(lines, cells, strict=True):
        slug = line[len(_SLUG) : line.index(b'"', len(_SLUG))]
        if not line.startswith(_SLUG) or not row.startswith(slug + b","):
            raise ValueError(slug)
        found[slug.decode()] = Row(slug.decode(), line.removesuffix(b","), row)
    return found


def with_rows(json_text: bytes, csv_text: bytes, rows: Iterable[Row]) -> tuple[bytes, bytes]:
    """Two files made by the functions above, with these rows in the place of earlier ones.

    Raises ValueError where a story has no line in either.
    """
    for row in rows:
        slug = row.slug.encode()
        start = json_text.index(b"\n" + _SLUG + slug + b'"') + 1
        end = json_text.index(b"\n", start)
        comma = b"," if json_text.endswith(b",", start, end) else b""
        json_text = b"".join((json_text[:start], row.json, comma, json_text[end:]))
        start = csv_text.index(b"\r\n" + slug + b",") + 2
        csv_text = b"".join((csv_text[:start], row.csv, csv_text[csv_text.index(b"\r\n", start) :]))
    return json_text, csv_text


def package_target(catalogue: Catalogue, words: Words, base: str) -> Iterator[Target]:
    """The description of the data: a Data Package (frictionless standards, version 1)."""
    settings = catalogue.settings
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", settings.site_url.partition("://")[2].lower()).strip("-"),
        "title": settings.site_name,
        "description": settings.site_description or words("data.description"),
        "homepage": settings.site_url + urls.DATA,
        "version": f"{VERSION}.0.0",
        "contributors": [{"title": settings.organiser or settings.site_name, "role": "publisher"}],
        "resources": [_csv_resource(words)],
    }
    if settings.text_licence:
        name = re.sub(r"[^A-Za-z0-9._-]+", "-", settings.text_licence).strip("-") or "other"
        package["licenses"] = [{"name": name, "title": settings.text_licence}]
    data = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    yield Target(urls.DATA_PACKAGE, digest_of((base, data)), "text", data)


def _csv_resource(words: Words) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": "initiatives",
        "path": urls.CATALOGUE_CSV.rpartition("/")[2],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [
                {"name": name, "type": kind, "description": words(f"data.field.{name}")}
                for name, kind in COLUMNS.items()
            ],
            "primaryKey": "slug",
        },
    }


def make_late(data: Any, kit: Kit) -> bytes:
    """A file whose bytes are asked for only where it has to be made: ``data`` gives them, in this process."""
    made: bytes = data()
    return made
