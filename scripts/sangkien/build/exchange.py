"""Replacing the site in one step: two trees on one file system change places.

``renameat2(RENAME_EXCHANGE)`` on Linux, ``renamex_np(RENAME_SWAP)`` on macOS; elsewhere two renames and a
journal that the next start finishes.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from sangkien.build.home import STAMP, Home
from sangkien.diagnostics import UserError
from sangkien.source.moving import move

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of linux/fs.h and RENAME_SWAP of Apple's stdio.h: both 2."""


def refuse_foreign(home: Home) -> None:
    """A folder that was not made here is never replaced: it may hold somebody's documents."""
    site = home.site
    if home.root.is_relative_to(site):
        raise UserError(
            f"Không thể dựng vào {site}: thư mục này chứa cả hội thi.",
            f"Cannot build into {site}: that folder holds the fair itself.",
        )
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise UserError(f"{site} không phải là thư mục.", f"{site} is not a folder.")
    if site.exists() and any(site.iterdir()) and not (site / STAMP).exists():
        raise UserError(
            f"Thư mục {site} đã có sẵn tệp không do công cụ này tạo ra nên không được thay. "
            "Hãy chọn thư mục khác hoặc dọn nó đi.",
            f"The folder {site} holds files that this tool did not make, and is not replaced. "
            "Choose another, or empty it.",
        )


def publish(home: Home) -> None:
    """Put the spare in the site's place, and the former site in the spare's."""
    if not home.site.exists():
        home.site.parent.mkdir(parents=True, exist_ok=True)
        move(home.spare, home.site)
    elif not _exchange(home.spare, home.site):
        _two_renames(home)


def recover(home: Home) -> None:
    """Finish what a killed build left between two renames."""
    journal = home.state / "journal"
    if not journal.exists():
        return
    if home.old.exists():
        if not home.site.exists() and home.spare.exists():
            move(home.spare, home.site)
        if not home.site.exists():
            move(home.old, home.site)
        elif not home.spare.exists():
            move(home.old, home.spare)
        else:
            shutil.rmtree(home.old)
    journal.unlink()


def _two_renames(home: Home) -> None:
    journal = home.state / "journal"
    if home.old.exists():
        shutil.rmtree(home.old)
    journal.write_text("exchange\n", "ascii")
    move(home.site, home.old)
    try:
        move(home.spare, home.site)
    except OSError:
        move(home.old, home.site)
        journal.unlink()
        raise
    try:
        move(home.old, home.spare)
    except PermissionError:  # somebody reads the former site; the new one stands, and the next start goes on
        return
    journal.unlink()


def _exchange(one: Path, other: Path) -> bool:
    """Whether the system could exchange the two."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(first, second, _EXCHANGE) == 0)
        return bool(libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):
        return False
