# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Hands under the two machines against the epidemic. They show no real machine and no real person."""

from __future__ import annotations

from faces import DEEP
from figures import hull, limb
from parts import (
    INK,
    MINT,
    PINE,
    SKIN,
    STEEL,
    TAN,
    TEAL,
    WHITE,
    Point,
    box,
    cast,
    curve,
    disc,
    flip,
    group,
    line,
    room,
    shadow,
    shape,
    sheet,
    window,
)


def open_palm(turn: float = 0, at: Point = (0, 0), sleeve: str = "url(#teal)", scale: float = 1) -> str:
    """A hand held out to the left, palm up, wrist at the origin's right."""
    fingers = ""
    for n, (y, length, colour) in enumerate(
        ((-34, 250, TAN), (-22, 290, "#dba278"), (-6, 300, "#e2ab82"), (12, 262, SKIN))
    ):
        fingers += curve(f"M-40 {y + 14} Q{-length * 0.6} {y + 34 - n * 3} {-length} {y - 12}", 46, colour)
    body = shape("M150 -62 L20 -58 Q-70 -52 -112 -22 Q-120 40 -60 64 Q20 84 150 66Z", SKIN)
    hollow = shape("M60 -54 Q-60 -54 -108 -22 Q-40 0 60 -18Z", "#dba278", 'opacity=".75"')
    thumb = curve("M20 -30 Q-30 -84 -112 -92", 48, SKIN) + curve("M-104 -104 q-18 0 -24 12", 8, "#f9d9bd")
    cuff = box(130, -82, 70, 168, "#fffdf8", 16)
    arm = shape("M180 -92 L620 -120 L620 130 L180 96Z", sleeve) + shape(
        "M180 40 L620 60 L620 130 L180 96Z", "#00000020"
    )
    return group(fingers, body, hollow, thumb, arm, cuff, move=at, turn=turn, scale=scale)


def sanitiser() -> str:
    gate = window(140, 180, 260, 340) + window(1210, 180, 260, 340)
    stand = (
        shadow(640, 1080, 330, 34)
        + shape("M420 1050 L860 1050 L900 1084 L380 1084Z", "url(#dark)")
        + box(586, 560, 108, 500, "url(#steel)", 14)
        + box(664, 560, 30, 500, "#00000014", 14)
        + box(606, 640, 68, 250, "url(#teal)", 12)
        + shape(
            "M640 690 q44 58 44 88 a44 44 0 0 1 -88 0 q0 -30 44 -88Z",
            WHITE,
            'transform="translate(128 152) scale(.8)"',
        )
    )
    machine = cast(
        shape(
            "M470 250 Q470 200 520 200 L900 200 Q980 200 980 270 L980 330 Q980 360 950 360 L790 360 L760 420 L760 600 "
            "Q760 630 730 630 L500 630 Q470 630 470 600Z",
            "url(#red)",
        ),
        shape("M470 250 Q470 200 520 200 L560 200 L560 630 L500 630 Q470 630 470 600Z", "#ffffff26"),
        box(520, 260, 200, 120, INK, 18),
        box(534, 274, 172, 92, "#153f45", 10),
        shape(
            "M590 306 l24 26 l50 -46",
            "none",
            f'stroke="{MINT}" stroke-width="16" stroke-linecap="round" stroke-linejoin="round"',
        ),
        box(540, 430, 160, 150, "#ffffffe0", 16),
        box(552, 490, 136, 78, "url(#water)", 10),
        box(552, 486, 136, 10, "#ffffff"),
        disc(800, 276, 15, "#ffe28a") + disc(850, 276, 15, MINT) + disc(900, 276, 15, "#ff9d84"),
        box(850, 356, 90, 44, "url(#dark)", 10),
    )
    mist = "".join(
        disc(
            895 + (n % 5 - 2) * (11 + row * 10),
            440 + row * 42,
            8 - row * 0.7,
            "#7cc6cf",
            f'opacity="{0.95 - row * 0.12}"',
        )
        for row in range(5)
        for n in range(5)
        if row or n in (1, 3)
    )
    spray = shape("M868 402 L922 402 L1010 640 L770 640Z", "#bfe7ea", 'opacity=".5"')
    tray = box(700, 846, 380, 26, "url(#steelv)", 13) + line([(694, 858), (660, 858)], 22, STEEL)
    waves = "".join(
        curve(
            f"M{1010 + n * 34} {250 - n * 16} q{26 + n * 8} {44 + n * 12} 0 {88 + n * 24}",
            12,
            TEAL,
            f'opacity="{0.75 - n * 0.2}"',
        )
        for n in range(3)
    )
    hand = cast(open_palm(at=(1096, 684), turn=3, scale=0.98))
    return sheet(room(sun=(760, 500)), gate, stand, tray, machine, spray, waves, hand, mist)


