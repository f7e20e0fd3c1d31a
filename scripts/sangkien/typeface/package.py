"""Where the font files of a family are: in an installed package ``fontpkg-<family>``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from sangkien.diagnostics import UserError

NONE = "none"
"""The option's value for the device's own typeface."""
WEIGHTS: Mapping[int, str] = {400: "Regular", 700: "Bold"}


def slug_of(family: str) -> str:
    """``Be Vietnam Pro`` → ``be-vietnam-pro``."""
    return re.sub(r"[^a-z0-9]+", "-", family.lower()).strip("-")


def font_files(family: str) -> dict[int, bytes]:
    """Weight → TrueType file. Raises UserError when the package or one of its weights isn't there."""
    slug = slug_of(family)
    found = find_spec(f"fontpkg_{slug.replace('-', '_')}") if slug else None
    folder = Path(found.origin or "").parent / "files" if found else None
    files = {
        weight: path
        for weight, style in WEIGHTS.items()
        for path in sorted(folder.glob(f"*-{style}.ttf") if folder else ())
    }
    if len(files) < len(WEIGHTS):
        raise UserError(
            f"Chưa cài kiểu chữ “{family}”: cài gói fontpkg-{slug}, hoặc ghi “typeface: {NONE}” "
            "trong mkdocs.yml.",
            f"The typeface “{family}” is not installed: install fontpkg-{slug}, or write “typeface: {NONE}” "
            "in mkdocs.yml.",
        )
    return {weight: path.read_bytes() for weight, path in files.items()}
