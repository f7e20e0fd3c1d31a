# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The sewing line and the squid table. They show no real machine and no real person."""

from __future__ import annotations

from parts import (
    AMBER,
    COAT,
    CORAL,
    FOLD,
    INK,
    RED,
    SILVER,
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
    line,
    room,
    shadow,
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
    hand = cast(
        curve("M1180 1260 Q1060 1160 960 1080", 130, YELLOW),
        curve("M1000 1108 Q900 1050 820 1010", 100, SKIN),
        *(
            curve(
                f"M{850 - n * 14} {988 + n * 24} Q{770 - n * 12} {944 + n * 28} {694 + n * 4} {954 + n * 30}",
                42,
                c,
            )
            for n, c in enumerate((SKIN, "#e2ab82", SKIN, "#dba278"))
        ),
    )
    return sheet(
        room(horizon=1130, sun=(840, 520), radius=450),
        lamp,
        table,
        body,
        details,
        cloth,
        seam,
        foot,
        guide,
        hand,
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


def sorter(x: float, apron_colour: str, look: float) -> str:
    """A worker standing behind the table; the table's edge hides her from y = 640."""
    torso = shape(
        f"M{x - 120} 720 Q{x - 130} 470 {x - 84} 400 Q{x} 350 {x + 84} 400 Q{x + 130} 470 {x + 120} 720Z",
        COAT,
    ) + shape(f"M{x + 40} 384 Q{x + 130} 450 {x + 120} 720 L{x + 60} 720Z", FOLD)
    apron = (
        shape(f"M{x - 72} 460 L{x + 72} 460 L{x + 92} 720 L{x - 92} 720Z", apron_colour)
        + curve(f"M{x - 60} 462 Q{x - 50} 400 {x - 36} 376", 14, apron_colour)
        + curve(f"M{x + 60} 462 Q{x + 50} 400 {x + 36} 376", 14, apron_colour)
    )
    return torso + box(x - 30, 340, 60, 60, TAN, 20) + apron + head(x, 270, 92, "cap", apron_colour, look)


def squid_table() -> str:
    women = sorter(470, TEAL, 0.4) + sorter(1120, CORAL, -0.4)
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
    arms = (
        limb([(366, 430), (300, 560), (390, 660)], 64, COAT, "#f6c83f")
        + limb([(574, 430), (650, 560), (580, 668)], 64, "#b3d3df", "#f6c83f")
        + limb([(1016, 430), (950, 560), (1030, 664)], 64, COAT, "#f6c83f")
        + limb([(1224, 430), (1300, 550), (1224, 660)], 64, "#b3d3df", "#f6c83f")
    )
    catch = (
        squid(480, 696, -8, 0.95)
        + squid(740, 700, 12, 0.7)
        + squid(890, 676, 170, 0.62)
        + squid(1130, 700, 186, 0.95)
        + squid(1340, 700, 10, 0.6)
        + squid(250, 706, 160, 0.6)
    )
    sliding = squid(400, 860, 84, 0.55) + squid(800, 830, 96, 0.62) + squid(1200, 880, 86, 0.8)
    return sheet(tiled(), women, legs, table, chutes, catch, arms, sliding, baskets)


def bending() -> str:
    dim = box(0, 0, 1600, 1200, "#2b4a52", extra='opacity=".08"')
    legs = limb([(560, 640), (600, 830), (560, 1030)], 92, SLATE, hand=False) + limb(
        [(600, 640), (660, 830), (640, 1040)], 96, "#6b7d86", hand=False
    )
    boots = group(boot(0, 0, 1, 1.15, WHITE), move=(556, 1040)) + group(
        boot(0, 0, 1, 1.15, "#eef3f1"), move=(640, 1056)
    )
    torso = shape(
        "M500 690 Q470 560 580 510 Q760 430 930 520 Q1000 560 960 640 Q930 690 850 660 Q740 640 680 720 Q560 770 500 690Z",
        COAT,
    ) + shape(
        "M520 690 Q600 730 680 690 Q760 610 880 650 Q930 670 960 620 Q980 660 920 676 Q850 680 800 664 Q730 660 684 722 Q570 760 520 690Z",
        FOLD,
    )
    ache = "".join(
        curve(f"M{620 + n * 70} {430 - n * 8} l{-16 + n * 10} {-74}", 16, RED) for n in range(3)
    ) + curve("M574 500 Q650 452 770 448", 14, RED, 'opacity=".75"')
    arms = limb([(900, 590), (960, 760), (1010, 900)], 66, FOLD, "#e0b12f") + limb(
        [(930, 590), (1040, 740), (1090, 884)], 70, COAT, "#f6c83f"
    )
    face = group(head(0, 0, 92, "cap", TEAL, 0.5, worried=True), move=(1040, 600), turn=38)
    return sheet(
        tiled(),
        shadow(640, 1100, 240, 26, 0.4),
        shadow(1180, 1120, 330, 26, 0.3),
        legs,
        boots,
        torso,
        basket(940, 960, 430, 150, YELLOW),
        "".join(
            squid(x, y, t, 0.75)
            for x, y, t in ((1030, 950, 10), (1200, 944, 170), (1130, 920, 30), (1290, 950, -12))
        ),
        basket(1400, 990, 190, 110, RED),
        face,
        arms,
        ache,
        dim,
    )
