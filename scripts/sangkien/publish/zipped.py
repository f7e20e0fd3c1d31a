"""A zip as a host: one file, written whole, the same bytes for the same site."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from sangkien.diagnostics import UserError
from sangkien.publish.host import RECORD, broken
from sangkien.publish.release import sha256
from sangkien.source.moving import move
from sangkien.targets.zip_entry import zip_entry

_STORED = (".webp", ".jpg", ".png", ".woff2")
"""Packed already."""


class ZipHost:
    """``file`` stays as it was until ``finish``. Nothing is kept beside it: keep the zips themselves."""

    lanes = 1
    remembers = False

    def __init__(self, file: Path) -> None:
        self.label = str(file)
        self._file, self._new = file, file.with_name(file.name + ".sangkien-new")
        self._entries: dict[str, bytes] = {}
        old = self._old(RECORD) if file.exists() else None
        if file.exists() and old is None:
            raise UserError(
                f"{file} đã có và không phải do công cụ này tạo ra nên không được thay. Hãy chọn tên khác.",
                f"{file} is there and was not made by this tool; it is not replaced. Choose another name.",
            )
        if old is not None:
            self._entries[RECORD] = old
        self._there: Mapping[str, str] = {key: sha256(data) for key, data in self._entries.items()}

    def listing(self) -> Mapping[str, str]:
        """The record of the zip that is there, and no more of it: a zip is made from the beginning."""
        return self._there

    def tag(self, data: bytes) -> str:
        """SHA-256."""
        return sha256(data)

    def read(self, key: str) -> bytes:
        """An entry that was put, else one of the zip that is there."""
        if key in self._entries:
            return self._entries[key]
        if (old := self._old(key)) is None:
            raise broken(self.label, key)
        return old

    def put(self, key: str, data: bytes) -> None:
        """Note an entry."""
        self._entries[key] = data

    def copy(self, source: str, target: str) -> None:
        """Note it twice."""
        self._entries[target] = self._entries[source]

    def delete(self, key: str) -> None:
        """Forget an entry."""
        self._entries.pop(key, None)

    def finish(self) -> None:
        """Write the file beside, then rename it."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(self._new, "w") as out:
                for key in sorted(self._entries):
                    out.writestr(_entry(key), self._entries[key])
            move(self._new, self._file)
        except OSError as error:
            self._new.unlink(missing_ok=True)
            raise broken(self.label, error.strerror or type(error).__name__) from error
        self._there = {key: sha256(data) for key, data in self._read_all().items()}

    def _old(self, key: str) -> bytes | None:
        try:
            with zipfile.ZipFile(self._file) as packed:
                return packed.read(key)
        except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
            return None

    def _read_all(self) -> dict[str, bytes]:
        try:
            with zipfile.ZipFile(self._file) as packed:
                return {name: packed.read(name) for name in packed.namelist()}
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
            return {}


def _entry(key: str) -> zipfile.ZipInfo:
    return zip_entry(key, zipfile.ZIP_STORED if key.endswith(_STORED) else zipfile.ZIP_DEFLATED)
