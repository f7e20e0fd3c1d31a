# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The litter raft thought out: sketch, materials, model. They show no real place or person."""

from __future__ import annotations

from faces import DEEP, FAIR
from figures import Look, figure
from parts import RED, SILVER, SLATE, WHITE, box, cast, curve, disc, group, line, oval, shadow, shape, sheet
from raft import barrel
from things import palm


def planks(colour: str = "#c79a5e") -> str:
    return box(0, 0, 1600, 1200, colour) + "".join(
        box(0, y, 1600, 5, "#00000022")
        + curve(
            f"M0 {y + 70} Q{500 + y % 300} {y + 52} 900 {y + 74} T1600 {y + 66}",
            3,
            "#7a4f22",
            'opacity=".35"',
        )
        for y in range(0, 1200, 150)
    )


def raft_sketch() -> str:
    ink = "#2f5f8f"
    grid = "".join(box(x, -420, 2, 840, "#b9cfd6") for x in range(-560, 600, 56)) + "".join(
        box(-600, y, 1200, 2, "#b9cfd6") for y in range(-390, 420, 56)
    )
    drawing = (
        curve("M-480 190 Q-200 176 0 192 Q240 208 500 186", 7, ink)
        + "".join(
            curve(
                f"M{-250 + n * 150} 150 q0 -50 50 -50 l40 0 q50 0 50 50 q0 50 -50 50 l-40 0 q-50 0 -50 -50Z",
                6,
                ink,
            )
            for n in range(4)
        )
        + curve("M-270 92 L360 88", 8, ink)
        + curve("M-430 210 L60 -120 L90 -80 L-400 250Z", 6, ink)
        + "".join(curve(f"M{-380 + n * 80} {176 - n * 54} l-14 -34", 5, ink) for n in range(6))
        + curve("M110 86 L110 -20 L240 -20 L240 86", 6, ink)
        + curve("M60 -60 L60 -220 Q170 -270 290 -220 L290 88", 5, ink)
        + curve("M400 -60 a140 140 0 1 0 1 0Z M400 -10 a90 90 0 1 0 1 0Z", 6, ink)
        + "".join(
            curve(f"M400 80 L{400 + a} {80 + b}", 5, ink)
            for a, b in (
                (0, -158),
                (112, -112),
                (158, 0),
                (112, 112),
                (0, 158),
                (-112, 112),
                (-158, 0),
                (-112, -112),
            )
        )
        + curve("M520 300 Q300 340 80 300 M80 300 l34 -20 M80 300 l34 24", 8, RED)
        + curve("M-480 120 q30 -40 70 -10 M-410 110 l-6 -30 M-410 110 l-34 0", 7, RED)
        + curve("M-330 -300 l180 -6 M-330 -262 l240 -4 M-330 -224 l150 0", 5, "#7d8f97")
    )
    paper = cast(
        group(
            box(-620, -430, 1240, 860, "#fffaf0", 6),
            grid,
            box(-548, -430, 3, 860, "#d9775a"),
            drawing,
            move=(760, 600),
            turn=-3,
        )
    )
    glass = cast(
        disc(1430, 250, 130, "#f3ece0"),
        disc(1430, 250, 112, "#5a3420"),
        disc(1430, 250, 112, "#ffffff18"),
        shape("M1360 210 l66 -26 l30 60 l-64 30Z", "#f4e6d2", 'opacity=".75"'),
    )
    pen = group(
        box(-220, -17, 360, 34, "url(#blue)", 14),
        shape("M140 -17 L200 -4 L200 4 L140 17Z", SILVER),
        box(-230, -19, 50, 38, RED, 10),
        move=(1250, 980),
        turn=-32,
    )
    return sheet(planks(), paper, glass, cast(pen))


