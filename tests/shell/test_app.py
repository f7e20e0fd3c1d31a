"""The app's manifest: of the fair's own settings, with what the theme has."""

from __future__ import annotations

import json
import re
from pathlib import Path

from PIL import Image

from sangkien import urls
from sangkien.shell.app import Ground, ground_of, write_app

THEME = Path(__file__).parents[2] / "theme"


def test_the_ground_is_that_of_the_tokens_by_day_and_by_night() -> None:
    css = (THEME / "assets" / "stylesheets" / "tokens.css").read_text("utf-8")
    light, dark = re.findall(r"--paper: (#\w+);", css)[:2]
    assert ground_of(THEME) == Ground(light, dark)
    assert light != dark


def test_a_theme_without_tokens_has_no_colours_and_one_without_night_the_same_twice(tmp_path: Path) -> None:
    assert ground_of(tmp_path) == Ground()
    sheets = tmp_path / "assets" / "stylesheets"
    sheets.mkdir(parents=True)
    (sheets / "tokens.css").write_text(":root { --paper: #FFF8; }", "utf-8")
    assert ground_of(tmp_path) == Ground("#FFF8", "#FFF8")


def test_the_manifest_names_the_icons_that_are_there(tmp_path: Path) -> None:
    icons = tmp_path / "assets" / "icons"
    icons.mkdir(parents=True)
    (icons / "app-192.png").write_bytes(b"")
    write_app(tmp_path, "Hội thi – Vùng Thử", "", "vi", Ground("#fff", "#000"))
    assert json.loads((tmp_path / urls.APP).read_text("utf-8")) == {
        "name": "Hội thi – Vùng Thử",
        "short_name": "Hội thi",
        "lang": "vi",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fff",
        "theme_color": "#fff",
        "icons": [
            {"src": "assets/icons/app-192.png", "sizes": "192x192", "type": "image/png", "purpose": "any"}
        ],
    }


def test_the_icons_of_the_theme_have_their_sizes_and_no_metadata() -> None:
    for name, edge in (("app-192", 192), ("app-512", 512), ("app-maskable", 512)):
        with Image.open(THEME / "assets" / "icons" / f"{name}.png") as icon:
            assert (icon.size, set(icon.info) - {"transparency"}) == ((edge, edge), set())
