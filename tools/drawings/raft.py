# ruff: noqa: E501, INP001
# D103: a thing's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The litter raft and its parts. All invented."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

from harbour import bag, bottle
from parts import AMBER, SILVER, SLATE, box, cast, curve, disc, group, line, oval, shape


def barrel(x: float, y: float, w: float = 150, h: float = 96) -> str:
    """A blue plastic barrel lying on its side."""
    return (
        box(x, y, w, h, "url(#blue)", 26)
        + box(x, y + 8, w, 16, "#ffffff", 8, 'opacity=".25"')
        + box(x + w * 0.3, y, 9, h, "#00000026")
        + box(x + w * 0.66, y, 9, h, "#00000026")
    )


def paddle_wheel(r: float, turn: float = 8, blades: int = 10) -> str:
    """The water wheel about (0, 0): two rims of old bicycle wheels' steel, blades cut from barrels."""
    drawn = ""
    for n in range(blades):
        a = (turn + n * 360 / blades) * pi / 180
        ux, uy = cos(a), sin(a)
        drawn += line([(ux * 20, uy * 20), (ux * r * 0.92, uy * r * 0.92)], r * 0.045, SLATE)
        blade = ((0.72, -0.10), (1.08, -0.13), (1.12, 0.05), (0.74, 0.08))
        d = (
            "M"
            + " L".join(f"{(p * ux - q * uy) * r:.1f} {(p * uy + q * ux) * r:.1f}" for p, q in blade)
            + "Z"
        )
        drawn += shape(d, "url(#blue)")
    rims = "".join(
        f'<circle cx="0" cy="0" r="{r * k}" fill="none" stroke="{c}" stroke-width="{r * 0.05}"/>'
        for k, c in ((0.74, SILVER), (0.4, SLATE))
    )
    return drawn + rims + disc(0, 0, r * 0.13, "url(#dark)") + disc(0, 0, r * 0.06, AMBER)


def belt(length: float, tilt: float, load: bool = True) -> str:
    """The conveyor: its lower end at (0, 0), climbing to the right by ``tilt`` degrees."""
    prongs = "".join(
        line([(60 + n * 70, -24), (46 + n * 70, -54)], 8, "#b9561a") for n in range(int(length / 70) - 1)
    )
    items = (
        (bottle(150, -56, -6, 0.9) + bag(290, -44, 0.8) + bottle(430, -56, 8, 0.9, "#8fc48a")) if load else ""
    )
    return group(
        items,
        prongs,
        box(0, -26, length, 40, "#2f3f4a", 20),
        box(8, -20, length - 16, 9, "#ffffff30", 4),
        "".join(box(20 + n * 35, -26, 4, 40, "#ffffff22") for n in range(int(length / 35) - 1)),
        box(0, 6, length, 16, "url(#orange)", 8),
        disc(14, -6, 24, SLATE) + disc(14, -6, 9, SILVER),
        disc(length - 14, -6, 24, SLATE) + disc(length - 14, -6, 9, SILVER),
        turn=-tilt,
    )


def raft(
    load: bool = True,
    wheel_turn: float = 8,
    afloat: bool = True,
    canopied: bool = True,
    carrying: bool = True,
) -> str:
    """The raft side on, its waterline at y = 0, from x = -560 (belt in the water) to x = 470 (wheel)."""
    hold = line([(-160, -90), (-160, -250)], 14, "#46545c") + line([(40, -90), (40, -330)], 14, "#46545c")
    bin_ = (
        box(96, -206, 190, 130, "url(#yellow)", 10)
        + box(96, -206, 190, 18, "#ffffff50", 8)
        + "".join(box(116 + n * 44, -172, 18, 80, "#00000018", 8) for n in range(4))
    )
    heap = (
        (bag(140, -214, 0.8) + bottle(200, -216, -20, 0.8) + bag(246, -212, 0.7, "#e8a0a0")) if load else ""
    )
    deck = box(-330, -92, 700, 24, "url(#wood)", 6) + "".join(
        box(-320 + n * 58, -92, 4, 24, "#00000022") for n in range(12)
    )
    wheel_ = group(paddle_wheel(170, wheel_turn), move=(420, -60))
    arm = line([(300, -84), (420, -60)], 16, "#46545c")
    chain_ = curve("M70 -318 L404 -76 M40 -340 L410 -50", 6, "#3a2b25", 'stroke-dasharray="10 7"')
    canopy = (
        shape("M60 -420 Q180 -470 320 -420 L320 -402 L60 -402Z", "url(#red)")
        + line([(76, -402), (76, -92)], 8, "#6e4a22")
        + line([(304, -402), (304, -92)], 8, "#6e4a22")
    )
    water = (
        shape("M-1500 6 Q-300 -16 0 0 Q300 16 1500 -4 L1500 300 L-1500 300Z", "url(#dip)")
        + curve("M-600 2 Q-300 -14 0 2 Q300 18 620 0", 7, "#ffffff", 'opacity=".55"')
        + "".join(
            curve(f"M{470 + n * 26} {14 + n * 12} q30 -12 60 0", 6, "#ffffff", 'opacity=".5"')
            for n in range(4)
        )
        if afloat
        else ""
    )
    return (
        (canopy if canopied else "")
        + (group(belt(560, 31, load), move=(-520, 10)) if carrying else "")
        + hold
        + heap
        + bin_
        + "".join(barrel(-330 + n * 176, -70, 166, 92) for n in range(4))
        + deck
        + arm
        + cast(wheel_)
        + chain_
        + water
    )


def boom(points: tuple[tuple[float, float], ...], s: float = 1) -> str:
    """A floating boom of bottles in net, along the points."""
    drawn = ""
    for (ax, ay), (bx, by) in pairwise(points):
        for k in range(7):
            t = k / 7
            drawn += oval(ax + (bx - ax) * t, ay + (by - ay) * t, 19 * s, 13 * s, "url(#orange)") + oval(
                ax + (bx - ax) * t - 4, ay + (by - ay) * t - 4, 8 * s, 4 * s, "#ffffff", 'opacity=".5"'
            )
    return drawn
