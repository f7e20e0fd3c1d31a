# ruff: noqa: E501, INP001, PLR0913
# E501: a path's coordinates stay on one line; INP001: scripts, no package; PLR0913: a body has many joints.
"""People at work: bodies of seven heads' height, built on their joints. Faces are in ``faces.py``.

A figure stands with its feet about (0, 0) and its neck about (0, -590), in pixels before ``scale``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, sin

from faces import DEEP, Skin, face
from parts import Point, box, curve, group, oval, shape

SHADE = 'opacity=".13"'


def hull(points: Sequence[Point], widths: Sequence[float]) -> str:
    """The outline through circles of these widths: one path, all parts wound the same way."""
    d = ""
    for (x, y), w in zip(points, widths, strict=True):
        r = w / 2
        d += f"M{x - r:.1f} {y:.1f} a{r:.1f} {r:.1f} 0 1 1 {w:.1f} 0 a{r:.1f} {r:.1f} 0 1 1 {-w:.1f} 0Z"
    for n in range(len(points) - 1):
        (ax, ay), (bx, by) = points[n], points[n + 1]
        length = hypot(bx - ax, by - ay) or 1
        nx, ny = (by - ay) / length, (ax - bx) / length
        a, b = widths[n] / 2, widths[n + 1] / 2
        d += (
            f"M{ax + nx * a:.1f} {ay + ny * a:.1f}L{bx + nx * b:.1f} {by + ny * b:.1f}"
            f"L{bx - nx * b:.1f} {by - ny * b:.1f}L{ax - nx * a:.1f} {ay - ny * a:.1f}Z"
        )
    return d


def limb(points: Sequence[Point], widths: Sequence[float], colour: str) -> str:
    """An arm or a leg through its joints, shaded on the side away from the light."""
    mean = sum(widths) / len(widths)
    dim = hull([(x + mean * 0.15, y + mean * 0.13) for x, y in points], [w * 0.5 for w in widths])
    return shape(hull(points, widths), colour) + shape(dim, "#1c1410", SHADE)


def hand(at: Point, turn: float, size: float, skin: Skin, kind: str = "grip", glove: str = "") -> str:
    """A hand whose wrist is at ``at``, fingers towards ``turn`` degrees (0 right, 90 down)."""
    base, dark = (glove, "#00000033") if glove else (skin.base, skin.line)
    cuff = box(-12, -21, 16, 42, base, 7) + box(-12, -21, 16, 42, "#ffffff30", 7) if glove else ""
    if kind == "open":
        fingers = "".join(
            curve(f"M22 {y} L{length} {y * 1.5:.0f}", 11.5, base)
            for y, length in ((-14, 56), (-5, 64), (5, 62), (14, 52))
        )
        lines = "".join(curve(f"M38 {y} L52 {y * 1.4:.0f}", 2.2, dark) for y in (-9.5, 0, 9.5))
        shown = fingers + lines + curve("M8 -14 Q22 -36 40 -38", 12, base) + box(-4, -20, 40, 40, base, 15)
    elif kind == "flat":
        shown = shape("M-6 -17 Q20 -24 48 -14 Q66 -6 64 4 Q60 14 30 17 Q6 20 -6 17Z", base) + curve(
            "M4 -12 Q18 -30 38 -26", 11, base
        )
        shown += curve("M30 3 L58 3", 2.2, dark)
    else:
        shown = box(-6, -20, 44, 42, base, 17) + "".join(
            curve(f"M{30 - n} {-11 + n * 10} L{16 + n} {-11 + n * 10}", 2.4, dark) for n in range(3)
        )
        shown += curve("M4 -16 Q18 -27 32 -20", 12, base) + curve("M12 -13 Q20 -19 30 -15", 2.2, dark)
    return group(shown, cuff, move=at, turn=turn, scale=size)


@dataclass(frozen=True)
class Look:
    """What a figure wears, and its face (see ``faces.face``)."""

    shirt: str = "#23807d"
    trousers: str = "#2f3f4a"
    shoes: str = "#2a2320"
    sole: str = "#d0811f"
    skin: Skin = DEEP
    hat: str = "helmet"
    hat_colour: str = "#f0b23a"
    hair: str = "short"
    mood: str = "smile"
    glove: str = ""
    vest: str = ""
    apron: str = ""
    bare_arms: bool = False
    age: int = 35
    broad: float = 1.0
    glasses: bool = False
    moustache: bool = False


def boot(at: Point, toe: float, look: Look, turn: float = 0) -> str:
    """A shoe; ``at`` is the ankle, ``toe`` +1 right, -1 left, 0 towards us."""
    if not toe:
        drawn = shape("M-24 -22 L24 -22 L30 22 Q30 32 20 32 L-20 32 Q-30 32 -30 22Z", look.shoes) + box(
            -31, 26, 62, 9, look.sole, 4
        )
    else:
        drawn = shape("M-24 -26 L23 -26 L26 -2 Q60 2 62 28 L-26 28Z", look.shoes)
        drawn += shape("M-28 25 L64 25 L64 35 L-28 35Z", look.sole) + curve(
            "M26 -4 Q44 0 52 12", 4, "#ffffff30"
        )
    return f'<g transform="translate({at[0]} {at[1]}) rotate({turn}) scale({toe or 1} 1)">{drawn}</g>'


def torso(neck: Point, hip: Point, half: Point, look: Look) -> str:
    """A trunk between neck and hip; ``half`` is its half width at shoulders and at hips."""
    lean = degrees(atan2(hip[1] - neck[1], hip[0] - neck[0])) - 90
    tall = hypot(hip[0] - neck[0], hip[1] - neck[1])
    s, h = half
    d = (
        f"M{-s * 0.35:.0f} -8 Q{-s * 0.98:.0f} 4 {-s * 1.08:.0f} 52 Q{-s * 1.0:.0f} {tall * 0.5:.0f} {-h:.0f} {tall + 26:.0f} "
        f"Q0 {tall + 40:.0f} {h:.0f} {tall + 26:.0f} Q{s * 1.0:.0f} {tall * 0.5:.0f} {s * 1.08:.0f} 52 Q{s * 0.98:.0f} 4 {s * 0.35:.0f} -8Z"
    )
    drawn = shape(d, look.shirt)
    drawn += shape(
        f"M{s * 0.4:.0f} -6 Q{s * 0.98:.0f} 4 {s * 1.08:.0f} 52 Q{s * 1.0:.0f} {tall * 0.5:.0f} {h:.0f} {tall + 26:.0f} "
        f"Q{h * 0.6:.0f} {tall + 34:.0f} {h * 0.35:.0f} {tall + 34:.0f} Q{s * 0.75:.0f} {tall * 0.5:.0f} {s * 0.4:.0f} -6Z",
        "#1c1410",
        'opacity=".12"',
    )
    drawn += curve(f"M{-s * 0.3:.0f} -4 Q0 {24} {s * 0.3:.0f} -4", 9, "#ffffff40")
    if look.vest:
        drawn += shape(
            f"M{-s * 0.62:.0f} -4 L{-s * 0.24:.0f} 0 L0 {tall * 0.42:.0f} L{s * 0.24:.0f} 0 L{s * 0.62:.0f} -4 "
            f"Q{s * 0.98:.0f} {tall * 0.5:.0f} {h * 1.04:.0f} {tall + 10:.0f} L{-h * 1.04:.0f} {tall + 10:.0f} Q{-s * 0.98:.0f} {tall * 0.5:.0f} {-s * 0.62:.0f} -4Z",
            look.vest,
        )
        drawn += box(-h * 1.02, tall * 0.66, h * 2.04, 20, "#fff6dc") + "".join(
            box(x * s - 9, 6, 18, tall * 0.66, "#fff6dc") for x in (-0.52, 0.52)
        )
        drawn += curve(f"M0 {tall * 0.42:.0f} L0 {tall + 12:.0f}", 4, "#00000030")
    if look.apron:
        drawn += shape(
            f"M{-s * 0.55:.0f} 60 L{s * 0.55:.0f} 60 Q{s * 0.6:.0f} {tall * 0.6:.0f} {h * 1.02:.0f} {tall * 0.66:.0f} L{h * 1.15:.0f} {tall + 120:.0f} "
            f"L{-h * 1.15:.0f} {tall + 120:.0f} L{-h * 1.02:.0f} {tall * 0.66:.0f} Q{-s * 0.6:.0f} {tall * 0.6:.0f} {-s * 0.55:.0f} 60Z",
            look.apron,
        )
        drawn += curve(f"M{-s * 0.5:.0f} 62 Q{-s * 0.5:.0f} 20 {-s * 0.3:.0f} -4", 9, look.apron)
        drawn += curve(f"M{s * 0.5:.0f} 62 Q{s * 0.5:.0f} 20 {s * 0.3:.0f} -4", 9, look.apron)
        drawn += box(-s * 0.55, 60, s * 1.1, 9, "#ffffff40", 4)
    return group(drawn, move=neck, turn=lean)


def _arm(shoulder: Point, bend: tuple[Point, Point], look: Look, kind: str, far: bool) -> str:
    elbow, wrist = bend
    angle = degrees(atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
    sleeve = look.shirt
    fist = hand(wrist, angle, 1.0, look.skin, kind, look.glove)
    if look.bare_arms:
        drawn = limb([elbow, wrist], [36, 27], look.skin.base) + fist
        part = (shoulder[0] * 0.35 + elbow[0] * 0.65, shoulder[1] * 0.35 + elbow[1] * 0.65)
        drawn = limb([shoulder, elbow], [44, 36], look.skin.base) + drawn
        drawn += limb([shoulder, part], [54, 52], sleeve)
    else:
        short = (
            wrist[0] - 7 * cos(atan2(wrist[1] - elbow[1], wrist[0] - elbow[0])),
            wrist[1] - 7 * sin(atan2(wrist[1] - elbow[1], wrist[0] - elbow[0])),
        )
        drawn = fist + limb([shoulder, elbow, short], [54, 46, 37], sleeve)
        drawn += curve(f"M{elbow[0] - 8:.0f} {elbow[1] - 8:.0f} q8 6 14 14", 3, "#00000026")
    if far:  # further from the light
        return drawn + shape(hull([shoulder, elbow, wrist], [54, 46, 36]), "#1c1410", 'opacity=".14"')
    return drawn


def figure(
    look: Look,
    *,
    neck: Point = (0, -590),
    hip: Point = (0, -365),
    turn: float = 0,
    gaze: float | None = None,
    tilt: float = 0,
    near_arm: tuple[Point, Point] | None = None,
    far_arm: tuple[Point, Point] | None = None,
    near_leg: tuple[Point, Point] | None = None,
    far_leg: tuple[Point, Point] | None = None,
    toes: Point = (0, 0),
    hands: tuple[str, str] = ("grip", "grip"),
    held: str = "",
    front: bool | None = None,
    legs: bool = True,
) -> str:
    """A person. ``turn`` -1 faces left, 1 right; near limbs are the viewer's side, ``held`` lies under the near arm."""
    side = -1 if turn < 0 else 1
    near_arm = near_arm or ((-95 * side, -470), (-85 * side, -360))
    far_arm = far_arm or ((95 * side, -470), (85 * side, -360))
    near_leg = near_leg or ((-34 * side, -195), (-36 * side, -34))
    far_leg = far_leg or ((34 * side, -195), (36 * side, -34))
    wide = 74 - 26 * abs(turn)
    low = 54 - 12 * abs(turn)
    lean = atan2(hip[1] - neck[1], hip[0] - neck[0])
    down = (cos(lean) * 30, sin(lean) * 30)
    across = (sin(lean) * (wide - 16), -cos(lean) * (wide - 16))
    near = (neck[0] - side * across[0] + down[0], neck[1] - side * across[1] + down[1])
    far = (neck[0] + side * across[0] + down[0], neck[1] + side * across[1] + down[1])
    frontal = abs(turn) < 0.3 if front is None else front
    far_drawn = _arm(far, far_arm, look, hands[1], far=not frontal)
    drawn = "" if frontal else far_drawn
    if legs:
        feet = [near_leg[1], far_leg[1]]
        low_foot = max(y for _, y in feet) + 34
        left, right = min(x for x, _ in feet), max(x for x, _ in feet)
        under = oval(
            (left + right) / 2 + 16,
            low_foot,
            (right - left) / 2 + 88,
            13,
            "#2b1a0a",
            'opacity=".34" filter="url(#soft)"',
        )
        drawn = under + drawn
    if legs:
        for joints, toe, back in ((far_leg, toes[1], True), (near_leg, toes[0], False)):
            start = (hip[0] + (1 if back else -1) * side * low * 0.46, hip[1] + 12)
            drawn += boot(joints[1], toe, look) + limb([start, *joints], [64, 54, 44], look.trousers)
            if back:
                drawn += shape(hull([start, *joints], [64, 54, 44]), "#1c1410", 'opacity=".16"')
    throat = (neck[0] + tilt * 0.5 + turn * 8, neck[1] - 70)
    seen = turn if gaze is None else gaze
    drawn += limb([(neck[0], neck[1] + 14), throat], [44, 40], look.skin.shade)
    drawn += torso(neck, hip, (wide, low), look)
    drawn += group(face(look, seen), move=(throat[0] + turn * 6, throat[1] - 22), turn=tilt, scale=0.62)
    if frontal:
        drawn += far_drawn
    return drawn + held + _arm(near, near_arm, look, hands[0], far=False)
