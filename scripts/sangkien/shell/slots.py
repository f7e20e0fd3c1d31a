"""Slots: where a catalogue page's title, head and body go into the chrome that Material renders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from sangkien import urls
from sangkien.diagnostics import UserError

Pieces = tuple[str, str, str, str]
"""A shell cut at its slots: up to the title, the head, the body, and the rest."""

SLOTS = {name: f"\ue000sangkien:{name}\ue000" for name in ("title", "head", "body")}
"""Markers in the rendered chrome, in the order they stand there: private-use letters, printed by no theme."""

WITH_PROSE = {urls.HOME: "index.md", urls.PROGRAMME: "chuong-trinh/index.md", urls.PRESS: "bao-chi/index.md"}
"""Catalogue pages whose prose is an editorial page's: URL → source in ``content/``."""

SHELLS: Mapping[str, str] = {
    ":0": "index.md",
    "chuong-trinh:1": "chuong-trinh/index.md",
    "bao-chi:1": "bao-chi/index.md",
    "vinh-danh:1": "vinh-danh/index.md",
    "tim-kiem:1": "tim-kiem/index.md",
    "lam-theo:1": "lam-theo/index.md",
    "su-kien:1": "su-kien/index.md",
    "su-kien:2": "su-kien/_/index.md",
    "huong-dan:2": "huong-dan/kiem-tra.md",
    "du-lieu:1": "du-lieu/index.md",
    "ngoai-tuyen:1": "ngoai-tuyen/index.md",
    "s:2": "s/_/index.md",
    **{
        f"{section}:{depth}": f"{section}/{'_/' * (depth - 1)}index.md"
        for section, depths in (
            ("sang-kien", (1, 2, 3)),
            ("tac-gia", (1, 2, 3)),
            ("don-vi", (1, 2, 3, 4)),
            ("linh-vuc", (2, 4)),
            ("dia-ban", (2, 4)),
            ("nam", (2, 4)),
        )
        for depth in depths
    },
}
"""Each shell and the page that MkDocs renders it as: once for each section and depth."""


@dataclass(frozen=True, slots=True)
class Chrome:
    """All that MkDocs made.

    Attributes:
        digest: of all that it was made of.
        shells: shell key → pieces.
        prose: URL of a catalogue page → safe HTML of its editorial prose.
        files: path in the site → digest of the content, of editorial pages and assets.
        pages: URLs of editorial pages, for the sitemap.
    """

    digest: str
    shells: Mapping[str, Pieces]
    prose: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[str, ...] = ()


def shell_key(url: str) -> str:
    """Which shell a page uses: its section and how deep it stands."""
    return f"{url.split('/', maxsplit=1)[0]}:{url.count('/')}"


def cut(html: str) -> Pieces:
    """Cut a rendered shell at its slots. Raises UserError when a theme lost or doubled one."""
    pieces = []
    for name, marker in SLOTS.items():
        before, found, html = html.partition(marker)
        if not found or marker in html:
            raise UserError(
                f"Giao diện (theme/main.html) phải in chỗ chừa “{name}” đúng một lần.",
                f"The theme (theme/main.html) must print the slot “{name}” exactly once.",
            )
        pieces.append(before)
    return (pieces[0], pieces[1], pieces[2], html)


def file_digest(content: bytes) -> str:
    """What ``Chrome.files`` says of a file."""
    return blake2b(content, digest_size=12).hexdigest()
