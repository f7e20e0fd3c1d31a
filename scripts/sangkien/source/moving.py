"""Moving what was written to where it belongs, and deleting, as patiently as Windows needs."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2) if os.name == "nt" else ()
"""Seconds between attempts, six in all. Other systems move what is open, and mean it when they refuse."""


def move(one: Path, other: Path, pauses: tuple[float, ...] = PAUSES) -> None:
    """Put ``one``, a file or a folder, in the place of ``other``: a file, or nothing yet.

    Windows refuses while a program has it open, or any file of a folder, and virus scanners and indexers open
    what has just been written. Raises OSError, PermissionError once all ``pauses`` are over.
    """
    for pause in pauses:
        try:
            one.replace(other)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    one.replace(other)


def delete(place: str, pauses: tuple[float, ...] = PAUSES) -> None:
    """Delete a file, one that is read-only too: Windows keeps it, and its name as long as it is open.

    Raises OSError, PermissionError once all ``pauses`` are over.
    """
    for pause in (0, *pauses) if pauses else ():
        time.sleep(pause)
        try:
            os.unlink(place)  # noqa: PTH108  # a Path costs several µs, tens of thousands of times in a build
        except PermissionError:
            with suppress(OSError):
                os.chmod(place, stat.S_IWRITE)  # noqa: PTH101  # as above
        else:
            return
    os.unlink(place)  # noqa: PTH108  # as above
