"""Entries of zip files that are the same on every system."""

from __future__ import annotations

import zipfile
from typing import Final

OLDEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first day a zip file knows: same input, same bytes."""
UNIX: Final = 3


def zip_entry(name: str, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """An entry without its day; Python would name the system it runs on (APPNOTE.TXT, 4.4.2)."""
    entry = zipfile.ZipInfo(name, OLDEST)
    entry.compress_type = compression
    entry.create_system = UNIX
    entry.external_attr = 0o100644 << 16
    return entry
