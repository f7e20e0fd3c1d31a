"""Photos being copied into a draft and not listed yet: written down first, so that a killed run is undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from sangkien.diagnostics import UserError
from sangkien.intake.origins import folder_of
from sangkien.intake.replace_file import new_file
from sangkien.model.scalars import is_slug
from sangkien.photos.facts import content_digest
from sangkien.settings import Settings
from sangkien.source.document import read_document
from sangkien.source.load import initiative_path
from sangkien.source.tree import DiskTree

_FILE: Final = "photos.json"


def begin(root: str, slug: str, digests: Mapping[str, str]) -> None:
    """Note what is about to be copied: name → digest of its content. Raises UserError."""
    text = json.dumps({"slug": slug, "photos": dict(digests)}, ensure_ascii=False)
    new_file(folder_of(root) / _FILE, text.encode(), f".sangkien/intake/{_FILE}")


def done(root: str) -> None:
    """The photos are listed, or it is known that they can't be."""
    (folder_of(root) / _FILE).unlink(missing_ok=True)


def undo(tree: DiskTree, settings: Settings) -> None:
    """Take away what a killed run copied and did not list: where it came from it still lies.

    A file that somebody put in its place stays. Only for whoever holds the fair's lock.
    """
    try:
        noted = json.loads((folder_of(settings.root) / _FILE).read_text("utf-8"))
        slug, photos = str(noted["slug"]), dict(noted["photos"])
    except (OSError, ValueError, KeyError, TypeError):
        done(settings.root)
        return
    path = initiative_path(settings, slug)
    try:
        data = read_document(path, "initiative", tree.read(path)).data if is_slug(slug) else None
        listed = _listed(data) if isinstance(data, dict) else set(photos)
        home = path.rpartition("/")[0]
        for name in tree.files(home) if isinstance(data, dict) else ():
            ours = name in photos and content_digest(tree.read(f"{home}/{name}")) == photos[name]
            if ours and name not in listed:
                Path(settings.root, *home.split("/"), name).unlink()
    except OSError as error:
        raise UserError(f"Không sửa được {path}.", f"{path} can't be changed.") from error
    done(settings.root)


def _listed(data: Mapping[str, Any]) -> set[str]:
    rows = data.get("photos")
    return (
        {str(row.get("file")) for row in rows if isinstance(row, dict)} if isinstance(rows, list) else set()
    )
