"""A new initiative's folder, written to disk: whole or not at all, never over another."""

from __future__ import annotations

from pathlib import Path

from sangkien.diagnostics import UserError
from sangkien.intake.specimen import is_reserved, next_free
from sangkien.model.scalars import is_slug
from sangkien.settings import Settings
from sangkien.source.links import is_link
from sangkien.source.load import initiative_path


def write_specimen(settings: Settings, slug: str, text: str) -> str:
    """Make ``initiatives/<slug>/index.md``; returns its path within the fair.

    Raises UserError where the folder stands already (a free name is offered), where the slug is none or
    reserved, or where the folder can't be written.
    """
    if not slug:
        raise UserError(
            "Tên sáng kiến không có chữ cái, chữ số nào để đặt tên thư mục. Hãy tự chọn: --slug ten-thu-muc.",
            "The title has no letter or digit to name the folder by. Choose a name: --slug folder-name.",
        )
    if not is_slug(slug):
        raise UserError(
            f"“{slug}” không dùng làm tên thư mục được: chỉ gồm a–z, 0–9, gạch nối đơn, nhiều nhất 90 ký tự.",
            f"“{slug}” can't name a folder: use a–z, 0–9 and single hyphens, at most 90 characters.",
        )
    if is_reserved(slug, settings):
        raise UserError(
            f"“{slug}” đã dành cho việc khác của Windows hoặc của trang. Chọn tên khác: --slug {slug}-moi.",
            f"“{slug}” is reserved by Windows or by the site. Choose another name: --slug {slug}-moi.",
        )
    parent = Path(settings.root, settings.initiatives_dir)
    if is_link(parent):
        raise UserError(
            f"Thư mục {settings.initiatives_dir} là liên kết (symlink) nên không dùng được.",
            f"The folder {settings.initiatives_dir} is a symbolic link and can't be used.",
        )
    folder = parent / slug
    try:
        parent.mkdir(exist_ok=True)
        taken = [entry.name for entry in parent.iterdir()]
        if slug in {name.casefold() for name in taken}:
            raise _taken(settings, slug, taken)
        folder.mkdir()
    except FileExistsError:
        raise _taken(settings, slug, [slug]) from None
    except OSError as error:
        raise _not_written(settings, slug) from error
    try:
        with (folder / "index.md").open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        (folder / "index.md").unlink(missing_ok=True)
        folder.rmdir()
        raise _not_written(settings, slug) from error
    return initiative_path(settings, slug)


def _taken(settings: Settings, slug: str, taken: list[str]) -> UserError:
    free = next_free(slug, taken)
    place = f"{settings.initiatives_dir}/{slug}"
    return UserError(
        f"Đã có {place}, không ghi đè. Nếu là sáng kiến khác, hãy chạy lại với --slug {free}.",
        f"{place} is there already and stays as it is. For another initiative use --slug {free}.",
    )


def _not_written(settings: Settings, slug: str) -> UserError:
    place = f"{settings.initiatives_dir}/{slug}"
    return UserError(
        f"Không tạo được {place}: hãy xem quyền ghi và chỗ trống trên đĩa.",
        f"{place} could not be made: see whether the disk has room and may be written.",
    )
