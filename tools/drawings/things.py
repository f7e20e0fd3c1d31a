# ruff: noqa: D103, E501, INP001
# D103: a thing's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Things that several scenes share: boxes, wheels, trolleys, clouds, plants."""

from __future__ import annotations

from parts import INK, RED, SLATE, STEEL, WHITE, WINE, box, curve, disc, group, line, shape


def carton(x: float, y: float, w: float, h: float) -> str:
    """A cardboard box."""
    return (
        box(x, y, w, h, "url(#card)", 6)
        + box(x, y, w, h * 0.16, "#ffffff30", 6)
        + box(x + w * 0.42, y, w * 0.16, h, "#f0cf97")
        + box(x + w * 0.08, y + h * 0.62, w * 0.2, h * 0.2, "#8d5b2766", 4)
        + box(x + w - 12, y, 12, h, "#00000018", 4)
    )


def wheel(x: float, y: float, r: float) -> str:
    return (
        disc(x, y, r, INK)
        + disc(x, y, r * 0.66, STEEL)
        + disc(x, y, r * 0.6, "url(#steel)")
        + disc(x, y, r * 0.2, SLATE)
    )


def trolley(brake: bool, boxes: int = 3) -> str:
    """A trolley on level ground, wheels' contact at y = 0, deck from x = -300 to 300, handle at the left."""
    parts = line([(-300, -110), (-350, -480), (-410, -490)], 24, SLATE) + line(
        [(-330, -330), (-300, -330)], 14, SLATE
    )
    loads = ((-240, -280, 250, 170), (20, -310, 250, 200), (-150, -440, 270, 160))
    parts += "".join(carton(*load) for load in loads[:boxes])
    parts += box(-320, -112, 640, 34, "url(#teal)", 12) + box(-320, -112, 640, 10, "#ffffff40", 6)
    for x in (-220, 220):
        parts += shape(f"M{x - 34} -80 L{x + 34} -80 L{x + 14} -46 L{x - 14} -46Z", SLATE) + wheel(x, -50, 50)
    if brake:
        parts += line([(-262, -88), (-300, -60), (-372, -54)], 16, WINE)
        parts += box(-428, -76, 84, 26, "url(#red)", 10) + shape(
            "M-286 -92 q-24 34 -10 62 l26 -8 q-8 -24 6 -48Z", RED
        )
    return parts


def cloud(x: float, y: float, s: float = 1, opacity: float = 0.85) -> str:
    """A flat-bottomed tropical cloud."""
    return group(
        shape(
            "M-150 30 Q-170 -14 -118 -22 Q-104 -74 -44 -62 Q-10 -104 44 -70 Q104 -78 110 -24 Q164 -20 150 30Z",
            WHITE,
        ),
        shape("M-150 30 Q-162 2 -134 -12 Q-40 12 150 8 Q156 20 150 30Z", "#f3d9b0", 'opacity=".55"'),
        move=(x, y),
        scale=s,
        extra=f'opacity="{opacity}"',
    )


def palm(x: float, y: float, s: float = 1, lean: float = 30) -> str:
    """A coconut palm, its foot at (x, y), about 520 high."""
    trunk = shape(
        f"M-16 0 Q{lean * 0.2:.0f} -260 {lean - 8:.0f} -440 L{lean + 12:.0f} -440 Q{lean * 0.5 + 20:.0f} -250 18 0Z",
        "#8a6a4a",
    )
    rings = "".join(
        curve(f"M{-12 + lean * (n / 9) ** 1.5:.0f} {-n * 48} q14 6 26 0", 3, "#5f4630", 'opacity=".5"')
        for n in range(1, 9)
    )
    leaves = "".join(
        group(
            shape("M0 0 Q70 -64 190 -18 Q220 0 234 46 Q170 4 110 6 Q46 8 0 10Z", c),
            curve("M4 2 Q90 -30 210 20", 3, "#ffffff30"),
            move=(lean, -440),
            turn=t,
        )
        for t, c in (
            (-70, "#2f7a58"),
            (-20, "#3d8a60"),
            (24, "#2f7a58"),
            (-120, "#1f5a48"),
            (-165, "#2f7a58"),
            (150, "#1f5a48"),
            (-200, "#3d8a60"),
        )
    )
    nuts = "".join(disc(lean + a, -426 + b, 13, "#c9a24a") for a, b in ((-14, 4), (8, 10), (20, -4)))
    return group(trunk, rings, leaves, nuts, move=(x, y), scale=s)
