# ruff: noqa: D103, E501, INP001
# D103: a hat's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Hats, drawn about the middle of a face (see ``faces.py``)."""

from __future__ import annotations

from parts import box, curve, disc, shape


def helmet(colour: str, gaze: float) -> str:
    g = gaze * 16
    return (
        shape("M-90 -36 C-92 -150 92 -150 90 -36 Q0 -54 -90 -36Z", colour)
        + shape("M30 -118 C72 -106 90 -76 90 -36 Q66 -42 44 -44 Q58 -84 30 -118Z", "#000", 'opacity=".12"')
        + shape(
            f"M{g - 17} -119 Q{g} -127 {g + 17} -119 L{g * 1.3 + 20} -45 Q{g} -50 {g * 1.3 - 20} -45Z",
            "#ffffff",
            'opacity=".3"',
        )
        + curve("M-70 -66 Q-62 -100 -34 -110", 7, "#ffffff", 'opacity=".65"')
        + shape(
            f"M-94 -40 Q0 -64 94 -40 Q{100 + g} -30 {96 + g} -24 Q0 -48 {-96 + g} -24 Q{-100 + g} -30 -94 -40Z",
            colour,
        )
        + curve(f"M{-94 + g} -25 Q0 -49 {94 + g} -25", 5, "#000", 'opacity=".2"')
        + shape("M-72 -32 Q0 -52 72 -32 L70 -16 Q0 -36 -70 -16Z", "#5c2a12", 'opacity=".22"')
        + curve("M-76 -20 Q-70 60 -36 92 M76 -20 Q70 60 36 92", 3.4, "#2a2320", 'opacity=".5"')
    )


def hair_cap(colour: str) -> str:
    folds = "".join(
        curve(f"M{n * 28} {-62 + abs(n) * 6} q{n * 9} -28 {n * 3} -50", 4, "#000", 'opacity=".13"')
        for n in (-2, -1, 0, 1, 2)
    )
    return (
        shape("M-84 -30 C-132 -84 -80 -146 0 -140 C80 -146 132 -84 84 -30 Q0 -72 -84 -30Z", colour)
        + shape("M40 -134 C100 -126 118 -76 84 -30 Q66 -44 44 -52 Q82 -90 40 -134Z", "#000", 'opacity=".1"')
        + folds
        + curve("M-82 -31 Q0 -74 82 -31", 9, "#ffffff", 'opacity=".55"')
        + curve("M-66 -96 Q-52 -120 -24 -126", 7, "#ffffff", 'opacity=".6"')
    )


def soft_cap(colour: str, gaze: float) -> str:
    g = gaze * 46
    return (
        shape("M-84 -34 C-88 -134 88 -134 84 -34 Q0 -56 -84 -34Z", colour)
        + shape("M30 -104 C66 -94 84 -70 84 -34 Q64 -42 42 -45 Q54 -76 30 -104Z", "#000", 'opacity=".14"')
        + shape(
            f"M{-70 + g} -42 Q{g} -58 {70 + g} -42 Q{92 + g} -22 {78 + g} -14 Q{g} -38 {-78 + g} -14 Q{-92 + g} -22 {-70 + g} -42Z",
            colour,
        )
        + curve(f"M{-78 + g} -16 Q{g} -40 {78 + g} -16", 5, "#000", 'opacity=".22"')
        + disc(gaze * 8, -108, 6, colour)
    )


def palm_leaf_hat() -> str:
    """A palm-leaf hat, seen a little from above."""
    rings = "".join(
        curve(f"M{-x} {y} Q0 {y + 24 + x * 0.06} {x} {y}", 2.6, "#b98f45", 'opacity=".55"')
        for x, y in ((32, -128), (66, -100), (100, -72), (134, -45))
    )
    return (
        shape("M0 -164 L160 -32 Q0 22 -160 -32Z", "#efd8a0")
        + shape("M0 -164 L160 -32 Q120 -8 50 -2Z", "#8a6222", 'opacity=".2"')
        + rings
        + shape("M-76 -14 Q0 6 76 -14 L72 10 Q0 -8 -72 10Z", "#5c2a12", 'opacity=".2"')
        + curve("M-70 -8 Q-60 84 0 108 Q60 84 70 -8", 4, "#a83a22")
    )


def mask_up(colour: str, gaze: float) -> str:
    """A welder's mask, pushed up."""
    g = gaze * 14
    return (
        shape(f"M{-70 + g} -150 Q{g} -176 {70 + g} -150 L{84 + g} -64 Q{g} -40 {-84 + g} -64Z", colour)
        + shape(f"M{-46 + g} -132 L{46 + g} -132 L{50 + g} -100 L{-50 + g} -100Z", "#142a2e")
        + shape(f"M{-40 + g} -128 L{4 + g} -128 L{-14 + g} -104 L{-44 + g} -104Z", "#5faea8", 'opacity=".5"')
        + curve("M-82 -26 Q0 -60 82 -26", 10, "#2a2320")
    )


def visor(gaze: float) -> str:
    """A welder's mask, down over the face."""
    g = gaze * 26
    return (
        shape(
            f"M{-84 + g * 0.4} -84 Q{g * 0.6} -124 {84 + g * 0.4} -84 L{88 + g} 40 Q{60 + g} 112 {g} 124 Q{-60 + g} 112 {-84 + g} 40Z",
            "#39474f",
        )
        + shape(
            f"M{30 + g} -100 L{84 + g * 0.4} -84 L{88 + g} 40 Q{60 + g} 112 {g} 124 Q{56 + g} 60 {30 + g} -100Z",
            "#000",
            'opacity=".18"',
        )
        + box(-52 + g, -36, 104, 50, "#142a2e", 8)
        + box(-44 + g, -28, 88, 34, "#ffd978", 5, 'opacity=".8"')
        + curve(f"M{-70 + g} -70 L{-70 + g} 40", 7, "#ffffff", 'opacity=".22"')
    )
