# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The letterbox on the latex truck. They show no real place, machine or person."""

from __future__ import annotations

from faces import BROWN, FAIR
from figures import Look, figure
from parts import SLATE, WHITE, WINE, YELLOW, box, cast, curve, disc, group, oval, shadow, shape, sheet
from things import wheel


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
    paper = group(
        box(-40, -26, 80, 52, WHITE, 4),
        box(-26, -12, 52, 6, SLATE),
        box(-26, 4, 38, 6, SLATE),
        move=(158, -340),
        turn=-10,
    )
    woman = figure(
        Look(
            shirt="#7c4a6a",
            trousers="#2f3f4a",
            hat="lamp",
            hat_colour="#39474f",
            hair="pony",
            skin=FAIR,
            mood="smile",
            shoes="#3f6f4c",
            sole="#2f5a3c",
        ),
        turn=0.7,
        gaze=0.6,
        near_arm=((20, -440), (120, -350)),
        far_arm=((110, -450), (130, -370)),
        toes=(1, 1),
        held=paper,
    )
    driver = figure(
        Look(
            shirt="#7c8c52",
            trousers="#3d4a52",
            hat="cap",
            hat_colour="#8c2f1b",
            skin=BROWN,
            mood="grin",
            age=55,
            moustache=True,
            broad=1.06,
        ),
        turn=-0.4,
        gaze=-0.5,
        legs=False,
    )
    cab = (
        '<clipPath id="pane"><path d="M1160 640 L1290 640 Q1316 640 1328 668 L1376 780 L1160 780Z"/></clipPath>'
        '<g clip-path="url(#pane)">' + group(driver, move=(1244, 1080), scale=0.56) + "</g>"
    )
    beam = shape("M316 470 L640 600 L600 840 L330 500Z", "#fff3c4", 'opacity=".25"')
    return sheet(
        sky,
        far,
        ground,
        near,
        cup,
        truck,
        cab,
        post,
        beam,
        shadow(250, 1122, 150, 18, 0.5),
        group(woman, move=(244, 1100), scale=0.96),
    )
