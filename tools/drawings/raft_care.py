# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The litter raft's days: wheel, trouble, weighing. They show no real place, machine or person."""

from __future__ import annotations

from faces import BROWN, FAIR
from figures import Look, figure
from harbour import bag, boat, bottle, harbour, litter
from parts import INK, RED, SILVER, SLATE, WHITE, box, cast, curve, disc, group, line, shadow, shape, sheet
from raft import paddle_wheel, raft
from raft_scenes import UNCLE


def raft_wheel() -> str:
    spray = "".join(
        disc(x, y, r, "#e9fbfa", 'opacity=".8"')
        for x, y, r in (
            (1250, 930, 14),
            (1290, 880, 9),
            (1330, 940, 11),
            (1210, 890, 8),
            (1370, 890, 7),
            (520, 950, 9),
            (470, 920, 7),
            (1300, 820, 6),
            (1400, 960, 12),
        )
    )
    sprocket = "".join(
        box(-7, -104, 14, 26, "#46545c", 3, f'transform="rotate({n * 20})"') for n in range(18)
    )
    gear = group(
        sprocket,
        disc(0, 0, 88, "#46545c"),
        disc(0, 0, 60, "url(#steel)"),
        *(disc(38, 0, 12, "#46545c", f'transform="rotate({n * 60})"') for n in range(6)),
        disc(0, 0, 22, "url(#dark)"),
        move=(850, 560),
    )
    chain_ = curve("M-20 60 L790 470 M-20 250 L806 650", 22, "#3a2b25", 'stroke-dasharray="26 12"') + curve(
        "M-20 60 L790 470 M-20 250 L806 650", 7, "#9fadb2", 'stroke-dasharray="12 26"'
    )
    return sheet(
        harbour(),
        box(0, 0, 1600, 1200, "#fff3dc", extra='opacity=".25"'),
        cast(group(paddle_wheel(480, 14), move=(850, 560))),
        box(820, 540, 820, 60, "#6b7780", 10),
        box(820, 540, 820, 16, "#ffffff40", 8),
        gear,
        chain_,
        shape("M0 900 Q400 870 800 905 Q1200 940 1600 890 L1600 1200 L0 1200Z", "#2d8583", 'opacity=".86"'),
        curve("M0 900 Q400 870 800 905 Q1200 940 1600 890", 10, "#ffffff", 'opacity=".6"'),
        "".join(
            curve(f"M{x} {y} q60 -18 120 0 q60 18 120 0", 7, "#ffffff", 'opacity=".3"')
            for x, y in ((100, 1000), (520, 1060), (980, 1010), (1280, 1100), (240, 1140))
        ),
        spray,
    )


def raft_tangle() -> str:
    rain = "".join(
        line([(x, y), (x - 22, y + 70)], 5, "#e6efee", 'opacity=".55"')
        for x, y in ((k * 97 % 1600, k * 173 % 1150) for k in range(60))
    )
    net = "".join(
        curve(f"M{-150 + n * 34} -150 Q{-170 + n * 42} 0 {-120 + n * 36} 170", 7, "#3f7a5a")
        + curve(f"M-160 {-130 + n * 32} Q0 {-90 + n * 30} 170 {-140 + n * 36}", 7, "#3f7a5a")
        for n in range(9)
    )
    wet = Look(
        shirt="#3f6f7c",
        trousers="#4a4038",
        vest="#dd7428",
        hat="cap",
        hat_colour="#8c2f1b",
        skin=BROWN,
        mood="effort",
        bare_arms=True,
        age=56,
        broad=1.08,
        moustache=True,
    )
    man = figure(
        wet,
        turn=0.8,
        gaze=0.6,
        tilt=14,
        neck=(50, -540),
        hip=(-20, -330),
        near_arm=((70, -410), (170, -380)),
        far_arm=((150, -440), (196, -330)),
        near_leg=((44, -250), (-30, -60)),
        far_leg=((80, -220), (60, -40)),
        toes=(1, 1),
        held=group(
            shape("M0 -6 L90 -10 Q104 0 86 8 L0 8Z", SILVER),
            box(-40, -8, 44, 18, "#6e4a22", 6),
            move=(190, -372),
            turn=10,
        ),
    )
    return sheet(
        harbour(calm=False),
        boat(300, 690, 0.6, "#2f6685"),
        group(raft(load=False, wheel_turn=2, canopied=False), move=(640, 1000), scale=1.3),
        group(man, move=(880, 892), scale=1.0),
        group(net, move=(1184, 910), scale=1.15, turn=10),
        litter(((1330, 1010, 1.1), (1440, 1080, 1.2))),
        box(0, 0, 1600, 1200, "#3f5a60", extra='opacity=".16"'),
        rain,
    )


