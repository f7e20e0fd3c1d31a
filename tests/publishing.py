"""What tests of publishing stand on: a host in memory, one that is cut off, and versions of a small site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path

from sangkien.diagnostics import UserError
from sangkien.publish.host import KEPT, RECORD, Host, broken
from sangkien.publish.past import Past
from sangkien.publish.release import Content, Piece, files_of, release_id, sha256
from sangkien.publish.send import Sent, send
from small_fair import NOW

Version = Mapping[str, bytes]
"""Path → bytes."""


@dataclass(frozen=True)
class Versions:
    """Sites of one fair, and what the last may not show again.

    ``first``: three stories. ``edited``: a text changed, a story added, one deleted. ``faced``: ``first`` in
    another style. ``withdrawn``: of ``faced``, one author took the consent back, one story is gone.
    """

    first: Version
    edited: Version
    faced: Version
    withdrawn: Version
    past: Past
    root: Path


_REFERENCE = re.compile(rb'(?:src|href)="([^"#?]+\.(?:css|js|webp|jpg|svg|png))["?]')


@dataclass
class MemoryHost:
    """Keys in a dictionary. ``puts`` are the paths that were put, in order."""

    label: str = "memory"
    lanes: int = 1
    remembers: bool = True
    keys: dict[str, bytes] = field(default_factory=dict)
    puts: list[str] = field(default_factory=list)

    def listing(self) -> Mapping[str, str]:
        return {key: self.tag(data) for key, data in self.keys.items()}

    def tag(self, data: bytes) -> str:
        return "m" + digest(data)

    def read(self, key: str) -> bytes:
        if key not in self.keys:
            raise broken(self.label, key)
        return self.keys[key]

    def put(self, key: str, data: bytes) -> None:
        self.keys[key] = data
        self.puts.append(key)

    def copy(self, source: str, target: str) -> None:
        self.keys[target] = self.keys[source]

    def delete(self, key: str) -> None:
        self.keys.pop(key, None)

    def finish(self) -> None:
        pass

    def twin(self) -> MemoryHost:
        """Another host that has the same, to which nothing was put yet."""
        return MemoryHost(keys=dict(self.keys))

    @property
    def site(self) -> dict[str, bytes]:
        """What readers get."""
        return {key: data for key, data in self.keys.items() if not key.startswith(KEPT) and key != RECORD}


digest = cache(sha256)
"""A test sees the same bytes many times."""


class CutError(UserError):
    """The network, gone."""


class CutHost:
    """Another host, until so many calls that change something have gone through."""

    remembers = True

    def __init__(self, host: Host, calls: int, lanes: int = 1) -> None:
        self.host, self.left, self.label, self.lanes = host, calls, host.label, lanes

    def listing(self) -> Mapping[str, str]:
        return self.host.listing()

    def tag(self, data: bytes) -> str:
        return self.host.tag(data)

    def read(self, key: str) -> bytes:
        return self.host.read(key)

    def put(self, key: str, data: bytes) -> None:
        self._spend()
        self.host.put(key, data)

    def copy(self, source: str, target: str) -> None:
        self._spend()
        self.host.copy(source, target)

    def delete(self, key: str) -> None:
        self._spend()
        self.host.delete(key)

    def finish(self) -> None:
        self.host.finish()

    def _spend(self) -> None:
        if self.left == 0:
            raise CutError("đứt mạng", "cut")
        self.left -= 1


def content_of(version: Version, tag: Callable[[bytes], str]) -> Content:
    return {
        path: Piece(digest(data), tag(data), lambda data=data: data)  # type: ignore[misc]  # bound now
        for path, data in version.items()
    }


def sent_to(
    host: Host, version: Version | Content, *, keep: int = 5, past: Past | None = None, at: int = 0
) -> Sent:
    """Publish a version, ``at`` so many seconds after the fair's hour."""
    first = next(iter(version.values()))
    content = version if isinstance(first, Piece) else content_of(version, host.tag)  # type: ignore[arg-type]  # one or the other
    name = release_id(NOW + timedelta(seconds=at), files_of(content))  # type: ignore[arg-type]  # content by now
    return send(host, content, name, keep, past or Past(), lambda stage, count: None)  # type: ignore[arg-type]  # as above


def missing_references(site: Version) -> list[str]:
    """What pages of a site show or load as files, and isn't there."""
    return sorted(
        f"{path}: {name}"
        for path, data in site.items()
        if path.endswith(".html") and path != "404.html"
        for name in references(path.rpartition("/")[0], data)
        if name not in site
    )


@cache
def references(folder: str, page: bytes) -> frozenset[str]:
    """Files of the site that a page in ``folder`` names, by their paths."""
    found = (match.decode() for match in _REFERENCE.findall(page) if b":" not in match)
    return frozenset(posixpath.normpath(posixpath.join(folder, name)) for name in found)
