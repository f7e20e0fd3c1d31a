"""The interface's words for the chrome's templates, which MkDocs renders."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from sangkien.diagnostics import Language
from sangkien.source.configuration import read_words
from sangkien.source.tree import DiskTree
from sangkien.views.words import Words


def interface_words(root: Path, theme: Path, language: str) -> Words:
    """Words of a theme below ``root``. Raises UserError when their file cannot be used."""
    path = theme.resolve().relative_to(root.resolve()).as_posix()
    chosen = cast("Language", language)
    return Words(chosen, read_words(DiskTree(str(root)), f"{path}/words/{language}.yml"))
