"""Facts of the people's portraits, kept by content: a build decodes none of them twice."""

from __future__ import annotations

import pickle
from pathlib import Path

from sangkien.build.inputs import package_digest
from sangkien.build.manifest import write_whole
from sangkien.check.fair import Ground
from sangkien.photos.facts import PhotoFacts


class Portraits:
    """``known``: content digest → facts, as this version of the package read them."""

    def __init__(self, file: Path, clean: bool) -> None:
        self._file = file
        self.known: dict[str, PhotoFacts] = {} if clean else _read(file)

    def remember(self, ground: Ground) -> None:
        """Keep the facts of all sound portraits for the next build."""
        found = {facts.digest: facts for profile in ground.people for facts in profile.photos.values()}
        if found != self.known:
            write_whole(self._file, pickle.dumps((package_digest(), found), 5))


def _read(file: Path) -> dict[str, PhotoFacts]:
    try:
        code, known = pickle.loads(file.read_bytes())  # noqa: S301  # our own file under .sangkien
    except Exception:  # noqa: BLE001  # whatever is wrong with it: all are decoded again
        return {}
    return dict(known) if code == package_digest() else {}
