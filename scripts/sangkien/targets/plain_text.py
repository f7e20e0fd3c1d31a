"""Safe HTML of a story → plain text, and what stands in its quotes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "pre", "table", "hr"})
_ROWS = frozenset({"li", "tr", "br"})
_CELLS = frozenset({"td", "th"})
_GAPS = re.compile(r"\n{3,}")


class _Reader(HTMLParser):
    """Collects text; ``quotes``: that of each outermost quote."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.quotes: list[str] = []
        self._depth, self._from = 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in _ROWS:
            self.parts.append("\n- " if tag == "li" else "\n")
        if tag == "blockquote":
            if not self._depth:
                self._from = len(self.parts)
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote" and self._depth:
            self._depth -= 1
            if not self._depth:
                self.quotes.append(_tidy("".join(self.parts[self._from :])))
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in _CELLS:
            self.parts.append(" | ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def read_html(html: str) -> tuple[str, list[str]]:
    """Plain text with empty lines between blocks, and the quotes in it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _tidy("".join(reader.parts)), [quote for quote in reader.quotes if quote]


def _tidy(text: str) -> str:
    lines = [line.strip().removesuffix(" |") for line in text.split("\n")]
    return _GAPS.sub("\n\n", "\n".join(lines).replace("- \n\n", "- ")).strip()
