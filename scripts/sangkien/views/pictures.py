"""Photos as templates show them: addresses from the site's root, sizes, placeholder colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sangkien.markup.render import Picture
from sangkien.model.initiative import Photo
from sangkien.photos.facts import PhotoFacts
from sangkien.photos.variants import PHONE_EDGE, variant_sizes

Address = Callable[[str, int], str]
"""(digest, long edge) → URL from the site's root."""
PHONE = 360
"""Pixels of CSS across a cheap phone."""


def picture(facts: PhotoFacts, address: Address, photo: Photo | None = None) -> dict[str, Any]:
    """Smallest variant as ``src``, all as ``sources`` (url, width), the largest's size, words about it.

    ``on_phone`` is the end of a ``sizes`` for a picture as wide as a phone.
    """
    sizes = variant_sizes(facts)
    sources = [(address(facts.digest, max(size)), size[0]) for size in sizes]
    width, height = sizes[-1]
    return {
        "src": sources[0][0],
        "sources": sources,
        "large": sources[-1][0],
        "width": width,
        "height": height,
        "on_phone": on_phone(sizes),
        "colour": facts.colour,
        "alt": (photo.alt if photo else None) or "",
        "caption": photo.caption if photo else None,
        "credit": photo.credit if photo else None,
        "shows": photo.shows if photo else None,
    }


def in_story(facts: PhotoFacts, address: Address, to_root: str) -> Picture:
    """The same for a picture within the story's text, its addresses relative to the page."""
    shown = picture(facts, address)
    srcset = ", ".join(f"{to_root}{url} {width}w" for url, width in shown["sources"])
    return Picture(to_root + shown["src"], srcset, shown["width"], shown["height"])


def on_phone(sizes: tuple[tuple[int, int], ...]) -> str:
    """What to tell a browser of a picture's width on a phone, so that a dense screen loads none too heavy.

    A screen of three pixels a point would ask for 1080 of them, and see no difference to 720: there the
    picture is said to be narrower than it is. The budget is ``photos.variants.PHONE_BYTES``.
    """
    smallest = sizes[0][0]
    fit = max((width for width, height in sizes if max(width, height) <= PHONE_EDGE), default=smallest)
    dense, double, single = (
        max(1, min(100, 100 * width // (PHONE * pixels)))
        for width, pixels in ((fit, 3), (fit, 2), (smallest, 1))
    )
    return f"(min-resolution:2.5dppx) {dense}vw, (min-resolution:1.5dppx) {double}vw, {single}vw"
