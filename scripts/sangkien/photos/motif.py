"""The theme's drawings (theme/motifs/*.svg) as pictures: paths and circles, filled or stroked, no more."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from PIL import Image, ImageChops, ImageColor, ImageDraw

Point = tuple[float, float]
_SHAPE: Final = re.compile(r"<(path|circle)\b([^>]*)/>")
_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_TOKEN: Final = re.compile(r"([MLHVCQTAZmlhvcqtaz])|(-?(?:\d+\.?\d*|\.\d+))")
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "T": 2, "A": 7, "Z": 0}
_WIDTH, _HEIGHT = 120, 80
_STEPS: Final = 24
_SMOOTH: Final = 3  # drawn so many times larger, then made smaller: Pillow's shapes have hard edges


@lru_cache(maxsize=32)
def draw_motif(svg: str, width: int) -> Image.Image:
    """A drawing ``width`` pixels wide, RGBA. What it doesn't know of SVG is left out.

    Kept: a fair has a few drawings and many cards. Nobody changes what is returned.
    """
    scale = width * _SMOOTH / _WIDTH
    size = (width * _SMOOTH, round(_HEIGHT * scale))
    image = Image.new("RGBA", (width, round(width * _HEIGHT / _WIDTH)))
    for kind, written in _SHAPE.findall(svg):
        told = dict(_ATTRIBUTE.findall(written))
        lines = [_circle(told)] if kind == "circle" else list(_lines(told.get("d", "")))
        lines = [[(x * scale, y * scale) for x, y in line] for line in lines]
        fill = told.get("fill", "#000")
        if fill != "none":
            mask = _filled(lines, size, even_odd=told.get("fill-rule") == "evenodd")
            _paint(image, mask, fill, float(told.get("fill-opacity", 1)))
        if "stroke" in told:
            mask = _stroked(lines, size, float(told.get("stroke-width", 1)) * scale)
            _paint(image, mask, told["stroke"], float(told.get("stroke-opacity", 1)))
    return image


def _paint(image: Image.Image, mask: Image.Image, colour: str, opacity: float) -> None:
    mask = mask.resize(image.size, Image.Resampling.BOX)
    layer = Image.new("RGBA", image.size, (*ImageColor.getrgb(colour)[:3], 0))
    layer.putalpha(mask.point([round(value * opacity) for value in range(256)]))
    image.alpha_composite(layer)


def _filled(lines: list[list[Point]], size: tuple[int, int], *, even_odd: bool) -> Image.Image:
    whole = Image.new("L", size)
    for line in lines:
        one = Image.new("L", size)
        if len(line) > 2:  # a line of two points encloses nothing
            ImageDraw.Draw(one).polygon(line, fill=255)
        whole = ImageChops.difference(whole, one) if even_odd else ImageChops.lighter(whole, one)
    return whole


def _stroked(lines: list[list[Point]], size: tuple[int, int], width: float) -> Image.Image:
    mask = Image.new("L", size)
    draw, half = ImageDraw.Draw(mask), width / 2
    for line in lines:
        draw.line(line, fill=255, width=round(width))
        for x, y in line:  # round ends and corners
            draw.ellipse((x - half, y - half, x + half, y + half), fill=255)
    return mask


def _circle(told: dict[str, str]) -> list[Point]:
    x, y, radius = (float(told.get(name, 0)) for name in ("cx", "cy", "r"))
    turns = [2 * math.pi * n / (4 * _STEPS) for n in range(4 * _STEPS + 1)]
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def _commands(data: str) -> Iterator[tuple[str, bool, list[float]]]:
    """(command in upper case, whether its numbers are relative, its numbers), repeated ones one by one."""
    letter, numbers = "", list[float]()
    for name, number in [*_TOKEN.findall(data), ("M", "")]:
        if number:
            numbers.append(float(number))
            continue
        takes = _TAKES.get(letter.upper(), 0)
        if letter and not takes:
            yield letter.upper(), False, []
        while takes and len(numbers) >= takes:
            yield letter.upper(), letter.islower(), numbers[:takes]
            numbers = numbers[takes:]
            letter = {"M": "L", "m": "l"}.get(letter, letter)
        letter, numbers = name, []


def _lines(data: str) -> Iterator[list[Point]]:
    """The subpaths of a path as lines of many points."""
    line: list[Point] = []
    at: Point = (0.0, 0.0)
    control: Point | None = None
    for name, relative, numbers in _commands(data):
        if name == "M" and line:
            yield line
        if name == "Z":
            line.append(line[0])
            at, control = line[0], None
            continue
        points = _points(name, numbers, at, relative=relative)
        if name == "T":
            points.insert(0, (2 * at[0] - control[0], 2 * at[1] - control[1]) if control else at)
        if name == "M":
            line = points
        elif name == "A":
            line += _arc(at, points[0], numbers)
        else:
            line += _curve([at, *points]) if name in "CQT" else points
        control = points[0] if name in "QT" else None
        at = points[-1]
    if line:
        yield line


def _points(name: str, numbers: list[float], at: Point, *, relative: bool) -> list[Point]:
    """The points that a command names; of an arc its end."""
    from_x, from_y = at if relative else (0.0, 0.0)
    if name == "H":
        return [(numbers[0] + from_x, at[1])]
    if name == "V":
        return [(at[0], numbers[0] + from_y)]
    pairs = numbers[5:] if name == "A" else numbers
    return [(x + from_x, y + from_y) for x, y in zip(pairs[::2], pairs[1::2], strict=True)]


def _curve(points: list[Point]) -> list[Point]:
    """A Bézier curve by de Casteljau, without its first point."""
    found = []
    for step in range(1, _STEPS + 1):
        share, row = step / _STEPS, points
        while len(row) > 1:
            row = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairwise(row)]
        found.append(row[0])
    return found


def _arc(start: Point, end: Point, numbers: list[float]) -> list[Point]:
    """An arc of a circle, without its first point (SVG 2, B.2.4; the drawings have no ellipses)."""
    radius, large, sweep = numbers[0], bool(numbers[3]), bool(numbers[4])
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    distance = half_x**2 + half_y**2
    if not distance:
        return [end]
    radius = max(radius, math.sqrt(distance))
    away = math.sqrt(max(0.0, radius**2 / distance - 1)) * (-1 if large == sweep else 1)
    x = away * half_y + (start[0] + end[0]) / 2
    y = -away * half_x + (start[1] + end[1]) / 2
    first = math.atan2(start[1] - y, start[0] - x)
    turn = math.atan2(end[1] - y, end[0] - x) - first
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    angles = [first + turn * step / _STEPS for step in range(1, _STEPS + 1)]
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]
