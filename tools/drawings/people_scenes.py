# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The letterbox on the latex truck, and two portraits. They show no real machine and no real person."""

from __future__ import annotations

from parts import (
    COAT,
    CORAL,
    FOLD,
    INK,
    PINE,
    SKIN,
    SLATE,
    TAN,
    TEAL,
    WHITE,
    WINE,
    YELLOW,
    boot,
    box,
    cast,
    curve,
    disc,
    group,
    head,
    limb,
    oval,
    shadow,
    shape,
    sheet,
    wheel,
)


def mail_truck() -> str:
    sky = (
        box(0, 0, 1600, 1200, "url(#dawn)")
        + disc(1080, 640, 150, "#ffe7a8", 'opacity=".9"')
        + disc(1080, 640, 240, "#ffe7a8", 'opacity=".3"')
    )

    def tree(x: float, s: float, colour: str, crown: str) -> str:
        return group(
            shape("M-26 0 Q-14 -300 -22 -620 L18 -620 Q16 -300 30 0Z", colour),
            curve("M0 -440 Q60 -520 120 -560", 18, colour),
            curve("M0 -480 Q-70 -560 -120 -590", 18, colour),
            oval(-80, -660, 170, 110, crown),
            oval(90, -640, 170, 110, crown),
            oval(0, -730, 190, 120, crown),
            move=(x, 930),
            scale=s,
        )

    far = "".join(tree(x, 0.74, "#6d5a4a", "#3f7a6b") for x in range(40, 1600, 170))
    ground = shape("M0 860 Q800 820 1600 860 L1600 1200 L0 1200Z", "#8a5a33") + shape(
        "M0 960 Q800 900 1600 960 L1600 1200 L0 1200Z", "#a8703f"
    )
    near = tree(90, 1.25, "#4d3c31", "#1f5a50") + tree(1530, 1.25, "#4d3c31", "#1f5a50")
    cup = group(
        shape("M-34 0 L34 0 L24 44 L-24 44Z", "#3a2b22"), oval(0, 0, 34, 10, WHITE), move=(112, 720)
    ) + curve("M84 640 Q112 668 132 690", 8, WHITE)
    truck = (
        shadow(860, 1060, 620, 32, 0.5)
        + cast(
            shape(
                "M1120 600 L1300 600 Q1350 600 1372 650 L1430 780 Q1470 790 1470 840 L1470 980 L1120 980Z",
                "url(#teal)",
            ),
            shape("M1160 640 L1290 640 Q1316 640 1328 668 L1376 780 L1160 780Z", "#d4eee6"),
            box(520, 920, 960, 70, "url(#dark)", 16),
            box(500, 650, 610, 280, "url(#yellow)", 14),
        )
        + "".join(box(530 + n * 96, 670, 14, 240, "#00000020", 6) for n in range(6))
        + box(500, 650, 610, 30, "#ffffff50", 14)
        + box(1120, 820, 350, 14, "#ffffff50")
        + disc(1446, 880, 28, "#fff3c4")
        + "".join(
            oval(x, 640, 70, 34, "#e9eeec")
            + box(x - 70, 580, 140, 64, "url(#steel)")
            + oval(x, 580, 70, 26, WHITE)
            for x in (640, 800, 960)
        )
        + wheel(690, 1000, 92)
        + wheel(1290, 1000, 92)
    )
    post = (
        cast(box(372, 690, 190, 220, "url(#red)", 22), shape("M362 706 Q467 610 572 706Z", "url(#red)"))
        + box(372, 706, 190, 16, "#00000022")
        + box(410, 752, 114, 18, WINE, 8)
        + disc(467, 850, 16, YELLOW)
        + box(462, 852, 10, 26, YELLOW, 4)
        + curve("M372 800 L562 800", 12, "#e9d3a0")
        + curve("M380 880 Q460 900 560 880", 12, "#e9d3a0")
    )
    legs = (
        limb([(250, 800), (236, 930), (240, 1070)], 74, "#38474f", hand=False)
        + limb([(280, 800), (300, 930), (296, 1076)], 78, INK, hand=False)
        + boot(240, 1072, 1, 0.9, "#1d2a30")
        + boot(298, 1080, 1, 0.9, "#1d2a30")
    )
    body = shape(
        "M198 820 Q186 660 214 580 Q262 530 318 580 Q346 680 330 820 Q262 850 198 820Z", "url(#teal)"
    )
    paper = group(
        box(-40, -26, 80, 52, WHITE, 4),
        box(-26, -12, 52, 6, SLATE),
        box(-26, 4, 38, 6, SLATE),
        move=(438, 736),
        turn=-10,
    )
    arm = limb([(296, 610), (330, 720), (404, 748)], 56, "#2b918d", SKIN)
    beam = shape("M300 440 L600 560 L600 820 L330 470Z", "#fff3c4", 'opacity=".28"')
    return sheet(
        sky,
        far,
        ground,
        near,
        cup,
        truck,
        post,
        beam,
        shadow(270, 1122, 150, 18, 0.5),
        legs,
        body,
        head(264, 490, 80, "lamp", "#38474f", 0.7),
        paper,
        arm,
    )


