# ruff: noqa: D103, E501, INP001
# D103: a thing's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""A village at dusk, its power line, a kite, the insulated stick. All invented."""

from __future__ import annotations

from parts import AMBER, INK, RED, YELLOW, box, curve, disc, group, line, oval, shape
from things import cloud, palm


def kite(x: float, y: float, s: float = 1, turn: float = 20) -> str:
    tail = curve("M0 120 Q-60 190 -10 250 Q50 300 -20 380", 7, "#8c2f1b") + "".join(
        shape(f"M{a} {b} l-24 -14 l0 28Z M{a} {b} l24 -14 l0 28Z", YELLOW)
        for a, b in ((-32, 180), (8, 268), (6, 330))
    )
    return group(
        tail,
        shape("M0 -130 L100 -10 L0 130 L-100 -10Z", RED),
        shape("M0 -130 L100 -10 L0 -10Z", YELLOW),
        shape("M0 130 L-100 -10 L0 -10Z", YELLOW),
        shape("M100 -10 L0 130 L0 -10Z", "#23807d"),
        line([(0, -130), (0, 130)], 5, "#6e4a22"),
        line([(-100, -10), (100, -10)], 5, "#6e4a22"),
        move=(x, y),
        turn=turn,
        scale=s,
    )


def house(x: float, y: float, w: float, wall: str, lit: bool) -> str:
    """A low village house under tiles; (x, y) is its lower left corner."""
    glass = "#ffd978" if lit else "#2b3b44"
    drawn = box(x, y - 210, w, 210, wall) + box(x, y - 210, w, 26, "#00000022")
    drawn += box(x + w * 0.4, y - 160, w * 0.2, 160, "#7a4a2c" if lit else "#4d342a")
    for k in (0.1, 0.68):
        drawn += box(x + w * k, y - 150, w * 0.22, 90, "#f3e3c0", 4) + box(
            x + w * k + 7, y - 143, w * 0.22 - 14, 76, glass
        )
        drawn += box(x + w * (k + 0.11) - 3, y - 150, 6, 90, "#f3e3c0")
    drawn += shape(
        f"M{x - 34} {y - 200} L{x + 26} {y - 300} L{x + w - 26} {y - 300} L{x + w + 34} {y - 200}Z", "#a3492d"
    )
    drawn += "".join(
        curve(
            f"M{x - 26 + n * (w + 52) / 14} {y - 203} L{x + 30 + n * (w - 60) / 14} {y - 298}", 4, "#00000026"
        )
        for n in range(1, 14)
    )
    drawn += box(x - 34, y - 206, w + 68, 12, "#6e2c18", 5)
    if lit:
        drawn += oval(x + w / 2, y - 110, w * 0.62, 190, "url(#glow)", 'opacity=".5"')
        drawn += shape(
            f"M{x + w * 0.3} {y} L{x + w * 0.7} {y} L{x + w * 0.86} {y + 70} L{x + w * 0.14} {y + 70}Z",
            "#ffd978",
            'opacity=".3"',
        )
    return drawn


def pylon() -> str:
    """A concrete pole with a cross-arm and three wires, and the wires across the sky."""
    wires = "".join(
        curve(f"M-20 {y + 44} Q480 {y + 100} {1130 + n * 100} {y} Q1420 {y + 64} 1640 {y + 40}", 6, "#26323a")
        for n, y in enumerate((206, 186, 206))
    )
    pole = (
        shape("M1208 120 L1252 120 L1266 1060 L1194 1060Z", "#b9b2a4")
        + shape("M1236 120 L1252 120 L1266 1060 L1240 1060Z", "#00000022")
        + box(1090, 216, 280, 26, "#6b7780", 6)
        + line([(1140, 238), (1226, 330)], 9, "#6b7780")
        + line([(1320, 238), (1236, 330)], 9, "#6b7780")
    )
    cups = "".join(
        box(x - 6, y + 6, 12, 40, "#6b7780")
        + "".join(oval(x, y + 6 + k * 12, 19 - k * 2, 8, "#8c4a2c") for k in (2, 1, 0))
        for x, y in ((1130, 176), (1230, 92), (1330, 176))
    )
    return pole + wires.replace("1230 186", "1230 92") + cups


def village(lit: bool) -> str:
    sky = (
        box(0, 0, 1600, 900, "url(#dusk)")
        + disc(420, 720, 380, "url(#glow)", 'opacity=".8"')
        + cloud(300, 330, 1, 0.4)
        + cloud(900, 430, 0.7, 0.35)
    )
    hills = shape(
        "M0 760 Q260 640 520 730 Q840 610 1120 720 Q1380 660 1600 730 L1600 900 L0 900Z",
        "#4d5f6b",
        'opacity=".8"',
    )
    trees = "".join(
        oval(x, y, r * 1.3, r, "#2f4f4c")
        for x, y, r in ((60, 800, 90), (470, 810, 70), (820, 806, 84), (1120, 810, 90), (1560, 800, 110))
    )
    ground = (
        shape("M0 860 Q800 840 1600 860 L1600 1200 L0 1200Z", "#8a6a48")
        + shape("M0 980 Q800 930 1600 990 L1600 1130 Q800 1060 0 1120Z", "#a58458")
        + shape("M0 1110 Q800 1060 1600 1130 L1600 1200 L0 1200Z", "#5f6f4c")
    )
    homes = (
        house(90, 930, 330, "#e6d3ac", lit)
        + house(560, 920, 300, "#c9d6cb", lit)
        + house(1340, 930, 300, "#e3c49a", lit)
    )
    return sky + hills + trees + palm(500, 930, 0.9, 40) + palm(1010, 926, 0.74, -30) + ground + homes


def stick_head(x: float, y: float, turn: float = 0, s: float = 1) -> str:
    """The head of the stick: a hook that holds, a jaw of plastic that cuts, drawn by a cord; its socket at (0, 0)."""
    return group(
        box(-15, -70, 30, 80, "url(#dark)", 8),
        curve("M-4 -70 Q-70 -130 -46 -190 Q-30 -222 2 -216", 17, AMBER),
        curve("M6 -74 Q66 -118 44 -196", 20, RED),
        shape("M44 -206 L60 -132 L30 -150Z", "#fff8ea"),
        disc(2, -84, 14, "#fff8ea"),
        disc(2, -84, 6, "#b98a4a"),
        curve("M46 -128 Q74 -60 20 0", 4, "#e9d9b4"),
        move=(x, y),
        turn=turn,
        scale=s,
    )


def stick(a: tuple[float, float], b: tuple[float, float], w: float = 14) -> str:
    """An insulated stick in three lengths from ``a`` (hand's end) to ``b``."""

    def at(t: float) -> tuple[float, float]:
        return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t

    rings = "".join(line([at(t), at(t + 0.018)], w * 1.5, INK) for t in (0.02, 0.335, 0.665))
    return (
        line([a, b], w, YELLOW)
        + line([a, b], w * 0.25, "#ffffff80")
        + line([at(0), at(0.1)], w * 1.15, "#a83a22")
        + rings
    )
