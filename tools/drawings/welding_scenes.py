# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Learning to weld with a felt-tip pen, in a vocational school. They show no real school or person."""

from __future__ import annotations

from faces import BROWN, DEEP, FAIR
from figures import Look, figure, hand
from parts import (
    AMBER,
    INK,
    RED,
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
    shadow,
    shape,
    sheet,
    window,
)

TEACHER = Look(
    shirt="#8c2f1b", trousers="#2f3f4a", hat="none", hair="pony", skin=FAIR, mood="laugh", glasses=True
)
PUPIL = Look(shirt="#355c7d", trousers="#2f3f4a", hat="mask", hat_colour="#39474f", skin=BROWN, mood="smile")


def workshop() -> str:
    board = cast(box(520, 130, 620, 330, "#6e4a22", 10), box(540, 150, 580, 290, "#2f5a4c", 4))
    chalk = (
        curve("M580 350 q24 -40 48 0 q24 -40 48 0 q24 -40 48 0 q24 -40 48 0 q24 -40 48 0", 7, "#f3f0e6")
        + curve("M900 200 L1080 200 M900 240 L1040 240 M900 280 L1070 280", 6, "#f3f0e6", 'opacity=".7"')
        + curve("M580 210 l150 0 M580 250 l200 0", 6, "#f0b23a", 'opacity=".8"')
        + curve("M960 400 l60 -90 l26 18 l-60 90Z", 6, "#f3f0e6")
    )
    booths = "".join(
        box(x, 500, 210, 420, "#5f7f86", 4)
        + box(x + 14, 514, 182, 392, "#4a656c", 2)
        + shape(f"M{x + 14} 514 L{x + 196} 514 L{x + 196} 900 L{x + 14} 900Z", "#a83a22", 'opacity=".35"')
        + "".join(curve(f"M{x + 40 + n * 34} 514 L{x + 40 + n * 34} 900", 4, "#00000024") for n in range(5))
        for x in (40, 1330)
    )
    return (
        box(0, 0, 1600, 1200, "url(#wall)")
        + window(130, 120, 290, 300)
        + window(1230, 120, 290, 300)
        + box(0, 900, 1600, 300, "url(#quay)")
        + box(0, 892, 1600, 14, "#fff3d8", extra='opacity=".6"')
        + shape("M150 420 L420 420 L760 1200 L240 1200Z", "#fff3c4", 'opacity=".22"')
        + board
        + chalk
        + booths
    )


def torch(x: float, y: float, turn: float, s: float = 1, mirrored: bool = False) -> str:
    """A welding torch that holds a felt-tip pen; the pen's tip at (0, 0), the handle up and away."""
    drawn = (
        curve("M300 -130 Q420 -180 560 -60", 26, INK)
        + shape("M150 -118 Q260 -178 330 -150 L336 -104 Q250 -110 170 -70Z", "url(#dark)")
        + box(210, -170, 40, 22, RED, 8)
        + shape("M64 -62 L156 -124 L178 -76 L84 -26Z", "url(#steel)")
        + group(
            box(26, -17, 108, 34, "url(#red)", 10),
            shape("M26 -15 L8 -5 L8 5 L26 15Z", "#f3ead6"),
            shape("M8 -5 L0 0 L8 5Z", INK),
            turn=-33,
        )
    )
    turned = f'<g transform="scale(-1 1)">{drawn}</g>' if mirrored else drawn
    return group(turned, move=(x, y), turn=turn, scale=s)


def bead(x: float, y: float, n: int, step: float, size: float, shake: float = 0) -> str:
    """A drawn row of crescents, as a weld bead has them; ``shake`` makes it a beginner's."""
    return "".join(
        curve(
            f"M{x + k * step + ((k * 37) % 11 - 5) * shake} {y - size + ((k * 53) % 13 - 6) * shake * 1.6} q{size * 0.8 + ((k * 29) % 9 - 4) * shake} {size} 0 {size * 2 + ((k * 17) % 9 - 4) * shake}",
            6,
            "#2f3f7a",
        )
        for k in range(n)
    )


