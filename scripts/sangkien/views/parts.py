"""What views are made of: plain mappings that know the digest of their content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

DIGEST = "#"
"""Key under which a part holds its own digest: no template can name it."""


class Part(dict[str, Any]):
    """A piece that many pages share (a card, a person's line), with the digest of its content.

    Its ``repr`` is the digest, so that the digest of a page is the digest of its ``repr``: the heavy pieces
    stand in it by their digests, the rest by value, and nothing that a page is made of can be forgotten.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{self[DIGEST]}>"


def part(content: Mapping[str, Any], digest: str | None = None) -> Part:
    """A part with its digest: the one given, else that of the content."""
    made = Part(content)
    made[DIGEST] = digest or digest_of(dict(content))
    return made


def digest_of(value: object) -> str:
    """Hex digest of a value's ``repr``: plain data and Parts, whose order of keys is the code's own."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
