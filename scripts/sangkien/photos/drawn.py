"""The picture of a shared link where there is no photo: title and names, the sector's colour and drawing."""

from __future__ import annotations

import hashlib
import io
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from sangkien.photos.bare import bare_jpeg
from sangkien.photos.card import CARD_SIZE
from sangkien.photos.motif import draw_motif

HUES: Final = ("#a8321f", "#8f5a00", "#66681a", "#2c6e49", "#19706c", "#2a6390", "#79437f", "#a03a5a")
"""``--hue-deep`` of tokens.css, by number from 1 on: a test holds them together."""
INK: Final = "#fff9f0"
_GOLD: Final = "#f4b934"
_QUALITY: Final = 84
_EDGE: Final = 72
_TEXT_WIDTH: Final = 700
_MOTIF_WIDTH: Final = 420
_SIZES: Final = (72, 64, 56, 50, 44)
_MOST_LINES: Final = 4
_DIGITS: Final = 12
_DRAWING: Final = "1"
"""Another number when cards come to look otherwise: their names change with it."""


class CardText(NamedTuple):
    """What a card says. ``hue``: 1 to 8; ``motif``: a file of theme/motifs/; ``lines``: below the title."""

    title: str
    kicker: str
    lines: tuple[str, ...]
    foot: str
    hue: int
    motif: str

    @property
    def name(self) -> str:
        """The published name, another one for another text: Zalo keeps the picture of a name it has seen."""
        digest = hashlib.blake2b(f"{_DRAWING}{tuple(self)!r}".encode("utf-8", "surrogatepass"))
        return f"{digest.hexdigest()[:_DIGITS]}-og.jpg"


def draw_card(text: CardText, motif: str, faces: Mapping[int, bytes]) -> bytes:
    """A JPEG of ``CARD_SIZE``. ``motif``: the drawing's SVG; ``faces``: weight → TrueType file."""
    ground = HUES[(text.hue - 1) % len(HUES)]
    image = Image.new("RGB", CARD_SIZE, ground)
    drawn = draw_motif(motif, _MOTIF_WIDTH)
    place = (CARD_SIZE[0] - _MOTIF_WIDTH - _EDGE // 3, (CARD_SIZE[1] - drawn.height) // 2 - 20)
    image.paste(drawn, place, drawn)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 12, CARD_SIZE[1]), fill=_GOLD)
    y = _EDGE - 14
    if text.kicker:
        _line(draw, y, text.kicker, _face(faces, 700, 28), _GOLD)
    y += 54
    face, title = _fitted(text.title, faces)
    for line in title:
        draw.text((_EDGE, y), line, font=face, fill=INK)
        y += round(face.size * 1.22)
    y += 22
    for number, line in enumerate(text.lines):
        _line(draw, y, line, _face(faces, 400 if number else 700, 32), INK)
        y += 44
    _line(draw, CARD_SIZE[1] - _EDGE - 6, text.foot, _face(faces, 400, 28), INK, CARD_SIZE[0] - 2 * _EDGE)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True, subsampling="4:4:4")
    return bare_jpeg(out.getvalue())


def _face(faces: Mapping[int, bytes], weight: int, size: int) -> ImageFont.FreeTypeFont:
    """Laid out by Pillow itself: raqm loads a library of the system's, and bytes would hang on that."""
    return ImageFont.truetype(io.BytesIO(faces[weight]), size, layout_engine=ImageFont.Layout.BASIC)


def _line(  # where, what, how
    draw: ImageDraw.ImageDraw,
    y: int,
    text: str,
    face: ImageFont.FreeTypeFont,
    colour: str,
    width: int = _TEXT_WIDTH,
) -> None:
    draw.text((_EDGE, y), _cut(_composed(text), face, width), font=face, fill=colour)


def _composed(text: str) -> str:
    """One letter, one glyph: the face has all of Vietnamese so, and a mark apart would stand beside it."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _fitted(title: str, faces: Mapping[int, bytes]) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest size at which the title fits; at the smallest one it is cut."""
    text = _composed(title)
    for size in _SIZES:
        face = _face(faces, 700, size)
        lines = _wrapped(text, face)
        if len(lines) <= _MOST_LINES and all(face.getlength(line) <= _TEXT_WIDTH for line in lines):
            return face, lines
    face = _face(faces, 700, _SIZES[-1])
    lines = _wrapped(text, face)
    last = " ".join(lines[_MOST_LINES - 1 :])
    kept = [*lines[: _MOST_LINES - 1], *([last] if last else [])]
    return face, [_cut(line, face, _TEXT_WIDTH) for line in kept]


def _wrapped(text: str, face: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= _TEXT_WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """As much of a line as fits, with a mark where some is left off."""
    text = text[:400]  # far more than fits
    if face.getlength(text) <= width:
        return text
    while text and face.getlength(f"{text.rstrip()}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"
