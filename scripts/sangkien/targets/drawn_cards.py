"""Drawn cards as files: kept by their text, for drawing one costs more than a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import version

from sangkien.photos.drawn import CardText, draw_card
from sangkien.targets.target import Kit, Target
from sangkien.typeface.package import font_files
from sangkien.views.drawn_cards import Drawn
from sangkien.views.parts import digest_of


def card_target(card: Drawn | None, base: str) -> Iterator[Target]:
    """The target of a card, where there is one."""
    if card:
        yield Target(card.url, digest_of((base, "drawn_card", card)), "drawn_card", card.text)


def kept_name(text: CardText, kit: Kit) -> str:
    """The name under which a card is kept: of its published name and what else its bytes hang on."""
    made_of = (text.name, kit.source(_motif(text)), kit.settings.typeface, _pillow())
    return f"{digest_of(made_of)}-drawn.jpg"


@lru_cache(maxsize=1)
def _pillow() -> str:
    """Its version: looked up, it is read from a file anew."""
    return version("pillow")


def make_drawn_card(text: CardText, kit: Kit) -> bytes:
    """The card's JPEG. Raises UserError where the typeface or the drawing is missing."""
    return draw_card(text, kit.source(_motif(text)), _faces(kit.settings.typeface))


def _motif(text: CardText) -> str:
    return f"motifs/{text.motif}.svg"


@lru_cache(maxsize=2)
def _faces(family: str) -> Mapping[int, bytes]:
    return font_files(family)
