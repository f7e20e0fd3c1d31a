"""Drawn cards: the right size, the same bytes for the same text, Vietnamese right however it was typed."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from sangkien.model.vocabulary import HUES as HUE_NUMBERS
from sangkien.photos.bare import bare_jpeg
from sangkien.photos.drawn import HUES, INK, CardText, _letters, _width, draw_card
from sangkien.photos.motif import draw_motif
from sangkien.typeface.package import font_files

THEME = Path(__file__).parents[2] / "theme"
SVG = (
    '<svg viewBox="0 0 120 80"><path fill="#ff0000" d="M10 10h40v30H10z"/>'
    '<circle fill="#00ff00" cx="90" cy="40" r="10"/></svg>'
)
TEXT = CardText("Hồ Thị Giả Ữu đẩy xe", "Cơ khí", ("Lê Ẵm", "Xưởng Ví Dụ"), "Hội chợ thử", 3, "gear")


@pytest.fixture(scope="module")
def faces() -> dict[int, bytes]:
    return font_files("Be Vietnam Pro")


def test_a_card_is_a_bare_jpeg_of_its_size_on_the_sectors_colour(faces: dict[int, bytes]) -> None:
    made = draw_card(TEXT, SVG, faces)
    assert bare_jpeg(made) == made
    with Image.open(io.BytesIO(made)) as image:
        assert image.size == (1200, 630)
        red, green, blue = image.convert("RGB").getpixel((1190, 10))
    assert abs(red - 0x66) + abs(green - 0x68) + abs(blue - 0x1A) < 12


def test_letters_typed_apart_are_drawn_as_one(faces: dict[int, bytes]) -> None:
    apart = TEXT._replace(title=unicodedata.normalize("NFD", TEXT.title))
    assert apart.title != TEXT.title
    assert draw_card(apart, SVG, faces) == draw_card(TEXT, SVG, faces)


def test_another_text_has_another_name() -> None:
    assert TEXT.name == CardText(*TEXT).name
    assert len({TEXT.name, TEXT._replace(foot="khác").name, TEXT._replace(hue=4).name}) == 3


@pytest.mark.parametrize("title", ["", "A" * 300, "Xe đẩy " * 40, "\u202eđảo\n\tngược"])
def test_any_title_fits(faces: dict[int, bytes], title: str) -> None:
    """Nothing is written over the drawing's half or beyond the edge."""
    with Image.open(io.BytesIO(draw_card(TEXT._replace(title=title), "<svg/>", faces))) as image:
        right = image.convert("RGB").crop((790, 20, 1190, 500))
    assert max(band[1] - band[0] for band in right.getextrema()) < 12


@pytest.mark.parametrize("lines", [("Một",), ("Một", "Hai")])
@pytest.mark.parametrize("words", range(4, 9))
def test_nothing_is_written_over_the_foot(
    faces: dict[int, bytes], lines: tuple[str, ...], words: int
) -> None:
    """Four lines of the largest size and two below them came to stand in the last one."""
    text = TEXT._replace(title=" ".join(["phân xưởng"] * words), lines=lines, foot="")
    with Image.open(io.BytesIO(draw_card(text, "<svg/>", faces))) as image:
        foot = image.convert("RGB").crop((72, 630 - 72 - 2, 790, 630))
    assert max(band[1] - band[0] for band in foot.getextrema()) < 12


def test_letters_stand_as_close_as_the_typeface_wants(faces: dict[int, bytes]) -> None:
    steps = _letters(faces[700], 72).steps
    alone = {letter: steps[letter] for letter in "AVTL"}
    assert {pair: steps[pair] - alone[pair[0]] for pair in ("AV", "VÀ", "Tự", "Tà", "LỜ", "TT")} == {
        "AV": -6,
        "VÀ": -6,
        "Tự": -5,
        "Tà": -7,
        "LỜ": -3,
        "TT": 0,
    }


def test_a_line_is_as_wide_as_it_is_broken_by(faces: dict[int, bytes]) -> None:
    """Kerned where it is measured too: at 200 px, where both round alike."""
    steps = _letters(faces[700], 200).steps
    text = "Tự đẩy VÀ kéo Tà vẹt"
    drawn = sum(steps[text[place : place + 2]] for place in range(len(text)))
    assert abs(_width(text, faces[700]) * 200 - drawn) < len(text) / 2
    assert drawn < sum(steps[letter] for letter in text) - 40


def test_a_drawing_is_filled_where_it_says() -> None:
    image = draw_motif(SVG, 240)
    assert image.size == (240, 160)
    assert [image.getpixel(point) for point in ((60, 50), (180, 80), (140, 120))] == [
        (255, 0, 0, 255),
        (0, 255, 0, 255),
        (0, 0, 0, 0),
    ]


@pytest.mark.parametrize("path", sorted((THEME / "motifs").glob("*.svg")), ids=lambda path: path.stem)
def test_every_drawing_of_the_theme_can_be_drawn(path: Path) -> None:
    """Each has a faint disc, and light or gold shapes on it."""
    image = draw_motif(path.read_text("utf-8"), 120)
    solid = sum(alpha > 200 for alpha in image.getchannel("A").tobytes())
    assert 150 < solid < 5000


def test_the_colours_are_those_of_the_style_sheet() -> None:
    css = (THEME / "assets" / "stylesheets" / "tokens.css").read_text("utf-8")
    deep = re.findall(r"\.hue-(\d) \{[^}]*--hue-deep: (#\w+);", css)
    assert [colour for _, colour in deep] == list(HUES)
    assert tuple(number for number, _ in deep) == HUE_NUMBERS
    assert f"--brick-ink: {INK};" in css