def pen_hero() -> str:
    table = (
        cast(box(240, 820, 1120, 46, "url(#wood)", 8))
        + box(240, 820, 1120, 12, "#ffffff40", 6)
        + "".join(box(x, 866, 34, 280, "#6e4a22") for x in (290, 1280))
    )
    plate = shape("M560 800 L1010 800 L1060 824 L520 824Z", "#e9f4f2") + box(520, 822, 540, 8, "#9fc9c4")
    pupil = figure(
        PUPIL,
        turn=0.55,
        gaze=0.5,
        tilt=12,
        neck=(20, -575),
        near_arm=((-76, -440), (56, -396)),
        far_arm=((140, -450), (128, -372)),
        toes=(1, 1),
        hands=("grip", "grip"),
    )
    teacher = figure(
        TEACHER,
        turn=-0.6,
        gaze=-0.6,
        tilt=-6,
        near_arm=((30, -430), (-96, -376)),
        far_arm=((-120, -500), (-170, -560)),
        toes=(-1, -1),
        hands=("flat", "open"),
    )
    others = "".join(
        group(
            figure(
                Look(shirt="#355c7d", trousers="#2f3f4a", hat="none", hair=h, skin=k, mood=m),
                turn=t,
                toes=(1 if t > 0 else -1,) * 2,
                near_arm=((-94 * (1 if t > 0 else -1), -470), (-20, -420)),
            ),
            move=(x, 1010),
            scale=0.86,
        )
        for x, t, h, k, m in ((420, 0.5, "short", DEEP, "grin"), (1250, -0.5, "pony", FAIR, "smile"))
    )
    return sheet(
        workshop(),
        others,
        shadow(640, 1150, 200, 16, 0.35),
        group(pupil, move=(560, 1140), scale=1.06),
        group(teacher, move=(1110, 1140), scale=1.06),
        table,
        plate,
        bead(640, 812, 8, 20, 7),
        torch(800, 806, 8, 0.62, mirrored=True),
        group(hand((56, -396), 18, 1, BROWN), move=(560, 1140), scale=1.06),
    )


def pen_detail() -> str:
    plate = cast(shape("M120 520 L1300 380 L1500 900 L240 1090Z", "#eef7f5")) + shape(
        "M120 520 L1300 380 L1312 412 L136 556Z", "#ffffff", 'opacity=".8"'
    )
    guide = curve("M230 780 L1390 630", 5, "#d9775a", 'stroke-dasharray="26 18"') + curve(
        "M260 850 L1410 700", 5, "#d9775a", 'stroke-dasharray="26 18"'
    )
    row = group(bead(0, 0, 13, 44, 30), move=(290, 806), turn=-7.3)
    clamp = cast(
        box(170, 980, 130, 60, "url(#steel)", 10), disc(200, 1010, 17, SLATE), disc(268, 1010, 17, SLATE)
    )
    glove = "#d9b27a"
    hand_ = cast(
        curve("M1700 420 Q1500 380 1340 420", 190, "#355c7d"),
        curve("M1420 410 L1330 428", 200, "#e9cf9f"),
        shape(
            "M1360 330 Q1220 280 1130 340 Q1060 400 1100 500 Q1180 560 1300 530 Q1380 510 1380 460Z", glove
        ),
        *(
            curve(
                f"M{1180 - n * 16} {360 + n * 46} Q{1080 - n * 8} {350 + n * 50} {1050 + n * 10} {430 + n * 36}",
                58,
                c,
            )
            for n, c in enumerate((glove, "#cda46a", glove))
        ),
        curve("M1250 320 Q1150 270 1060 330", 60, "#cda46a"),
    )
    return sheet(
        box(0, 0, 1600, 1200, "#7a5a3a"),
        "".join(box(0, y, 1600, 5, "#00000026") for y in range(0, 1200, 170)),
        plate,
        guide,
        row,
        clamp,
        torch(856, 742, -8, 1.5),
        hand_,
    )


def pen_weeks() -> str:
    wall = box(0, 0, 1600, 1200, "#cfe0d6")
    rows = ""
    for n, (y, shake, colour) in enumerate(((250, 3.4, RED), (560, 1.6, AMBER), (870, 0.25, "#2f7a58"))):
        rows += cast(box(330, y - 120, 1090, 230, "#fffdf8", 8)) + box(330, y - 120, 1090, 12, "#00000010")
        rows += curve(
            f"M390 {y - 46} L1360 {y - 46} M390 {y + 46} L1360 {y + 46}",
            4,
            "#d9775a",
            'stroke-dasharray="22 16"',
        )
        rows += bead(410, y, 26, 36, 30, shake)
        rows += cast(disc(200, y, 84, colour)) + "".join(
            disc(200 + (k - n / 2) * 44, y, 15, WHITE) for k in range(n + 1)
        )
        rows += "".join(cast(disc(x, y - 92, 13, YELLOW)) for x in (360, 1390))
    shelf = box(0, 1080, 1600, 120, "url(#wood)") + box(0, 1080, 1600, 14, "#ffffff50")
    pens = "".join(
        cast(group(box(-80, -15, 170, 30, c, 9), box(60, -17, 46, 34, INK, 8), move=(x, 1062), turn=t))
        for x, c, t in ((560, "url(#red)", -4), (900, "url(#blue)", 3), (1240, "url(#teal)", -2))
    )
    return sheet(
        wall,
        rows,
        shelf,
        pens,
        line([(300, 1060), (400, 1060)], 30, SILVER),
        line([(300, 1060), (330, 1060)], 30, SLATE),
    )
