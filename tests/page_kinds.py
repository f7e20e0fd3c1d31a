"""Which pages of a site stand for all of it."""

from __future__ import annotations

from pathlib import Path

PUBLIC_REPORT = "sang-kien/may-sat-khuan-tay-tu-dong/"
"""A story on a public report: its page says what isn't known."""
TOMBSTONE = "sang-kien/bai-da-go/"
"""What stands at the address of a story that was taken back (``tests/browser/conftest.py``)."""


def one_of_each(site: Path) -> list[str]:
    """The largest page of each section and depth: kinds that come later are looked at by themselves.

    And a story on a public report, whose page has blocks of its own.
    """
    kinds: dict[tuple[str, int], tuple[int, str]] = {}
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        text = path.read_bytes()
        if b'http-equiv="refresh"' in text:
            continue
        kind = (name.split("/")[0], name.count("/"))
        kinds[kind] = max(kinds.get(kind, (0, "")), (len(text), name.removesuffix("index.html")))
    return sorted({*(name for _, name in kinds.values()), PUBLIC_REPORT})
