# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Two clips for a duvet cover, in a hotel by the sea. They show no real hotel, machine or person."""

from __future__ import annotations

from faces import FAIR
from figures import Look, figure
from parts import (
    AMBER,
    CORAL,
    INK,
    SILVER,
    SLATE,
    WHITE,
    YELLOW,
    box,
    cast,
    curve,
    disc,
    group,
    line,
    oval,
    shadow,
    shape,
    sheet,
)
from things import cloud, palm, wheel

MAID = Look(
    shirt="#23807d",
    trousers="#1f4a52",
    hat="none",
    hair="bun",
    skin=FAIR,
    mood="laugh",
    bare_arms=True,
    shoes="#fffdf8",
    sole="#d5dddd",
)
TIRED = Look(
    shirt="#23807d",
    trousers="#1f4a52",
    hat="none",
    hair="bun",
    skin=FAIR,
    mood="effort",
    bare_arms=True,
    shoes="#fffdf8",
    sole="#d5dddd",
)


def bedroom() -> str:
    """A hotel room with a window on the beach."""
    view = (
        box(90, 150, 560, 470, "url(#noon)")
        + cloud(250, 240, 0.7)
        + box(90, 400, 560, 110, "url(#sea)")
        + curve("M120 440 q40 -12 80 0 M330 460 q40 -12 80 0 M500 434 q40 -12 80 0", 5, WHITE, 'opacity=".5"')
        + shape("M90 500 Q370 470 650 510 L650 620 L90 620Z", "#f0d9a8")
        + "".join(
            line([(x, 580), (x, 510)], 6, "#8a6a4a")
            + shape(f"M{x - 54} 520 Q{x} 450 {x + 54} 520Z", c)
            + shape(f"M{x - 16} 520 Q{x} 450 {x + 16} 520Z", WHITE, 'opacity=".7"')
            for x, c in ((210, CORAL), (370, "#23807d"), (520, AMBER))
        )
        + palm(560, 620, 0.46, -40)
    )
    frame = (
        '<rect x="80" y="140" width="580" height="490" fill="none" stroke="#fffaf0" stroke-width="26" rx="8"/>'
        + box(362, 150, 14, 470, "#fffaf0")
        + shape("M30 100 Q70 380 40 700 L130 700 Q160 400 120 100Z", "#e7cfa4")
        + shape("M620 100 Q590 380 610 700 L710 700 Q690 400 720 100Z", "#e7cfa4")
        + "".join(
            curve(f"M{x} 110 Q{x + 20} 380 {x + 4} 694", 4, "#b99a63", 'opacity=".5"')
            for x in (60, 90, 640, 676)
        )
        + box(20, 84, 710, 20, "#6e4a22", 10)
    )
    wall = box(0, 0, 1600, 1200, "url(#wall)") + shape(
        "M130 640 L640 640 L1180 1200 L360 1200Z", "#fff3c4", 'opacity=".35"'
    )
    art = cast(
        box(1050, 190, 330, 220, WHITE, 6),
        box(1072, 212, 286, 176, "#cfe6d6"),
        shape("M1072 388 L1072 330 Q1140 270 1210 340 Q1280 290 1358 350 L1358 388Z", "#23807d"),
        disc(1290, 262, 28, YELLOW),
    )
    floor = (
        box(0, 900, 1600, 300, "#c9a06a")
        + box(0, 892, 1600, 16, "#fffaf0")
        + "".join(
            curve(f"M{x} 908 L{(x - 800) * 1.5 + 800} 1200", 3, "#8d6a3c", 'opacity=".35"')
            for x in range(-200, 1900, 150)
        )
    )
    return (
        wall
        + view
        + frame
        + art
        + floor
        + shape("M200 908 L620 908 L860 1200 L300 1200Z", "#fff3c4", 'opacity=".25"')
    )


