"""What glibc does with freed memory: kept for the next picture, given back when pictures are done."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from sys import platform
from typing import Any, Final

_TRIM: Final = -1
"""M_TRIM_THRESHOLD of malloc.h."""
_MAPPED: Final = -3
"""M_MMAP_THRESHOLD, likewise."""
_KEPT: Final = 64 << 20
"""Bytes that may lie free at the end of the heap while there are pictures; afterwards ``_LEFT``."""
_LEFT: Final = 4 << 20
_LARGE: Final = 32 << 20
"""Bytes from which on a block is mapped for itself: the most that glibc takes, more than a picture needs."""


def keep_room() -> None:
    """Keep what pictures free, until ``give_back``.

    Else every picture asks the system for its megabytes anew, and the system clears them page by page: half
    a second of a clean build's processor time.
    """
    libc = _glibc()
    if libc is not None:
        libc.mallopt(_MAPPED, _LARGE)
        libc.mallopt(_TRIM, _KEPT)


def give_back() -> None:
    """Give the room that photos took back to the system: glibc keeps it, tens of MB in each process."""
    libc = _glibc()
    if libc is not None:
        libc.mallopt(_TRIM, _LEFT)
        libc.malloc_trim(0)


def _glibc() -> Any:
    """The C library where it is glibc, else None."""
    if platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            libc = ctypes.CDLL(None)
            _ = libc.mallopt, libc.malloc_trim
            return libc
    return None
