"""A file replaced whole by another: a new file beside it, then a rename."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from sangkien.diagnostics import UserError
from sangkien.source.moving import move

PREFIX: Final = ".sangkien-"
SUFFIX: Final = ".tmp"


class FileState(NamedTuple):
    """What tells whether a file was changed since it was read."""

    mode: int
    size: int
    mtime_ns: int
    inode: int

    @property
    def writable(self) -> bool:
        """Whether its owner may write it: Windows' read-only attribute shows here too."""
        return bool(self.mode & stat.S_IWUSR)


def state_of(place: Path) -> FileState:
    """The state of a file, of a link itself. Raises OSError."""
    status = place.lstat()
    return FileState(status.st_mode, status.st_size, status.st_mtime_ns, status.st_ino)


def replace_file(place: Path, data: bytes, state: FileState, name: str) -> None:
    """Replace a file that is still in ``state``, its mode kept. Raises UserError that calls it ``name``."""
    new = None
    try:
        handle, made = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=place.parent)
        new = Path(made)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(stat.S_IMODE(state.mode))
        if state_of(place) != state:
            raise UserError(
                f"Tệp {name} vừa có người sửa. Tệp được giữ nguyên; hãy chạy lại.",
                f"The file {name} was changed just now. It is left as it is; run again.",
            )
        move(new, place)
    except OSError as error:
        raise UserError(
            f"Không ghi được tệp {name}. Tệp có đang mở trong chương trình khác (Word, Excel…) không?"
            " Hãy đóng lại, xem đĩa còn chỗ không, rồi chạy lại.",
            f"The file {name} cannot be written. Close it where it is open, see that the disk has room,"
            " then run again.",
        ) from error
    finally:
        if new is not None:
            new.unlink(missing_ok=True)


def new_file(place: Path, data: bytes, name: str) -> None:
    """Make a file that isn't there, whole or not at all. Raises UserError that calls it ``name``."""
    new = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=place.parent)
        new = Path(made)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(0o644)
        if os.path.lexists(place):
            raise UserError(
                f"Đã có tệp {name}, không ghi đè. Hãy đổi tên hoặc xóa tệp ấy rồi chạy lại.",
                f"The file {name} is there already and stays as it is. Rename or delete it, then run again.",
            )
        move(new, place)
    except OSError as error:
        raise UserError(
            f"Không tạo được tệp {name}: hãy xem quyền ghi và chỗ trống trên đĩa.",
            f"The file {name} could not be made: see whether the disk has room and may be written.",
        ) from error
    finally:
        if new is not None:
            new.unlink(missing_ok=True)


def sweep(root: Path, folders: Sequence[str]) -> None:
    """Remove what runs that were killed left half written, in the root and in all below ``folders``.

    Only for whoever holds the fair's lock: a file that another is writing would go too.
    """
    places = [entry.path for entry in os.scandir(root) if _is_left(entry.name)]
    for folder in folders:
        for place, _, names in os.walk(root / folder):
            places += [os.path.join(place, name) for name in names if _is_left(name)]  # noqa: PTH118  # plain
    for one in places:
        with suppress(OSError):
            os.unlink(one)  # noqa: PTH108  # as it was listed


def _is_left(name: str) -> bool:
    return name.startswith(PREFIX) and name.endswith(SUFFIX)
