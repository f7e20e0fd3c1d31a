# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The vaccine box on the island's pier. They show no real place or machine."""

from __future__ import annotations

from faces import FAIR
from figures import Look, figure
from harbour import boat
from parts import INK, PINE, SLATE, WHITE, box, cast, curve, disc, group, line, shadow, shape, sheet
from things import cloud


def cold_box() -> str:
    sky = box(0, 0, 1600, 760, "url(#morning)") + disc(620, 420, 330, "url(#glow)")
    clouds = cloud(260, 180, 1.1) + cloud(820, 130, 0.9) + cloud(1420, 220, 0.8)
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
    ship = boat(250, 640, 0.86) + boat(700, 612, 0.42, "#23807d", mirrored=True)
    nurse = figure(
        Look(
            shirt="#eef5f2",
            trousers="#5faea8",
            hat="none",
            hair="bun",
            skin=FAIR,
            mood="smile",
            shoes="#fffdf8",
            sole="#d5dddd",
        ),
        turn=-0.55,
        gaze=-0.5,
        tilt=-6,
        near_arm=((70, -460), (-10, -400)),
        far_arm=((-110, -460), (-150, -390)),
        toes=(-1, -1),
        hands=("flat", "flat"),
        held=group(
            box(-46, -60, 92, 120, "#c78d4a", 6),
            box(-38, -48, 76, 102, WHITE, 3),
            *(box(-28, -34 + n * 20, 56, 5, "#9fadb2") for n in range(4)),
            move=(-20, -430),
            turn=8,
        ),
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
    return sheet(
        sky,
        clouds,
        island,
        sea,
        ship,
        pier,
        group(nurse, move=(1390, 1110), scale=1.12),
        group(handle, box_, probe, panel, glow, move=(-190, 0)),
    )
