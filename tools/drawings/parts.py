# ruff: noqa: D103, E501, INP001, PLR0913, PLR0917
# D103: a shape's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package;
# PLR0913, PLR0917: a shape has as many measures as it has.
"""Parts of the first fair's drawings: palette, shapes, people, hands. Each function returns SVG text.

Coordinates are pixels on a 1600 × 1200 sheet, light from the upper left.
"""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]

CREAM, SAND, DUNE = "#fbf1de", "#f1dcb6", "#dfc08c"
YELLOW, AMBER, RED, WINE, CORAL = "#f4b934", "#d98a1c", "#b8281f", "#831710", "#e07a5a"
TEAL, PINE, MINT, SEA = "#23807d", "#145352", "#9fd0c6", "#5faea8"
INK, SLATE, STEEL, SILVER, WHITE = "#22303a", "#55666f", "#9fadb2", "#d5dddd", "#fffdf8"
COAT, FOLD = "#c3dee8", "#9dc3d1"
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
            ("red", 1, 0.25, ("#d4402f", "#b8281f", "#94190f")),
            ("teal", 1, 0.25, ("#37a09b", "#23807d", "#176361")),
            ("yellow", 0.6, 1, ("#ffd469", "#f4b934", "#de9620")),
            ("card", 1, 0.6, ("#dba968", "#c78d4a")),
            ("dawn", 0, 1, ("#2f6f7c", "#e9a36a", "#fbd58f")),
            ("sky", 0, 1, ("#bfe3dc", "#fdf0d2")),
            ("sea", 0, 1, ("#4aa7a3", "#1c6f70")),
            ("dark", 1, 0.3, ("#3d4f5a", "#22303a")),
            ("water", 0, 1, ("#cdeef0", "#7cc6cf")),
        )
    )
    filters = (
        '<filter id="blur" x="-50%" y="-200%" width="200%" height="500%"><feGaussianBlur stdDeviation="16"/></filter>'
        '<filter id="cast" x="-20%" y="-20%" width="140%" height="140%">'
        '<feDropShadow dx="10" dy="14" stdDeviation="14" flood-color="#5a3a12" flood-opacity="0.28"/></filter>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}"><defs>{ramps}{filters}</defs>' + "".join(parts) + "</svg>"
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


def cap(x: float, y: float, r: float, colour: str) -> str:
    """A puffed hair cap with a gathered rim, as worn in food plants."""
    puff = shape(
        f"M{x - r * 0.98} {y - r * 0.3} C{x - r * 1.5} {y - r * 0.9} {x - r * 0.9} {y - r * 1.62} {x} {y - r * 1.55} "
        f"C{x + r * 0.9} {y - r * 1.62} {x + r * 1.5} {y - r * 0.9} {x + r * 0.98} {y - r * 0.3} "
        f"Q{x} {y - r * 0.72} {x - r * 0.98} {y - r * 0.3}Z",
        colour,
    )
    folds = "".join(
        curve(
            f"M{x + n * r * 0.34} {y - r * (0.62 - abs(n) * 0.07)} q{n * r * 0.1} {-r * 0.3} {n * r * 0.03} {-r * 0.52}",
            r * 0.05,
            "#00000024",
        )
        for n in (-2, -1, 0, 1, 2)
    )
    rim = curve(
        f"M{x - r * 0.94} {y - r * 0.3} Q{x} {y - r * 0.74} {x + r * 0.94} {y - r * 0.3}",
        r * 0.13,
        "#ffffff70",
    )
    return (
        puff
        + folds
        + rim
        + curve(
            f"M{x - r * 0.75} {y - r * 1.05} q{r * 0.15} {-r * 0.3} {r * 0.45} {-r * 0.36}",
            r * 0.1,
            "#ffffff80",
        )
    )


def head(
    x: float, y: float, r: float, hat: str, colour: str, look: float = 0.3, worried: bool = False
) -> str:
    """A face, turned by ``look`` (-1 left … 1 right), under a ``helmet``, a hair ``cap`` or a ``lamp`` cap."""
    dx = look * r * 0.35
    face = "".join(
        oval(x + side * r * 0.86 - dx * 0.35, y + r * 0.08, r * 0.17, r * 0.23, TAN) for side in (-1, 1)
    ) + oval(x, y, r * 0.86, r, SKIN)
    face += shape(
        f"M{x - r * 0.84} {y + r * 0.2} Q{x - r * 0.7} {y + r} {x} {y + r} Q{x + r * 0.7} {y + r} {x + r * 0.84} {y + r * 0.2} "
        f"Q{x + r * 0.6} {y + r * 0.86} {x} {y + r * 0.86} Q{x - r * 0.6} {y + r * 0.86} {x - r * 0.84} {y + r * 0.2}Z",
        TAN,
        'opacity=".5"',
    )
    for side in (-1, 1):
        ex = x + dx + side * r * 0.33
        face += oval(ex, y + r * 0.06, r * 0.085, r * 0.12, INK) + disc(
            ex - r * 0.03, y + r * 0.02, r * 0.03, WHITE
        )
        face += curve(f"M{ex - r * 0.14} {y - r * 0.16} q{r * 0.14} {-r * 0.1} {r * 0.28} 0", r * 0.065, HAIR)
        face += oval(ex + side * r * 0.12, y + r * 0.38, r * 0.15, r * 0.09, CORAL, 'opacity=".45"')
    if worried:
        face += oval(x + dx, y + r * 0.56, r * 0.14, r * 0.17, WINE)
    else:
        face += curve(
            f"M{x + dx - r * 0.22} {y + r * 0.46} q{r * 0.22} {r * 0.22} {r * 0.44} 0", r * 0.075, WINE
        )
    face += curve(
        f"M{x + dx * 1.3} {y + r * 0.14} q{look * r * 0.14 + r * 0.05} {r * 0.14} {-r * 0.02} {r * 0.17}",
        r * 0.06,
        TAN,
    )
    back = oval(x - dx * 0.3, y - r * 0.12, r * 0.93, r * 0.94, HAIR)
    if hat == "cap":  # the women of the plant: locks, earrings, lashes
        lashes = locks = ""
        for s in (-1, 1):
            lashes += curve(
                f"M{x + dx + s * r * 0.4} {y + r * 0.02} l{s * r * 0.09} {-r * 0.06}", r * 0.035, INK
            )
            locks += shape(
                f"M{x + s * r * 0.72} {y - r * 0.4} Q{x + s * r * 1.12} {y + r * 0.1} {x + s * r * 0.92} {y + r * 0.72} "
                f"Q{x + s * r * 0.76} {y + r * 0.8} {x + s * r * 0.74} {y + r * 0.62} Q{x + s * r * 0.8} {y + r * 0.1} {x + s * r * 0.66} {y - r * 0.3}Z",
                HAIR,
            ) + disc(x + s * r * 0.9, y + r * 0.46, r * 0.06, YELLOW)
        return back + face + lashes + locks + cap(x, y, r, colour)
    dome = shape(
        f"M{x - r} {y - r * 0.28} C{x - r} {y - r * 1.5} {x + r} {y - r * 1.5} {x + r} {y - r * 0.28}Z",
        colour,
    )
    rim = x - r * 1.1 + dx * 0.7
    brim = box(rim, y - r * 0.42, r * 2.2, r * 0.2, colour, r * 0.1) + box(
        rim, y - r * 0.32, r * 2.2, r * 0.1, "#00000026", r * 0.05
    )
    shine = curve(
        f"M{x - r * 0.7} {y - r * 0.65} q{r * 0.1} {-r * 0.3} {r * 0.34} {-r * 0.4}", r * 0.1, "#ffffff99"
    )
    ridge = (
        box(x - r * 0.13 + dx * 0.4, y - r * 1.22, r * 0.26, r * 0.78, "#ffffff45", r * 0.1)
        if hat == "helmet"
        else ""
    )
    lamp = disc(x + dx * 1.6, y - r * 0.7, r * 0.26, SLATE) + disc(
        x + dx * 1.6, y - r * 0.7, r * 0.18, "#fff6cf"
    )
    return back + face + dome + ridge + shine + brim + (lamp if hat == "lamp" else "")


def limb(points: Sequence[Point], width: float, colour: str, end: str = SKIN, hand: bool = True) -> str:
    """An arm or a leg through its joints; ``end`` colours the hand at the last point."""
    tip = disc(*points[-1], width * 0.46, end) if hand else ""
    sleeve = [*points[:-1], _short(points[-2], points[-1])] if hand else points
    return tip + line(sleeve, width, colour)


def _short(a: Point, b: Point, part: float = 0.68) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def boot(x: float, y: float, toe: int = 1, size: float = 1, colour: str = INK) -> str:
    """A safety boot; (x, y) is the ankle, ``toe`` the side it points to."""
    s, t = size, toe * size
    return shape(
        f"M{x - 24 * t} {y - 34 * s} L{x + 24 * t} {y - 34 * s} L{x + 28 * t} {y - 4 * s} "
        f"Q{x + 86 * t} {y + 0 * s} {x + 88 * t} {y + 34 * s} L{x - 28 * t} {y + 34 * s}Z",
        colour,
    ) + shape(
        f"M{x - 30 * t} {y + 30 * s} L{x + 90 * t} {y + 30 * s} L{x + 90 * t} {y + 44 * s} L{x - 30 * t} {y + 44 * s}Z",
        AMBER,
    )


def carton(x: float, y: float, w: float, h: float) -> str:
    """A cardboard box."""
    return (
        box(x, y, w, h, "url(#card)", 6)
        + box(x, y, w, h * 0.16, "#ffffff30", 6)
        + box(x + w * 0.42, y, w * 0.16, h, "#f0cf97")
        + box(x + w * 0.08, y + h * 0.62, w * 0.2, h * 0.2, "#8d5b2766", 4)
        + box(x + w - 12, y, 12, h, "#00000018", 4)
    )


def wheel(x: float, y: float, r: float) -> str:
    return (
        disc(x, y, r, INK)
        + disc(x, y, r * 0.66, STEEL)
        + disc(x, y, r * 0.6, "url(#steel)")
        + disc(x, y, r * 0.2, SLATE)
    )


def trolley(brake: bool, boxes: int = 3) -> str:
    """A trolley on level ground, wheels' contact at y = 0, deck from x = -300 to 300, handle at the left."""
    parts = line([(-300, -110), (-350, -480), (-410, -490)], 24, SLATE) + line(
        [(-330, -330), (-300, -330)], 14, SLATE
    )
    loads = ((-240, -280, 250, 170), (20, -310, 250, 200), (-150, -440, 270, 160))
    parts += "".join(carton(*load) for load in loads[:boxes])
    parts += box(-320, -112, 640, 34, "url(#teal)", 12) + box(-320, -112, 640, 10, "#ffffff40", 6)
    for x in (-220, 220):
        parts += shape(f"M{x - 34} -80 L{x + 34} -80 L{x + 14} -46 L{x - 14} -46Z", SLATE) + wheel(x, -50, 50)
    if brake:
        parts += line([(-262, -88), (-300, -60), (-372, -54)], 16, WINE)
        parts += box(-428, -76, 84, 26, "url(#red)", 10) + shape(
            "M-286 -92 q-24 34 -10 62 l26 -8 q-8 -24 6 -48Z", RED
        )
    return parts
