"""Blocks of a story that are certainly plain, written straight as HTML: most of most stories.

What it claims: a block that is taken becomes, to the byte, what Python-Markdown and nh3 make of it. A block
is taken only where all of it has one of five shapes (a heading, a paragraph, a list by dashes, a list
numbered from 1, a quote of paragraphs), and every letter of its text is Latin, a digit, a space or one of a
few marks that mean nothing within a line, neither to Markdown nor to HTML; ``**strong**`` is the one mark
that is read. So no tag is there but those written here, no text needs escaping, and the sanitiser would find
nothing to do. All else is left to the library, in its own words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LETTERS = "A-Za-z0-9\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff"
"""Latin with all that Vietnamese needs, composed or not."""
_BEGINS = rf"[{_LETTERS}\"'(*“‘–—…]"
"""What a line may begin with: ``- + > #`` and their like would make it something else."""
_WITHIN = rf" {_LETTERS}\"'(*“‘–—…)”’.,;:?!/%+=@€°²³·\-"
"""What may follow; a star is looked at again."""
_LINE = rf"(?!\d+\. ){_BEGINS}[{_WITHIN}]*+(?<! )"
_BLOCK = re.compile(
    rf"(?P<paragraph>{_LINE}(?:\n{_LINE})*+)"
    rf"|(?P<marks>#{{1,6}}) +(?P<heading>(?! )[{_WITHIN}]++(?<! ))"
    rf"|- (?P<dashes>{_LINE}(?:\n- {_LINE})*+)"
    rf"|1\. (?P<numbers>{_LINE}(?:\n\d+\. {_LINE})*+)"
    rf"|> (?P<quote>{_LINE}(?:\n(?:>\n)?> {_LINE})*+)"
)
_STRONG = re.compile(r"\*\*(?! )([^*\n]+)(?<! )\*\*(?!\*)")
_NEXT_NUMBER = re.compile(r"\n\d+\. ")
_BLANK = re.compile(r"\n(?:[ ]*\n)+")


class Block(NamedTuple):
    """One block as HTML; a heading's without its tag, with its level (2 to 6) and its bare text."""

    kind: str
    html: str
    level: int = 0
    text: str = ""

    @property
    def written(self) -> str:
        """With its tag; a heading has no id yet."""
        return f"<h{self.level}>{self.html}</h{self.level}>" if self.level else self.html


def cut(body: str) -> list[Block | str]:
    """A story's blocks in order: those taken, and the source of those that are not.

    A list grows together with a list before it, a quote with a quote, and what a block that isn't taken may
    be, nobody here knows: next to such neither is taken.
    """
    headed = "\n" + body if body.startswith("\n") else body  # so that blank lines at the head are cut off too
    sources = [source for source in _BLANK.split(headed.rstrip("\n")) if source]
    blocks = [_block(source) for source in sources]
    parts: list[Block | str] = []
    before: Block | None = _EDGE
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else _EDGE
        if block is None or (block.kind in _GROWING and not _apart(block.kind, before, after)):
            parts.append(sources[number])
        else:
            parts.append(block)
        before = block
    return parts


_EDGE = Block("edge", "")
_GROWING = ("list", "quote")


def _apart(kind: str, before: Block | None, after: Block | None) -> bool:
    return before is not None and after is not None and kind not in (before.kind, after.kind)


def _block(source: str) -> Block | None:
    """The block that a source certainly is."""
    match = _BLOCK.fullmatch(source)
    kind = match and match.lastgroup
    if match is None or kind is None:
        return None
    text = html = match[kind]
    if "*" in text:
        html = _STRONG.sub(r"<strong>\1</strong>", text)
        if "*" in html:
            return None
    if kind == "paragraph":
        return Block(kind, f"<p>{html}</p>")
    if kind == "heading":
        level = max(2, len(match["marks"]))  # the page's title is the only one of the first
        return Block(kind, html, level, " ".join(text.replace("**", "").split()))
    if kind == "quote":
        paragraphs = html.replace("\n> ", "\n").replace("\n>\n", "</p>\n<p>")
        return Block(kind, f"<blockquote>\n<p>{paragraphs}</p>\n</blockquote>")
    if kind == "dashes":
        items, tag = html.replace("\n- ", "</li>\n<li>"), "ul"
    else:
        items, tag = _NEXT_NUMBER.sub("</li>\n<li>", html), "ol"
    return Block("list", f"<{tag}>\n<li>{items}</li>\n</{tag}>")
