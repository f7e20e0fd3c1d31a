"""The fair's own colour: one of the eight hues takes the place of the brick, readable by day and night."""

from __future__ import annotations

import re

from sangkien.diagnostics import UserError

HUES = range(1, 9)
_VALUE = r"(--{}: )(#[0-9a-f]{{6}})"
_NIGHT = 3.05
"""Contrast of the night's brick on paper: 3 is asked for (tests/test_tokens.py)."""


def with_hue(css: str, hue: int) -> str:
    """``tokens.css`` with ``--brick`` and ``--link`` of this hue. Raises UserError where it lacks them."""
    counts = {len(_values(css, name)) for name in (f"h{hue}", f"i{hue}", "paper", "brick", "link")}
    if counts != {3}:  # by day, by the device's night, by the chosen night
        raise UserError(
            f"Không tìm thấy màu số {hue} trong tokens.css.", f"There is no hue {hue} in tokens.css."
        )
    bars, texts, paper = _values(css, f"h{hue}"), _values(css, f"i{hue}"), _values(css, "paper")
    bricks = [bars[0], *(_lightened(bars[0], ground) for ground in paper[1:])]
    links = [texts[0], *bars[1:]]
    for name, values in (("brick", bricks), ("link", links)):
        parts = re.split(_VALUE.format(name), css)  # text, key, value, text, key, value, text …
        parts[2::3] = values
        css = "".join(parts)
    return css


def _values(css: str, name: str) -> list[str]:
    """By day, by the device's night, by the chosen night."""
    return [match[1] for match in re.findall(_VALUE.format(name), css)]


def _lightened(colour: str, ground: str) -> str:
    """The colour, moved towards white until it is seen on a dark ground."""
    for step in range(100):
        found = "#" + "".join(f"{part + (255 - part) * step // 100:02x}" for part in _parts(colour))
        if contrast(found, ground) >= _NIGHT:
            return found
    return "#ffffff"


def contrast(one: str, other: str) -> float:
    """By WCAG 2.2, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _parts(colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
