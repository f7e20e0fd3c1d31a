# ruff: noqa: D103, E501, INP001
# D103: a thing's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""The fishing harbour of the litter raft's pictures and what drifts there. All invented."""

from __future__ import annotations

from math import cos, pi, sin

from parts import INK, RED, WHITE, YELLOW, box, curve, disc, group, line, oval, shape
from things import cloud, palm


def boat(x: float, y: float, s: float = 1, hull: str = "#2f6685", mirrored: bool = False) -> str:
    """A wooden fishing boat; (x, y) is the middle of its waterline."""
    drawn = (
        shape(
            "M-290 -70 Q-120 -40 120 -46 Q220 -56 300 -120 Q280 -40 230 10 L-230 10 Q-280 -20 -290 -70Z", hull
        )
        + shape(
            "M-290 -70 Q-120 -40 120 -46 Q220 -56 300 -120 L296 -100 Q220 -38 120 -28 Q-120 -22 -286 -52Z",
            RED,
        )
        + shape("M-262 -16 L262 -16 L230 10 L-230 10Z", "#00000026")
        + oval(222, -66, 22, 14, WHITE, 'transform="rotate(-24 222 -66)"')
        + disc(226, -66, 9, INK)
        + box(-210, -190, 170, 136, "#f3e3c0", 6)
        + "".join(box(-196 + n * 52, -168, 38, 44, "#3f6f7c", 4) for n in range(3))
        + box(-226, -206, 202, 20, "#23807d", 6)
        + line([(40, -50), (40, -300)], 8, "#6e4a22")
        + line([(40, -280), (220, -100)], 3, "#6e4a22")
        + line([(40, -280), (-120, -200)], 3, "#6e4a22")
        + "".join(
            disc(a, -60 - n % 2 * 16, 19, c)
            for n, (a, c) in enumerate(((-10, "#dd7428"), (80, "#23807d"), (110, "#dd7428")))
        )
    )
    flag = shape("M40 -300 L100 -296 L98 -256 L40 -258Z", "#c0392b") + shape(
        "M"
        + " L".join(
            f"{69 + (12 if k % 2 == 0 else 5) * sin(k * pi / 5):.1f} {-277 - (12 if k % 2 == 0 else 5) * cos(k * pi / 5):.1f}"
            for k in range(10)
        )
        + "Z",
        "#f7d33f",
    )
    turned = f'<g transform="scale(-1 1)">{drawn}</g>' if mirrored else drawn + flag
    return group(
        turned,
        shape("M-230 12 Q0 40 230 12 Q0 22 -230 12Z", "#ffffff", 'opacity=".35"'),
        move=(x, y),
        scale=s,
    )


def bottle(x: float, y: float, turn: float = 0, s: float = 1, colour: str = "#bfe3e6") -> str:
    return group(
        box(-44, -15, 66, 30, colour, 9),
        shape("M20 -15 Q40 -12 44 -6 L44 6 Q40 12 20 15Z", colour),
        box(44, -8, 12, 16, RED, 3),
        box(-30, -15, 26, 30, "#ffffff90"),
        move=(x, y),
        turn=turn,
        scale=s,
    )


def bag(x: float, y: float, s: float = 1, colour: str = "#f3f0e6") -> str:
    return group(
        shape("M-50 10 Q-56 -26 -20 -30 Q-14 -48 0 -34 Q12 -48 20 -30 Q56 -24 50 10 Q0 26 -50 10Z", colour),
        curve("M-20 -26 Q-10 -6 -24 6 M16 -26 Q12 -6 26 4", 3, "#00000022"),
        move=(x, y),
        scale=s,
    )


