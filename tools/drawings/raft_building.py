# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The litter raft in the making: welding, lashing, launch. They show no real place or person."""

from __future__ import annotations

from faces import BROWN, DEEP, FAIR
from figures import Look, figure
from harbour import boat, harbour
from parts import SILVER, box, cast, curve, disc, group, line, oval, shadow, shape, sheet
from raft import barrel, paddle_wheel, raft
from raft_scenes import AUNT, UNCLE, YOUTH
from things import palm


def raft_weld() -> str:
    frame = (
        line([(560, 860), (1560, 860)], 26, "#46545c")
        + line([(620, 700), (1500, 700)], 22, "#3a4750")
        + "".join(line([(x, 860), (x + 30, 700)], 18, "#3a4750") for x in (640, 900, 1160, 1420))
        + "".join(line([(x, 860), (x, 1080)], 20, "#46545c") for x in (700, 1440))
    )
    at = (900, 846)
    sparks = "".join(
        line([(at[0] + dx * 0.3, at[1] + dy * 0.3), (at[0] + dx, at[1] + dy)], 5, "#ffe08a")
        for dx, dy in (
            (-150, 60),
            (-110, 130),
            (-40, 170),
            (40, 180),
            (110, 150),
            (170, 90),
            (190, 10),
            (-190, -10),
            (80, -110),
            (-60, -120),
            (150, -70),
            (-130, -70),
            (220, 140),
            (-220, 120),
        )
    )
    welder = figure(
        Look(shirt="#355c7d", trousers="#2f3f4a", hat="visor", skin=BROWN, glove="#c78d4a"),
        turn=0.8,
        tilt=16,
        neck=(70, -530),
        hip=(0, -330),
        near_arm=((110, -400), (230, -380)),
        far_arm=((190, -400), (260, -330)),
        near_leg=((70, -240), (-20, -34)),
        far_leg=((110, -210), (60, -34)),
        toes=(1, 1),
        held=group(
            box(-20, -12, 80, 24, "#22303a", 8),
            line([(60, 0), (150, 40)], 6, SILVER),
            move=(240, -380),
            turn=10,
        ),
    )
    mate = figure(
        Look(
            shirt="#3f6f7c",
            trousers="#4a4038",
            hat="mask",
            hat_colour="#39474f",
            skin=DEEP,
            mood="smile",
            bare_arms=True,
        ),
        turn=-0.6,
        gaze=-0.5,
        tilt=-4,
        near_arm=((80, -470), (20, -420)),
        far_arm=((-80, -480), (-110, -420)),
        toes=(-1, -1),
        hands=("grip", "flat"),
    )
    return sheet(
        box(0, 0, 1600, 1200, "url(#night)"),
        "".join(
            disc(x, y, 2.6, "#fff6dc", 'opacity=".8"')
            for x, y in ((k * 211 % 1600, k * 97 % 480) for k in range(40))
        ),
        palm(1420, 930, 1.3, -70),
        palm(120, 940, 1.1, 50),
        box(0, 900, 1600, 300, "#4a4a48"),
        oval(900, 1010, 760, 130, "#ffd978", 'opacity=".22"'),
        oval(900, 846, 620, 560, "url(#glow)", 'opacity=".55"'),
        shadow(560, 1120, 180, 18, 0.6),
        group(mate, move=(1330, 1090), scale=0.98),
        "".join(barrel(x, 1010, 200, 120) for x in (900, 1120)),
        frame,
        group(welder, move=(520, 1110), scale=1.1),
        oval(900, 846, 190, 190, "url(#glow)"),
        disc(900, 846, 20, "#ffffff"),
        sparks,
    )


