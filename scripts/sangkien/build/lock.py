"""One command at a time changes or builds a fair: a lock of the system, which dies with its process."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sangkien.diagnostics import UserError

STEP = 0.1
WAIT = 900.0
"""Seconds a second command waits before it refuses."""


@contextmanager
def build_lock(path: Path, waiting: Callable[[], None] = lambda: None, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock file at ``path``; ``waiting`` is called once if another command holds it.

    A lock left by a killed process is free: the system let go of it. Raises UserError after ``wait``
    seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, waiting, wait)
        yield
    finally:
        os.close(handle)


def _take(handle: int, waiting: Callable[[], None], wait: float) -> None:
    if _try(handle):
        return
    waiting()
    for _ in range(int(wait / STEP)):
        time.sleep(STEP)
        if _try(handle):
            return
    raise UserError(
        "Một lệnh khác (dựng trang, nhập, gỡ…) đang chạy và chưa xong. Hãy đợi nó xong rồi chạy lại.",
        "Another command (build, import, withdraw…) is still running. Wait for it to finish, then run this"
        " again.",
    )


if sys.platform == "win32":  # pragma: no cover  # run on Windows only
    import msvcrt

    def _try(handle: int) -> bool:
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
