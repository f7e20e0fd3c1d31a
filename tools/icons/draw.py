# ruff: noqa: INP001
# INP001: a script beside the package, not part of it.
"""Draw the app's icons from the emblem: ``python3 tools/icons/draw.py`` (``theme/assets/favicon.svg``).

Needs ``resvg-py`` and Pillow. Not part of the package: another fair with another emblem runs it once, and the
icons are in its repository.
"""

from __future__ import annotations

import io
from pathlib import Path

import resvg_py
from PIL import Image

THEME = Path(__file__).resolve().parents[2] / "theme" / "assets"
GROUND = "#fff7e8"
"""Of the emblem's own disc: a maskable icon is filled with it to its edges."""
SAFE = 0.8
"""What no launcher cuts off a maskable icon: the inner four fifths."""


def drawn(svg: str, edge: int) -> Image.Image:
    """The emblem as a picture of so many pixels."""
    data = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=edge, height=edge))
    return Image.open(io.BytesIO(data)).convert("RGBA")


def save(picture: Image.Image, name: str) -> None:
    """Few colours, small file, no metadata."""
    picture.quantize(128, Image.Quantize.FASTOCTREE).save(THEME / "icons" / name, optimize=True)


def main() -> None:
    """The three icons that ``shell/app.py`` knows."""
    svg = (THEME / "favicon.svg").read_text("utf-8")
    (THEME / "icons").mkdir(exist_ok=True)
    for edge in (192, 512):
        save(drawn(svg, edge), f"app-{edge}.png")
    full = Image.new("RGBA", (512, 512), GROUND)
    inner = drawn(svg, round(512 * SAFE))
    room = (512 - inner.width) // 2
    full.alpha_composite(inner, (room, room))
    save(full, "app-maskable.png")


if __name__ == "__main__":
    main()
