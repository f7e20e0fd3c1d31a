"""Holds tokens.css: contrast of every pair that pages use (WCAG 2.2 AA), dark values the same twice."""

import re
from itertools import product
from pathlib import Path

import pytest

SHEETS = Path(__file__).resolve().parent.parent / "theme" / "assets" / "stylesheets"
CSS = (SHEETS / "tokens.css").read_text("utf-8")
BLOCK = re.compile(r"^ *(:root[^{]*?) \{\n(.*?)^ *\}", re.DOTALL | re.MULTILINE)
VALUE = re.compile(r"--([\w-]+): ([^;]+);")


def palettes() -> dict[str, dict[str, str]]:
    blocks = [(selector, dict(VALUE.findall(body))) for selector, body in BLOCK.findall(CSS)]
    light = blocks[0][1]
    dark = next(values for selector, values in blocks if selector == ':root[data-scheme="dark"]')
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs() -> list[tuple[str, str, float]]:
    grounds = ("paper", "sheet", "wash")
    texts = ("ink", "quiet", "link", "amber", "leaf", "teal", *(f"h{n}" for n in range(1, 9)))
    found = [(text, ground, 4.5) for text, ground in product(texts, grounds)]
    found += [("edge", ground, 3.0) for ground in grounds]
    found += [
        (text, f"{name}-wash", 4.5) for name in ("amber", "leaf", "teal") for text in (name, "ink", "quiet")
    ]
    found += [(text, f"w{n}", 4.5) for n in range(1, 9) for text in (f"h{n}", f"i{n}", "ink")]
    return [*found, ("brick-ink", "brick", 4.5), ("brick", "paper", 3.0)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    colours = palettes()[scheme]
    weak = [pair for pair in pairs() if contrast(colours[pair[0]], colours[pair[1]]) < pair[2]]
    assert weak == []


def test_deep_hues_carry_light_text() -> None:
    deep = re.findall(r"--hue-deep: (#[0-9a-f]{6})", CSS)
    ink = palettes()["light"]["brick-ink"]
    assert len(deep) == 9
    assert [colour for colour in deep if contrast(colour, ink) < 4.5] == []


def test_dark_values_are_the_same_by_the_device_and_by_choice() -> None:
    dark = [dict(VALUE.findall(body)) for selector, body in BLOCK.findall(CSS) if "--paper" in body][1:]
    assert len(dark) == 2
    assert dark[0] == dark[1]


def test_only_tokens_hold_raw_colours() -> None:
    raw = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(")
    found = {path.name: raw.findall(path.read_text("utf-8")) for path in SHEETS.glob("*.css")}
    assert {name for name, colours in found.items() if colours} == {"tokens.css"}
