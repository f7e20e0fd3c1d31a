"""A fair's files, on disk or in memory, as one read-only shape. No path leads out of the root."""

from __future__ import annotations

import os
import stat
import time
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

from sangkien.source.links import is_junction, is_link

PAUSES: Final = (0.05, 0.1, 0.2) if os.name == "nt" else ()


class Stat(NamedTuple):
    """What tells a file from its earlier self without reading it."""

    size: int
    mtime_ns: int
    inode: int


class Tree(Protocol):
    """Paths are relative to the root, with forward slashes."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises OSError; a symbolic link or a path out of the root is one too."""

    def files(self, folder: str) -> Mapping[str, Stat]:
        """Names and stats of the regular files right in a folder, sorted; empty when there is none."""

    def folders(self, folder: str) -> tuple[str, ...]:
        """Names of the real folders right in a folder, sorted; hidden ones left out."""


class UnsafePathError(OSError):
    """A symbolic link, a special file, or a path that leads out of the root."""


@dataclass(frozen=True, slots=True)
class DiskTree:
    """Files below ``root`` (an absolute path)."""

    root: str

    def read(self, path: str) -> bytes:
        """Read a regular file that is no link; ``O_NOFOLLOW`` where the system has it."""
        if not is_inside(path):
            raise UnsafePathError(path)
        whole = self.root
        for part in path.split("/"):
            whole = f"{whole}/{part}"
            if is_link(whole):
                raise UnsafePathError(path)
        flags = (
            os.O_RDONLY
            | getattr(os, "O_BINARY", 0)
            | getattr(os, "O_NOFOLLOW", 0)
            | getattr(os, "O_NONBLOCK", 0)
        )
        try:
            handle = opened(whole, flags)
        except FileNotFoundError:
            if (other := self._spelled(path)) is None:
                raise
            return self.read(other)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise UnsafePathError(path)
            return _whole(handle, status.st_size)
        finally:
            os.close(handle)

    def _spelled(self, path: str) -> str | None:
        """The one file of the same name whose letters and marks are composed otherwise, as on a Mac."""
        folder, slash, name = path.rpartition("/")
        if name.isascii():
            return None
        alike = [entry.name for entry in self._entries(folder) if is_alike(entry.name, name)]
        return f"{folder}{slash}{alike[0]}" if len(alike) == 1 and alike[0] != name else None

    def files(self, folder: str) -> Mapping[str, Stat]:
        """One ``scandir``: links, pipes and folders are passed over."""
        found = []
        for entry in self._entries(folder):
            if entry.is_file(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False)
                found.append((entry.name, Stat(status.st_size, status.st_mtime_ns, status.st_ino)))
        return dict(sorted(found))

    def folders(self, folder: str) -> tuple[str, ...]:
        """One ``scandir``; links are passed over."""
        return tuple(
            sorted(
                entry.name
                for entry in self._entries(folder)
                if entry.is_dir(follow_symlinks=False)
                and not entry.name.startswith(".")
                and not is_junction(entry)
            )
        )

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        if not is_inside(folder):
            raise UnsafePathError(folder)
        whole = f"{self.root}/{folder}" if folder else self.root
        if is_link(whole):
            return []
        try:
            with os.scandir(whole) as entries:
                return list(entries)
        except (FileNotFoundError, NotADirectoryError):
            return []


def opened(whole: str, flags: int, pauses: tuple[float, ...] = PAUSES) -> int:
    """Open a file; what OneDrive or a virus scanner holds just now, again after ``pauses`` in seconds.

    A story that can't be read leaves the site: that shouldn't come of a moment. Raises OSError.
    """
    for pause in pauses:
        try:
            return os.open(whole, flags)
        except PermissionError:
            time.sleep(pause)
    return os.open(whole, flags)


def _whole(handle: int, size: int) -> bytes:
    """The bytes of an open file: most often one call, which asks for one byte more and finds the end."""
    first = os.read(handle, size + 1)
    if len(first) == size:
        return first
    parts = [first]
    while parts[-1]:
        parts.append(os.read(handle, 1 << 20))
    return b"".join(parts)


@dataclass(frozen=True, slots=True)
class MemoryTree:
    """Files given as path → bytes, for tests and for the examples of rules."""

    contents: Mapping[str, bytes]
    root: str = field(default="")

    def read(self, path: str) -> bytes:
        """The bytes given for the path."""
        if not is_inside(path):
            raise UnsafePathError(path)
        try:
            return self.contents[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def files(self, folder: str) -> Mapping[str, Stat]:
        """Names right in a folder; a stat that changes with the content's length only."""
        prefix = folder + "/" if folder else ""
        return {
            path[len(prefix) :]: Stat(len(self.contents[path]), 0, 0)
            for path in sorted(self.contents)
            if path.startswith(prefix) and "/" not in path[len(prefix) :]
        }

    def folders(self, folder: str) -> tuple[str, ...]:
        """Folders that some path runs through."""
        prefix = folder + "/" if folder else ""
        rests = [path[len(prefix) :] for path in self.contents if path.startswith(prefix)]
        return tuple(sorted({rest.split("/")[0] for rest in rests if "/" in rest and rest[0] != "."}))


def is_inside(path: str) -> bool:
    """Whether a relative path stays below the root by its spelling."""
    parts = path.replace("\\", "/").split("/")
    return (
        not path.startswith(("/", "\\")) and ":" not in parts[0] and ".." not in parts and "\x00" not in path
    )


def is_alike(one: str, other: str) -> bool:
    """Whether two names are the same but for how letters and marks are composed."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def walk(tree: Tree, folder: str) -> Iterator[tuple[str, Stat]]:
    """Every regular file below a folder, with its stat, in a fixed order."""
    for name, status in tree.files(folder).items():
        yield (f"{folder}/{name}" if folder else name), status
    for name in tree.folders(folder):
        yield from walk(tree, f"{folder}/{name}" if folder else name)