def raft_lash() -> str:
    yard = (
        box(0, 0, 1600, 1200, "url(#noon)")
        + disc(300, 240, 260, "url(#glow)")
        + palm(1450, 700, 1.2, -60)
        + palm(110, 700, 1.0, 40)
        + box(0, 560, 1600, 120, "url(#sea)")
        + boat(760, 606, 0.5)
        + shape("M0 660 Q800 620 1600 660 L1600 1200 L0 1200Z", "#ddc08c")
    )
    woman = figure(
        Look(
            shirt="#7c4a6a",
            trousers="#2f3f4a",
            hat="cone",
            hair="long",
            skin=FAIR,
            mood="smile",
            shoes="#3f6f4c",
        ),
        turn=0.7,
        gaze=0.6,
        tilt=12,
        neck=(110, -500),
        hip=(-30, -350),
        near_arm=((110, -370), (140, -236)),
        far_arm=((190, -360), (210, -236)),
        toes=(1, 1),
    )
    man = figure(
        UNCLE,
        turn=-0.7,
        gaze=-0.6,
        tilt=-10,
        neck=(-110, -505),
        hip=(30, -350),
        near_arm=((-90, -370), (-130, -240)),
        far_arm=((-190, -370), (-214, -240)),
        toes=(-1, -1),
    )
    drums = "".join(barrel(420 + n * 200, 900, 190, 130) for n in range(4))
    ties = "".join(
        curve(f"M{470 + n * 200} 890 q-14 80 0 150 M{540 + n * 200} 890 q-14 80 0 150", 13, "#dd7428")
        for n in range(4)
    )
    frame = (
        line([(380, 880), (1260, 880)], 30, "#46545c")
        + line([(400, 850), (1240, 850)], 24, "#c9a24a")
        + "".join(box(x, 836, 12, 30, "#8a6a2c", 5) for x in (520, 760, 1000))
    )
    return sheet(
        yard,
        shadow(820, 1050, 520, 28, 0.4),
        group(woman, move=(380, 1080), scale=1.0),
        group(man, move=(1270, 1080), scale=1.0),
        cast(drums),
        frame,
        ties,
        cast(group(paddle_wheel(150, 4), move=(1440, 1010))),
    )


def raft_launch() -> str:
    def push(x: float, look: Look, s: float, reach: float = 0) -> str:
        return group(
            figure(
                look,
                turn=0.85,
                gaze=0.7,
                tilt=12,
                neck=(90, -530),
                hip=(0, -350),
                near_arm=((130, -420), (210 + reach, -400)),
                far_arm=((180, -460), (230 + reach, -420)),
                near_leg=((40, -200), (-70, -40)),
                far_leg=((-40, -190), (-150, -50)),
                toes=(1, 1),
                hands=("flat", "flat"),
            ),
            move=(x, 1120),
            scale=s,
        )

    cheer = figure(
        AUNT,
        turn=-0.5,
        gaze=-0.4,
        near_arm=((120, -540), (170, -660)),
        far_arm=((-110, -540), (-160, -650)),
        toes=(-1, -1),
        hands=("open", "open"),
    )
    return sheet(
        harbour(),
        boat(1060, 680, 0.55, "#2f6685"),
        shape("M-20 900 Q500 880 900 1000 Q1000 1050 1100 1200 L-20 1200Z", "#ddc08c"),
        shape(
            "M-20 900 Q500 880 900 1000 Q1000 1050 1100 1200 L1070 1200 Q960 1050 880 1020 Q500 900 -20 920Z",
            "#ffffff",
            'opacity=".4"',
        ),
        "".join(
            box(x, y, 30, 150, "#b98f3e", 14, f'transform="rotate(60 {x} {y})"')
            for x, y in ((560, 1060), (760, 1070), (960, 1090))
        ),
        group(
            raft(load=False, afloat=False, carrying=False),
            line([(-320, -90), (-370, -240)], 14, "#46545c"),
            move=(1030, 970),
            scale=0.86,
            turn=5,
        ),
        group(cheer, move=(1440, 1150), scale=0.7),
        shape(
            "M1040 1010 Q1250 990 1600 1030 L1600 1200 L1110 1200 Q1100 1080 1040 1010Z",
            "#2d8583",
            'opacity=".8"',
        ),
        curve("M1040 1012 Q1250 990 1600 1032", 8, "#ffffff", 'opacity=".6"'),
        push(430, YOUTH, 0.9, 60),
        push(290, UNCLE, 0.92),
        push(
            160,
            Look(shirt="#2f6685", trousers="#3d4a52", hat="cone", hair="long", skin=FAIR, mood="effort"),
            0.86,
        ),
    )
