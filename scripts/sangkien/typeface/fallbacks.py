"""What a device shows in place of the typeface, and how wide that runs: measures for each family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fallback:
    """A family that devices have.

    Attributes:
        name: what the rules call it.
        local: weight → names under which it may be installed (of the face, then PostScript's).
        mean: weight → mean advance of running Vietnamese text, as `subset.measures` reckons it, in ems.
    """

    name: str
    local: Mapping[int, tuple[str, ...]]
    mean: Mapping[int, float]


FALLBACKS = (
    Fallback(
        "Arial",
        {400: ("Arial", "ArialMT"), 700: ("Arial Bold", "Arial-BoldMT")},
        {400: 0.4530, 700: 0.4925},
    ),
    Fallback(
        "Roboto",
        {400: ("Roboto", "Roboto Regular", "Roboto-Regular"), 700: ("Roboto Bold", "Roboto-Bold")},
        {400: 0.4535, 700: 0.4597},
    ),
    Fallback(
        "Noto Sans",
        {
            400: ("Noto Sans", "Noto Sans Regular", "NotoSans-Regular"),
            700: ("Noto Sans Bold", "NotoSans-Bold"),
        },
        {400: 0.4855, 700: 0.5173},
    ),
    Fallback(
        "DejaVu Sans",
        {400: ("DejaVu Sans", "DejaVuSans"), 700: ("DejaVu Sans Bold", "DejaVuSans-Bold")},
        {400: 0.5207, 700: 0.5849},
    ),
    Fallback(
        "Liberation Sans",
        {
            400: ("Liberation Sans", "LiberationSans", "Arimo"),
            700: ("Liberation Sans Bold", "LiberationSans-Bold", "Arimo Bold"),
        },
        {400: 0.4530, 700: 0.4925},
    ),
)
"""Windows, macOS, iOS; Android; Linux. A device takes the first that it has. Liberation comes last: its old
versions have no ế, and another family then stands in for single letters. Measured on Roboto of 2017,
Noto Sans of 2020, DejaVu 2.37, Liberation 1.07, whose widths are Arial's."""
