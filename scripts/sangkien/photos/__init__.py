"""Photos: bytes → facts, WebP variants, cards. Pure functions, the only user of Pillow.

Every file is hostile: its container is taken apart by our own code, limits are checked on the header,
and the decoder sees pixels and their tables alone. Layer 1.
"""

from __future__ import annotations

from sangkien.photos.card import CARD_SIZE
from sangkien.photos.container import MAX_BYTES, MAX_EDGE, MAX_PIXELS
from sangkien.photos.facts import PhotoFacts, read_facts
from sangkien.photos.fault import FaultKind, PhotoError, PhotoFault
from sangkien.photos.press import PRINT_EDGE, PhotoWords, make_print, print_name, with_words
from sangkien.photos.sniff import EXTENSIONS, PhotoFormat
from sangkien.photos.variants import (
    LONG_EDGES,
    Pictures,
    card_name,
    make_all,
    make_card,
    make_variants,
    variant_name,
    variant_sizes,
)

__all__ = [
    "CARD_SIZE",
    "EXTENSIONS",
    "LONG_EDGES",
    "MAX_BYTES",
    "MAX_EDGE",
    "MAX_PIXELS",
    "PRINT_EDGE",
    "FaultKind",
    "PhotoError",
    "PhotoFacts",
    "PhotoFault",
    "PhotoFormat",
    "PhotoWords",
    "Pictures",
    "card_name",
    "make_all",
    "make_card",
    "make_print",
    "make_variants",
    "print_name",
    "read_facts",
    "variant_name",
    "variant_sizes",
    "with_words",
]