def portrait_man() -> str:
    back = (
        box(0, 0, 1200, 1200, "url(#wall)")
        + disc(600, 560, 470, "#f4b934", 'opacity=".75"')
        + disc(600, 560, 390, "#f9d27a")
    )
    body = cast(
        shape(
            "M120 1200 Q120 900 330 830 Q470 790 500 740 L700 740 Q730 790 870 830 Q1080 900 1080 1200Z",
            "url(#teal)",
        )
    )
    collar = (
        shape("M478 780 L600 930 L540 960 L420 820Z", PINE)
        + shape("M722 780 L600 930 L660 960 L780 820Z", PINE)
        + shape("M500 740 L700 740 L690 800 L600 910 L510 800Z", TAN)
        + box(740, 1000, 170, 20, PINE, 8)
        + box(740, 1000, 170, 150, "#00000018", 12)
    )
    spanner = group(
        cast(
            box(-34, -60, 68, 420, "url(#steel)", 30),
            shape(
                "M-90 -150 Q-96 -60 -20 -40 L20 -40 Q96 -60 90 -150 L50 -190 L50 -120 L-50 -120 L-50 -190Z",
                "url(#steel)",
            ),
        ),
        move=(1000, 830),
        turn=20,
    )
    fist = group(
        *(box(-70, -70 + n * 44, 150, 50, c, 25) for n, c in enumerate((SKIN, "#e2ab82", SKIN, "#dba278"))),
        box(-90, -50, 60, 130, SKIN, 30),
        move=(950, 990),
        turn=20,
    )
    return sheet(
        back,
        body,
        collar,
        head(600, 560, 230, "helmet", YELLOW, 0.12),
        spanner,
        fist,
        width=1200,
        height=1200,
    )


def portrait_crew() -> str:
    back = (
        box(0, 0, 1200, 1200, "#e3efe9")
        + disc(600, 560, 480, "#9fd0c6", 'opacity=".7"')
        + disc(600, 560, 400, "#c4e4db")
    )

    def one(x: float, y: float, s: float, hood: str, look: float) -> str:
        body = (
            shape("M-270 760 Q-280 330 -120 250 Q0 200 120 250 Q280 330 270 760Z", COAT)
            + shape("M110 246 Q280 330 270 760 L150 760Z", FOLD)
            + shape("M-150 360 L150 360 L170 760 L-170 760Z", hood)
            + curve("M-130 362 Q-110 270 -86 236", 28, hood)
            + curve("M130 362 Q110 270 86 236", 28, hood)
        )
        return group(
            cast(body),
            box(-56, 150, 112, 120, TAN, 40),
            head(0, 0, 186, "cap", hood, look),
            move=(x, y),
            scale=s,
        )

    return sheet(
        back,
        one(280, 560, 0.92, CORAL, 0.35),
        one(920, 560, 0.92, TEAL, -0.35),
        one(600, 640, 1.05, "#2f7fa3", 0),
        width=1200,
        height=1200,
    )
