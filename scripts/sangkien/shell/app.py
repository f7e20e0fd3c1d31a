"""The site as an app on a phone: ``manifest.webmanifest``, and the colours of what frames the page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

from sangkien import urls

_ICONS = (
    ("assets/icons/app-192.png", "192x192", "any"),
    ("assets/icons/app-512.png", "512x512", "any"),
    ("assets/icons/app-maskable.png", "512x512", "maskable"),
)
_GROUND = re.compile(r"--paper:\s*(#[0-9a-f]{3,8})\b", re.I)


class Ground(NamedTuple):
    """The page's ground by day and by night, as ``tokens.css`` has it; empty where that names none."""

    light: str = ""
    dark: str = ""


def ground_of(theme: Path) -> Ground:
    """The first two values of ``--paper``: by day, then by night."""
    try:
        found = _GROUND.findall((theme / "assets/stylesheets/tokens.css").read_text("utf-8"))
    except OSError:
        found = []
    return Ground(found[0], found[1] if len(found) > 1 else found[0]) if found else Ground()


def write_app(made: Path, name: str, description: str, language: str, ground: Ground) -> None:
    """Write the manifest into ``made``: with the icons that stand there, all addresses relative to itself."""
    data = {
        "name": name,
        "short_name": name.split(" – ", 1)[0],
        "description": description,
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": ground.light,
        "theme_color": ground.light,
        "icons": [
            {"src": path, "sizes": sizes, "type": "image/png", "purpose": purpose}
            for path, sizes, purpose in _ICONS
            if (made / path).is_file()
        ],
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False, indent=1)
    (made / urls.APP).write_bytes(text.encode() + b"\n")
