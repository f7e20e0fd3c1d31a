"""A plan written to disk: each folder whole or not at all, each changed file replaced whole."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from sangkien.diagnostics import UserError
from sangkien.intake.origins import folder_of, write_origins
from sangkien.intake.plan import Changed, New, Plan
from sangkien.intake.replace_file import replace_file, state_of
from sangkien.intake.stored import stored
from sangkien.settings import Settings
from sangkien.source.moving import move


def apply_plan(plan: Plan, settings: Settings) -> None:
    """Write it: new folders first, then changed files, then the origins.

    Killed in the middle it leaves whole folders alone: the next import finds them the same and goes on.
    Raises UserError where something can't be written; what was written before it stays.
    """
    making = folder_of(settings.root) / "new"
    shutil.rmtree(making, ignore_errors=True)
    for one in plan.new:
        _make(one, settings, making)
    for changed in plan.changed:
        if changed.text is not None:
            _change(changed, settings)
    shutil.rmtree(making, ignore_errors=True)
    write_origins(settings.root, plan.known)


def _make(one: New, settings: Settings, making: Path) -> None:
    parent = Path(settings.root, settings.initiatives_dir)
    place = parent / one.slug
    try:
        if parent.is_symlink() or place.is_symlink() or place.exists():
            raise FileExistsError(place)
        parent.mkdir(exist_ok=True)
        making.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="folder-", dir=making))
        folder.chmod(0o755)
        (folder / "index.md").write_bytes(one.text.encode())
        for picture in one.entry.pictures:
            (folder / picture.name).write_bytes(picture.data)
        move(folder, place)
    except OSError as error:
        where = f"{settings.initiatives_dir}/{one.slug}"
        raise UserError(
            f"Không tạo được {where}: hãy xem quyền ghi, chỗ trống trên đĩa, rồi nhập lại.",
            f"{where} could not be made: see whether the disk has room and may be written, "
            f"then import again.",
        ) from error


def _change(one: Changed, settings: Settings) -> None:
    place = Path(settings.root, *one.document.path.split("/"))
    state = state_of(place)
    if not state.writable:
        raise UserError(
            f"Không ghi được tệp {one.document.path}: tệp chỉ cho đọc.", f"{one.document.path} is read-only."
        )
    old = stored(place.read_bytes())
    if old is None or old.decoded != one.document.text or one.text is None:
        raise UserError(
            f"Tệp {one.document.path} vừa có người sửa. Tệp được giữ nguyên; hãy chạy lại.",
            f"The file {one.document.path} was changed just now. It is left as it is; run again.",
        )
    replace_file(place, old.encoded(one.text.replace("\n", old.newline)), state, one.document.path)
