"""What was imported from where, kept under ``.sangkien/intake``; lost without harm."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from sangkien.diagnostics import UserError
from sangkien.intake.entry import Entry
from sangkien.intake.replace_file import PREFIX, SUFFIX

T = TypeVar("T")
_KINDS: Final = ("code:", "stamp:", "full:", "title:")
"""Keys, the surest first."""
_VERSION: Final = 1
_ALIKE: Final = 0.5
_DIGEST: Final = re.compile("#[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Known:
    """One import: folder, keys it is known by, place in its file, each field's digest as imported.

    ``folder``: where that file lay; empty where nobody knows. Keys, the names of file, sheet and folder are
    digests: they hold titles and names, and whoever withdraws must not stay here.
    """

    slug: str
    keys: tuple[str, ...]
    place: tuple[str, str, int]
    fields: Mapping[str, str]
    folder: str = ""


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
            Known(
                *(str(one["slug"]), _known_by(map(str, one["keys"])), _place(one["place"])),
                *(dict(one["fields"]), hashed(str(one.get("folder", "")))),
            )
            for one in data["entries"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def write_origins(root: str, known: Iterable[Known]) -> None:
    """Replace the file whole. Raises UserError where the folder can't be written."""
    entries = [
        {
            "slug": one.slug,
            "keys": list(one.keys),
            "place": list(one.place),
            "fields": dict(one.fields),
            "folder": one.folder,
        }
        for one in known
    ]
    text = json.dumps({"version": _VERSION, "entries": entries}, ensure_ascii=False, indent=1)
    folder = folder_of(root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        Path(made).replace(folder / "origins.json")
    except OSError as error:
        raise UserError(
            "Không ghi được thư mục .sangkien: hãy xem quyền ghi và chỗ trống trên đĩa.",
            "The folder .sangkien can't be written: see whether the disk has room and may be written.",
        ) from error


class Origins:
    """Earlier imports, and which of them the entries of another import are."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.all = {one.slug: one for one in known}

    def match(self, entries: Sequence[Entry], fields: Sequence[Mapping[str, Any]]) -> list[Known | None]:
        """For each entry the import it is known from: all by their surest keys first, then by their place.

        A key that two imports or two entries share tells nothing. A place tells only where more than half of
        what stands there is the same; of a list of rejected rows, which may be older than what was imported
        since, only where the authors are the same too. Such a row is no other row of its sheet.
        """
        found: list[Known | None] = [None] * len(entries)
        for kind in _KINDS:
            free = self._free(found)
            imports = _unique((key, one) for one in free for key in one.keys if key.startswith(kind))
            rows = _unique(
                (key, number)
                for number, entry in enumerate(entries)
                if found[number] is None
                for key in _known_by(entry.keys)
                if key.startswith(kind)
            )
            for key, number in rows.items():
                one = imports.get(key)
                found[number] = one if one and not is_another(entries[number], one) else None
        places = {one.place: one for one in self._free(found)}
        for number, entry in enumerate(entries):
            there = places.get(place_of(entry))
            if found[number] is None and there and _is_alike(there, fields[number], listed=entry.listed):
                found[number] = there
        return found

    def _free(self, found: Iterable[Known | None]) -> list[Known]:
        taken = {one.slug for one in found if one}
        return [one for one in self.all.values() if one.slug not in taken]

    def with_entry(self, slug: str, entry: Entry, fields: Mapping[str, Any]) -> Known:
        """What is to be remembered of an entry: fields of this import over those of earlier ones."""
        digests = {name: digest_of(data) for name, data in fields.items()}
        new = Known(slug, _known_by(entry.keys), place_of(entry), digests, hashed(entry.origin.folder))
        old = self.all.get(slug)
        if old is None:
            return new
        same = old.place[:2] == new.place[:2]
        folder = new.folder or (old.folder if same else "")
        return replace(new, fields={**old.fields, **digests}, folder=folder)

    def repeated(self, entry: Entry) -> Known | None:
        """For a row of a list: another row of its sheet, imported with the same title, unit and authors."""
        full = next(key for key in _known_by(entry.keys) if key.startswith("full:"))
        return next((one for one in self.all.values() if full in one.keys and is_another(entry, one)), None)


def is_another(entry: Entry, known: Known) -> bool:
    """Whether a row of a list is surely another one: what was imported stood elsewhere in its sheet."""
    return entry.listed and known.place[:2] == place_of(entry)[:2] and known.place != place_of(entry)


def place_of(entry: Entry) -> tuple[str, str, int]:
    """File and sheet (their digests), and row."""
    return (hashed(entry.origin.file), hashed(entry.origin.sheet), entry.origin.row)


def _known_by(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{kind}:{hashed(value)}" for kind, _, value in (key.partition(":") for key in keys))


def hashed(text: str) -> str:
    """A text's digest, nothing of nothing; one that is a digest stays: earlier versions wrote plain text."""
    return text if not text or _DIGEST.fullmatch(text) else f"#{digest_of(text)}"


def _unique(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """The pairs whose key comes once."""
    pairs = list(pairs)
    often = Counter(key for key, _ in pairs)
    return {key: value for key, value in pairs if often[key] == 1}


def _is_alike(there: Known, fields: Mapping[str, Any], *, listed: bool) -> bool:
    digests = {name: digest_of(data) for name, data in fields.items() if data}
    if listed and digests.get("authors") != there.fields.get("authors"):
        return False
    same = sum(there.fields.get(name) == digest for name, digest in digests.items())
    return same > _ALIKE * len(digests)


def _place(value: Any) -> tuple[str, str, int]:
    file, sheet, row = value
    return hashed(str(file)), hashed(str(sheet)), int(row)
