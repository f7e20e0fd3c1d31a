# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The squid table and what was before it. They show no real plant and no real person."""

from __future__ import annotations

from faces import DEEP, FAIR, Skin
from figures import Look, figure, hand, limb
from parts import (
    COAT,
    CORAL,
    INK,
    RED,
    SLATE,
    TEAL,
    WHITE,
    YELLOW,
    box,
    cast,
    curve,
    disc,
    group,
    shadow,
    shape,
    sheet,
)


def worker(colour: str, skin: Skin, mood: str) -> Look:
    return Look(
        shirt=COAT,
        trousers="#6b7d86",
        hat="puff",
        hat_colour=colour,
        hair="bun",
        apron=colour,
        skin=skin,
        glove=YELLOW,
        mood=mood,
    )


def squid(x: float, y: float, turn: float = 0, s: float = 1) -> str:
    arms = "".join(curve(f"M{96} {n * 9} q60 {n * 10} 92 {n * 22}", 10, "#e8b9b0") for n in (-2, -1, 0, 1, 2))
    return group(
        arms,
        shape("M-130 0 Q-60 -52 70 -40 Q112 -30 112 0 Q112 30 70 40 Q-60 52 -130 0Z", "#fbe3dc"),
        shape("M-140 0 L-70 -62 Q-40 -30 -50 0 Q-40 30 -70 62Z", "#f0c3ba"),
        shape("M-90 -14 Q-20 -36 70 -28", "none", 'stroke="#ffffff" stroke-width="9" stroke-linecap="round"'),
        disc(92, -10, 10, INK),
        move=(x, y),
        turn=turn,
        scale=s,
    )


def basket(x: float, y: float, w: float, h: float, colour: str) -> str:
    holes = "".join(box(x + 34 + n * (w - 68) / 5, y + 40, 22, h - 74, "#00000030", 10) for n in range(5))
    return (
        shadow(x + w / 2, y + h + 4, w * 0.55, 16, 0.35)
        + shape(f"M{x} {y} L{x + w} {y} L{x + w - 24} {y + h} L{x + 24} {y + h}Z", colour)
        + holes
        + box(x - 12, y - 10, w + 24, 30, colour, 12)
        + box(x - 12, y - 10, w + 24, 10, "#ffffff50", 6)
    )


def tiled(horizon: float = 900) -> str:
    return (
        box(0, 0, 1600, 1200, "#e3efe9")
        + "".join(box(x, y, 190, 140, "#f6fbf8", 8) for x in range(5, 1600, 200) for y in range(5, 900, 150))
        + disc(800, 470, 430, "#f9dc9b", 'opacity=".5"')
        + box(0, horizon, 1600, 300, "#9cb9b5")
        + box(0, horizon, 1600, 12, "#ffffff90")
    )


def squid_table() -> str:
    table = cast(
        shape("M170 640 L1430 640 L1500 760 L100 760Z", "url(#steelv)"), box(90, 752, 1420, 44, "#c3cecf", 14)
    ) + box(90, 752, 1420, 12, "#ffffff", 6)
    legs = "".join(
        box(x, 790, 40, 340, "url(#steel)")
        + box(x - 16, 1110, 72, 30, "url(#dark)", 8)
        + box(x - 10, 1010, 60, 20, SLATE, 6)
        for x in (130, 1430)
    )
    chutes = "".join(
        cast(shape(f"M{x - 90} 740 L{x + 90} 740 L{x + 70} 944 L{x - 70} 944Z", "url(#steel)"))
        + shape(f"M{x - 62} 744 L{x + 62} 744 L{x + 48} 944 L{x - 48} 944Z", "#b8dfe0")
        + curve(f"M{x - 24} 756 L{x - 18} 930", 9, "#ffffffc0")
        for x in (400, 800, 1200)
    )
    baskets = (
        basket(250, 960, 300, 150, TEAL)
        + basket(650, 960, 300, 150, YELLOW)
        + basket(1050, 960, 300, 150, RED)
    )
    catch = (
        squid(740, 700, 12, 0.7)
        + squid(890, 676, 170, 0.62)
        + squid(1340, 700, 10, 0.6)
        + squid(250, 706, 160, 0.6)
        + squid(800, 726, -20, 0.5)
    )
    held = squid(480, 706, -8, 0.8) + squid(1130, 706, 186, 0.8)
    sliding = squid(400, 860, 84, 0.55) + squid(800, 830, 96, 0.62) + squid(1200, 880, 86, 0.8)
    women = "".join(
        group(
            figure(
                worker(colour, skin, mood),
                turn=turn,
                legs=False,
                near_arm=((-96 * side, -450), (-46 * side, -350)),
                far_arm=((100 * side, -450), (62 * side, -350)),
            ),
            move=(x, 1050),
            scale=1.1,
        )
        for x, turn, side, colour, skin, mood in (
            (470, 0.25, 1, TEAL, FAIR, "smile"),
            (1120, -0.25, -1, CORAL, DEEP, "laugh"),
        )
    )
    arms = "".join(
        group(
            limb([(elbow * side, -450), (wrist * side, -356)], [46, 37], COAT)
            + hand((wrist * side, -350), 90 - turned * side, 1, FAIR, "grip", YELLOW),
            move=(x, 1050),
            scale=1.1,
        )
        for x, side in ((470, 1), (1120, -1))
        for elbow, wrist, turned in ((-96, -46, -30), (100, 62, 20))
    )
    return sheet(tiled(), women, legs, table, catch, held, arms, chutes, sliding, baskets)


def bending() -> str:
    dim = box(0, 0, 1600, 1200, "#2b4a52", extra='opacity=".08"')
    woman = figure(
        Look(
            shirt=COAT,
            trousers="#6b7d86",
            shoes=WHITE,
            sole="#c9d3d2",
            hat="puff",
            hat_colour=TEAL,
            hair="bun",
            apron="",
            skin=FAIR,
            glove=YELLOW,
            mood="effort",
        ),
        turn=0.9,
        gaze=0.5,
        tilt=52,
        neck=(210, -430),
        hip=(-10, -400),
        near_arm=((230, -270), (262, -146)),
        far_arm=((300, -280), (320, -150)),
        near_leg=((34, -210), (-10, -34)),
        far_leg=((80, -214), (70, -34)),
        toes=(1, 1),
    )
    ache = "".join(curve(f"M{640 + n * 66} {500 - n * 8} l{-16 + n * 10} {-70}", 15, RED) for n in range(3))
    return sheet(
        tiled(),
        shadow(640, 1110, 240, 26, 0.4),
        shadow(1180, 1120, 330, 26, 0.3),
        basket(880, 960, 430, 150, YELLOW),
        "".join(
            squid(x, y, t, 0.75)
            for x, y, t in ((970, 950, 10), (1160, 944, 170), (1070, 920, 30), (1230, 950, -12))
        ),
        group(woman, move=(640, 1096), scale=1.18),
        basket(1360, 990, 190, 110, RED),
        basket(140, 1000, 260, 120, TEAL),
        ache,
        dim,
    )