def bed() -> str:
    return (
        shadow(1180, 1110, 500, 30, 0.4)
        + cast(box(1500, 560, 120, 520, "#7a4a2c", 18))
        + box(760, 960, 800, 110, "#8a5a33", 10)
        + box(740, 850, 800, 130, "#fffdf8", 26)
        + shape("M740 930 Q1100 960 1540 930 L1540 980 L760 980Z", "#00000012")
        + cast(box(1310, 760, 220, 110, WHITE, 46), box(1340, 700, 190, 100, "#f3ead6", 44))
        + box(790, 1070, 40, 60, "#5f3d20")
        + box(1450, 1070, 40, 60, "#5f3d20")
    )


def clip(x: float, y: float, s: float = 1) -> str:
    """A padded spring clip with red rubber lips, hanging from a strap."""
    return group(
        line([(0, -60), (0, -10)], 12, SLATE),
        shape("M-30 -20 L30 -20 L24 40 L-24 40Z", "url(#orange)"),
        box(-34, -28, 68, 18, "url(#steel)", 8),
        box(-28, 30, 56, 20, "#8c2f1b", 8),
        disc(0, 4, 8, SILVER),
        move=(x, y),
        scale=s,
    )


def trolley_with_bar(x: float, foot: float) -> str:
    """A housekeeping trolley with a folding mast; the bar is 640 above the floor, from x - 60 to x + 420."""
    linen = "".join(
        box(x - 110, foot - 330 + n * 34, 200, 30, c, 12)
        for n, c in enumerate((WHITE, "#f3ead6", "#cfe6d6", WHITE))
    )
    return (
        shadow(x, foot + 6, 170, 16, 0.4)
        + line([(x + 96, foot - 60), (x + 96, foot - 700)], 16, SLATE)
        + line([(x - 70, foot - 700), (x + 430, foot - 700)], 16, SLATE)
        + disc(x + 96, foot - 700, 17, "#dd7428")
        + box(x - 130, foot - 190, 240, 120, "#6e4a22", 10)
        + box(x - 130, foot - 190, 240, 20, "#ffffff30", 8)
        + linen
        + line([(x - 130, foot - 350), (x - 130, foot - 60)], 12, SILVER)
        + line([(x + 110, foot - 350), (x + 110, foot - 60)], 12, SILVER)
        + box(x - 140, foot - 72, 260, 22, SLATE, 8)
        + box(x - 96, foot - 390, 34, 60, "#5faea8", 8)
        + box(x - 90, foot - 408, 20, 22, WHITE, 4)
        + box(x - 50, foot - 378, 30, 48, YELLOW, 8)
        + wheel(x - 100, foot - 26, 26)
        + wheel(x + 84, foot - 26, 26)
    )


def duvet_hero() -> str:
    foot = 1120
    sheet_ = cast(
        shape(
            "M420 440 Q560 470 800 440 Q842 700 800 960 Q700 1010 590 984 Q480 1010 408 960 Q386 700 420 440Z",
            WHITE,
        ),
        shape("M420 440 Q560 470 800 440 L812 520 Q600 560 412 520Z", "#cfe6d6"),
        "".join(
            curve(f"M{470 + n * 80} 480 Q{450 + n * 84} 720 {470 + n * 76} 960", 5, "#b9a98a", 'opacity=".4"')
            for n in range(4)
        ),
    )
    woman = figure(
        MAID,
        turn=-0.6,
        gaze=-0.3,
        near_arm=((30, -450), (-80, -500)),
        far_arm=((-110, -510), (-150, -590)),
        toes=(-1, -1),
        hands=("flat", "flat"),
    )
    return sheet(
        bedroom(),
        bed(),
        trolley_with_bar(390, foot),
        sheet_,
        clip(430, 440, 0.8),
        clip(790, 440, 0.8),
        shadow(980, 1150, 170, 18, 0.4),
        group(woman, move=(990, 1135), scale=1.14),
    )


