# ruff: noqa: D103, E501, INP001, PLR0913, PLR0917
# D103: a shape's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package;
# PLR0913, PLR0917: a shape has as many measures as it has.
"""Palette, shapes, light and rooms of the first fair's drawings. Each function returns SVG text.

Coordinates are pixels on a 1600 × 1200 sheet, light from the upper left.
"""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]

YELLOW, AMBER, RED, WINE, CORAL = "#f0b23a", "#d0811f", "#a83a22", "#6e2212", "#d9775a"
TEAL, PINE, MINT = "#23807d", "#145352", "#9fd0c6"
INK, SLATE, STEEL, SILVER, WHITE = "#22303a", "#55666f", "#9fadb2", "#d5dddd", "#fffdf8"
COAT = "#c3dee8"
SKIN, TAN, HAIR = "#eab68e", "#cf9268", "#2c2422"


def shape(d: str, fill: str, extra: str = "") -> str:
    return f'<path d="{d}" fill="{fill}" {extra}/>'


def box(x: float, y: float, w: float, h: float, fill: str, r: float = 0, extra: str = "") -> str:
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="{fill}" {extra}/>'


def disc(x: float, y: float, r: float, fill: str, extra: str = "") -> str:
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}" {extra}/>'


def oval(x: float, y: float, rx: float, ry: float, fill: str, extra: str = "") -> str:
    return f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{fill}" {extra}/>'


def line(points: Sequence[Point], width: float, colour: str, extra: str = "") -> str:
    """A round stroke through the points: limbs, pipes, cables."""
    d = "M" + " L".join(f"{x} {y}" for x, y in points)
    return curve(d, width, colour, extra)


def curve(d: str, width: float, colour: str, extra: str = "") -> str:
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-linecap="round" stroke-linejoin="round" {extra}/>'
    )


def group(*parts: str, move: Point = (0, 0), turn: float = 0, scale: float = 1, extra: str = "") -> str:
    transform = f"translate({move[0]} {move[1]}) rotate({turn}) scale({scale})"
    return f'<g transform="{transform}" {extra}>' + "".join(parts) + "</g>"


def flip(*parts: str, at: float) -> str:
    """The parts mirrored about the vertical x = at."""
    return f'<g transform="translate({2 * at} 0) scale(-1 1)">' + "".join(parts) + "</g>"


def shadow(x: float, y: float, rx: float, ry: float, strength: float = 0.28) -> str:
    return oval(x, y, rx, ry, "#5a3a12", f'opacity="{strength}" filter="url(#blur)"')


def cast(*parts: str) -> str:
    """The parts with a soft shadow behind them."""
    return '<g filter="url(#cast)">' + "".join(parts) + "</g>"


