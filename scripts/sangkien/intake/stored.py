"""A text as its file holds it, and where the places of its decoded form stand in it.

Diagnostics and fixes count in the decoded text (``source.document.decode``): without byte order mark, every
line end as ``\\n``. What is written back, or handed to other programs, counts in the file's own.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stored:
    """``text``: the file's own, line ends as they are, no byte order mark; ``bom``: whether it had one."""

    text: str
    bom: bool = False
    pairs: tuple[int, ...] = ()

    @property
    def newline(self) -> str:
        """The line end that new lines are given: the file's first."""
        match = re.search(r"\r\n|\r|\n", self.text)
        return match[0] if match else "\n"

    @property
    def decoded(self) -> str:
        """The text as the rules saw it."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n")

    def offset(self, decoded: int) -> int:
        """Place in ``text`` of a place in ``decoded``: one more for each ``\\r\\n`` before it."""
        return decoded + bisect_left(self.pairs, decoded)

    def encoded(self, text: str) -> bytes:
        """The bytes of the file with another text. Raises UnicodeEncodeError for a lone surrogate."""
        return (codecs.BOM_UTF8 if self.bom else b"") + text.encode()


def stored(data: bytes) -> Stored | None:
    """A file's bytes as a ``Stored``; None where they are no UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    pairs = tuple(match.start() - number for number, match in enumerate(re.finditer("\r\n", text)))
    return Stored(text, data.startswith(codecs.BOM_UTF8), pairs)
