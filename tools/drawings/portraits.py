# ruff: noqa: D103, E501, INP001
# D103: a picture's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""Portraits of the invented people: head and shoulders on a sheet of 1200 × 1200. They show no real person."""

from __future__ import annotations

from faces import BROWN, DEEP, FAIR, Skin
from figures import Look, figure
from hotel_scenes import clip
from parts import CORAL, PINE, box, cast, curve, disc, group, line, shape, sheet
from quay import crane, lock, stack
from things import palm


def backdrop(tint: str, ring: str, *behind: str) -> str:
    return (
        box(0, 0, 1200, 1200, tint)
        + disc(600, 560, 470, ring, 'opacity=".55"')
        + disc(600, 560, 380, "#fff6dc", 'opacity=".5"')
        + "".join(behind)
    )


def bust(
    look: Look, turn: float, scale: float = 2.75, at: tuple[float, float] = (600, 2450), **pose: object
) -> str:
    return cast(group(figure(look, turn=turn, legs=False, **pose), move=at, scale=scale))  # type: ignore[arg-type]  # one pose for all


def collar(colour: str) -> str:
    """A shirt's collar, for a bust at the usual place."""
    wings = shape("M-40 -6 L0 44 L-24 60 L-60 14Z", colour) + shape("M40 -6 L0 44 L24 60 L60 14Z", colour)
    return group(wings, move=(600, 2450 - 590 * 2.75), scale=2.75)


def portrait_man() -> str:
    spanner = group(
        box(-22, -30, 44, 300, "url(#steel)", 20),
        shape(
            "M-62 -110 Q-66 -40 -16 -20 L16 -20 Q66 -40 62 -110 L34 -138 L34 -84 L-34 -84 L-34 -138Z",
            "url(#steel)",
        ),
        move=(-150, -560),
        turn=-14,
        scale=0.42,
    )
    man = Look(shirt="#23807d", skin=DEEP, mood="smile", hat_colour="#f0b23a", age=40, broad=1.06)
    return sheet(
        backdrop("#f9e7c6", "#f0b23a"),
        bust(
            man, 0.15, near_arm=((-140, -440), (-146, -520)), far_arm=((120, -450), (96, -330)), held=spanner
        ),
        collar(PINE),
        width=1200,
        height=1200,
    )


def portrait_docker() -> str:
    look = Look(
        shirt="#2f6685",
        vest="#dd7428",
        skin=BROWN,
        glove="#e9d9b4",
        mood="grin",
        hat_colour="#f0b23a",
        broad=1.08,
    )
    quay = group(
        crane(200, 900, 1.5, "#9fb7ba"),
        crane(1030, 900, 1.2, "#afc3c4"),
        stack(-60, 1240, (("#23807d", "#8c2f1b"), ("#d0811f",)), 330, 150),
        stack(800, 1240, (("#2f6685", "#b9561a"),), 330, 150),
    )
    return sheet(
        box(0, 0, 1200, 1200, "url(#morning)") + disc(600, 560, 470, "#ffffff", 'opacity=".28"') + quay,
        bust(
            look,
            0.25,
            near_arm=((-120, -462), (16, -478)),
            far_arm=((124, -470), (74, -462)),
            held=lock(52, -512, 0.9, 8),
        ),
        width=1200,
        height=1200,
    )


def portrait_maid() -> str:
    look = Look(shirt="#23807d", hat="none", hair="bun", skin=FAIR, mood="laugh", bare_arms=True)
    strip = group(
        curve("M-30 -4 Q0 26 30 -4", 8, "#fffdf8") + box(20, 70, 50, 17, "#fffdf8", 4),
        move=(600, 2450 - 590 * 2.75),
        scale=2.75,
    )
    return sheet(
        backdrop(
            "#dcebe4",
            "#5faea8",
            group(palm(1060, 1240, 1.5, -80), extra='opacity=".55"'),
            line([(0, 210), (1200, 210)], 16, "#8aa3a6"),
        ),
        clip(250, 262, 1.3),
        clip(930, 262, 1.3),
        bust(
            look,
            -0.2,
            near_arm=((104, -450), (20, -400)),
            far_arm=((-100, -450), (-20, -400)),
            hands=("flat", "flat"),
        ),
        strip,
        width=1200,
        height=1200,
    )


def portrait_teacher() -> str:
    look = Look(shirt="#8c2f1b", hat="none", hair="pony", skin=FAIR, mood="smile", glasses=True)
    board = cast(box(110, 140, 980, 620, "#6e4a22", 12), box(136, 166, 928, 568, "#2f5a4c", 4)) + curve(
        "M200 300 q24 -44 48 0 q24 -44 48 0 q24 -44 48 0 M860 300 l150 0 M860 350 l110 0 M860 400 l140 0",
        9,
        "#f3f0e6",
        'opacity=".8"',
    )
    pen = group(
        box(-20, -12, 110, 24, "url(#blue)", 8),
        box(70, -13, 30, 26, "#22303a", 6),
        move=(-150, -540),
        turn=-70,
        scale=0.8,
    )
    return sheet(
        backdrop("#f3e3c4", "#e0a877", board),
        bust(
            look,
            0.2,
            near_arm=((-140, -440), (-146, -530)),
            far_arm=((104, -450), (40, -400)),
            hands=("grip", "flat"),
            held=pen,
        ),
        collar("#a83a22"),
        width=1200,
        height=1200,
    )


def portrait_crew() -> str:
    def one(at: tuple[float, float], scale: float, hood: str, turn: float, mood: str, skin: Skin) -> str:
        broad = 1.08 if mood == "laugh" else 0.98
        who = Look(
            shirt="#c3dee8",
            hat="puff",
            hat_colour=hood,
            hair="bun",
            apron=hood,
            skin=skin,
            mood=mood,
            broad=broad,
            glove="#f0b23a",
        )
        return bust(who, turn, scale, at)

    return sheet(
        backdrop("#e3efe9", "#5faea8"),
        one((262, 2130), 2.3, CORAL, 0.35, "smile", FAIR),
        one((938, 2130), 2.3, "#23807d", -0.35, "laugh", DEEP),
        one((600, 2400), 2.5, "#2f6685", 0.05, "laugh", FAIR),
        width=1200,
        height=1200,
    )