def raft_materials() -> str:
    def top_barrel(x: float, y: float) -> str:
        return (
            cast(disc(x, y, 132, "url(#blue)"))
            + disc(x, y, 112, "#3f7a96")
            + disc(x - 46, y - 40, 26, "#1f4a60")
            + disc(x + 50, y + 46, 20, "#1f4a60")
            + curve(f"M{x - 100} {y - 50} A112 112 0 0 1 {x - 20} {y - 108}", 12, "#ffffff", 'opacity=".4"')
        )

    rim = (
        f'<circle cx="1270" cy="370" r="250" fill="none" stroke="{SILVER}" stroke-width="26"/>'
        + "".join(
            line([(1270, 370), (1270, 130)], 3, "#7d8f97", f'transform="rotate({n * 20} 1270 370)"')
            for n in range(18)
        )
        + disc(1270, 370, 34, "url(#steel)")
        + disc(1270, 370, 14, SLATE)
    )
    chain_ = curve("M520 950 Q700 860 860 960 T1180 930", 26, "#3a2b25", 'stroke-dasharray="22 10"') + curve(
        "M520 950 Q700 860 860 960 T1180 930", 8, SILVER, 'stroke-dasharray="10 22"'
    )
    bamboo = "".join(
        cast(
            group(
                box(-30, -470, 60, 940, c, 26),
                *(box(-34, y, 68, 13, "#8a6a2c", 6) for y in (-330, -130, 90, 300)),
                box(-22, -460, 12, 920, "#ffffff40", 6),
                move=(x, 600),
                turn=t,
            )
        )
        for x, t, c in ((590, 3, "#c9a24a"), (700, -2, "#b98f3e"), (810, 2, "#d2b060"))
    )
    net = "".join(
        curve(
            f"M{980 + n * 44} 720 L{1080 + n * 44} 1100 M{1080 + n * 44} 720 L{960 + n * 44} 1100",
            6,
            "#2f7a58",
        )
        for n in range(11)
    )
    tools = cast(
        group(
            box(-24, -160, 48, 230, "url(#red)", 18),
            box(-13, 60, 26, 200, "url(#steel)", 6),
            move=(220, 1010),
            turn=70,
        )
    ) + "".join(
        cast(disc(x, y, 30, "url(#steel)"), disc(x, y, 13, SLATE))
        for x, y in ((130, 820), (230, 800), (330, 830), (420, 790))
    )
    rope = "".join(
        f'<circle cx="470" cy="300" r="{r}" fill="none" stroke="{c}" stroke-width="20"/>'
        for r, c in ((40, "#dd7428"), (62, "#c9651f"), (84, "#dd7428"))
    )
    return sheet(
        box(0, 0, 1600, 1200, "#b9ab92"),
        "".join(box(0, y, 1600, 4, "#00000018") for y in range(200, 1200, 400))
        + box(800, 0, 4, 1200, "#00000018"),
        bamboo,
        top_barrel(190, 200),
        top_barrel(210, 510),
        cast(rope),
        cast(rim),
        cast(net),
        cast(chain_),
        tools,
    )


def raft_basin() -> str:
    spoons = "".join(
        group(line([(0, 0), (0, -92)], 9, SILVER), oval(0, -110, 20, 28, WHITE), turn=n * 45)
        for n in range(8)
    )
    model = (
        group(barrel(0, 0, 150, 70), move=(-200, -70))
        + group(barrel(0, 0, 150, 70), move=(-30, -70))
        + box(-220, -92, 380, 22, "url(#wood)", 6)
        + group(
            box(0, -12, 300, 24, "#2f3f4a", 12),
            *(box(20 + k * 40, -26, 8, 22, "#b9561a", 3) for k in range(7)),
            turn=-30,
            move=(-400, 0),
        )
        + group(spoons, disc(0, 0, 26, RED), disc(0, 0, 11, SILVER), move=(250, -60))
        + line([(150, -84), (250, -60)], 10, SLATE)
    )
    jug = Look(shirt="#7c4a6a", hat="none", hair="bun", skin=FAIR, mood="laugh", bare_arms=True)
    woman = figure(
        jug,
        legs=False,
        turn=0.5,
        gaze=0.5,
        tilt=12,
        neck=(20, -570),
        near_arm=((-30, -440), (110, -420)),
        far_arm=((140, -450), (180, -370)),
    )
    boy = figure(
        Look(shirt="#f0b23a", hat="none", skin=DEEP, mood="laugh", bare_arms=True),
        legs=False,
        turn=-0.6,
        gaze=-0.6,
        tilt=-12,
        neck=(-20, -560),
        near_arm=((80, -440), (10, -350)),
        far_arm=((-80, -450), (-120, -370)),
    )
    yard = (
        box(0, 0, 1600, 1200, "url(#wall)")
        + box(0, 0, 1600, 620, "#cfe0cf")
        + palm(1480, 640, 1.0, -60)
        + "".join(
            box(x, 180, 90, 460, "#d9b27a" if n % 2 else "#cfa468", 4)
            for n, x in enumerate(range(-20, 760, 96))
        )
        + box(0, 620, 1600, 580, "url(#quay)")
    )
    basin = (
        shadow(860, 1120, 600, 34, 0.45)
        + cast(
            shape(
                "M250 800 L1470 800 L1340 1110 Q1330 1130 1300 1130 L420 1130 Q390 1130 380 1110Z",
                "url(#red)",
            )
        )
        + shape("M1200 800 L1470 800 L1340 1110 Q1330 1130 1300 1130 L1160 1130Z", "#00000020")
        + oval(860, 800, 610, 86, "#c75233")
        + oval(860, 806, 576, 70, "#4aa7a3")
        + "".join(
            oval(1110, 800, w, w * 0.12, "#ffffff", f'opacity="{o}"') for w, o in ((200, 0.2), (130, 0.25))
        )
    )
    return sheet(
        yard,
        group(woman, move=(430, 1270), scale=1.2),
        group(boy, move=(1330, 1270), scale=1.2),
        basin,
        group(model, move=(880, 830), scale=1.0),
        curve("M640 802 Q860 840 1090 800", 8, "#ffffff", 'opacity=".6"'),
    )
