"""What an earlier release may still show: nothing that today's site doesn't have (design, section 5).

Both a rollback and the releases that a host keeps go by this. In doubt today's file is taken, and what was
kept is dropped.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sangkien import urls
from sangkien.build.hold import Forbidden, mentions_in

_FREE = ("assets/", "motifs/", urls.SEARCH_INDEX, "revisions/")
"""Names here come and go with each build and tell nothing."""
_PICTURES = (".webp", ".jpg", ".png")
_TEXTS = (".html", ".json", ".xml", ".js", ".css", ".txt", ".ics", ".csv", ".svg", ".webmanifest")
_WHOLE = (urls.SEARCH_INDEX, "revisions")
"""Files here are parts of one thing: where anything was lost, today's alone may stand."""
_TOKEN = re.compile(rb"[\w.%/-]+")
_PAGE = "index.html"
_DATA = urls.story_data("").removeprefix(urls.story(""))
"""A story's data, beside its page."""


NOTHING = Forbidden(None, ())


@dataclass(frozen=True, slots=True)
class Past:
    """What may not come back.

    Attributes:
        forbidden: names and addresses of people who withdrew.
        withdrawn: SHA-256 of addresses that were taken out for ever (``content/withdrawals.yml``).
        confidential: addresses of stories of which no text is shown today.
    """

    forbidden: Forbidden = NOTHING
    withdrawn: frozenset[str] = frozenset()
    confidential: frozenset[str] = frozenset()

    def lost(self, before: Mapping[str, str], today: Mapping[str, str]) -> frozenset[bytes]:
        """Addresses, and names of pictures, that ``before`` had and that nothing may mention any more."""
        found: set[str] = set()
        for path in before:
            url = path.removesuffix(_PAGE)
            if (path not in today and not free(path)) or self.is_withdrawn(url):
                found |= {path, url}
                if path.endswith(_PICTURES):
                    found.add(path.rpartition("/")[2])
        for url in self.confidential:
            if urls.file_of(url) in before and before.get(f"{url}{_DATA}") != today.get(f"{url}{_DATA}"):
                found.add(url)
        return frozenset(text.encode() for text in found - {"", _PAGE})

    def is_withdrawn(self, url: str) -> bool:
        """Whether an address is one of those that were taken out for ever."""
        return bool(self.withdrawn) and hashlib.sha256(url.encode()).hexdigest() in self.withdrawn

    def may_stay(self, path: str, data: bytes, lost: frozenset[bytes]) -> bool:
        """Whether an earlier version of a file of today's site may still be shown."""
        if lost and path.startswith(_WHOLE):
            return False
        if any(path.startswith(url) for url in self.confidential if url.encode() in lost):
            return False
        if path.endswith(_PICTURES):
            return True
        if not path.endswith(_TEXTS):  # nobody has looked inside
            return not lost and self.forbidden.names is None
        return not mentions_in(data, self.forbidden) and not mentions_lost(data, lost)


def free(path: str) -> bool:
    """Whether a file's name comes and goes with each build and tells nothing."""
    return path.startswith(_FREE)


def mentions_lost(data: bytes, lost: frozenset[bytes]) -> bool:
    """Whether an address stands in a text, relative or absolute, wherever it begins."""
    if not lost:
        return False
    for token in set(_TOKEN.findall(data)):
        parts = token.split(b"/")
        if any(b"/".join(parts[start:]) in lost for start in range(len(parts))):
            return True
    return False


def lost_of_all(
    past: Past, releases: Iterable[Mapping[str, str]], today: Mapping[str, str]
) -> frozenset[bytes]:
    """What any of several releases had and may not be mentioned any more."""
    return frozenset().union(*(past.lost(files, today) for files in releases))
