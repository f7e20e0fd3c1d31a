"""What was imported from where, kept under ``.sangkien/intake``: lost without harm, then nothing is overwritten."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sangkien.diagnostics import UserError
from sangkien.intake.entry import Entry

_VERSION: Final = 1
_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Known:
    """One import: the folder, the keys it is known by, its place in its file, each field's digest as imported."""

    slug: str
    keys: tuple[str, ...]
    place: tuple[str, str, int]
    fields: Mapping[str, str]


def digest_of(data: Any) -> str:
    """Digest of a value of the front matter, 16 hexadecimal digits; nothing and empty are the same."""
    text = json.dumps(data or None, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def folder_of(root: str) -> Path:
    """Where imports keep their own: origins, and folders being made."""
    return Path(root, ".sangkien", "intake")


def read_origins(root: str) -> tuple[Known, ...]:
    """All earlier imports; none where the file is absent or can't be read."""
    try:
        data = json.loads((folder_of(root) / "origins.json").read_text("utf-8"))
        if data["version"] != _VERSION:
            return ()
        return tuple(
            Known(str(one["slug"]), tuple(map(str, one["keys"])), _place(one["place"]), dict(one["fields"]))
            for one in data["entries"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def write_origins(root: str, known: Iterable[Known]) -> None:
    """Replace the file whole. Raises UserError where the folder can't be written."""
    entries = [
        {"slug": one.slug, "keys": list(one.keys), "place": list(one.place), "fields": dict(one.fields)}
        for one in known
    ]
    text = json.dumps({"version": _VERSION, "entries": entries}, ensure_ascii=False, indent=1)
    folder = folder_of(root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix="origins-", suffix=".tmp", dir=folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        Path(made).replace(folder / "origins.json")
    except OSError as error:
        raise UserError(
            "Không ghi được thư mục .sangkien: hãy xem quyền ghi và chỗ trống trên đĩa.",
            "The folder .sangkien can't be written: see whether the disk has room and may be written.",
        ) from error


class Origins:
    """Earlier imports by each of their keys. A key that two imports share tells nothing."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.all = {one.slug: one for one in known}
        self._slugs: dict[str, set[str]] = {}
        for one in self.all.values():
            for key in one.keys:
                self._slugs.setdefault(key, set()).add(one.slug)
        self._places = {one.place: one for one in self.all.values()}

    def find(self, entry: Entry, fields: Mapping[str, Any], taken: set[str]) -> Known | None:
        """The import this entry is known from: by its surest key, else by its place if half of it is the same."""
        for key in entry.keys:
            slugs = self._slugs.get(key, set()) - taken
            if len(slugs) == 1:
                return self.all[slugs.pop()]
        there = self._places.get(tuple(entry.origin))  # type: ignore[arg-type]  # an Origin is such a tuple
        if there is None or there.slug in taken:
            return None
        digests = {name: digest_of(data) for name, data in fields.items() if data}
        same = sum(there.fields.get(name) == digest for name, digest in digests.items())
        return there if same > _ALIKE * len(digests) else None

    def with_entry(self, slug: str, entry: Entry, fields: Mapping[str, Any]) -> Known:
        """What is to be remembered of an entry: fields of this import over those of earlier ones."""
        digests = {name: digest_of(data) for name, data in fields.items()}
        new = Known(slug, entry.keys, tuple(entry.origin), digests)
        old = self.all.get(slug)
        return replace(new, fields={**old.fields, **digests}) if old else new


def _place(value: Any) -> tuple[str, str, int]:
    file, sheet, row = value
    return str(file), str(sheet), int(row)
