"""Text for XML 1.0: escaped, and without the characters that it cannot hold."""

from __future__ import annotations

from html import escape

_CONTROLS = {code: None for code in (*range(32), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}


def text(value: str) -> str:
    """Between tags, or within double quotes."""
    return escape(value.translate(_CONTROLS), quote=False).replace('"', "&quot;")
