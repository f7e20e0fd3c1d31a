"""Which photo belongs to which initiative: by its folder, by code or title in its name, by a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sangkien.source.document import Document
from sangkien.text.folding import slugify

_LEAST: Final = 6
"""Letters of a title or code that a file's name must hold: "may" is in too many."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an initiative is recognised by: slugs of its folder, title and code; files that its row names."""

    slug: str
    names: tuple[str, ...]
    files: tuple[str, ...] = ()


def known_of(document: Document, files: Sequence[str] = ()) -> Known:
    """An initiative that stands."""
    data = document.data if isinstance(document.data, dict) else {}
    texts = (document.slug, data.get("title"), data.get("code"))
    names = (slugify(text) for text in texts if isinstance(text, str))
    return Known(document.slug, tuple(dict.fromkeys(filter(None, names))), tuple(map(str.casefold, files)))


def matched(
    photos: Iterable[Path], initiatives: Sequence[Known], beside: Mapping[Path, str]
) -> tuple[list[tuple[Path, str]], list[Path]]:
    """(photo, slug) for each that one initiative alone answers to, and the photos left over.

    ``beside``: folder → the one initiative whose report lies in it.
    """
    found: list[tuple[Path, str]] = []
    left: list[Path] = []
    for photo in photos:
        slug = _slug(photo, initiatives) or beside.get(photo.parent, "")
        if slug:
            found.append((photo, slug))
        else:
            left.append(photo)
    return found, left


def _slug(photo: Path, initiatives: Sequence[Known]) -> str:
    named = [one.slug for one in initiatives if photo.name.casefold() in one.files]
    folder, stem = slugify(photo.parent.name), slugify(photo.stem)
    in_folder = [one.slug for one in initiatives if folder in one.names]
    by_name = {name: one.slug for one in initiatives for name in one.names if _holds(stem, name)}
    longest = max(by_name, key=len, default="")
    in_name = [slug for name, slug in by_name.items() if len(name) == len(longest)]
    for some in (named, in_folder, in_name):
        if len(set(some)) == 1:
            return some[0]
    return ""


def _holds(stem: str, name: str) -> bool:
    whole = re.search(rf"(?:^|-){re.escape(name)}(?:-|$)", stem)
    return bool(whole) and (len(name) >= _LEAST or stem == name)
