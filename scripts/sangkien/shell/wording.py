"""What the chrome's templates, which MkDocs renders, know of the fair: its words, its card."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from sangkien.diagnostics import Language
from sangkien.source.configuration import load_settings, read_words
from sangkien.source.tree import DiskTree
from sangkien.views.drawn_cards import Drawn, site_card
from sangkien.views.words import Words


def interface_words(root: Path, theme: Path, language: str) -> Words:
    """Words of a theme below ``root``. Raises UserError when their file cannot be used."""
    path = theme.resolve().relative_to(root.resolve()).as_posix()
    chosen = cast("Language", language)
    return Words(chosen, read_words(DiskTree(str(root)), f"{path}/words/{language}.yml"))


def card_of(root: Path) -> Drawn | None:
    """The picture that a link to an editorial page shows. Raises UserError as ``load_settings`` does."""
    no_hour = datetime.min.replace(tzinfo=UTC)  # nothing of a card hangs on it
    return site_card(load_settings(DiskTree(str(root)), str(root), no_hour))
