# ruff: noqa: E501, INP001
# E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Faces, hair and what people wear on their heads, about (0, 0): the face is 150 wide, chin at 104."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hats import hair_cap, helmet, mask_up, palm_leaf_hat, soft_cap, visor
from parts import HAIR, SLATE, WHITE, box, curve, disc, oval, shape

if TYPE_CHECKING:  # a figure's look holds a skin, a face is made from a look
    from figures import Look


@dataclass(frozen=True)
class Skin:
    """A skin's tones: lit, shaded, the line that draws a nose, lips."""

    base: str
    shade: str
    line: str
    lips: str


FAIR = Skin("#efc19b", "#d79c74", "#b97a55", "#b0503f")
DEEP = Skin("#e2ab80", "#c58a5f", "#a56d45", "#9c4534")
BROWN = Skin("#cf9468", "#ad734a", "#8a5735", "#8a3c2c")
GREY = "#6f6a68"


def _eye(x: float, look: Look, side: int) -> str:
    ink = "#2a1f1b"
    brow = GREY if look.age > 50 else HAIR
    lift = {"worried": -7, "effort": 4}.get(look.mood, 0)
    slant = {"worried": -6, "effort": 6}.get(look.mood, 0)
    thick = 8.5 if look.hair == "short" else 6
    drawn = curve(
        f"M{x - side * 15} {-19 + lift + slant} Q{x + side * 2} {-29 + lift} {x + side * 17} {-20 + lift}",
        thick,
        brow,
    )
    if look.mood == "laugh":
        return drawn + curve(f"M{x - 12} 6 Q{x} -8 {x + 12} 6", 6.5, ink)
    drawn += oval(x, 4, 12.5, 8.5, "#fffaf2") + oval(x, 4, 7.4, 8.6, ink) + disc(x - 2.4, 0.5, 2.5, WHITE)
    lid = curve(f"M{x - 13} 3 Q{x} -10 {x + 13} 2", 4.6, ink)
    lash = curve(f"M{x + side * 12} 1 l{side * 6} -4", 3.6, ink) if look.hair != "short" else ""
    return drawn + lid + lash + curve(f"M{x - 9} 16 Q{x} 20 {x + 9} 16", 2.4, look.skin.line, 'opacity=".55"')


def _mouth(x: float, look: Look) -> str:
    lips = look.skin.lips
    if look.mood in {"laugh", "grin"}:
        return (
            shape(
                f"M{x - 26} 54 Q{x} 62 {x + 26} 54 Q{x + 20} 84 {x} 84 Q{x - 20} 84 {x - 26} 54Z", "#7a2a22"
            )
            + shape(f"M{x - 22} 57 Q{x} 64 {x + 22} 57 Q{x + 19} 68 {x} 69 Q{x - 19} 68 {x - 22} 57Z", WHITE)
            + curve(f"M{x - 28} 53 Q{x} 62 {x + 28} 53", 4, lips)
        )
    if look.mood == "worried":
        return oval(x, 68, 10, 9, "#7a2a22") + curve(f"M{x - 11} 61 Q{x} 56 {x + 11} 61", 4, lips)
    if look.mood == "effort":
        return curve(f"M{x - 16} 66 Q{x} 60 {x + 16} 66", 5, lips)
    smile = curve(f"M{x - 21} 59 Q{x} 76 {x + 21} 59", 5.4, lips)
    return smile + curve(f"M{x - 8} 80 Q{x} 84 {x + 8} 80", 3, look.skin.shade)


def _visage(look: Look, gaze: float) -> str:
    """Ears, face, features; the far side narrows as the head turns."""
    dx, skin = gaze * 25, look.skin
    left, right = 76 - max(0.0, -gaze) * 9, 76 - max(0.0, gaze) * 9
    chin = gaze * 13
    outline = (
        f"M{-left} -40 Q{-left - 2} 26 {-left + 14} 56 Q{chin - 34} 106 {chin} 106 "
        f"Q{chin + 34} 106 {right - 14} 56 Q{right + 2} 26 {right} -40 Q{right} -96 0 -98 Q{-left} -96 {-left} -40Z"
    )
    drawn = ""
    for side in (-1, 1):
        ahead = gaze * side  # > 0: this ear is on the far side
        if ahead < 0.3:
            x = side * (78 + 20 * min(0.0, ahead) * 0.5)
            drawn += oval(x, 10, 14, 21, skin.base) + oval(x + side * 1, 11, 7, 12, skin.shade)
    drawn += shape(outline, skin.base)
    drawn += shape(
        f"M{right} -40 Q{right + 2} 26 {right - 14} 56 Q{chin + 34} 106 {chin} 106 Q{chin - 12} 106 {chin - 22} 100 "
        f"Q{right - 34} 92 {right - 26} 20 Q{right - 20} -40 {right - 22} -70Z",
        skin.shade,
        'opacity=".42"',
    )
    for side in (-1, 1):
        drawn += oval(
            dx + side * (44 - 14 * max(0.0, gaze * side)),
            40,
            16 - 5 * max(0.0, gaze * side),
            11,
            "#d9653f",
            'opacity=".2"',
        )
        drawn += _eye(dx + side * (33 - 3 * abs(gaze)), look, side)
    tip = dx * 1.42
    drawn += shape(
        f"M{dx * 1.1 + 4} 2 Q{tip + 13} 26 {tip + 12} 34 Q{tip + 2} 43 {tip - 9} 36 Q{tip + 3} 34 {dx * 1.1 + 4} 2Z",
        skin.shade,
        'opacity=".85"',
    )
    drawn += curve(f"M{tip - 10} 36 Q{tip} 43 {tip + 11} 36", 3.4, skin.line)
    drawn += _mouth(dx * 1.12, look)
    if look.age > 50:
        drawn += "".join(
            curve(
                f"M{dx * 1.1 + s * 26} 38 Q{dx * 1.1 + s * 38} 48 {dx * 1.1 + s * 36} 62",
                3,
                skin.line,
                'opacity=".6"',
            )
            + curve(
                f"M{dx + s * 52} 0 l{s * 9} -4 M{dx + s * 52} 7 l{s * 9} 3", 2.4, skin.line, 'opacity=".6"'
            )
            for s in (-1, 1)
        )
    return drawn