def sheet(*parts: str, width: int = 1600, height: int = 1200) -> str:
    """The whole drawing."""
    ramps = "".join(
        f'<linearGradient id="{name}" x1="0" y1="0" x2="{x}" y2="{y}">'
        + "".join(f'<stop offset="{n / (len(stops) - 1)}" stop-color="{c}"/>' for n, c in enumerate(stops))
        + "</linearGradient>"
        for name, x, y, stops in (
            ("wall", 0, 1, ("#fff7e8", "#f9e7c6")),
            ("floor", 0, 1, ("#e6c793", "#cfa768")),
            ("steel", 1, 0, ("#eef2f1", "#c3cecf", "#a3b1b5")),
            ("steelv", 0, 1, ("#f4f7f6", "#b9c5c7")),
            ("red", 1, 0.25, ("#c75233", "#a83a22", "#842a16")),
            ("teal", 1, 0.25, ("#37a09b", "#23807d", "#176361")),
            ("yellow", 0.6, 1, ("#ffd469", "#f4b934", "#de9620")),
            ("card", 1, 0.6, ("#dba968", "#c78d4a")),
            ("dawn", 0, 1, ("#2f6f7c", "#e9a36a", "#fbd58f")),
            ("sky", 0, 1, ("#bfe3dc", "#fdf0d2")),
            ("sea", 0, 1, ("#4aa7a3", "#1c6f70")),
            ("dark", 1, 0.3, ("#3d4f5a", "#22303a")),
            ("water", 0, 1, ("#cdeef0", "#7cc6cf")),
            ("morning", 0, 1, ("#7fc0c4", "#cfe6d6", "#fdeccb", "#fbd9a0")),
            ("drizzle", 0, 1, ("#93a9ad", "#b9c4bd", "#d6d5c2")),
            ("noon", 0, 1, ("#6fb7c6", "#b9dfdc", "#eaf2dd")),
            ("dusk", 0, 1, ("#274a63", "#7b6a7c", "#e39a62", "#f6c77b")),
            ("night", 0, 1, ("#14273a", "#233c4d", "#3a5058")),
            ("quay", 0, 1, ("#d8c7a6", "#bfa67c", "#a88c62")),
            ("blue", 1, 0.4, ("#5b93ad", "#2f6685", "#234e68")),
            ("brick", 1, 0.3, ("#b2573a", "#8c2f1b", "#6e2212")),
            ("orange", 1, 0.3, ("#f09a4b", "#dd7428", "#b9561a")),
            ("wood", 0, 1, ("#d9a868", "#b98043")),
            ("hotwall", 0, 1, ("#6a4a3c", "#3b2a28")),
        )
    )
    ramps += (
        '<linearGradient id="dip" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2d8583" stop-opacity=".88"/>'
        '<stop offset="1" stop-color="#1c6f70" stop-opacity="0"/></linearGradient>'
    )
    lights = "".join(
        f'<radialGradient id="{name}">'
        + "".join(
            f'<stop offset="{at}" stop-color="{c}" stop-opacity="{opacity}"/>' for at, c, opacity in stops
        )
        + "</radialGradient>"
        for name, stops in (
            ("glow", ((0, "#fff3c9", 0.95), (0.35, "#ffd67a", 0.5), (1, "#ffb347", 0))),
            ("heat", ((0, "#fff6d0", 1), (0.3, "#ffc24d", 0.85), (0.65, "#f0702a", 0.35), (1, "#c43d12", 0))),
            ("fire", ((0, "#fffbe6", 1), (0.4, "#ffdc73", 1), (0.8, "#f58a2c", 1), (1, "#d9541c", 1))),
            ("edges", ((0.62, "#3a2410", 0), (1, "#3a2410", 0.2))),
        )
    )
    filters = (
        '<filter id="blur" x="-50%" y="-200%" width="200%" height="500%"><feGaussianBlur stdDeviation="16"/></filter>'
        '<filter id="soft" x="-30%" y="-200%" width="160%" height="500%"><feGaussianBlur stdDeviation="7"/></filter>'
        '<filter id="cast" x="-20%" y="-20%" width="140%" height="140%">'
        '<feDropShadow dx="10" dy="14" stdDeviation="14" flood-color="#5a3a12" flood-opacity="0.28"/></filter>'
    )
    zoom = 1600 / max(width, height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width * zoom:.0f}" '
        f'height="{height * zoom:.0f}"><defs>{ramps}{lights}{filters}</defs>'
        + "".join(parts)
        + oval(width / 2, height / 2, width * 0.78, height * 0.8, "url(#edges)")
        + "</svg>"
    )


def room(horizon: float = 930, sun: Point = (800, 520), radius: float = 430) -> str:
    """A warm wall with a pale disc, and a floor."""
    return (
        box(0, 0, 1600, 1200, "url(#wall)")
        + disc(*sun, radius, "#f7d48a", 'opacity=".55"')
        + disc(*sun, radius * 0.78, "#fbe3ae", 'opacity=".7"')
        + box(0, horizon, 1600, 1200 - horizon, "url(#floor)")
        + box(0, horizon, 1600, 10, "#fff3d8", extra='opacity=".55"')
    )


def window(x: float, y: float, w: float, h: float) -> str:
    return (
        box(x, y, w, h, "#fff9ec", 10)
        + box(x + 12, y + 12, w - 24, h - 24, "url(#sky)", 4)
        + box(x + w / 2 - 6, y + 6, 12, h - 12, "#fff9ec")
        + box(x + 6, y + h / 2 - 6, w - 12, 12, "#fff9ec")
    )
