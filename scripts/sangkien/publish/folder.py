"""A folder as a host: a web server's own, a share, a disk. Earlier releases stay at home."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from sangkien.diagnostics import UserError
from sangkien.publish.host import KEPT, broken
from sangkien.publish.release import sha256
from sangkien.source.links import is_link, leave_junctions
from sangkien.source.moving import move

_NEW = ".sangkien-new"
"""Ends the name of a file that is being written."""


class FolderHost:
    """Files below ``root``; what is kept, below ``kept``."""

    lanes = 1
    remembers = True

    def __init__(self, root: Path, kept: Path) -> None:
        self.root, self.kept, self.label = root, kept, str(root)
        self._plain: set[Path] = {root, kept}

    def listing(self) -> Mapping[str, str]:
        """Everything, read anew: whatever somebody did there by hand is seen. Half-written files go."""
        found = {}
        try:
            for prefix, base in (("", self.root), (KEPT, self.kept)):
                for folder, folders, names in os.walk(base):
                    leave_junctions(folder, folders)
                    for name in names:
                        path = Path(folder, name)
                        if name.endswith(_NEW):
                            path.unlink()
                        elif path.is_file() and not path.is_symlink():
                            key = prefix + path.relative_to(base).as_posix()
                            found[key] = "" if prefix else sha256(path.read_bytes())
        except OSError as error:
            raise broken(self.label, _why(error)) from error
        return found

    def tag(self, data: bytes) -> str:
        """SHA-256."""
        return sha256(data)

    def read(self, key: str) -> bytes:
        """The bytes of a file."""
        try:
            return self._place(key).read_bytes()
        except OSError as error:
            raise broken(self.label, _why(error)) from error

    def put(self, key: str, data: bytes) -> None:
        """A new file beside it, then a rename."""
        place = self._place(key)
        new = place.with_name(place.name + _NEW)
        self._refuse_links(place.parent)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(data)
            move(new, place)
        except OSError as error:
            raise broken(self.label, _why(error)) from error

    def copy(self, source: str, target: str) -> None:
        """By bytes: a link would change with the file."""
        self.put(target, self.read(source))

    def delete(self, key: str) -> None:
        """The file, and the folders that it leaves empty."""
        place = self._place(key)
        base = self.kept if key.startswith(KEPT) else self.root
        try:
            place.unlink(missing_ok=True)
            for folder in place.parents:
                if folder == base or any(folder.iterdir()):
                    break
                folder.rmdir()
        except OSError as error:
            raise broken(self.label, _why(error)) from error

    def finish(self) -> None:
        """All is there already."""

    def _refuse_links(self, folder: Path) -> None:
        """A linked folder may lead anywhere, to the sources too. Each folder is asked once."""
        if folder in self._plain:
            return
        self._refuse_links(folder.parent)
        if is_link(folder):
            raise UserError(
                f"{folder} là liên kết (symlink) nên không ghi gì qua đó. Hãy xóa liên kết ấy rồi chạy lại.",
                f"{folder} is a symbolic link: nothing is written through it. Remove it and run again.",
            )
        self._plain.add(folder)

    def _place(self, key: str) -> Path:
        return self.kept / key.removeprefix(KEPT) if key.startswith(KEPT) else self.root / key


def _why(error: OSError) -> str:
    held = error.filename2 or error.filename  # of a move its end: there lies what others may have open
    where = f" ({held})" if held else ""
    return f"{error.strerror or type(error).__name__}{where}"
