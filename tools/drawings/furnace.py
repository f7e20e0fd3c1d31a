# ruff: noqa: D103, E501, INP001
# D103: a thing's name is its sentence; E501: a path's coordinates stay on one line; INP001: scripts, no package.
"""A reheating furnace, its hall, its chains. All invented."""

from __future__ import annotations

from parts import SLATE, box, cast, disc, line, oval, shape


def chain(x: float, y: float, links: int, size: float, hot: float, sway: float = 0) -> str:
    """A hanging chain: links seen in turn from the front and from the edge; ``hot`` 0 … 1 reddens it."""
    front, edge = ("#8b7367", "#5d4a42") if hot < 0.5 else ("#c87a44", "#8a4b2a")
    drawn = ""
    for n in range(links):
        cx, cy = x + sway * (n / links) ** 2, y + n * size * 0.78
        if n % 2:
            drawn += box(cx - size * 0.09, cy - size * 0.48, size * 0.18, size * 0.96, edge, size * 0.09)
        else:
            drawn += (
                f'<rect x="{cx - size * 0.24:.1f}" y="{cy - size * 0.5:.1f}" width="{size * 0.48:.1f}" height="{size:.1f}" '
                f'rx="{size * 0.24:.1f}" fill="none" stroke="{front}" stroke-width="{size * 0.17:.1f}"/>'
            )
    return drawn


def hall(glare: float) -> str:
    """The mill's hall: dark trusses, a high window band, the furnace's wall with its open mouth."""
    windows = "".join(
        box(x, 90, 150, 110, "#e9a45c", 4, 'opacity=".55"') + box(x, 140, 150, 6, "#3b2a28")
        for x in range(40, 700, 180)
    )
    trusses = "".join(
        line([(x, 260), (x + 120, 20), (x + 240, 260)], 10, "#2c2021") for x in range(-60, 800, 240)
    ) + box(0, 250, 840, 22, "#2c2021")
    wall = (
        cast(box(760, 120, 900, 900, "#7d5a48"))
        + "".join(
            box(
                800 + c * 92 - (46 if r % 2 else 0),
                130 + r * 46,
                88,
                42,
                "#8f6650" if (r * 7 + c * 3) % 5 else "#a1735a",
                3,
            )
            for r in range(20)
            for c in range(9)
        )
        + box(740, 100, 900, 46, "#3d4a52", 6)
        + "".join(box(x, 100, 36, 940, "#46545c", 4) + box(x, 100, 10, 940, "#ffffff20") for x in (744, 1530))
        + box(860, 330, 620, 60, "#3d4a52", 6)
        + "".join(disc(890 + n * 80, 360, 9, "#7b8a91") for n in range(8))
        + shape("M880 390 L1460 390 L1460 860 L880 860Z", "url(#fire)")
    )
    floor = box(0, 980, 1600, 220, "#4a3a35") + shape(
        "M500 980 L1600 980 L1600 1200 L160 1200Z", "#d9702a", f'opacity="{0.16 + glare * 0.3}"'
    )
    return box(0, 0, 1600, 1200, "url(#hotwall)") + windows + trusses + wall + floor


def rollers(hot_at: float) -> str:
    """The roller table that leads out of the furnace to the left, with a glowing billet from x = ``hot_at``."""
    bed = box(520, 900, 1000, 110, "#39444a", 8) + box(520, 900, 1000, 16, "#5d6c74", 6)
    turning = "".join(
        disc(580 + n * 130, 880, 44, "#2a3338")
        + disc(580 + n * 130, 880, 34, "url(#steel)")
        + disc(580 + n * 130, 880, 10, SLATE)
        for n in range(8)
    )
    billet = (
        box(hot_at, 768, 1460 - hot_at, 74, "url(#fire)", 6)
        + box(hot_at, 768, 1460 - hot_at, 18, "#fff6d0", 6, 'opacity=".8"')
        + oval(hot_at + 30, 806, 190, 120, "url(#heat)", 'opacity=".55"')
    )
    return turning + billet + bed


def curtain() -> str:
    rows = ""
    for n in range(29):
        x = 890 + n * 20
        rows += chain(x, 404, 17, 34, 0.2 + (0.7 if n % 2 else 0), sway=(-16 if n < 14 else 10))
    return box(860, 382, 620, 30, "#2c3439", 6) + rows
