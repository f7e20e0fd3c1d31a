"""``ghep-anh.xlsx``: photos that match nothing, with thumbnails; filled in, it is imported again."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sangkien.diagnostics import UserError
from sangkien.intake.container import kind_of
from sangkien.intake.sheets import read_sheets
from sangkien.photos import MAX_BYTES, PhotoError, PhotoFacts, read_facts
from sangkien.photos.thumbnail import thumbnail
from sangkien.targets.workbook import finished, new_workbook

FILE: Final = "ghep-anh.xlsx"
_HEADS: Final = ("Ảnh", "Tệp ảnh", "Sáng kiến (chọn trong danh sách)")
_HEIGHT: Final = 120
_CHOICE: Final = " · "
"""Between a title and its folder, in what a person chooses from."""


def pairing_sheet(photos: Sequence[Path], titles: Sequence[tuple[str, str]]) -> bytes:
    """The file's bytes. ``titles``: (slug, title) of the drafts to choose from."""
    out = io.BytesIO()
    book = new_workbook(out)
    sheet = book.add_worksheet("Ghép ảnh")
    lists = book.add_worksheet("Danh sách")
    lists.hide()
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, (head, width) in enumerate(zip(_HEADS, (24, 60, 60), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, bold)
    for number, (slug, title) in enumerate(titles):
        lists.write_string(number, 0, f"{title}{_CHOICE}{slug}")
    for number, photo in enumerate(photos, 1):
        sheet.set_row_pixels(number, _HEIGHT + 8)
        sheet.write_string(number, 1, str(photo), wrap)
        if (small := _small(photo)) is not None:
            sheet.insert_image(
                number, 0, photo.name, {"image_data": io.BytesIO(small), "x_offset": 4, "y_offset": 4}
            )
    if photos and titles:
        source = f"='Danh sách'!$A$1:$A${len(titles)}"
        sheet.data_validation(1, 2, len(photos), 2, {"validate": "list", "source": source})
    sheet.freeze_panes(1, 0)
    return finished(book, out)


def read_pairs(place: Path) -> list[tuple[int, Path, str]]:
    """(row as shown, photo, slug or else what was typed) of each row filled in. Raises UserError."""
    try:
        data = place.read_bytes()
    except OSError as error:
        raise UserError(
            f"{place.name}: không mở được. Tệp có đang mở trong Excel không? Đóng lại rồi nhập lại.",
            f"{place.name}: can't be opened. Is it open in Excel? Close it and import it again.",
        ) from error
    pairs = []
    for sheet in read_sheets(data, kind_of(data, place.name), place.name):
        for number, row in enumerate(sheet.rows[1:], 2):
            file, choice = (str(cell or "").strip() for cell in (*row, None, None, None)[1:3])
            if file and choice:
                pairs.append((number, Path(file), choice.rpartition(_CHOICE)[2]))
    return pairs


def _small(photo: Path) -> bytes | None:
    """A thumbnail; None for what can't be decoded."""
    try:
        with photo.open("rb") as file:
            data = file.read(MAX_BYTES)
        facts = read_facts(data)
        return thumbnail(data, _HEIGHT) if isinstance(facts, PhotoFacts) else None
    except (OSError, PhotoError):
        return None
