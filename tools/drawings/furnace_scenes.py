# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The reheating furnace and its chain curtain. They show no real mill, machine or person."""

from __future__ import annotations

from faces import BROWN, DEEP, FAIR
from figures import Look, figure
from furnace import chain, curtain, hall, rollers
from parts import SILVER, SLATE, WHITE, YELLOW, box, curve, disc, group, line, oval, shadow, shape, sheet

STOKER = Look(
    shirt="#7b8a91",
    trousers="#4a5860",
    hat="shield",
    hat_colour="#f0b23a",
    glove="#d9c9a3",
    skin=BROWN,
    mood="effort",
)


CALM = Look(shirt="#7b8a91", trousers="#4a5860", hat="helmet", hat_colour="#f0b23a", skin=BROWN, mood="smile")


def before_curtain() -> str:
    glare = "".join(
        shape(
            f"M900 {450 + n * 60} L{-100} {200 + n * 210} L{-100} {330 + n * 210} L900 {480 + n * 60}Z",
            "#ffcf7a",
            'opacity=".16" filter="url(#blur)"',
        )
        for n in range(5)
    )
    man = figure(
        STOKER,
        turn=0.8,
        gaze=0.2,
        tilt=-10,
        neck=(-34, -580),
        hip=(0, -365),
        near_arm=((-6, -450), (80, -512)),
        far_arm=((70, -560), (44, -668)),
        near_leg=((-36, -195), (-92, -34)),
        far_leg=((50, -196), (50, -34)),
        toes=(1, 1),
        hands=("grip", "open"),
        held=line([(-40, -470), (420, -590)], 12, "#9fadb2"),
    )
    sweat = "".join(
        shape(f"M{x} {y} q10 16 10 24 a10 10 0 0 1 -20 0 q0 -8 10 -24Z", "#bfe3e6", 'opacity=".9"')
        for x, y in ((196, 418), (172, 470), (330, 396))
    )
    return sheet(
        hall(1),
        oval(1170, 640, 900, 640, "url(#heat)", 'opacity=".5"'),
        rollers(560),
        glare,
        shadow(240, 1110, 190, 18, 0.6),
        group(man, move=(270, 1090), scale=0.98),
        sweat,
    )


def after_curtain() -> str:
    man = figure(
        CALM,
        turn=0.7,
        gaze=0.5,
        near_arm=((-60, -470), (30, -440)),
        far_arm=((100, -470), (96, -450)),
        toes=(1, 1),
        hands=("flat", "grip"),
        held=group(
            box(-50, -64, 100, 130, "#c78d4a", 6),
            box(-42, -52, 84, 112, WHITE, 3),
            box(-22, -72, 44, 18, SLATE, 5),
            *(box(-32, -34 + n * 20, 62 - n % 2 * 18, 6, "#9fadb2") for n in range(5)),
            move=(70, -470),
            turn=-8,
        ),
    )
    return sheet(
        hall(0.15),
        oval(1170, 640, 640, 460, "url(#heat)", 'opacity=".28"'),
        rollers(560),
        curtain(),
        box(880, 762, 590, 84, "url(#fire)", 4, 'opacity=".55"'),
        "".join(chain(890 + n * 20, 404 + 12 * 34 * 0.78, 3, 34, 0.9, sway=-70) for n in range(0, 29, 2)),
        shadow(340, 1110, 190, 18, 0.6),
        group(man, move=(340, 1090), scale=0.98),
    )


