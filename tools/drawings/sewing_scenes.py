# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The guide for curved pockets, on the sewing line. They show no real machine and no real person."""

from __future__ import annotations

from faces import DEEP, FAIR
from figures import Look, figure, hull, limb
from parts import (
    AMBER,
    CORAL,
    INK,
    RED,
    SILVER,
    SLATE,
    WINE,
    YELLOW,
    box,
    cast,
    curve,
    disc,
    group,
    line,
    oval,
    shape,
    sheet,
)


def machine_sewing() -> str:
    lamp = shape("M330 0 L1000 0 L1320 900 L60 900Z", "#fff3c4", 'opacity=".5"')
    table = (
        cast(box(0, 860, 1600, 230, "#dcae71"), box(0, 1080, 1600, 60, "url(#card)"))
        + box(0, 860, 1600, 14, "#ffffff50")
        + "".join(curve(f"M0 {y} Q800 {y + 14} 1600 {y}", 4, "#b9854766") for y in (910, 960, 1030))
    )
    body = cast(
        shape("M300 872 L1330 872 L1330 912 L300 912Z", "url(#steelv)"),
        shape(
            "M1010 880 L1010 520 Q1010 470 960 470 L590 470 Q560 470 560 500 L560 640 Q560 660 540 660 L400 660 Q370 660 370 630 L370 330 "
            "Q370 240 460 240 L1180 240 Q1310 240 1310 370 L1310 880Z",
            "url(#teal)",
        ),
        shape(
            "M370 370 Q370 240 460 240 L1180 240 Q1250 240 1284 282 L470 282 Q410 282 410 370 L410 640 Q370 650 370 610Z",
            "#ffffff30",
        ),
    )
    details = (
        disc(1336, 400, 92, "url(#dark)")
        + disc(1336, 400, 60, SLATE)
        + disc(1336, 400, 22, SILVER)
        + disc(1160, 400, 62, "#ffffffe6")
        + disc(1160, 400, 46, "url(#yellow)")
        + line([(1160, 400), (1184, 370)], 10, INK)
        + box(430, 340, 60, 210, "#ffffff30", 20)
        + disc(460, 380, 20, SILVER)
        + disc(460, 470, 26, SILVER)
        + disc(460, 470, 12, SLATE)
        + box(690, 330, 270, 60, "#fff3d2", 14)
        + box(716, 352, 218, 16, CORAL, 8)
        + line([(700, 236), (700, 120)], 14, SLATE)
        + shape("M650 214 L750 214 L728 100 L672 100Z", "url(#red)")
        + curve("M700 102 Q560 40 470 360 Q446 520 466 700", 5, RED)
        + box(448, 650, 36, 120, "url(#steel)", 6)
        + line([(466, 760), (466, 912)], 9, SLATE)
        + box(500, 650, 18, 220, "#8d9ca2", 6)
    )
    cloth = cast(
        shape(
            "M150 934 L640 900 Q850 890 900 950 Q930 1010 820 1050 Q700 1084 420 1076 Q210 1070 150 934Z",
            "url(#red)",
        )
    ) + shape("M150 934 L640 900 L660 908 L166 952Z", "#ffffff26")
    seam = curve(
        "M466 930 L640 922 Q800 914 838 962 Q850 1004 776 1026 Q660 1056 430 1048",
        7,
        "#ffe0b8",
        'stroke-dasharray="22 15"',
    )
    foot = shape("M418 890 L520 884 L530 934 L400 938 Q398 906 418 890Z", "url(#dark)") + line(
        [(466, 880), (466, 932)], 8, SILVER
    )
    arc = "M560 890 Q860 862 920 946 Q950 1010 850 1056"
    guide = (
        cast(curve(arc, 52, "#4fb2d2", 'opacity=".86"'))
        + curve(arc, 8, "#ffffffb8", 'transform="translate(4 -12)"')
        + "".join(
            disc(x, y, 15, SILVER) + disc(x, y, 6, SLATE) for x, y in ((574, 890), (916, 944), (852, 1054))
        )
    )
    skin = DEEP
    fingers = "".join(
        shape(
            hull(
                [
                    (884 - n * 6, 966 + n * 33),
                    (782 - n * 2 + (n - 1) ** 2 * 5, 936 + n * 37),
                    (690 + n * 8 + (n - 1) ** 2 * 9, 956 + n * 35),
                ],
                [46, 37, 27],
            ),
            skin.base,
        )
        + curve(
            f"M{880 - n * 6} {985 + n * 33} L{770 + n * 4 + (n - 1) ** 2 * 5} {957 + n * 37}",
            3,
            skin.line,
            'opacity=".7"',
        )
        for n in range(4)
    )
    palm_ = cast(
        shape(hull([(1120, 1130), (950, 1030), (884, 1010)], [150, 150, 128]), skin.base),
        fingers,
        shape(hull([(980, 1090), (880, 1118), (800, 1100)], [64, 46, 32]), skin.shade),
        limb([(1360, 1300), (1090, 1112)], [240, 170], "#23807d"),
        curve("M1042 1170 L1146 1040", 26, "#fffdf8"),
    )
    hall = (
        box(0, 0, 1600, 880, "url(#wall)")
        + "".join(
            box(x, 60, 250, 16, "#fffdf8", 8) + oval(x + 125, 90, 220, 90, "url(#glow)", 'opacity=".45"')
            for x in (60, 420, 780, 1140)
        )
        + box(0, 690, 1600, 190, "#e0c79a")
    )
    others = "".join(
        group(
            figure(
                Look(shirt=shirt, hat="scarf", hat_colour="#fffdf8", hair="bun", skin=one, mood="smile"),
                turn=t,
                tilt=12 * (1 if t > 0 else -1),
                legs=False,
                near_arm=((-90 * side, -450), (0, -390)),
                far_arm=((100 * side, -450), (40 * side, -380)),
            ),
            box(-190, -350, 380, 80, "#e0c79a"),
            box(-190, -370, 380, 26, "#b98043", 6),
            group(
                box(0, -110, 190, 40, "#5faea8", 12),
                box(140, -110, 50, 110, "#5faea8", 8),
                box(0, -110, 34, 80, "#5faea8", 8),
                move=(-60 + 30 * side, -370),
            ),
            move=(x, 1090),
            scale=0.74,
        )
        for x, t, side, shirt, one in ((150, 0.5, 1, "#5b93ad", FAIR), (1470, -0.5, -1, "#d9775a", DEEP))
    )
    return sheet(
        hall,
        lamp,
        others,
        box(0, 1080, 1600, 120, "#8a5a2c"),
        table,
        body,
        details,
        cloth,
        seam,
        foot,
        guide,
        palm_,
    )


