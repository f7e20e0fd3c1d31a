# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Twist-locks on a container quay, and the cart that carries them. They show no real port, machine or person."""

from __future__ import annotations

from faces import BROWN
from figures import Look, figure
from parts import (
    AMBER,
    INK,
    SILVER,
    SLATE,
    STEEL,
    YELLOW,
    box,
    cast,
    curve,
    disc,
    group,
    shadow,
    shape,
    sheet,
)
from quay import cart, hung_container, lock, quay, stack

DOCKER = Look(shirt="#2f6685", trousers="#2f3f4a", vest="#dd7428", skin=BROWN, glove="#e9d9b4", mood="smile")


MATE = Look(
    shirt="#23807d", trousers="#3d4a52", vest="#dd7428", hat_colour="#fffdf8", glove="#e9d9b4", mood="effort"
)


def port_before() -> str:
    pile = shadow(470, 1110, 210, 22, 0.4) + "".join(
        lock(x, y, s, t)
        for x, y, s, t in (
            (340, 1060, 0.8, 70),
            (430, 1078, 0.8, -64),
            (520, 1060, 0.8, 80),
            (600, 1086, 0.8, 96),
            (400, 1018, 0.8, -80),
            (486, 1010, 0.8, 60),
        )
    )
    bent = figure(
        MATE,
        neck=(150, -470),
        hip=(-20, -372),
        turn=0.9,
        gaze=0.7,
        tilt=34,
        near_arm=((190, -330), (212, -214)),
        far_arm=((230, -330), (260, -220)),
        near_leg=((34, -196), (-30, -34)),
        far_leg=((70, -200), (60, -34)),
        toes=(1, 1),
        held=lock(240, -150, 0.8, 12),
    )
    carrying = figure(
        DOCKER,
        turn=-0.6,
        neck=(14, -580),
        near_arm=((64, -470), (72, -352)),
        far_arm=((-70, -470), (-76, -356)),
        toes=(-1, -1),
        near_leg=((30, -195), (64, -38)),
        far_leg=((-46, -196), (-74, -34)),
        held=lock(78, -280, 0.8, 8) + lock(-78, -284, 0.8, -6),
    )
    worried = group(carrying, move=(1180, 1110), scale=0.9)
    return sheet(
        quay(),
        hung_container(),
        lock(667, 690, 0.8),
        lock(1393, 690, 0.8),
        shadow(250, 1100, 150, 16, 0.35),
        group(bent, move=(200, 1080), scale=0.92),
        pile,
        shadow(1190, 1132, 140, 16, 0.35),
        worried,
    )


def port_after() -> str:
    pushing = figure(
        DOCKER,
        turn=0.7,
        gaze=0.6,
        near_arm=((40, -480), (128, -520)),
        far_arm=((120, -470), (164, -540)),
        toes=(1, 1),
        near_leg=((-30, -196), (-56, -34)),
        far_leg=((54, -196), (60, -34)),
        hands=("flat", "grip"),
        held=lock(176, -560, 0.8),
    )
    mate = figure(
        Look(
            shirt="#23807d",
            trousers="#3d4a52",
            vest="#dd7428",
            hat_colour="#fffdf8",
            glove="#e9d9b4",
            mood="grin",
        ),
        turn=-0.6,
        near_arm=((84, -480), (20, -400)),
        far_arm=((-70, -470), (-86, -392)),
        toes=(-1, -1),
    )
    return sheet(
        quay(),
        hung_container(),
        lock(1393, 690, 0.8),
        shadow(360, 1100, 140, 16, 0.35),
        group(pushing, move=(480, 1080), scale=0.92),
        shadow(1240, 1130, 150, 16, 0.35),
        group(mate, move=(1330, 1110), scale=0.9),
        shadow(930, 1124, 330, 22, 0.4),
        group(cart(10), move=(930, 1110), scale=1.02),
    )


def port_hero() -> str:
    man = figure(
        DOCKER,
        turn=-0.45,
        gaze=-0.3,
        near_arm=((110, -470), (30, -372)),
        far_arm=((-92, -480), (-140, -420)),
        toes=(-1, -1),
        hands=("grip", "flat"),
    )
    return sheet(
        quay(),
        stack(-60, 900, (("#23807d", "#8c2f1b"), ("#d0811f", "#2f6685"), ("#8c2f1b",)), 330, 150),
        shadow(1120, 1066, 170, 18, 0.4),
        group(man, move=(1150, 1050), scale=1.12),
        shadow(740, 1084, 420, 24, 0.45),
        group(cart(12), move=(720, 1064), scale=1.27),
    )


def port_detail() -> str:
    slot = cast(
        shape("M-40 640 L1640 580 L1640 800 L-40 860Z", "url(#teal)"),
        shape("M-40 640 L1640 580 L1640 622 L-40 682Z", "#ffffff3a"),
    )
    stripes = "".join(
        shape(f"M{x} {846 - x * 0.036} l90 -60 l64 -2 l-90 60Z", YELLOW) for x in range(-60, 1700, 190)
    )
    holes = "".join(
        shape(f"M{x - 120} {656 - x * 0.036:.0f} l240 -9 l-22 34 l-196 7Z", "#0f3f3f")
        for x in (330, 820, 1310)
    )
    front = shape("M-40 720 L1640 660 L1640 800 L-40 860Z", "url(#teal)")
    arrow = curve("M820 130 L820 230", 26, AMBER) + shape("M776 222 L864 222 L820 292Z", AMBER)
    wheel_ = cast(
        disc(1420, 1180, 210, INK), disc(1420, 1180, 130, "url(#steel)"), disc(1420, 1180, 44, SLATE)
    )
    pads = "".join(
        box(x - 116, 648 - x * 0.036, 232, 15, STEEL, 6) + box(x - 116, 648 - x * 0.036, 232, 5, SILVER, 3)
        for x in (330, 820, 1310)
    )
    return sheet(
        box(0, 0, 1600, 1200, "url(#morning)"),
        disc(900, 420, 520, "url(#glow)"),
        stack(
            -40,
            1000,
            (("#8c2f1b", "#2f6685", "#d0811f"), ("#2f6685", "#d0811f", "#8c2f1b"), ("#d0811f", "#8c2f1b")),
            560,
            250,
        ),
        box(0, 0, 1600, 1200, "#fff3dc", extra='opacity=".62"'),
        wheel_,
        slot,
        holes,
        lock(330, 610, 3.1),
        lock(820, 440, 3.1),
        lock(1310, 575, 3.1),
        pads,
        front,
        stripes,
        arrow,
    )
