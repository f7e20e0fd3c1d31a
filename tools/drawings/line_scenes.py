# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""A kite on the power line, and the insulated stick that takes it down. They show no real village or person."""

from __future__ import annotations

from faces import BROWN, DEEP, FAIR
from figures import Look, figure
from parts import AMBER, INK, WHITE, YELLOW, box, cast, curve, disc, group, line, shadow, shape, sheet
from things import cloud, palm
from village import kite, pylon, stick, stick_head, village

LINEMAN = Look(
    shirt="#dd7428", trousers="#2f4a5c", hat_colour="#fffdf8", glove="#a83a22", skin=BROWN, mood="smile"
)


LINEWOMAN = Look(
    shirt="#dd7428",
    trousers="#2f4a5c",
    hat_colour="#f0b23a",
    glove="#a83a22",
    skin=FAIR,
    hair="bun",
    mood="smile",
)


def kite_before() -> str:
    ladder = line([(1120, 1060), (1190, 420)], 12, "#9c7238") + line(
        [(1180, 1064), (1240, 424)], 12, "#9c7238"
    )
    ladder += "".join(
        line([(1126 + n * 4.7, 1010 - n * 43), (1184 + n * 4.2, 1012 - n * 43)], 8, "#b98043")
        for n in range(14)
    )
    climber = figure(
        Look(
            shirt="#dd7428",
            trousers="#2f4a5c",
            hat_colour="#fffdf8",
            skin=BROWN,
            mood="effort",
            glove="#a83a22",
        ),
        turn=0.6,
        gaze=-0.2,
        near_arm=((-60, -640), (-90, -760)),
        far_arm=((80, -600), (100, -690)),
        near_leg=((30, -220), (-16, -70)),
        far_leg=((70, -250), (50, -150)),
        toes=(1, 1),
        held=line([(-70, -690), (-180, -980)], 10, "#caa55f"),
    )
    fan = group(
        shape("M0 0 Q-80 -30 -90 -110 Q-10 -130 40 -60Z", "#efd8a0"),
        curve("M-4 -6 Q-40 -50 -50 -100 M4 -8 Q0 -60 4 -96", 3, "#b98f45"),
        line([(-2, -4), (24, 44)], 10, "#9c7238"),
        move=(36, -440),
        turn=30,
    )
    waiting = figure(
        Look(
            shirt="#7c8c52",
            trousers="#3d4a52",
            hat="none",
            age=60,
            skin=DEEP,
            mood="worried",
            shoes="#5f4630",
            sole="#5f4630",
        ),
        turn=0.7,
        gaze=0.4,
        near_arm=((-60, -470), (20, -400)),
        far_arm=((100, -470), (60, -380)),
        toes=(1, 1),
        held=fan,
    )
    return sheet(
        village(lit=False),
        box(0, 0, 1600, 1200, "#14273a", extra='opacity=".34"'),
        pylon(),
        kite(930, 250, 0.72, 24),
        ladder,
        group(climber, move=(1186, 740), scale=0.5),
        shadow(320, 1130, 120, 14, 0.5),
        group(waiting, move=(300, 1120), scale=0.62),
    )


def kite_after() -> str:
    with_stick = figure(
        LINEWOMAN,
        turn=0.6,
        gaze=0.5,
        tilt=-12,
        near_arm=((-20, -470), (84, -430)),
        far_arm=((110, -530), (128, -620)),
        near_leg=((-50, -195), (-76, -34)),
        far_leg=((50, -196), (62, -34)),
        toes=(1, 1),
    )
    mate = figure(
        LINEMAN,
        turn=-0.5,
        gaze=-0.6,
        tilt=8,
        near_arm=((90, -480), (40, -400)),
        far_arm=((-96, -560), (-150, -660)),
        toes=(-1, -1),
        hands=("grip", "open"),
    )
    return sheet(
        village(lit=True),
        pylon(),
        kite(930, 250, 0.72, 24),
        stick((742, 884), (900, 330), 13),
        stick_head(898, 338, 16, 0.5),
        shadow(690, 1136, 110, 14, 0.45),
        group(with_stick, move=(690, 1124), scale=0.62),
        shadow(1046, 1136, 110, 14, 0.45),
        group(mate, move=(1056, 1124), scale=0.62),
    )


def line_hero() -> str:
    woman = figure(
        LINEWOMAN,
        turn=0.55,
        gaze=0.5,
        tilt=-14,
        near_arm=((-60, -455), (58, -424)),
        far_arm=((118, -476), (158, -556)),
        legs=False,
    )
    sky = (
        box(0, 0, 1600, 1200, "url(#noon)")
        + cloud(360, 250, 1.5)
        + cloud(1340, 640, 1.2)
        + cloud(620, 760, 0.8)
    )
    wires = "".join(curve(f"M-20 {y} Q800 {y + 150} 1640 {y - 50}", 9, "#26323a") for y in (120, 260))
    leaves = "".join(palm(x, 1330, 1.3, k) for x, k in ((1500, -60), (1320, 40)))
    return sheet(
        sky,
        leaves,
        shape("M0 1100 Q800 1040 1600 1110 L1600 1200 L0 1200Z", "#5f8a5a"),
        wires,
        kite(1130, 330, 1.25, 24),
        cast(stick((496, 1190), (1040, 420), 26)),
        stick_head(1036, 426, 36, 1.05),
        group(woman, move=(440, 1862), scale=1.75),
    )


def head_detail() -> str:
    mat = box(0, 0, 1600, 1200, "#e8d8b6") + "".join(
        curve(f"M0 {y} Q800 {y + 16} 1600 {y - 8}", 3, "#b9935a", 'opacity=".4"') for y in range(60, 1200, 90)
    )
    ruler = cast(box(120, 1040, 1180, 70, YELLOW, 6)) + "".join(
        box(150 + n * 38, 1040, 4, 40 if n % 5 == 0 else 24, INK) for n in range(30)
    )
    parts = (
        cast(
            group(
                box(-34, -320, 68, 640, "url(#yellow)", 30),
                box(-40, -330, 80, 50, INK, 10),
                box(-40, 260, 80, 60, "url(#brick)", 20),
                move=(300, 560),
                turn=12,
            )
        )
        + cast(stick_head(820, 900, 0, 3.1))
        + cast(
            curve(
                "M1180 360 Q1330 260 1420 380 Q1460 520 1330 560 Q1200 560 1240 440 Q1330 380 1400 470",
                14,
                "#f3e6c8",
            )
        )
        + cast(
            curve("M1190 760 L1440 700", 26, AMBER),
            disc(1190, 760, 34, "#fff8ea"),
            disc(1440, 700, 22, "#fff8ea"),
        )
        + "".join(
            cast(disc(x, y, 26, "#fff8ea"), disc(x, y, 11, "#b98a4a"))
            for x, y in ((1210, 900), (1300, 930), (1390, 890))
        )
    )
    paper = cast(shape("M520 90 L860 60 L884 250 L540 284Z", WHITE)) + curve(
        "M570 150 L820 128 M576 190 L780 172 M582 230 L800 210", 7, "#9fadb2"
    )
    return sheet(mat, paper, ruler, parts)
