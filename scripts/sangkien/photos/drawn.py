"""The picture of a shared link where there is no photo: title and names, the sector's colour and drawing."""

from __future__ import annotations

import hashlib
import io
import math
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Final, NamedTuple, TypeVar

from PIL import Image, ImageDraw, ImageFont

from sangkien.photos.bare import bare_jpeg
from sangkien.photos.card import CARD_SIZE
from sangkien.photos.motif import draw_motif

T = TypeVar("T")
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
_MEASURED: Final = 200
"""The size at which letters are measured: large enough that rounding to pixels is nothing."""
_DIGITS: Final = 12
_DRAWING: Final = "3"
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
        _line(draw, y, text.kicker, faces[700], 28, _GOLD)
    y += 54
    foot = CARD_SIZE[1] - _EDGE - 6
    below = 22 + 44 * len(text.lines)
    size, title = _fitted(text.title, faces[700], foot - below - y)
    for line in title:
        _write(draw, y, line, faces[700], size, INK)
        y += _leading(size)
    y += 22
    for number, line in enumerate(text.lines):
        _line(draw, y, line, faces[400 if number else 700], 32, INK)
        y += 44
    _line(draw, foot, text.foot, faces[400], 28, INK, CARD_SIZE[0] - 2 * _EDGE)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling="4:2:0")
    return bare_jpeg(out.getvalue())


def _face(face: bytes, size: int) -> ImageFont.FreeTypeFont:
    """Laid out by Pillow itself: raqm loads a library of the system's, and bytes would hang on that."""
    return ImageFont.truetype(io.BytesIO(face), size, layout_engine=ImageFont.Layout.BASIC)


def _write(draw: ImageDraw.ImageDraw, y: int, text: str, face: bytes, size: int, colour: str) -> None:
    """As ``ImageDraw.text`` does, of letters that are kept: Pillow draws each anew every time."""
    letters = _letters(face, size)
    x = _EDGE
    for place, letter in enumerate(text):
        left, top, shape = letters.shapes[letter]
        if shape is not None:
            draw.bitmap((x + left, y + top), shape, fill=colour)
        x += letters.steps[text[place : place + 2]]


class _Letters:
    """The letters of a face at a size, each made when it is first met.

    Attributes:
        shapes: of each letter, and how many pixels right of and below the pen it stands; a space has none.
        steps: pixels from a letter to the next, by both: some pairs stand closer.
    """

    def __init__(self, face: ImageFont.FreeTypeFont, kern: Callable[[str], float] | None) -> None:
        self.shapes = _Made(partial(_shape, face))
        self.steps = _Made(lambda pair: round(_step(face, kern, pair)))


class _Made(dict[str, T]):
    """A mapping that makes what it lacks."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> T:
        found = self[key] = self._make(key)
        return found


def _shape(face: ImageFont.FreeTypeFont, letter: str) -> tuple[int, int, Image.Image | None]:
    size = round(face.size)
    shape = Image.new("L", (size + max(0, math.ceil(face.getbbox(letter)[2])), 3 * size))
    ImageDraw.Draw(shape).text((size, size), letter, font=face, fill=255)
    box = shape.getbbox()
    return (box[0] - size, box[1] - size, shape.crop(box)) if box else (0, 0, None)


def _step(face: ImageFont.FreeTypeFont, kern: Callable[[str], float] | None, pair: str) -> float:
    """Pixels from the first letter of a pair to the second; a letter alone ends a line."""
    if not pair[1:]:
        return face.getlength(pair)
    if kern:
        return face.getlength(pair[0]) + kern(pair) * face.size
    return face.getlength(pair) - face.getlength(pair[1])


@lru_cache(maxsize=16)
def _letters(face: bytes, size: int) -> _Letters:
    return _Letters(_face(face, size), _kerning(face))


@lru_cache(maxsize=4)
def _kerning(face: bytes) -> Callable[[str], float] | None:
    from sangkien.typeface.kerning import kerning  # noqa: PLC0415  # fontTools: 40 ms, for the few that draw

    return kerning(face)


def _line(  # noqa: PLR0913,PLR0917  # where, what, how
    draw: ImageDraw.ImageDraw,
    y: int,
    text: str,
    face: bytes,
    size: int,
    colour: str,
    width: int = _TEXT_WIDTH,
) -> None:
    _write(draw, y, _cut(_composed(text), width / size, face), face, size, colour)


def _composed(text: str) -> str:
    """One letter, one glyph: the face has all of Vietnamese so, and a mark apart would stand beside it."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _leading(size: int) -> int:
    return round(size * 1.22)


def _fitted(title: str, face: bytes, height: int) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its lines; at the smallest one it is cut."""
    text = _composed(title)
    for size in _SIZES[:-1]:
        room = _TEXT_WIDTH / size
        lines = _wrapped(text, room, face)
        most = min(_MOST_LINES, height // _leading(size))
        if len(lines) <= most and all(_width(line, face) <= room for line in lines):
            return size, lines
    room = _TEXT_WIDTH / _SIZES[-1]
    lines = _wrapped(text, room, face)
    last = " ".join(lines[_MOST_LINES - 1 :])
    kept = [*lines[: _MOST_LINES - 1], *([last] if last else [])]
    return _SIZES[-1], [_cut(line, room, face) for line in kept]


def _wrapped(text: str, room: float, face: bytes) -> list[str]:
    """Lines of words, each at most ``room`` wide where one word alone is not wider."""
    first, *words = text.split(" ")
    lines, width = [first], _width(first, face)
    for word in words:
        end = lines[-1][-1:]
        longer = width - _width(end, face) + _width(f"{end} {word}", face)
        if longer <= room:
            lines[-1], width = f"{lines[-1]} {word}", longer
        else:
            lines.append(word)
            width = _width(word, face)
    return lines


def _width(text: str, face: bytes) -> float:
    """How wide a text stands at a size of one pixel: pair by pair, for Pillow lays out the whole anew."""
    steps = _advances(face)
    return sum(steps[text[place : place + 2]] for place in range(len(text)))


@lru_cache(maxsize=4)
def _advances(face: bytes) -> _Made[float]:
    large, kern = _face(face, _MEASURED), _kerning(face)
    return _Made(lambda pair: _step(large, kern, pair) / _MEASURED)


def _cut(text: str, room: float, face: bytes) -> str:
    """As much of a line as fits, with a mark where some is left off."""
    text = text[:400]  # far more than fits
    if _width(text, face) <= room:
        return text
    while text and _width(f"{text.rstrip()}…", face) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
