"""Where a partner's preview goes: a new folder or a new zip, and never into the fair's own folders."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sangkien.diagnostics import UserError
from sangkien.settings import Settings
from sangkien.targets.press_kits import packed

ZIP = ".zip"


def open_place(place: Path, settings: Settings) -> Path:
    """The place, resolved. Raises UserError where something stands there, or where it would be published."""
    place = place.resolve()
    root = Path(settings.root).resolve()
    for own in (
        settings.site_dir,
        settings.content_dir,
        settings.initiatives_dir,
        settings.theme_dir,
        ".sangkien",
    ):
        folder = (root / own).resolve()
        if place == folder or folder in place.parents:
            raise UserError(
                f"Bản xem trước không đặt trong “{own}/”: hãy chọn nơi ngoài thư mục của hội thi.",
                f"The preview may not lie in “{own}/”: choose a place outside the fair's folder.",
            )
    if place.is_dir() and place.suffix.lower() != ZIP and not any(place.iterdir()):
        return place
    if place.exists() or place.is_symlink():
        raise UserError(
            f"{place} đã có rồi và không bị ghi đè. Hãy chọn tên khác.",
            f"{place} is there already and is not overwritten. Choose another name.",
        )
    return place


def write_parcel(files: Mapping[str, bytes], place: Path, name: str) -> None:
    """Write all files: below a folder, or in a zip below a folder of this ``name``.

    Raises UserError where that fails; nothing is left then, so the same command may be given again.
    """
    whole = (
        {place: packed(name, files)}
        if place.suffix.lower() == ZIP
        else {place / at: files[at] for at in files}
    )
    made: list[Path] = []
    try:
        for target, data in whole.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as out:
                made.append(target)
                out.write(data)
    except OSError as error:
        _unmake(made, place)
        raise UserError(
            f"Không ghi được {place}: {error.strerror}.", f"{place} could not be written: {error.strerror}."
        ) from error


def _unmake(made: list[Path], place: Path) -> None:
    """Remove files just made, and the folders within ``place`` that they leave empty."""
    with suppress(OSError):  # what can't be removed either is named by the next run
        for target in reversed(made):
            target.unlink()
            for folder in target.parents:
                if not folder.is_relative_to(place) or any(folder.iterdir()):
                    break
                folder.rmdir()
