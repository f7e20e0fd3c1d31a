# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Hands, water, medicine: the two machines against the epidemic and the cold box. They show no real machine and no real person."""

from __future__ import annotations

from parts import (
    INK,
    MINT,
    PINE,
    SEA,
    SKIN,
    SLATE,
    STEEL,
    TAN,
    TEAL,
    WHITE,
    YELLOW,
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


def palm(turn: float = 0, at: Point = (0, 0), sleeve: str = "url(#teal)", scale: float = 1) -> str:
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
    hand = cast(palm(at=(1096, 684), turn=3, scale=0.98))
    return sheet(room(sun=(760, 500)), gate, stand, tray, machine, spray, waves, hand, mist)


def grip(sleeve: str) -> str:
    """A forearm from the left, its fingers closed over something at the origin."""
    arm = curve("M-960 -300 Q-480 -70 -250 -20", 150, sleeve) + curve(
        "M-960 -346 Q-480 -114 -250 -64", 26, "#ffffff22"
    )
    wrist = curve("M-270 -22 L-120 0", 104, SKIN)
    cuff = curve("M-186 -74 L-204 58", 44, WHITE)
    back = shape("M-150 -54 Q-60 -92 20 -66 Q70 -40 66 10 Q60 70 -10 76 Q-90 76 -150 52Z", SKIN)
    fingers = "".join(
        curve(
            f"M{10 - n * 10} {-50 + n * 34} Q{88 - n * 6} {-60 + n * 36} {104 - n * 14} {-8 + n * 30}", 38, c
        )
        for n, c in enumerate((SKIN, "#e2ab82", SKIN, "#dba278"))
    )
    return wrist + arm + cuff + back + fingers + curve("M-60 -66 Q-10 -112 56 -104", 42, "#e2ab82")


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
    hands = cast(
        flip(group(grip("url(#red)"), move=(800, 700)), at=816), group(grip("url(#yellow)"), move=(776, 676))
    )
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
    return sheet(back, panel, soap, screen, lights, tap, stream, bowl, hands, splash, foam, drops)


def cold_box() -> str:
    sky = (
        box(0, 0, 1600, 760, "url(#sky)")
        + disc(1240, 250, 120, "#f7c95c")
        + disc(1240, 250, 170, "#f7c95c", 'opacity=".25"')
    )
    clouds = "".join(
        group(
            box(-130, -26, 260, 56, WHITE, 28),
            disc(-40, -30, 54, WHITE),
            disc(50, -20, 42, WHITE),
            move=at,
            scale=s,
            extra='opacity=".9"',
        )
        for at, s in (((300, 190), 1), ((780, 120), 0.8), ((1480, 330), 0.7))
    )
    island = shape(
        "M820 560 Q900 380 1010 400 Q1090 320 1180 420 Q1300 380 1390 500 Q1480 490 1600 560 L1600 600 L820 600Z",
        PINE,
    ) + shape("M820 560 Q900 380 1010 400 Q1050 370 1080 360 Q1010 480 1040 600 L820 600Z", "#2a7a72")
    sea = box(0, 580, 1600, 400, "url(#sea)") + "".join(
        curve(f"M{x} {y} q30 -16 60 0 q30 16 60 0", 8, "#ffffff70")
        for x, y in (
            (80, 650),
            (420, 720),
            (900, 640),
            (1260, 700),
            (1420, 640),
            (700, 790),
            (160, 800),
            (1180, 800),
        )
    )
    boat = group(
        shadow(360, 660, 240, 12, 0.3)
        + shape("M110 540 L620 540 L560 650 L180 650Z", "url(#red)")
        + box(110, 530, 510, 24, "#fff3d2", 8)
        + box(260, 430, 210, 104, WHITE, 12)
        + "".join(box(282 + n * 60, 456, 42, 40, SEA, 6) for n in range(3))
        + box(280, 396, 170, 36, TEAL, 8)
        + line([(520, 530), (520, 350)], 12, SLATE)
        + shape("M526 356 L600 380 L526 404Z", YELLOW),
        move=(-70, 90),
        scale=0.84,
    )
    pier = (
        shape("M0 900 L1600 860 L1600 1200 L0 1200Z", "#c79a5e")
        + "".join(
            line([(x, 890), (x - 180, 1200)], 8, "#9c7238", 'opacity=".7"') for x in range(40, 1900, 190)
        )
        + shape("M0 900 L1600 860 L1600 884 L0 924Z", "#e8c48d")
    )
    box_ = (
        shadow(830, 1110, 480, 34, 0.45)
        + cast(
            box(420, 640, 820, 470, "#f7fbfa", 46),
            shape(
                "M1120 640 L1194 640 Q1240 640 1240 686 L1240 1064 Q1240 1110 1194 1110 L1120 1110Z",
                "#d4e2df",
            ),
            box(390, 560, 880, 130, "url(#teal)", 40),
            box(390, 560, 880, 36, "#ffffff38", 18),
        )
        + box(640, 690, 70, 60, SLATE, 12)
        + box(950, 690, 70, 60, SLATE, 12)
    )
    handle = curve(
        "M600 560 L600 470 Q600 430 640 430 L1020 430 Q1060 430 1060 470 L1060 560", 44, SLATE
    ) + curve("M612 470 Q616 444 646 442 L1010 442", 10, "#ffffff50")
    panel = box(560, 800, 540, 210, INK, 34) + "".join(
        disc(x, 905, 64, c, f'opacity="{o}"') + disc(x, 905, 48, c2) + disc(x - 16, 888, 12, "#ffffffb0")
        for x, c, c2, o in (
            (670, "#7ff0c0", "#3ecf93", 0.35),
            (830, "#000", "#8b6b1e", 0.2),
            (990, "#000", "#7c2219", 0.2),
        )
    )
    glow = disc(670, 905, 120, "#7ff0c0", 'opacity=".28" filter="url(#blur)"')
    probe = curve("M1240 760 Q1330 760 1330 680 Q1330 600 1262 606", 14, INK)
    return sheet(sky, clouds, island, sea, boat, pier, handle, box_, probe, panel, glow)
