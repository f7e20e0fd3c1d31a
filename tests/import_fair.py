"""A small fair that sheets are imported into, and what its drafts say afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from intake_files import HEADS, xlsx
from sangkien.cli.importing import import_
from sangkien.source.document import read_document
from small_fair import CONFIG, VOCABULARY, write_story


def import_fair(root: Path) -> Path:
    """The fair's root, made anew: without a theme, for nothing is built here."""
    (root / "content" / "vocabulary").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for name, text in VOCABULARY.items():
        (root / "content" / "vocabulary" / f"{name}.yml").write_text(text, "utf-8")
    write_story(root, 0)
    return root


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(import_, list(map(str, arguments)))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def sheet(folder: Path, *rows: Sequence[Any], heads: Sequence[str] = HEADS, name: str = "bảng.xlsx") -> Path:
    place = folder.parent / name
    place.write_bytes(xlsx([heads, *rows]))
    return place


def story(fair: Path, slug: str = "xe-day-hang") -> Path:
    return fair / "initiatives" / slug / "index.md"


def data_of(place: Path) -> dict[str, Any]:
    document = read_document("index.md", "initiative", place.read_bytes())
    assert document.faults == ()
    found: dict[str, Any] = document.data
    return found
