"""Photos as templates show them: addresses from the site's root, sizes, placeholder colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sangkien.markup.render import Picture
from sangkien.model.initiative import Photo
from sangkien.photos.facts import PhotoFacts
from sangkien.photos.variants import variant_sizes

Address = Callable[[str, int], str]
"""(digest, long edge) → URL from the site's root."""


def picture(facts: PhotoFacts, address: Address, photo: Photo | None = None) -> dict[str, Any]:
    """Smallest variant as ``src``, all as ``sources`` (url, width), the largest's size, words about it."""
    sizes = variant_sizes(facts)
    sources = [(address(facts.digest, max(size)), size[0]) for size in sizes]
    width, height = sizes[-1]
    return {
        "src": sources[0][0],
        "sources": sources,
        "large": sources[-1][0],
        "width": width,
        "height": height,
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
