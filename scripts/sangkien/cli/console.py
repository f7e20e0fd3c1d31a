"""What is printed, in UTF-8 whatever the machine takes for its code page."""

from __future__ import annotations

import sys


def print_utf8() -> None:
    """For the whole process. Code page 1258, of Windows in Vietnamese, has no “ế”: a pipe would stop us."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