def washing() -> str:
    tiles = "".join(
        box(x, y, 148, 108, "#ffffff" if (x // 160 + y // 120) % 2 else "#f2f8f5", 10, 'opacity=".8"')
        for x in range(0, 1600, 160)
        for y in range(0, 960, 120)
    )
    back = box(0, 0, 1600, 1200, "#d9ebe4") + tiles + box(0, 960, 1600, 240, "url(#floor)")
    panel = cast(box(300, 90, 1000, 400, "url(#teal)", 34), box(300, 90, 1000, 24, "#ffffff30", 12))
    soap = cast(
        box(390, 150, 190, 250, WHITE, 24),
        box(410, 200, 150, 180, "#f6d58b", 14),
        box(410, 262, 150, 118, "url(#yellow)", 14),
        box(455, 396, 60, 44, "url(#dark)", 10),
    )
    screen = (
        box(1010, 160, 210, 130, INK, 20)
        + box(1026, 176, 178, 98, "#153f45", 10)
        + shape(
            "M1076 226 l28 30 l54 -54",
            "none",
            f'stroke="{MINT}" stroke-width="18" stroke-linecap="round" stroke-linejoin="round"',
        )
    )
    lights = "".join(
        disc(1050 + n * 64, 350, 22, PINE) + disc(1050 + n * 64, 350, 14, c)
        for n, c in enumerate((MINT, "#ffe28a", "#ff9d84"))
    )
    tap = (
        box(720, 150, 160, 150, "url(#steelv)", 28)
        + cast(
            curve("M800 250 L800 400", 84, "#c6d1d2"),
            curve("M774 260 L774 390", 14, "#ffffffc0"),
            box(736, 390, 128, 60, "url(#steel)", 16),
            box(752, 446, 96, 24, "url(#dark)", 10),
        )
        + disc(800, 226, 30, "#0f3f3f")
        + disc(800, 226, 15, "#ff8f70")
        + disc(795, 220, 5, WHITE)
    )
    stream = shape("M764 470 L836 470 L850 900 L750 900Z", "url(#water)", 'opacity=".85"') + box(
        782, 474, 14, 420, "#ffffffa8", 7
    )

    def arm(mirrored: bool, sleeve: str) -> str:
        drawn = (
            shape(hull([(690, 850), (740, 780), (770, 740)], [150, 150, 120]), DEEP.base)
            + limb([(380, 1240), (690, 850)], [200, 150], DEEP.base)
            + limb([(300, 1340), (455, 1145)], [270, 240], sleeve)
            + curve("M372 1078 L546 1214", 30, "#ffffff40")
        )
        return flip(drawn, at=800) if mirrored else drawn

    hands = cast(arm(mirrored=True, sleeve="url(#teal)")) + cast(arm(mirrored=False, sleeve="url(#teal)"))
    fingers = "".join(
        shape(
            hull(
                [(700 + n * 10, 770 + n * 22), (786 + n * 6, 712 + n * 37), (876 - n * 7, 722 + n * 37)],
                [56, 46, 34],
            ),
            tone,
        )
        for n, tone in enumerate((DEEP.base, "#d9a076", DEEP.base, "#d9a076"))
    ) + shape(hull([(706, 770), (724, 700), (766, 664)], [62, 48, 36]), DEEP.base)
    fingers += "".join(
        curve(f"M{862 - n * 7} {712 + n * 37} q14 2 18 12", 4, "#f6d3b3") for n in range(4)
    ) + curve("M752 652 q14 0 20 10", 4, "#f6d3b3")
    splash = "".join(
        curve(
            f"M{800 + s * 60} 620 Q{800 + s * (110 + n * 40)} {570 - n * 34} {800 + s * (150 + n * 50)} {640 - n * 10}",
            12 - n * 2,
            "#8fd0d8",
            'opacity=".9"',
        )
        for s in (-1, 1)
        for n in (0, 1)
    )
    drops = "".join(
        shape(f"M{x} {y} q14 20 14 30 a14 14 0 0 1 -28 0 q0 -10 14 -30Z", "#5fb4bf")
        for x, y in ((640, 800), (700, 840), (900, 810), (960, 850), (600, 560), (1010, 560))
    )
    foam = "".join(
        disc(x, y, r, WHITE, 'opacity=".94"') + disc(x - r * 0.3, y - r * 0.3, r * 0.24, "#bfe7ea")
        for x, y, r in (
            (700, 640, 34),
            (748, 606, 30),
            (800, 640, 26),
            (868, 616, 34),
            (906, 668, 28),
            (676, 704, 24),
            (742, 752, 30),
            (812, 766, 22),
            (878, 742, 30),
            (660, 660, 16),
            (936, 712, 16),
            (820, 588, 18),
        )
    )
    bowl = (
        shadow(800, 1150, 520, 26)
        + box(660, 1060, 280, 100, "url(#steel)", 10)
        + cast(
            shape(
                "M220 920 L1380 920 L1290 1070 Q1276 1096 1236 1096 L364 1096 Q324 1096 310 1070Z",
                "url(#steelv)",
            )
        )
        + box(180, 892, 1240, 44, "#f7faf9", 20)
        + box(180, 924, 1240, 14, "#9fadb2", 7)
        + shape("M440 960 L1160 960 L1120 1040 L480 1040Z", "#ffffff55")
    )
    return sheet(
        back,
        panel,
        soap,
        screen,
        lights,
        tap,
        bowl,
        stream,
        hands,
        fingers,
        splash,
        group(foam, move=(0, 44)),
        drops,
    )
