"""A person out of the ledger's bytes, whatever else is wrong with the file: all other bytes stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from sangkien.rules.naming import is_named
from sangkien.source.ledger import LINE
from sangkien.text.folding import in_slug

_ENDS = re.compile(r"(\r\n|\r|\n)")
_TOKEN = re.compile(r"[A-Za-z0-9._/-]+:?")
"""What may be an address, or a part of one; lines that were run together are cut behind the colon."""
_BARE = " \t:'\"\\-,.[]{}"
"""What is nothing once the address between it is gone."""
_UNDECODED = re.compile("[\ud800-\udfff\0]")


class Forgotten(NamedTuple):
    """The bytes that stay, and which of their lines (from 1) nobody can read: for a human to look at."""

    data: bytes
    unread: tuple[int, ...]


def forgotten(
    data: bytes, addresses: Collection[str], name: str, standing: Collection[str] = ()
) -> Forgotten:
    """``data`` without the lines of these addresses and without whatever spells ``name``.

    ``standing``: addresses and slugs of pages that stay, a namesake's or a story's: each stays on record, for
    it must answer for ever.

    A line that is whole goes whole. Of one that can't be understood (quotes, two lines in one, letters that
    are no UTF-8) only the address or the name goes, for it may hold another's address as well. A note behind
    ``#`` goes where it names the person. UTF-16, as Notepad writes it, is read too and stays UTF-16.
    """
    mark, codec, errors = _encoding(data)
    body, odd = (data[len(mark) :], b"") if codec == "utf-8" else _even(data[len(mark) :])
    pieces = _ENDS.split(body.decode(codec, errors))
    is_theirs = partial(_is_theirs, addresses=addresses, name=name, standing=standing)
    kept: list[str] = []
    unread = []
    number = 1
    for line, end in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        whole = line.replace("\0", "")  # between letters it would keep the name
        left = _left(whole, is_theirs, name)
        if left is None:
            continue
        left = line if left == whole else left
        kept += (left, end)
        if _UNDECODED.search(left):
            unread.append(number)
        number += 1
    return Forgotten(mark + "".join(kept).encode(codec, errors) + odd, tuple(unread))


def _encoding(data: bytes) -> tuple[bytes, str, str]:
    """(byte order mark, codec, how it keeps what it can't read)."""
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return mark, codec, "surrogatepass"
    # A NUL alone, or a tail of them, is a damage of UTF-8; of UTF-16 every other byte is one.
    first, second = data[::2].count(0), data[1::2].count(0)
    if 8 * max(first, second) > len(data) and max(first, second) > 2 * min(first, second):
        return b"", "utf-16-le" if second > first else "utf-16-be", "surrogatepass"
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark, "utf-8", "surrogateescape"


def _even(data: bytes) -> tuple[bytes, bytes]:
    whole = len(data) // 2 * 2
    return data[:whole], data[whole:]


def _left(line: str, is_theirs: Callable[[str], bool], name: str) -> str | None:
    """What stays of a line; None where nothing does."""
    text, mark, note = line.partition("#")
    if LINE.fullmatch(line):
        if any(map(is_theirs, _TOKEN.findall(text))):
            return None
    else:
        text = _TOKEN.sub(lambda found: "" if is_theirs(found[0]) else found[0], text)
        if _spells(text, name):
            return None
    if _spells(note, name) or any(map(is_theirs, _TOKEN.findall(note))):
        text, mark, note = text.rstrip(), "", ""
    left = f"{text}{mark}{note}"
    return left if left == line or left.strip(_BARE) else None


def _is_theirs(token: str, addresses: Collection[str], name: str, standing: Collection[str]) -> bool:
    """Whether an address is the person's, or spells the name; with or without its slash and colon."""
    bare = token.lower().strip("/:.")
    if f"{bare}/" in addresses:
        return True
    if bare in standing or f"{bare}/" in standing:
        return False
    return any(in_slug(part, name) for part in bare.split("/"))


def _spells(text: str, name: str) -> bool:
    """The whole name, with or without tones; a given name alone may be another's."""
    return bool(name and text) and is_named(text, name, (name,))
