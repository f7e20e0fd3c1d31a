"""The HTML that mammoth makes of a report → blocks: paragraphs, list items, tables, places of pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(slots=True)
class Block:
    """One block. ``rows``: a table's cells as text. ``images``: numbers of pictures within it."""

    text: str = ""
    heading: bool = False
    bold: bool = False
    caption: bool = False
    bullet: str = ""
    rows: list[list[str]] = field(default_factory=list)
    images: list[int] = field(default_factory=list)


def blocks_of(html: str) -> Iterator[Block]:
    """Blocks in order. Never raises."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.end_block()
    yield from parser.blocks


class _Parser(HTMLParser):
    """Holds one block at a time; a table is one block whatever is in its cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._now = Block()
        self._plain = False
        self._strong = self._tables = 0
        self._lists: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a row, a cell; note a picture."""
        if tag in ("table", "tr", "td", "th"):
            self._open_table(tag)
        elif tag == "img":
            source = dict(attrs).get("src") or ""
            if source.isdigit():
                self._now.images.append(int(source))
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else -1)
        elif tag == "strong":
            self._strong += 1
        elif tag == "br":
            self.handle_data("\n")
        elif not self._tables and (tag in ("p", "li") or _is_heading(tag)):
            self._open(tag)

    def _open_table(self, tag: str) -> None:
        if tag == "table":
            if not self._tables:
                self.end_block()
            self._tables += 1
        elif self._tables == 1 and tag == "tr":
            self._now.rows.append([])
        elif self._tables == 1 and self._now.rows:
            self._now.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag == "table":
            self._tables -= 1
            if not self._tables:
                self.end_block()
        elif tag == "strong":
            self._strong -= 1
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "p" and self._tables:
            self.handle_data("\n")
        elif not self._tables and (tag in ("p", "li") or _is_heading(tag)):
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Text goes into the cell or the block."""
        if self._tables:
            if self._now.rows and self._now.rows[-1]:
                self._now.rows[-1][-1] += data
            return
        self._now.text += data
        if data.strip() and not self._strong:
            self._plain = True

    def end_block(self) -> None:
        """Keep the block if it holds anything, and begin another."""
        block = self._now
        block.text = block.text.strip()
        block.bold = bool(block.text) and not self._plain
        block.rows = [[cell.strip() for cell in row] for row in block.rows]
        if block.text or block.rows or block.images:
            self.blocks.append(block)
        self._now, self._plain = Block(), False

    def _open(self, tag: str) -> None:
        self.end_block()
        self._now.heading = _is_heading(tag)
        if tag == "li" and self._lists:
            if self._lists[-1] < 0:
                self._now.bullet = "- "
            else:
                self._lists[-1] += 1
                self._now.bullet = f"{self._lists[-1]}. "


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
