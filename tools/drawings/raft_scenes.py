# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The litter raft at work: hero, before, after. They show no real place, machine or person."""

from __future__ import annotations

from faces import BROWN, DEEP, FAIR
from figures import Look, figure
from harbour import basket_boat, boat, harbour, litter
from parts import SLATE, group, line, oval, sheet
from raft import boom, raft

AUNT = Look(
    shirt="#7c4a6a",
    trousers="#2f3f4a",
    vest="#dd7428",
    hat="cone",
    hair="long",
    skin=FAIR,
    mood="laugh",
    shoes="#3f6f4c",
    sole="#2f5a3c",
)


UNCLE = Look(
    shirt="#3f6f7c",
    trousers="#4a4038",
    vest="#dd7428",
    hat="cap",
    hat_colour="#8c2f1b",
    skin=BROWN,
    mood="smile",
    bare_arms=True,
    age=56,
    broad=1.08,
    moustache=True,
)


YOUTH = Look(
    shirt="#f0b23a", trousers="#2f4a5c", vest="#dd7428", hat="none", skin=DEEP, mood="grin", bare_arms=True
)


DRIFT = (
    (180, 760, 0.8),
    (320, 840, 1.0),
    (520, 770, 0.8),
    (640, 880, 1.05),
    (460, 960, 1.2),
    (250, 1010, 1.2),
    (820, 800, 0.85),
    (980, 900, 1.1),
    (900, 1030, 1.25),
    (700, 1060, 1.3),
    (1140, 780, 0.8),
    (1260, 1010, 1.2),
    (1420, 1090, 1.3),
    (1100, 1120, 1.35),
    (120, 900, 1.0),
    (410, 1110, 1.3),
    (1500, 860, 0.95),
    (1360, 760, 0.75),
    (590, 1150, 1.3),
    (60, 1110, 1.3),
)


def moored() -> str:
    return (
        boat(1300, 700, 0.82, "#2f6685")
        + boat(920, 676, 0.62, "#23807d", mirrored=True)
        + boat(1540, 690, 0.6, "#5b93ad", mirrored=True)
    )


def raft_before() -> str:
    net = (
        line([(140, -470), (330, -250)], 12, "#c78d4a")
        + f'<ellipse cx="366" cy="-208" rx="66" ry="34" fill="#dfe7e3" fill-opacity=".6" stroke="{SLATE}" stroke-width="8" transform="rotate(34 366 -208)"/>'
    )
    tired = Look(
        shirt="#7c4a6a", trousers="#2f3f4a", vest="#dd7428", hat="cone", hair="long", skin=FAIR, mood="effort"
    )
    woman = figure(
        tired,
        legs=False,
        turn=0.8,
        gaze=0.6,
        tilt=16,
        neck=(60, -560),
        hip=(-6, -365),
        near_arm=((60, -440), (160, -440)),
        far_arm=((150, -470), (214, -388)),
        held=net,
    )
    man = figure(
        UNCLE,
        legs=False,
        turn=-0.5,
        neck=(0, -560),
        near_arm=((96, -460), (130, -350)),
        far_arm=((-80, -460), (-90, -350)),
    )
    return sheet(
        harbour(),
        moored(),
        litter(DRIFT[:12]),
        oval(620, 1010, 300, 30, "#0e3f42", 'opacity=".35"'),
        group(man, move=(500, 1110), scale=0.66),
        group(woman, move=(640, 1116), scale=0.66),
        group(
            line([(560, 760), (420, 1040)], 13, "#c78d4a"),
            oval(410, 1062, 26, 46, "#c78d4a", 'transform="rotate(24 410 1062)"'),
        ),
        basket_boat(590, 908, 1.1),
        litter(DRIFT[12:]),
    )


def raft_after() -> str:
    woman = figure(
        AUNT,
        turn=-0.4,
        gaze=-0.3,
        near_arm=((94, -470), (60, -370)),
        far_arm=((-96, -480), (-130, -400)),
        toes=(-1, -1),
        hands=("grip", "open"),
    )
    return sheet(
        harbour(),
        moored(),
        group(woman, move=(800, 880), scale=0.6),
        group(raft(), move=(790, 960), scale=0.98),
        boom(((60, 760), (150, 850), (270, 950))),
        boom(((60, 1130), (160, 1060), (270, 985))),
        litter(((150, 960, 0.8), (90, 900, 0.7), (210, 1000, 0.8))),
    )


def raft_hero() -> str:
    woman = figure(
        AUNT,
        turn=-0.3,
        gaze=-0.1,
        near_arm=((100, -470), (66, -372)),
        far_arm=((-104, -500), (-150, -590)),
        hands=("grip", "open"),
    )
    youth = figure(
        YOUTH,
        turn=-0.7,
        gaze=-0.5,
        tilt=-4,
        neck=(-30, -580),
        near_arm=((30, -460), (-50, -400)),
        far_arm=((-110, -470), (-140, -410)),
        toes=(-1, -1),
        held=line([(40, -330), (-330, -480)], 10, "#c78d4a"),
    )
    return sheet(
        harbour(),
        boat(1330, 690, 0.6, "#2f6685"),
        boat(180, 690, 0.5, "#23807d"),
        litter(((60, 960, 0.9), (130, 1040, 1.0))),
        group(youth, move=(620, 910), scale=0.82),
        group(woman, move=(800, 910), scale=0.86),
        group(raft(wheel_turn=20), move=(800, 1010), scale=1.34),
    )