def duvet_before() -> str:
    woman = figure(
        TIRED,
        turn=-0.7,
        gaze=-0.5,
        tilt=-16,
        neck=(-96, -520),
        hip=(20, -345),
        near_arm=((-30, -470), (-160, -400)),
        far_arm=((-170, -470), (-226, -390)),
        toes=(-1, -1),
        legs=False,
    )
    heap = cast(
        shape(
            "M760 880 Q760 700 900 720 Q960 600 1090 690 Q1210 620 1280 740 Q1400 760 1380 900 Q1080 960 760 880Z",
            WHITE,
        ),
        shape(
            "M800 880 Q860 760 980 790 Q1080 720 1160 800 Q1290 780 1340 890 Q1080 940 800 880Z", "#cfe6d6"
        ),
        curve(
            "M900 730 Q930 800 900 870 M1090 700 Q1080 780 1120 860 M1250 750 Q1220 820 1260 890",
            6,
            "#b9a98a",
            'opacity=".5"',
        ),
    )
    drops = "".join(
        shape(f"M{x} {y} q9 14 9 22 a9 9 0 0 1 -18 0 q0 -8 9 -22Z", "#7cc6cf")
        for x, y in ((1010, 330), (1180, 320), (980, 400))
    )
    return sheet(
        bedroom(),
        group(woman, move=(1220, 1076), scale=1.06),
        bed(),
        heap,
        drops,
        shape("M740 900 Q700 1010 760 1090 Q900 1120 940 1000 Q900 930 860 900Z", "#e7f0e6"),
        curve("M780 920 Q750 1010 800 1080", 6, "#b9a98a", 'opacity=".5"'),
    )


def duvet_after() -> str:
    spread = (
        shape("M724 880 Q740 816 830 826 L1330 826 L1440 850 L1560 880 L1560 960 Q1150 1000 724 960Z", WHITE)
        + shape("M724 880 Q740 816 830 826 L900 826 Q850 900 860 982 Q790 976 724 960Z", "#cfe6d6")
        + curve("M960 850 Q1180 872 1430 862 M1000 930 Q1200 950 1480 926", 5, "#b9a98a", 'opacity=".4"')
    )
    woman = figure(
        MAID,
        turn=0.45,
        gaze=0.3,
        near_arm=((-104, -460), (-70, -372)),
        far_arm=((104, -470), (150, -440)),
        toes=(1, 1),
        hands=("grip", "open"),
    )
    return sheet(
        bedroom(),
        bed(),
        cast(spread),
        cast(box(1310, 760, 220, 110, WHITE, 46), box(1340, 700, 190, 100, "#f3ead6", 44)),
        trolley_with_bar(190, 1120),
        clip(280, 440, 0.8),
        clip(560, 440, 0.8),
        group(woman, move=(700, 1135), scale=1.06),
    )


def clip_detail() -> str:
    cloth = cast(shape("M-20 640 Q380 690 800 640 Q1220 690 1620 640 L1620 1220 L-20 1220Z", WHITE)) + shape(
        "M-20 640 Q380 690 800 640 Q1220 690 1620 640 L1620 760 Q1220 810 800 760 Q380 810 -20 760Z",
        "#cfe6d6",
    )
    folds = "".join(
        curve(f"M{x} 700 Q{x - 40} 940 {x + 20} 1200", 8, "#b9a98a", 'opacity=".4"')
        for x in (180, 480, 1060, 1380)
    )
    bar = cast(box(-20, 170, 1640, 60, "url(#steelv)", 0)) + box(-20, 180, 1640, 12, "#ffffff90")
    strap = cast(box(744, 120, 112, 330, "#39474f", 20)) + "".join(
        curve(f"M{760} {y} L{840} {y}", 4, "#e9d9b4", 'stroke-dasharray="12 8"') for y in (160, 410)
    )
    return sheet(
        box(0, 0, 1600, 1200, "url(#wall)"),
        disc(800, 560, 470, "#f7d48a", 'opacity=".5"'),
        bar,
        strap,
        cloth,
        folds,
        cast(
            shape("M640 430 L960 430 L930 700 L670 700Z", "url(#orange)"),
            shape("M640 430 L720 430 L740 700 L670 700Z", "#ffffff30"),
            box(610, 392, 380, 84, "url(#steel)", 36),
            box(640, 670, 320, 84, "#8c2f1b", 30),
            *(box(668 + n * 46, 684, 18, 56, "#00000030", 7) for n in range(6)),
            disc(800, 560, 46, "url(#steel)"),
            disc(800, 560, 20, INK),
            oval(800, 434, 40, 18, SLATE),
        ),
    )
