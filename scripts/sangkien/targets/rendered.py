"""Rendered stories of earlier builds, by content: a new theme renders none of them again."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sangkien.markup.render import Heading, Picture, Rendered, render_story


class Row(NamedTuple):
    """A story as it is kept: ``key`` is the digest of all that its HTML is made of, headings are JSON."""

    slug: str
    key: str
    html: str
    headings: str


class RenderedStories:
    """Renders stories, or has them from a file. Each process has its own, with its own fresh rows.

    ``path``: of the SQLite file that ``build.shelf`` writes, empty for none. ``code``: digest of the code
    that renders.
    """

    def __init__(self, path: str, code: str) -> None:
        self._path, self._code = path, code
        self._fresh: list[Row] = []
        self._opened: tuple[int, sqlite3.Connection | None] = (0, None)

    def __reduce__(self) -> tuple[object, ...]:
        """What crosses to another process: no connection, no rows."""
        return (RenderedStories, (self._path, self._code))

    def render(self, slug: str, body: str, to_root: str, pictures: Mapping[str, Picture]) -> Rendered:
        """``markup.render_story``, kept by content."""
        if not self._path:
            return render_story(body, to_root, pictures)
        made_of = f"{self._code}\0{to_root}\0{sorted(pictures.items())}\0{body}"
        key = hashlib.blake2b(made_of.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        kept = self._kept(slug, key)
        if kept is not None:
            return kept
        made = render_story(body, to_root, pictures)
        self._fresh.append(Row(slug, key, made.html, json.dumps(made.headings)))
        return made

    def close(self) -> None:
        """Let the file go: Windows deletes none that is open. Whoever asks again looks for it anew."""
        process, connection = self._opened
        if connection is not None and process == os.getpid():
            connection.close()
        self._opened = (0, None)

    def take_fresh(self) -> list[Row]:
        """What was rendered since this was last asked."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def _kept(self, slug: str, key: str) -> Rendered | None:
        connection = self._connection()
        if connection is None:
            return None
        try:
            found = connection.execute(
                "SELECT html, headings FROM stories WHERE slug=? AND key=?", (slug, key)
            ).fetchone()
            return found and Rendered(found[0], tuple(Heading(*row) for row in json.loads(found[1])))
        except (sqlite3.Error, ValueError, TypeError):  # damaged: as good as none
            return None

    def _connection(self) -> sqlite3.Connection | None:
        """One for each process: SQLite's may not cross a fork."""
        process, connection = self._opened
        if process != os.getpid():
            connection = None
            if Path(self._path).exists():
                with suppress(sqlite3.Error):
                    connection = sqlite3.connect(f"{Path(self._path).as_uri()}?mode=ro", uri=True)
            self._opened = (os.getpid(), connection)
        return connection
