"""Where a fair's build keeps its things: ``.sangkien/`` in the root, one folder for each site."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

STAMP = ".sangkien"
"""File in a site that names its manifest: a folder without one was not made here."""


@dataclass(frozen=True, slots=True)
class Home:
    """Paths of one fair and one site folder.

    ``spare`` stands on the site's own file system, so that the two can be exchanged by a rename.
    """

    root: Path
    site: Path

    @property
    def base(self) -> Path:
        """All that can be lost without harm; never committed."""
        return self.root / ".sangkien"

    @property
    def state(self) -> Path:
        """What is known of this site: manifests, journal, snapshot."""
        if self.site.is_relative_to(self.root):
            inside = self.site.relative_to(self.root).as_posix()
            name = inside.replace("%", "%25").replace("/", "%2F")  # ``a/b`` is not ``a-b``
        else:
            name = hashlib.blake2b(str(self.site).encode(), digest_size=6).hexdigest()
        return self.base / "sites" / name

    @property
    def spare(self) -> Path:
        """The second tree: mended in peace, then exchanged with the site."""
        if self.site.is_relative_to(self.root):
            return self.state / "spare"
        return self.site.parent / f".{self.site.name}.spare"

    @property
    def old(self) -> Path:
        """Where the former site waits between two renames, where no exchange is to be had."""
        return self.spare.with_name(self.spare.name + "-old")

    @property
    def cache(self) -> Path:
        """Examined initiatives, by folder."""
        return self.base / "cache.sqlite"

    @property
    def stories(self) -> Path:
        """Rendered stories, by content."""
        return self.base / "stories.sqlite"

    @property
    def pictures(self) -> Path:
        """Encoded pictures, by content."""
        return self.base / "pictures"

    @property
    def templates(self) -> Path:
        """Compiled templates, by their source."""
        return self.base / "templates"

    @property
    def chrome(self) -> Path:
        """What MkDocs made: shells and editorial pages, by the digest of what they are made of."""
        return self.base / "chrome"

    @property
    def typefaces(self) -> Path:
        """Subsets of typefaces, by content."""
        return self.base / "typefaces"

    def prepare(self) -> None:
        """Make the folders, and keep them out of version control and backups' way."""
        self.state.mkdir(parents=True, exist_ok=True)
        ignore = self.base / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", "utf-8")
