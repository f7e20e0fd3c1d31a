# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The trolley with the foot brake: hero, before, after, detail. They show no real machine and no real person."""

from __future__ import annotations

from math import cos, pi, sin

from faces import DEEP
from figures import Look, boot, figure
from parts import (
    AMBER,
    INK,
    SILVER,
    SLATE,
    STEEL,
    WHITE,
    WINE,
    box,
    cast,
    curve,
    disc,
    group,
    line,
    oval,
    room,
    shadow,
    shape,
    sheet,
)
from things import carton, cloud, palm, trolley


def yard(wet: bool = False) -> str:
    """The works behind the ramp: sawtooth roofs, a palm, stacked pallets."""
    sky = box(0, 0, 1600, 1200, "url(#drizzle)" if wet else "url(#morning)")
    sun = "" if wet else disc(560, 430, 360, "url(#glow)", 'opacity=".8"')
    wall, roof = ("#a9b7b4", "#8d9d9c") if wet else ("#d9c9a3", "#b9a57c")
    works = "".join(
        shape(f"M{x} 700 L{x} 470 L{x + 190} 560 L{x + 190} 700Z", roof)
        + shape(f"M{x + 12} 498 L{x + 12} 560 L{x + 120} 560 L{x + 120} 548Z", "#e9f1ec", 'opacity=".6"')
        for x in range(180, 940, 190)
    ) + box(180, 556, 950, 480, wall)
    works += "".join(
        box(x, 640, 90, 110, "#5f7f86", 4, 'opacity=".6"') + box(x, 690, 90, 6, wall)
        for x in range(230, 1060, 150)
    )
    pallets = "".join(
        box(x, 830 - n * 74, 104, 68, "#c78d4a" if (x + n) % 2 else "#b98043", 4, 'opacity=".8"')
        for x, high in ((40, 3), (150, 2))
        for n in range(high)
    )
    return (
        sky
        + sun
        + cloud(330, 190, 1.1, 0.8)
        + cloud(840, 120, 0.8, 0.7)
        + palm(90, 900, 1.0, 46)
        + works
        + pallets
    )


def slope(wet: bool = False) -> str:
    """A ramp rising to the right at 12°, from (0, 1080) to (1600, 740), with the store's door."""
    door = (
        box(1120, 250, 420, 560, "#c9a063")
        + box(1150, 280, 360, 540, "url(#dark)")
        + "".join(box(1150, 280 + n * 40, 360, 6, "#ffffff14") for n in range(7))
        + box(1090, 220, 480, 44, "url(#red)", 10)
    )
    ground = shape("M0 1080 L1600 740 L1600 1200 L0 1200Z", "#6f8a90" if wet else "url(#floor)") + shape(
        "M0 1080 L1600 740 L1600 758 L0 1098Z", "#ffffff55"
    )
    if wet:
        ground += "".join(
            oval(
                x,
                1080 - x * 0.2125 + 70,
                rx,
                16,
                "#a9c9cc",
                f'opacity=".8" transform="rotate(-12 {x} {1150 - x * 0.2125})"',
            )
            for x, rx in ((260, 150), (760, 200), (1260, 140))
        )
    else:
        ground += "".join(
            line([(x, 1120 - x * 0.2125), (x + 34, 1150 - x * 0.2125)], 8, "#b58a4c", 'opacity=".6"')
            for x in range(60, 1600, 110)
        )
    return door + ground


def on_slope(*parts: str, x: float, scale: float = 1) -> str:
    return group(*parts, move=(x, 1080 - x * 0.2125 + 4), turn=-12, scale=scale)


PORTER = Look(
    shirt="#23807d", trousers="#2f3f4a", vest="#f0b23a", skin=DEEP, hat_colour="#f0b23a", mood="grin"
)
SLIPPING = Look(shirt="#a83a22", trousers="#2f3f4a", skin=DEEP, hat_colour="#f0b23a", mood="worried")


def trolley_hero() -> str:
    leg = curve("M-560 -640 Q-520 -420 -500 -210", 130, INK) + curve(
        "M-590 -640 Q-556 -420 -538 -230", 18, "#ffffff1c"
    )
    shoe = group(boot((0, 0), 1, Look(shoes="#3b2a20")), move=(-500, -170), turn=-16, scale=2.1)
    lift = curve("M-330 -150 q-22 -34 -6 -74", 12, WINE) + shape("M-356 -214 l24 -34 l18 38Z", WINE)
    return sheet(
        yard(),
        slope(),
        on_slope(shadow(0, 8, 400, 26, 0.4), trolley(True), lift, cast(leg, shoe), x=820, scale=1.16),
    )