def litter(spots: tuple[tuple[float, float, float], ...]) -> str:
    """Bottles, bags, foam boxes and cans by turns at (x, y, scale)."""
    drawn = ""
    for n, (x, y, s) in enumerate(spots):
        ring = oval(x, y + 12 * s, 64 * s, 10 * s, "#0e3f42", 'opacity=".25"')
        kind = n % 4
        if kind == 0:
            drawn += ring + bottle(x, y, (n * 47) % 60 - 30, s)
        elif kind == 1:
            drawn += ring + bag(x, y, s, "#e6efe9" if n % 3 else "#e8a0a0")
        elif kind == 2:
            drawn += ring + group(
                box(-46, -26, 92, 40, WHITE, 5),
                box(-46, -26, 92, 12, "#00000014"),
                move=(x, y),
                turn=(n * 31) % 24 - 12,
                scale=s,
            )
        else:
            drawn += ring + bottle(x, y, (n * 53) % 90 - 45, s, "#8fc48a")
    return drawn


def harbour(calm: bool = True) -> str:
    """The river mouth at early morning, water below y = 620."""
    sky = box(0, 0, 1600, 700, "url(#morning)") if calm else box(0, 0, 1600, 700, "url(#drizzle)")
    sun = disc(1150, 430, 330, "url(#glow)") if calm else ""
    hills = shape("M0 620 Q160 470 380 540 Q560 420 800 560 L800 640 L0 640Z", "#5f8f8c") + shape(
        "M560 640 Q820 500 1060 580 Q1280 520 1600 600 L1600 640Z", "#7fa89f"
    )
    bank = shape("M0 626 Q300 596 620 628 L620 660 L0 668Z", "#2f6a58") + "".join(
        oval(x, y, r * 1.2, r, c)
        for x, y, r, c in (
            (40, 590, 70, "#2f7a58"),
            (150, 604, 52, "#3d8a60"),
            (250, 596, 60, "#2f6a58"),
            (380, 612, 46, "#3d8a60"),
            (500, 614, 40, "#2f7a58"),
        )
    )
    water = box(0, 640, 1600, 560, "url(#sea)" if calm else "#6f8f8a") + "".join(
        curve(f"M{x} {y} q{w / 4} -10 {w / 2} 0 q{w / 4} 10 {w / 2} 0", 5, "#ffffff", f'opacity="{o}"')
        for x, y, w, o in (
            (60, 700, 120, 0.4),
            (380, 690, 90, 0.35),
            (700, 716, 130, 0.4),
            (1010, 694, 100, 0.4),
            (1330, 712, 130, 0.4),
            (190, 800, 170, 0.3),
            (560, 840, 180, 0.3),
            (1180, 820, 190, 0.3),
            (1440, 900, 160, 0.25),
            (90, 960, 200, 0.25),
            (760, 1010, 220, 0.22),
            (1220, 1080, 220, 0.2),
            (300, 1120, 240, 0.2),
        )
    )
    glint = (
        oval(1150, 700, 240, 26, "#fff0c0", 'opacity=".45"')
        + oval(1150, 780, 150, 14, "#fff0c0", 'opacity=".3"')
        if calm
        else ""
    )
    return (
        sky
        + sun
        + cloud(330, 170, 1.2)
        + cloud(820, 110, 0.8)
        + hills
        + bank
        + palm(90, 620, 0.62, 40)
        + palm(300, 620, 0.5, -26)
        + water
        + glint
    )


def basket_boat(x: float, y: float, s: float = 1) -> str:
    """A round boat of woven bamboo, its rim's middle at (x, y)."""
    weave = "".join(
        curve(
            f"M{-190 + n * 42} {4 + (1 - ((n - 4.5) / 4.5) ** 2) * 20:.0f} Q{-170 + n * 38} 70 {-130 + n * 29} 108",
            4,
            "#6e4a22",
            'opacity=".5"',
        )
        for n in range(10)
    )
    return group(
        shape("M-206 0 Q-190 120 0 126 Q190 120 206 0Z", "#a97a3f"),
        shape("M60 124 Q190 110 206 0 L120 20 Q110 90 60 124Z", "#00000026"),
        weave,
        f'<ellipse cx="0" cy="0" rx="206" ry="34" fill="#6e4a22"/><ellipse cx="0" cy="0" rx="206" ry="34" fill="none" stroke="{YELLOW}" stroke-width="13"/>',
        move=(x, y),
        scale=s,
    )
