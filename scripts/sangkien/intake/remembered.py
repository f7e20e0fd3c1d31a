"""The fair's own names of columns, kept in ``content/intake.yml``: a list of ``{column, field}``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from sangkien.diagnostics import UserError
from sangkien.intake.columns import Column, folded_head
from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.rules.mends import quoted
from sangkien.settings import Settings
from sangkien.source.document import decode
from sangkien.source.yaml_text import parse
from sangkien.targets.form_fields import FIELDS

_HEAD: Final = (
    "# Cột nào trong bảng gửi về ứng với mục nào: sangkien import đọc và ghi thêm "
    "vào đây. Sai thì sửa field.\n"
    "# field là một trong: {fields}.\n"
)


def mapping_path(settings: Settings) -> Path:
    """Where a fair keeps it."""
    return Path(settings.root, settings.content_dir, "intake.yml")


def read_mapping(place: Path) -> dict[str, str]:
    """Folded head → field; empty where there is no file. Raises UserError for one that can't be read."""
    try:
        raw = place.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _malformed(place) from error
    text, faults = decode(raw)
    data, more = parse(text) if not faults else (None, ())
    if faults or more or not isinstance(data, (list, type(None))):
        raise _malformed(place)
    found: dict[str, str] = {}
    for item in data or []:
        if not isinstance(item, dict) or set(item) != {"column", "field"} or item["field"] not in FIELDS:
            raise _malformed(place)
        found[folded_head(str(item["column"]))] = item["field"]
    return found


def remember(place: Path, columns: Iterable[Column], known: Mapping[str, str]) -> int:
    """Add the guessed columns that were used; returns how many. What stands in the file stays as it is."""
    new = {folded_head(column.head): column for column in columns if column.certainty == "guessed"}
    lines = [
        f"- {{column: {quoted(column.head)}, field: {column.field}}}\n"
        for folded, column in new.items()
        if folded not in known
    ]
    if not lines:
        return 0
    there = place.exists()
    old = place.read_text("utf-8-sig") if there else ""
    if not old.strip():
        old = _HEAD.format(fields=", ".join(FIELDS))
    text = old if old.endswith("\n") else old + "\n"
    data = (text + "".join(lines)).encode()
    if there:
        replace_file(place, data, state_of(place), place.name)
    else:
        new_file(place, data, place.name)
    return len(lines)


def _malformed(place: Path) -> UserError:
    return UserError(
        f'Tệp {place.name} không đọc được: mỗi dòng phải có dạng - {{column: "tên cột", field: tên mục}}.',
        f'{place.name} can\'t be read: each line must be - {{column: "head of the column", field: name}}.',
    )