def trolley_before() -> str:
    rain = "".join(
        line([(x, y), (x - 16, y + 64)], 7, "#8fb1b8", 'opacity=".55"')
        for x, y in (
            (90, 80),
            (250, 240),
            (420, 60),
            (600, 200),
            (780, 50),
            (930, 190),
            (1060, 90),
            (160, 430),
            (480, 380),
            (1000, 420),
            (1420, 90),
            (1300, 60),
        )
    )
    speed = "".join(
        line([(360, y), (360 + w, y)], 14, WHITE, 'opacity=".9"')
        for y, w in ((-130, 150), (-240, 220), (-350, 120))
    )
    cart = on_slope(shadow(0, 8, 360, 24, 0.4), trolley(False, 2), speed, x=860)
    falling = group(carton(-135, -80, 270, 160), move=(470, 420), turn=-34)
    marks = curve("M620 300 q-60 -30 -120 0", 10, SLATE) + curve(
        "M650 350 q-70 -50 -150 -30", 10, SLATE, 'opacity=".6"'
    )
    man = group(
        figure(
            SLIPPING,
            turn=0.8,
            gaze=0.5,
            tilt=-12,
            neck=(-60, -560),
            hip=(-20, -350),
            near_arm=((20, -500), (104, -570)),
            far_arm=((60, -470), (150, -500)),
            near_leg=((-70, -190), (-150, -34)),
            far_leg=((80, -200), (130, -70)),
            toes=(1, 1),
            hands=("open", "open"),
        ),
        move=(230, 1040),
        scale=0.86,
    )
    return sheet(yard(wet=True), slope(wet=True), cart, cast(falling), marks, man, rain)


def trolley_after() -> str:
    man = group(
        figure(
            PORTER,
            turn=0.8,
            gaze=0.6,
            tilt=6,
            neck=(70, -560),
            hip=(-10, -350),
            near_arm=((70, -430), (214, -446)),
            far_arm=((150, -450), (240, -460)),
            near_leg=((60, -200), (40, -44)),
            far_leg=((-60, -190), (-130, -34)),
            toes=(1, 1),
        ),
        move=(306, 1030),
        scale=0.98,
    )
    return sheet(
        yard(),
        slope(),
        on_slope(shadow(0, 8, 380, 24, 0.4), trolley(True), x=930, scale=0.96),
        shadow(240, 1066, 190, 20, 0.35),
        man,
    )


def pedal() -> str:
    coils = "".join(
        line([(x, 438), (x + 20, 370)], 14, "#7e8d93") + line([(x + 20, 370), (x + 31, 438)], 14, SILVER)
        for x in range(350, 629, 31)
    )
    spring = (
        line([(290, 404), (330, 404), (350, 438)], 14, "#7e8d93")
        + coils
        + line([(660, 438), (676, 404)], 14, "#7e8d93")
    )
    anchor = box(250, 290, 70, 140, "url(#steel)", 14) + disc(286, 404, 16, SLATE)
    tyre = (
        cast(disc(1090, 720, 330, INK), disc(1090, 720, 232, SLATE), disc(1090, 720, 222, "url(#steel)"))
        + "".join(
            line(
                [(1090 + 90 * cos(a), 720 + 90 * sin(a)), (1090 + 196 * cos(a), 720 + 196 * sin(a))],
                38,
                "#8d9ca2",
            )
            for a in (n * pi / 3 + 0.3 for n in range(6))
        )
        + disc(1090, 720, 84, "url(#dark)")
        + disc(1090, 720, 34, STEEL)
        + curve("M844 540 A305 305 0 0 1 1000 430", 18, "#ffffff3a")
    )
    deck = (
        cast(box(120, 190, 1480, 110, "url(#teal)", 20))
        + box(120, 190, 1480, 24, "#ffffff3a", 12)
        + cast(shape("M980 300 L1200 300 L1150 730 L1030 730Z", "url(#steel)"))
        + disc(1090, 720, 56, "url(#dark)")
        + disc(1090, 720, 22, SILVER)
    )
    hanger = box(716, 280, 96, 260, "url(#steel)", 18)
    pad = cast(
        curve("M700 520 L704 660", 54, WINE),
        group(
            box(-46, -112, 60, 224, "url(#red)", 16),
            box(12, -104, 36, 208, "#3a2b25", 8),
            *(box(12, y, 36, 8, "#00000055") for y in (-60, -10, 40)),
            move=(712, 690),
            turn=5,
        ),
    )
    lever = (
        cast(
            curve("M684 404 L712 520 L570 740 L330 850", 54, "#a81f16"),
            group(
                box(-190, -36, 290, 72, "url(#red)", 26),
                *(box(-160 + n * 52, -26, 22, 52, "#0000002e", 8) for n in range(5)),
                move=(290, 868),
                turn=-14,
            ),
        )
        + disc(712, 520, 46, "url(#dark)")
        + disc(712, 520, 20, SILVER)
        + disc(684, 404, 20, SLATE)
    )
    cable = (
        curve("M470 786 Q420 560 520 500 Q600 460 560 300", 16, INK)
        + curve("M470 786 Q420 560 520 500 Q600 460 560 300", 5, "#ffffff50")
        + disc(470, 786, 18, SILVER)
    )
    arrow = curve("M170 760 Q140 680 184 590", 24, AMBER) + shape("M144 604 L204 512 L238 616Z", AMBER)
    return sheet(
        room(horizon=1030, sun=(640, 600), radius=440),
        shadow(1090, 1052, 330, 28, 0.45),
        anchor,
        spring,
        tyre,
        deck,
        hanger,
        pad,
        cable,
        lever,
        arrow,
    )
