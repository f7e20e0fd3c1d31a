"""Whether pages are dead to attackers and whole to readers: looked for in the finished bytes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET  # our own output, without entities

import html5lib

from small_fair import files

HTML = "{http://www.w3.org/1999/xhtml}"
URLS = ("href", "src", "action", "formaction", "data", "poster", "ping", "background", "cite")


def live(document: str) -> list[str]:
    """What could run, or leads to what could: nothing of it may be in a page."""
    found = []
    for element in html5lib.parse(document).iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.removeprefix(HTML)
        if tag in ("style", "iframe", "object", "embed", "base", "math", "frame"):
            found.append(tag)
        if (
            tag == "script"
            and (element.text or "").strip()
            and element.get("type") not in ("application/ld+json", "application/json")
        ):
            found.append(f"script: {element.text}")
        if tag == "script" and element.get("src", "").startswith(("http", "//", "data:")):
            found.append(str(element.get("src")))
        if (
            tag == "meta"
            and element.get("http-equiv", "").lower() == "refresh"
            and "url=../" not in element.get("content", "")
        ):
            found.append(str(element.get("content")))
        for name, value in element.items():
            scheme = (
                re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", value).split(":")[0].lower() if ":" in value else ""
            )
            if str(name).startswith("on") or name in ("style", "srcdoc"):
                found.append(f"{tag} {name}={value}")
            if str(name).rsplit("}")[-1] in URLS and scheme in (
                "javascript",
                "data",
                "vbscript",
                "file",
                "blob",
            ):
                found.append(f"{tag} {name}={value}")
    return found


def assert_sound(root: Path) -> None:
    """Every file of the site is well formed, and not one thing in it is live."""
    for name, data in files(root / "site").items():
        if name.endswith(".html"):
            text = data.decode()
            assert live(text) == [], name
            for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S):
                json.loads(block)
                assert "\u2028" not in block
            if name.startswith("sang-kien/viec"):
                assert text.count("<h1") == 1
        elif name.endswith(".json"):
            json.loads(data)
        elif name.endswith(".xml"):
            ET.fromstring(data)  # noqa: S314  # as above
