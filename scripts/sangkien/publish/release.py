"""What a release is: files by their SHA-256, an id, and the order in which they may go up."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sangkien import urls
from sangkien.build.home import STAMP
from sangkien.diagnostics import UserError
from sangkien.publish.host import KEPT
from sangkien.source.links import is_link

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PICTURES = (".webp", ".jpg", ".png", ".svg", ".woff2")


class Piece(NamedTuple):
    """One file to publish: its SHA-256, the host's own digest of it, and how to read it."""

    digest: str
    tag: str
    read: Callable[[], bytes]


Content = Mapping[str, Piece]
"""Path → piece."""


@dataclass(frozen=True, slots=True)
class Release:
    """What a host had, or has, or is getting.

    Attributes:
        id: names the release; ids sort by time.
        files: path → SHA-256.
        whole: whether all of it is there.
        leftover: paths of earlier releases that may still be there and must go.
    """

    id: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True
    leftover: frozenset[str] = frozenset()

    def encoded(self) -> bytes:
        """As JSON, the same bytes for the same release."""
        data = {
            "release": self.id,
            "whole": self.whole,
            "leftover": sorted(self.leftover),
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(data, ensure_ascii=False, indent=0) + "\n").encode()


def decoded(raw: bytes) -> Release | None:
    """A record as it was read from a host; None for anything that isn't one."""
    try:
        data = json.loads(raw)
        files, leftover = data["files"], data["leftover"]
        sound = all(is_path(path) and _DIGEST.fullmatch(digest) for path, digest in files.items())
        if not sound or not all(map(is_path, leftover)) or not isinstance(data["release"], str):
            return None
        return Release(data["release"], files, data["whole"] is True, frozenset(leftover))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def is_path(text: str) -> bool:
    """Whether a text can be the path of a file in a site: relative, without steps upward."""
    parts = text.split("/")
    return not text.startswith(KEPT[0]) and "\\" not in text and not {"", ".", ".."} & set(parts)


def release_id(now: datetime, files: Mapping[str, str]) -> str:
    """The moment, in UTC to the second, and some digits of what is in it."""
    text = "".join(f"{path}\t{files[path]}\n" for path in sorted(files))
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def sha256(data: bytes) -> str:
    """In hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def piece(read: Callable[[], bytes], tag: Callable[[bytes], str]) -> Piece:
    """A file as it is now."""
    data = read()
    return Piece(sha256(data), tag(data), read)


def local_content(site: Path, tag: Callable[[bytes], str], more: Mapping[str, bytes]) -> Content:
    """Every file of a built site but its stamp, and what publishing adds. Raises UserError for a link."""
    found = {path: piece(lambda data=data: data, tag) for path, data in more.items()}  # type: ignore[misc]  # a default binds the loop's value
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if is_link(path):
            raise UserError(
                f"Trong thư mục trang có liên kết tượng trưng “{name}”: không xuất bản. Hãy dựng lại.",
                f"The site's folder holds the symbolic link “{name}”: not published. Build again.",
            )
        if path.is_file() and name != STAMP:
            found[name] = piece(path.read_bytes, tag)
    return found


def files_of(content: Content) -> dict[str, str]:
    """Path → SHA-256."""
    return {path: one.digest for path, one in content.items()}


def stage(path: str) -> int:
    """When a file may go up: what pages need, pages, what lists pages, and last what phones compare."""
    if path in (urls.WORKER, urls.REVISIONS) or path.startswith("revisions/"):
        return 3
    if path.endswith(".html"):
        return 1
    if path.endswith(_PICTURES) or path.startswith(("assets/", "motifs/")):
        return 0
    return 2


def staged(paths: Iterable[str]) -> list[list[str]]:
    """Paths by stage, sorted within each."""
    stages: list[list[str]] = [[], [], [], []]
    for path in sorted(paths):
        stages[stage(path)].append(path)
    return stages
