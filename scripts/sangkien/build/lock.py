"""One command at a time changes or builds a fair: a lock of the system, which dies with its process."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sangkien.diagnostics import Text, UserError

STEP = 0.1
WAIT = 900.0
"""Seconds a second command waits before it refuses."""
_HOLDER = re.compile(r"sangkien [a-z]+, PID \d+")


def nobody_told(holder: Text) -> None:
    """For whoever waits without a word."""


@contextmanager
def build_lock(
    path: Path, waiting: Callable[[Text], None] = nobody_told, wait: float = WAIT, *, command: str = ""
) -> Iterator[None]:
    """Hold the lock file at ``path``; the file says that ``command`` does, as long as it does.

    ``waiting`` is called once if another command holds it, with who that is. A lock left by a killed process
    is free: the system let go of it. Raises UserError after ``wait`` seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, path, waiting, wait)
        _sign(handle, f"sangkien {command}, PID {os.getpid()}" if command else "")
        try:
            yield
        finally:
            _sign(handle, "")
    finally:
        os.close(handle)


def _take(handle: int, path: Path, waiting: Callable[[Text], None], wait: float) -> None:
    if _try(handle):
        return
    waiting(_holder(path))
    for _ in range(int(wait / STEP)):
        time.sleep(STEP)
        if _try(handle):
            return
    holder = _holder(path)
    raise UserError(
        f"{holder.vi} đang chạy và chưa xong. Hãy đợi nó xong rồi chạy lại.",
        f"{holder.en} is still running. Wait for it to finish, then run this again.",
    )


def _sign(handle: int, text: str) -> None:
    with suppress(OSError):  # on a full disk the lock holds all the same
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode())


def _holder(path: Path) -> Text:
    """Who holds the lock, as its file says; in the moment before it says so, another command."""
    try:
        said = path.read_text("ascii")
    except (OSError, ValueError):
        said = ""
    if _HOLDER.fullmatch(said):
        return Text(f"Lệnh {said}", f"The command {said},")
    return Text("Một lệnh khác (dựng trang, nhập, gỡ…)", "Another command (build, import, withdraw…)")


if sys.platform == "win32":  # pragma: no cover  # run on Windows only
    import msvcrt

    _FAR = 1 << 20
    """What is locked there can't be read: not where the holder's name stands."""

    def _try(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
