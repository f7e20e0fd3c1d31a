"""What tests of outcomes do to a built fair, and what they see of its site."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_fair import files, slug

NAME = "Phạm Ví Dụ"
"""Author of story 2, and of no other in a fair of four."""
UNKNOWN_PLACE = ("place: vung-thu", "place: khong-co")
"""An error that leaves no doubt about visibility."""

Both = pytest.mark.parametrize("keep_going", [False, True], ids=["refuse", "keep going"])


def edit(root: Path, number: int, old: str, new: str) -> None:
    """Change a story's text once."""
    change(root / "initiatives" / slug(number) / "index.md", old, new)


def change(file: Path, old: str, new: str) -> None:
    """Change a file's text once."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def about(root: Path, *words: str) -> list[str]:
    """Files of the site that contain any of these words, or are named with them."""
    return [
        name
        for name, data in files(root / "site").items()
        if any(word in name or word.encode() in data for word in words)
    ]


def page(root: Path, number: int) -> str:
    return (root / "site" / "sang-kien" / slug(number) / "index.html").read_text("utf-8")


def refresh_target(root: Path, url: str) -> str:
    text = (root / "site" / url / "index.html").read_text("utf-8")
    return text.split('http-equiv="refresh" content="0; url=')[1].split('"')[0]