def furnace_hero() -> str:
    crew = (
        (
            (360, 1070),
            0.92,
            0.5,
            Look(
                shirt="#2f6685",
                trousers="#3d4a52",
                hat="helmet",
                hat_colour="#fffdf8",
                skin=FAIR,
                hair="bun",
                mood="grin",
                glasses=True,
            ),
            ((-80, -470), (-40, -400)),
            "grip",
        ),
        (
            (1270, 1075),
            0.94,
            -0.5,
            Look(shirt="#7b8a91", trousers="#4a5860", hat_colour="#f0b23a", skin=DEEP, mood="grin"),
            ((100, -470), (60, -390)),
            "grip",
        ),
        (
            (590, 1110),
            1.02,
            0.2,
            Look(
                shirt="#7b8a91",
                trousers="#4a5860",
                hat_colour="#f0b23a",
                skin=BROWN,
                mood="smile",
                age=55,
                moustache=True,
                broad=1.06,
            ),
            ((-100, -480), (-60, -420)),
            "flat",
        ),
        (
            (1040, 1116),
            1.02,
            -0.2,
            Look(shirt="#8c2f1b", trousers="#3d4a52", hat_colour="#5b93ad", skin=DEEP, mood="laugh"),
            ((100, -480), (70, -410)),
            "flat",
        ),
        (
            (815, 1140),
            1.06,
            0,
            Look(
                shirt="#7b8a91",
                trousers="#4a5860",
                hat_colour="#f0b23a",
                vest="#dd7428",
                skin=BROWN,
                mood="grin",
            ),
            ((-92, -476), (-20, -420)),
            "grip",
        ),
    )
    mouth = (
        box(330, 120, 940, 70, "#3d4a52", 8)
        + "".join(disc(370 + n * 86, 155, 11, "#7b8a91") for n in range(11))
        + shape("M370 190 L1230 190 L1230 900 L370 900Z", "url(#fire)")
        + "".join(
            chain(384 + n * 24, 200, 23, 40, 0.2 + (0.7 if n % 2 else 0), sway=6 if n % 3 else -6)
            for n in range(36)
        )
        + box(352, 178, 900, 34, "#2c3439", 8)
    )
    wall = "".join(
        box(
            c * 120 - (60 if r % 2 else 0),
            r * 60,
            115,
            55,
            "#8f6650" if (r * 7 + c * 3) % 5 else "#a1735a",
            3,
        )
        for r in range(17)
        for c in range(15)
    )
    drawn = "".join(
        shadow(x, y + 14, 120, 14, 0.5)
        + group(
            figure(
                look,
                turn=t,
                near_arm=arm,
                hands=(kind, "grip"),
                toes=(1 if t > 0.3 else -1 if t < -0.3 else 0,) * 2,
            ),
            move=(x, y),
            scale=s,
        )
        for (x, y), s, t, look, arm, kind in crew
    )
    return sheet(
        box(0, 0, 1600, 1200, "#6d4c3d"),
        wall,
        box(0, 0, 1600, 1200, "#2c1a16", extra='opacity=".3"'),
        mouth,
        oval(800, 560, 760, 620, "url(#heat)", 'opacity=".3"'),
        box(0, 930, 1600, 270, "#55433c"),
        shape("M370 930 L1230 930 L1500 1200 L100 1200Z", "#e08a3c", 'opacity=".28"'),
        drawn,
    )


def chain_detail() -> str:
    chains = "".join(
        chain(70 + n * 122, -40, 12, 150, 0.2 + (0.7 if n % 2 else 0), sway=-110 if 3 < n < 10 else 0)
        for n in range(13)
    )
    hooks = "".join(curve(f"M{70 + n * 122} 60 q0 46 0 40", 16, "#2c3439") for n in range(13))
    billet = (
        shape("M420 780 L1240 780 L1330 860 L1330 1120 L420 1120Z", "#f58a2c")
        + shape("M420 780 L1240 780 L1330 860 L500 860Z", "#fff0b8")
        + box(500, 860, 830, 260, "url(#fire)")
        + oval(900, 980, 700, 420, "url(#heat)", 'opacity=".45"')
    )
    return sheet(
        box(0, 0, 1600, 1200, "url(#fire)"),
        box(0, 0, 1600, 1200, "#7a2a12", extra='opacity=".32"'),
        chains,
        billet,
        "".join(chain(70 + n * 122, 440, 4, 150, 0.9, sway=-60) for n in (4, 6, 8, 10)),
        box(0, 0, 1600, 96, "#2c3439"),
        box(0, 78, 1600, 18, "#55636b"),
        "".join(disc(70 + n * 122, 50, 20, SILVER) + disc(70 + n * 122, 50, 9, SLATE) for n in range(13)),
        hooks,
        box(0, 1120, 1600, 80, "#39444a"),
        "".join(box(x, 1150, 90, 16, YELLOW, 4) for x in range(40, 1600, 180)),
    )
