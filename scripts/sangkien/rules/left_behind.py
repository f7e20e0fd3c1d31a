"""Files that systems and editors leave behind in folders: nobody put them there, no rule speaks of them."""

from __future__ import annotations

_NAMES = ("thumbs.db", "ehthumbs.db", "desktop.ini")
_ENDS = ("~", ".tmp", ".swp")


def is_left_behind(name: str) -> bool:
    """Whether a file was left by Windows, macOS, an editor or an office program."""
    name = name.lower()
    return name.startswith((".", "~$")) or name in _NAMES or name.endswith(_ENDS)