def guides() -> str:
    mat = (
        box(0, 0, 1600, 1200, "#1d6a68")
        + "".join(box(x, 0, 3, 1200, "#ffffff20") for x in range(80, 1600, 80))
        + "".join(box(0, y, 1600, 3, "#ffffff20") for y in range(60, 1200, 80))
    )

    def guide(x: float, y: float, s: float, turn: float, dots: int) -> str:
        return group(
            cast(
                shape(
                    "M-230 90 Q-200 -90 0 -110 Q200 -90 230 90 L150 90 Q120 -20 0 -34 Q-120 -20 -150 90Z",
                    "#8ad7e6",
                    'opacity=".88"',
                )
            ),
            curve("M-200 70 Q-170 -66 0 -84 Q150 -70 190 30", 10, "#ffffffc8"),
            disc(-190, 62, 22, SILVER),
            disc(190, 62, 22, SILVER),
            disc(-190, 62, 9, SLATE),
            disc(190, 62, 9, SLATE),
            *(disc((n - (dots - 1) / 2) * 40, -60, 10, WINE) for n in range(dots)),
            move=(x, y),
            turn=turn,
            scale=s,
        )

    pocket = group(
        cast(shape("M-250 -290 L250 -290 L250 90 Q240 300 0 320 Q-240 300 -250 90Z", "url(#red)")),
        box(-250, -290, 500, 74, "#ffffff1e"),
        curve(
            "M-222 -200 L-222 84 Q-212 270 0 292 Q212 270 222 84 L222 -200",
            8,
            "#ffd9b0",
            'stroke-dasharray="24 16"',
        ),
        curve("M-240 -232 L240 -232", 8, "#ffd9b0", 'stroke-dasharray="24 16"'),
        curve("M-110 -60 q110 60 220 0", 10, "#7d120c66"),
        move=(480, 640),
        turn=-8,
    )
    chalk = group(cast(shape("M-90 -40 L90 -54 L104 30 L-80 50Z", "#fff3d2")), move=(200, 1080), turn=-16)
    spool = cast(
        disc(180, 180, 100, "url(#yellow)"),
        disc(180, 180, 78, AMBER),
        disc(180, 180, 40, "#fff3d2"),
        disc(180, 180, 18, INK),
    ) + curve("M268 220 Q420 260 560 180 Q700 110 820 170", 7, YELLOW)
    return sheet(
        mat,
        spool,
        pocket,
        guide(1130, 290, 0.72, 6, 1),
        guide(1150, 570, 1, -4, 2),
        guide(1170, 930, 1.3, 3, 3),
        chalk,
    )