def _hair(look: Look, gaze: float) -> tuple[str, str]:
    """Hair behind the face, and in front of it."""
    colour = GREY if look.age > 50 else HAIR
    back = oval(-gaze * 10, -22, 84, 84, colour)
    if look.hair == "bun":
        back += disc(-gaze * 58, 44 if look.hat != "none" else -84, 34, colour)
    if look.hair == "long":
        back += "".join(
            shape(f"M{s * 78} -40 Q{s * 94} 60 {s * 76} 124 L{s * 46} 130 Q{s * 62} 76 {s * 52} 20Z", colour)
            for s in (-1, 1)
        )
    if look.hair == "pony":
        s = -1 if gaze > 0 else 1
        back += shape(f"M{s * 60} -10 Q{s * 128} 20 {s * 104} 130 Q{s * 88} 60 {s * 60} 60Z", colour)
    front = ""
    if look.hair == "short":
        front = "".join(
            shape(f"M{s * 79} -50 L{s * 79} 6 Q{s * 70} -6 {s * 66} -50Z", colour) for s in (-1, 1)
        )
        if look.hat == "none":
            front += shape(
                f"M-80 -20 Q-92 -108 0 -112 Q92 -108 80 -20 Q72 -52 {46 + gaze * 10} -62 Q{gaze * 20} -44 {-40 + gaze * 10} -64 Q-72 -52 -80 -20Z",
                colour,
            ) + curve("M-52 -86 Q-30 -102 0 -102", 5, "#ffffff22")
    else:
        front = "".join(
            shape(f"M{s * 80} -54 Q{s * 90} 0 {s * 80} 34 Q{s * 68} 10 {s * 60} -54Z", colour)
            for s in (-1, 1)
        )
        if look.hat == "none":
            front += shape(
                f"M-84 10 Q-98 -108 0 -112 Q98 -108 84 10 Q78 -34 {24 + gaze * 16} -70 Q{-40 + gaze * 10} -40 -74 -20 Q-80 -8 -84 10Z",
                colour,
            ) + curve("M-56 -80 Q-34 -100 0 -102", 5, "#ffffff26")
    return back, front


def _worn(look: Look, gaze: float) -> str:
    """Glasses, a moustache."""
    dx, drawn = gaze * 25, ""
    if look.moustache:
        x, colour = dx * 1.2, GREY if look.age > 50 else HAIR
        drawn += shape(
            f"M{x - 27} 53 Q{x - 14} 42 {x} 47 Q{x + 14} 42 {x + 27} 53 Q{x + 12} 52 {x} 52 Q{x - 12} 52 {x - 27} 53Z",
            colour,
        )
    if look.glasses:
        for side in (-1, 1):
            x = dx + side * (33 - 3 * abs(gaze))
            drawn += f'<rect x="{x - 22}" y="-12" width="44" height="34" rx="14" fill="#ffffff" fill-opacity=".16" stroke="#3a2b25" stroke-width="4"/>'
            drawn += curve(f"M{x + side * 22} -2 L{side * 74} -8", 4, "#3a2b25")
        drawn += curve(f"M{dx - 9} 0 Q{dx} -6 {dx + 9} 0", 4, "#3a2b25")
    return drawn


def face(look: Look, gaze: float = 0) -> str:
    """A head with its hair and hat; ``gaze`` -1 looks left, 1 right."""
    back, front = _hair(look, gaze)
    drawn = back + _visage(look, gaze) + _worn(look, gaze) + front
    colour = look.hat_colour
    if look.hat in {"helmet", "shield"}:
        drawn += helmet(colour, gaze)
        if look.hat == "shield":
            drawn += shape("M-92 -44 Q0 -66 92 -44 L98 96 Q0 128 -98 96Z", "#dff2f0", 'opacity=".34"')
            drawn += curve("M-74 -20 L-80 80", 7, "#ffffff", 'opacity=".6"')
    elif look.hat == "puff":
        drawn += hair_cap(colour)
    elif look.hat in {"cap", "lamp"}:
        drawn += soft_cap(colour, gaze)
        if look.hat == "lamp":
            drawn += disc(gaze * 40, -70, 22, SLATE) + disc(gaze * 40, -70, 15, "#fff6cf")
    elif look.hat == "cone":
        drawn += palm_leaf_hat()
    elif look.hat == "mask":
        drawn += mask_up(colour, gaze)
    elif look.hat == "visor":
        drawn += visor(gaze)
    elif look.hat == "scarf":
        drawn += shape("M-88 -10 Q-98 -116 0 -118 Q98 -116 88 -10 Q60 -66 0 -68 Q-60 -66 -88 -10Z", colour)
        drawn += curve("M-60 -88 Q-40 -104 -10 -106", 6, "#ffffff", 'opacity=".5"')
        drawn += box(-4, -118, 8, 50, "#ffffff", 4, 'opacity=".18"')
    return f'<g transform="scale({look.broad} 1)">{drawn}</g>'