def sack(x: float, y: float, colour: str, mark: str) -> str:
    return shadow(x, y + 4, 100, 14, 0.35) + group(
        shape("M-84 0 Q-112 -120 -70 -206 L70 -206 Q112 -120 84 0 Q0 16 -84 0Z", colour),
        shape("M20 6 Q84 0 96 -90 Q100 -160 70 -206 L36 -206 Q70 -100 20 6Z", "#00000020"),
        shape("M-74 -206 Q-90 -250 -40 -236 Q0 -262 40 -236 Q90 -250 74 -206Z", colour),
        curve("M-76 -206 L76 -206", 10, "#6e4a22"),
        mark,
        move=(x, y),
    )


def raft_weigh() -> str:
    shed = (
        box(0, 0, 1600, 1200, "url(#morning)")
        + disc(1260, 420, 330, "url(#glow)")
        + box(0, 640, 1600, 200, "url(#sea)")
        + boat(1230, 700, 0.66)
        + boat(820, 690, 0.5, "#23807d", mirrored=True)
        + box(0, 800, 1600, 400, "url(#quay)")
        + box(0, 800, 1600, 14, "#fff3d8", extra='opacity=".5"')
        + box(0, 60, 1600, 60, "#8c2f1b")
        + "".join(box(n * 50, 60, 6, 60, "#00000020") for n in range(32))
        + box(60, 110, 36, 760, "#6e4a22")
        + box(1500, 110, 36, 760, "#6e4a22")
        + box(0, 120, 1600, 22, "#6e4a22")
    )
    scale_ = (
        line([(760, 140), (760, 250)], 9, SLATE)
        + cast(disc(760, 320, 92, "url(#red)"), disc(760, 320, 74, WHITE))
        + "".join(
            line([(760, 258), (760, 270)], 5, INK, f'transform="rotate({n * 30} 760 320)"') for n in range(12)
        )
        + line([(760, 320), (800, 280)], 7, RED)
        + disc(760, 320, 9, INK)
        + curve("M760 412 L760 470 q30 20 0 40", 9, SLATE)
    )
    star = disc(0, -110, 34, "#ffffff70")
    woman = figure(
        Look(
            shirt="#7c4a6a",
            trousers="#2f3f4a",
            hat="cone",
            hair="long",
            skin=FAIR,
            mood="smile",
            shoes="#3f6f4c",
            sole="#2f5a3c",
        ),
        turn=0.55,
        gaze=0.5,
        tilt=6,
        near_arm=((-80, -460), (30, -432)),
        far_arm=((106, -460), (74, -430)),
        toes=(1, 1),
        held=group(
            box(-56, -40, 112, 80, "#fff6dc", 5),
            box(-2, -40, 4, 80, "#00000022"),
            *(box(-46, -26 + n * 16, 36, 4, "#5b93ad") for n in range(4)),
            line([(20, 24), (50, -40)], 6, RED),
            move=(62, -470),
            turn=-8,
        ),
    )
    man = figure(
        UNCLE,
        turn=-0.6,
        gaze=-0.5,
        near_arm=((60, -470), (-50, -430)),
        far_arm=((-120, -480), (-170, -470)),
        toes=(-1, -1),
        hands=("flat", "flat"),
    )
    return sheet(
        shed,
        scale_,
        group(sack(0, 0, "#e3d3ad", bottle(0, -110, -10, 1.1)), move=(760, 740)),
        shadow(430, 1110, 150, 18, 0.4),
        group(woman, move=(430, 1095), scale=1.08),
        shadow(1010, 1110, 150, 18, 0.4),
        group(man, move=(1010, 1095), scale=1.08),
        sack(1250, 1130, "#5b93ad", bottle(0, -110, 10, 1.1)),
        sack(1440, 1140, "#8fb08a", star),
        sack(140, 1150, "#d9a45c", bag(0, -100, 1.0)),
    )
