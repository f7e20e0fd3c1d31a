"""The files made of a photo: WebP variants for pages, a JPEG card for shared links."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, NamedTuple

from PIL import Image

from sangkien.photos.bare import bare_webp
from sangkien.photos.card import encode_card
from sangkien.photos.decode import open_container, picture
from sangkien.photos.facts import PhotoFacts, content_digest
from sangkien.photos.fault import undecodable

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG_EDGES: Final = (480, 720, 960, 1600)
PHONE_EDGE: Final = 720
"""The largest variant that a phone loads on its own: up to it each weighs at most ``PHONE_BYTES``."""
PHONE_BYTES: Final = 60_000
_WORTH_IT: Final = 1.2  # a variant less than a fifth larger than the one before saves nobody anything
_QUALITY: Final = 75
_METHOD: Final = 2  # 12 MP: 0.13 s for the four; 3 and 4 take twice that for 6 % fewer bytes
_LOWER: Final = (
    (60, 0.86),
    (50, 0.77),
    (40, 0.68),
    (30, 0.57),
    (20, 0.45),
    (15, 0.39),
    (10, 0.33),
    (5, 0.25),
)
"""Lower qualities, and what share of the bytes at ``_QUALITY`` each takes of leaves, gravel, noise."""
_DIGITS: Final = 12


class Pictures(NamedTuple):
    """What is made of one photo: variants in the order of ``variant_sizes``, and the card if asked for."""

    variants: tuple[bytes, ...]
    card: bytes | None


def variant_sizes(facts: PhotoFacts) -> tuple[tuple[int, int], ...]:
    """Width and height of each variant, smallest first, known without decoding.

    The long edge is one of ``LONG_EDGES`` in pixels, or the photo's own where it is smaller. No variant is
    larger than the photo, no two have the same width (``srcset`` tells them apart by it), and there is at
    least one.
    """
    longest = max(facts.width, facts.height)
    sizes: list[tuple[int, int]] = []
    edge_before = 0
    for wanted in LONG_EDGES:
        edge = min(wanted, longest)
        size = (_scaled(facts.width, edge, longest), _scaled(facts.height, edge, longest))
        if edge < edge_before * _WORTH_IT or (sizes and sizes[-1][0] == size[0]):
            continue
        sizes.append(size)
        edge_before = edge
    return tuple(sizes)


def variant_name(digest: str, long_edge: int) -> str:
    """The published name of a variant, by its long edge in pixels: another photo, another name."""
    return f"{digest[:_DIGITS]}-{long_edge}.webp"


def card_name(digest: str) -> str:
    """The published name of a card: Zalo keeps the picture of a name it has seen."""
    return f"{digest[:_DIGITS]}-og.jpg"


def make_variants(data: bytes, facts: PhotoFacts) -> tuple[bytes, ...]:
    """WebP files, one for each of ``variant_sizes``. Raises PhotoError, as ``make_all`` does."""
    return make_all(data, facts, card=False).variants


def make_card(data: bytes, facts: PhotoFacts) -> bytes:
    """The card alone, the same bytes as from ``make_all``. Raises PhotoError."""
    return encode_card(_largest(data, facts))


def make_all(data: bytes, facts: PhotoFacts, *, card: bool) -> Pictures:
    """Variants and, where ``card``, the card, from one decoding. Same bytes for the same input.

    Raises PhotoError where ``data`` has a fault, or is not what ``facts`` were read from: a file
    replaced in the meantime must not be published under the old one's name.
    """
    largest = _largest(data, facts)
    variants = tuple(_webp(image) for image in _downward(largest, variant_sizes(facts)))
    return Pictures(variants[::-1], encode_card(largest) if card else None)


def _largest(data: bytes, facts: PhotoFacts) -> Image.Image:
    if content_digest(data) != facts.digest:
        raise undecodable("the file has changed")
    return picture(open_container(data), variant_sizes(facts)[-1])


def _downward(largest: Image.Image, sizes: tuple[tuple[int, int], ...]) -> Iterator[Image.Image]:
    """The largest first, each from the next larger: far fewer pixels to read than from the whole.

    Hamming: of steps this small (5:3 at most) nobody sees what it loses against Lanczos (40 dB apart), for
    a third of the time.
    """
    image = largest
    yield image
    for size in reversed(sizes[:-1]):
        image = image.resize(size, Image.Resampling.HAMMING)
        yield image


def _webp(image: Image.Image) -> bytes:
    """As WebP; what a phone loads in at most ``PHONE_BYTES``, at a lower quality where it takes that.

    Most photos pass as they are. Of the others the first size tells which quality will do: one more
    encoding of a small picture, seldom two.
    """
    made = _encoded(image, _QUALITY)
    if max(image.size) > PHONE_EDGE or len(made) <= PHONE_BYTES:
        return made
    room = PHONE_BYTES / len(made)
    for quality, share in _LOWER:
        if share <= room or quality == _LOWER[-1][0]:
            made = _encoded(image, quality)
            if len(made) <= PHONE_BYTES:
                break
    return made


def _encoded(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=quality, method=_METHOD)
    return bare_webp(out.getvalue())


def _scaled(length: int, edge: int, longest: int) -> int:
    """``length`` × ``edge`` / ``longest`` in whole numbers, rounded half up, at least one pixel."""
    return max(1, (2 * length * edge + longest) // (2 * longest))
