# ruff: noqa: D103, E501, INP001
# D103: a thing's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""A container quay: cranes, containers, twist-locks, the cart. All invented."""

from __future__ import annotations

from parts import INK, SLATE, WHITE, YELLOW, box, cast, curve, disc, group, line, oval, shape
from things import cloud, wheel


def crane(x: float, foot: float, s: float, colour: str) -> str:
    """A quay crane seen from afar."""
    legs = (
        box(-70, -330, 16, 330, colour)
        + box(70, -330, 16, 330, colour)
        + box(-74, -210, 164, 14, colour)
        + box(-260, -346, 470, 18, colour)
        + line([(0, -346), (20, -450)], 10, colour)
        + line([(-250, -344), (18, -448), (200, -344)], 4, colour)
        + line([(-54, -200), (70, -330)], 6, colour)
        + box(-120, -330, 30, 26, colour)
        + line([(-105, -304), (-105, -210)], 3, colour)
    )
    return group(legs, move=(x, foot), scale=s)


def stack(x: float, y: float, rows: tuple[tuple[str, ...], ...], w: float = 150, h: float = 66) -> str:
    """Containers end to end, from the ground up; (x, y) is the lower left corner."""
    drawn = ""
    for level, colours in enumerate(rows):
        for n, colour in enumerate(colours):
            left, top = x + n * (w + 5), y - (level + 1) * h
            drawn += box(left, top, w, h - 4, colour, 2) + "".join(
                box(left + 6 + k * (w - 12) / 9, top + 6, 4, h - 16, "#00000020") for k in range(9)
            )
            drawn += box(left, top, w, 6, "#ffffff38")
    return drawn


def quay() -> str:
    far = (
        crane(1180, 640, 0.95, "#7f9aa3")
        + crane(1470, 640, 0.8, "#93abb1")
        + crane(250, 650, 1.05, "#8aa3aa")
    )
    ship = (
        shape("M-40 560 L560 560 L520 660 L-40 660Z", "#7c3a2b")
        + box(-40, 552, 600, 12, "#c9a77b")
        + stack(10, 552, (("#2f6685", "#b9561a", "#23807d"), ("#8c2f1b", "#d0811f"), ("#5b93ad",)), 150, 52)
        + box(478, 440, 60, 114, WHITE)
        + box(486, 452, 44, 14, SLATE)
    )
    yard = stack(
        1010,
        700,
        (
            ("#23807d", "#8c2f1b", "#d0811f", "#2f6685"),
            ("#b9561a", "#2f6685", "#23807d", "#8c2f1b"),
            ("#d9775a", "#23807d"),
        ),
        170,
        74,
    )
    ground = (
        box(0, 690, 1600, 510, "url(#quay)")
        + shape("M0 690 L1600 690 L1600 706 L0 706Z", "#fff3d8", 'opacity=".4"')
        + shape("M0 1128 L1600 1094 L1600 1118 L0 1154Z", YELLOW, 'opacity=".85"')
        + "".join(
            curve(f"M{x} 700 L{x * 1.5 - 420} 1200", 3, "#8d744e", 'opacity=".35"')
            for x in range(0, 1700, 280)
        )
        + curve("M0 860 L1600 844", 3, "#8d744e", 'opacity=".35"')
    )
    return (
        box(0, 0, 1600, 720, "url(#morning)")
        + disc(900, 420, 300, "url(#glow)")
        + cloud(330, 160, 1.1)
        + cloud(1330, 120, 0.9)
        + box(0, 640, 1600, 60, "#4f9a9c")
        + far
        + ship
        + yard
        + ground
    )


def lock(x: float, y: float, s: float = 1, turn: float = 0) -> str:
    """A semi-automatic twist-lock, about 120 high: cone, flange, cone, wire with a knob."""
    return group(
        curve("M26 8 Q64 10 70 40", 7, SLATE),
        disc(72, 46, 11, "#dd7428"),
        shape("M-26 -16 L-22 -46 Q-12 -64 0 -64 Q12 -64 22 -46 L26 -16Z", "url(#steel)"),
        box(-42, -18, 84, 30, "url(#dark)", 8),
        box(-42, -18, 84, 9, "#ffffff30", 5),
        shape("M-24 12 L24 12 L18 36 L28 44 Q18 62 0 62 Q-18 62 -28 44 L-18 36Z", "url(#steel)"),
        move=(x, y),
        turn=turn,
        scale=s,
    )


def hung_container() -> str:
    """A container's end, lifted to chest height; its lower left corner is at (640, 640)."""
    bars = "".join(
        box(x, -20, 18, 640, "#6e2212", 6)
        + "".join(box(x - 10, y, 38, 26, "#5c1b0e", 5) for y in (120, 330, 520))
        for x in (760, 900, 1130, 1270)
    )
    ribs = "".join(box(690 + n * 62, -20, 12, 620, "#00000016") for n in range(12))
    return cast(
        box(640, -40, 780, 690, "url(#brick)", 6),
        ribs,
        box(1022, -40, 10, 640, "#4b1409"),
        bars,
        box(640, 600, 780, 54, "#6e2212", 6),
        box(632, 584, 70, 76, "#4b1409", 8),
        box(1358, 584, 70, 76, "#4b1409", 8),
        oval(667, 628, 17, 12, INK),
        oval(1393, 628, 17, 12, INK),
        box(640, -40, 22, 690, "#ffffff26"),
    )


def cart(filled: int = 9) -> str:
    """The cart: a sloping rack at hip height, wheels' contact at y = 0, from x = -270 to 290, handle at the right."""
    back = line([(250, -120), (262, -380), (330, -404)], 20, SLATE)
    frame = (
        line([(-230, -90), (-230, -330)], 20, "#176361")
        + line([(240, -90), (240, -360)], 20, "#176361")
        + box(-262, -112, 524, 30, "url(#teal)", 8)
        + line([(-230, -110), (240, -330)], 9, "#176361")
    )
    trays = ""
    for level, y in enumerate((-150, -246, -342)):
        row = "".join(lock(-180 + n * 128, y - 26, 0.82) for n in range(4) if level * 4 + n < filled)
        trays += (
            row
            + cast(shape(f"M-254 {y - 8} L254 {y - 24} L254 {y + 22} L-254 {y + 38}Z", "url(#teal)"))
            + shape(f"M-254 {y - 8} L254 {y - 24} L254 {y - 14} L-254 {y + 2}Z", "#ffffff40")
        )
        trays += (
            "".join(
                shape(f"M{-244 + n * 70} {y + 22 - n * 2} l34 -22 l22 0 l-34 22Z", YELLOW, 'opacity=".9"')
                for n in range(7)
            )
            if level == 2
            else ""
        )
    lamp = box(-246, -392, 34, 44, "#dd7428", 8) + box(-240, -386, 12, 32, "#ffffff70", 5)
    return back + frame + trays + lamp + wheel(-190, -46, 46) + wheel(200, -46, 46)
