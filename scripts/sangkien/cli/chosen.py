"""PATH… of ``sangkien check``: which of a fair's files are shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from sangkien.diagnostics import UserError
from sangkien.report.characters import visible
from sangkien.settings import Settings


def chosen(paths: Iterable[str], folder: Path, settings: Settings) -> Callable[[str], bool]:
    """Whether a file of the fair is among ``paths``: files or folders, absolute or relative to ``folder``.

    No path at all chooses everything; a picture of an initiative stands for the initiative. Raises UserError
    for a path that isn't there or lies outside the fair.
    """
    wanted = {_within(path, folder, settings) for path in paths}
    if not wanted or "" in wanted:
        return lambda file: True
    folders = tuple(f"{path}/" for path in wanted)
    return lambda file: _case(file) in wanted or _case(file).startswith(folders)


def _within(path: str, folder: Path, settings: Settings) -> str:
    """A path relative to the root, forward slashes, ``""`` for the root itself."""
    root = Path(settings.root)
    place, shown = _existing(path, folder), visible(path)
    if place is None:
        raise UserError(
            f"Không thấy “{shown}”. Hãy xem lại đường dẫn.", f"There is no “{shown}”. Check the path."
        )
    for candidate in (place, place.resolve()):
        if candidate.is_relative_to(root):
            inside = candidate.relative_to(root).as_posix()
            return "" if inside == "." else _case(_story_of(inside, settings))
    raise UserError(f"“{shown}” nằm ngoài hội thi ({root}).", f"“{shown}” lies outside the fair ({root}).")


def _existing(path: str, folder: Path) -> Path | None:
    """As it is written, else with backslashes as Windows writes them."""
    for spelling in dict.fromkeys((path, path.replace("\\", "/"))):
        try:
            place = Path(os.path.normpath(folder / spelling))  # takes ".." away without following links
            if spelling and place.exists():
                return place
        except (OSError, ValueError):  # too long, or with a NUL
            continue
    return None


def _story_of(path: str, settings: Settings) -> str:
    parts = path.split("/")
    of_initiative = parts[0] == settings.initiatives_dir and len(parts) > 2
    return "/".join(parts[:2]) if of_initiative and not path.endswith(".md") else path


def _case(path: str) -> str:
    """As the system compares names: Windows takes no notice of case."""
    return path.lower() if os.name == "nt" else path
