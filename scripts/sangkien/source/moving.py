"""Moving what was written to where it belongs, as patiently as Windows needs."""

from __future__ import annotations

import os
import time
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
