"""What leads elsewhere: symbolic links, and Windows' junctions, which Python doesn't count among them."""

from __future__ import annotations

import os
import stat
from typing import Final

WINDOWS: Final = os.name == "nt"
JUNCTION: Final = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT of winnt.h. Other reparse points are OneDrive's files, say: those are read."""


def is_link(place: str | os.PathLike[str]) -> bool:
    """Whether a file or folder is a symbolic link or a junction; False for what isn't there.

    Anybody may make a junction. To Python 3.11 it is a folder like any other: ``is_symlink`` says no,
    ``os.walk`` and ``is_dir(follow_symlinks=False)`` go through it.
    """
    try:
        status = os.lstat(place)  # pathlib costs several µs a call, in every reading
    except (OSError, ValueError):
        return False
    return stat.S_ISLNK(status.st_mode) or _tag(status) == JUNCTION


def is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether a folder that ``scandir`` found is one: on Windows it knows without a call to the system."""
    return WINDOWS and _tag(entry.stat(follow_symlinks=False)) == JUNCTION


def leave_junctions(folder: str, names: list[str]) -> None:
    """Take them out of the folders that ``os.walk`` is about to enter."""
    if WINDOWS:
        names[:] = [name for name in names if not is_link(os.path.join(folder, name))]  # noqa: PTH118  # plain


def _tag(status: os.stat_result) -> int:
    """The kind of a reparse point; 0 for what is none, and on other systems."""
    return getattr(status, "st_reparse_tag", 0)
