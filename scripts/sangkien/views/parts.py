"""What views are made of: plain mappings that know the digest of their content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
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


class LazyPart(Part):
    """A part whose digest is known before its content: that is made when a template first asks for it.

    Most builds look at ten thousand cards and show a dozen of them.
    """

    __slots__ = ("_make",)

    def __init__(self, digest: str, make: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__({DIGEST: digest})
        self._make: Callable[[], Mapping[str, Any]] | None = make

    def whole(self) -> LazyPart:
        """Itself, with its content made."""
        make, self._make = self._make, None
        if make is not None:
            self.update(make())
        return self

    def __missing__(self, key: str) -> Any:
        if self._make is None:
            raise KeyError(key)
        return self.whole()[key]

    def with_values(self, **more: Any) -> dict[str, Any]:
        """The content and more beside it, as a plain mapping."""
        return {**self.whole(), **more}

    def __reduce__(self) -> tuple[object, ...]:
        return (Part, (dict(self.whole()),))


def part(content: Mapping[str, Any], digest: str | None = None) -> Part:
    """A part with its digest: the one given, else that of the content."""
    made = Part(content)
    made[DIGEST] = digest or digest_of(dict(content))
    return made


def digest_of(value: object) -> str:
    """Hex digest of a value's ``repr``: plain data and Parts, whose order of keys is the code's own."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
