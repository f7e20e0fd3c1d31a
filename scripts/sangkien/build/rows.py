"""The files of the whole catalogue: rows of the stories planned now, all others from the last site's files.

Making ten thousand rows takes seconds, joining them anew some hundredths of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from sangkien import urls
from sangkien.build.worker import Desk
from sangkien.catalogue.index import Catalogue
from sangkien.targets.catalogue_data import Row, csv_file, json_file, read_rows, rows_of, with_rows
from sangkien.targets.target import Target

PATHS = (urls.CATALOGUE_JSON, urls.CATALOGUE_CSV)
FEW = 32
"""So many lines are exchanged in the files as they stand; for more all are joined anew."""


def _digest_of(data: bytes) -> str:
    """Of a whole file: of 20 MB at ten thousand stories, where processors have SHA-256 built in."""
    return sha256(data).hexdigest()[:24]


class Rows:
    """Takes rows as they come from the processes, and plans both files at the end."""

    def __init__(self, catalogue: Catalogue, desk: Desk) -> None:
        self._catalogue, self._desk = catalogue, desk
        self._fresh: dict[str, Row] = {}
        self._known: Mapping[str, str] = {}

    def take(self, rows: Iterable[Row]) -> None:
        """Rows of stories that were planned in this build."""
        self._fresh.update((row.slug, row) for row in rows)

    def targets(self, known: Mapping[str, str]) -> Iterator[Target]:
        """Both files, each told apart by its own bytes: most edits of a story's text change none of them.

        ``known``: slug → digest of each story of the last site; empty where what rows share is another.
        """
        self._known, live = known, self._desk.live
        stories = self._catalogue.stories.items()
        now = {slug: story.digest for slug, story in stories}
        same = known == now
        changed = [slug for slug in now if known.get(slug) != now[slug]]
        few = 0 < len(changed) <= FEW and list(known) == list(now)
        patched = self._patched(changed) if few else {}
        for path, make in ((PATHS[0], self._json), (PATHS[1], self._csv)):
            if not same and path in patched:
                data = patched[path]
                yield Target(path, _digest_of(data), "late", lambda data=data: data)
            elif same and path in live:
                yield Target(path, live[path], "late", make)
            else:
                data = make()
                yield Target(path, _digest_of(data), "late", lambda data=data: data)

    def _patched(self, changed: list[str]) -> dict[str, bytes]:
        """Both files of the last site with these stories' lines exchanged; nothing where one has none."""
        stories = [self._catalogue.stories[slug] for slug in changed]
        rows = [
            self._fresh.get(story.slug) or next(iter(rows_of([story], self._catalogue)), None)
            for story in stories
        ]
        if None in rows or not all(path in self._desk.live for path in PATHS):
            return {}
        try:
            json_text, csv_text = (Path(self._desk.site, path).read_bytes() for path in PATHS)
            made = with_rows(json_text, csv_text, [row for row in rows if row])
            return dict(zip(PATHS, made, strict=True))
        except (OSError, ValueError):
            return {}

    def _json(self) -> bytes:
        return json_file(self._all, self._catalogue.settings)

    def _csv(self) -> bytes:
        return csv_file(self._all)

    @cached_property
    def _all(self) -> list[Row]:
        found, before, known = self._catalogue, self._before(), self._known
        stories = [story for story in found.stories.values() if not story.head.sample]
        rows = {slug: row for slug, row in before.items() if known.get(slug) == self._digest(slug)}
        rows |= self._fresh
        missing = [story for story in stories if story.slug not in rows]
        rows |= {row.slug: row for row in rows_of(missing, found)}
        return [rows[story.slug] for story in stories]

    def _digest(self, slug: str) -> str:
        story = self._catalogue.stories.get(slug)
        return story.digest if story else ""

    def _before(self) -> dict[str, Row]:
        """The rows of the last site's files; none where they are not what a build made."""
        if not self._known or not all(path in self._desk.live for path in PATHS):
            return {}
        try:
            return read_rows(*(Path(self._desk.site, path).read_bytes() for path in PATHS))
        except (OSError, ValueError):
            return {}
