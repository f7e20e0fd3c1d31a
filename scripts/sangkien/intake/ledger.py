"""Writing the ledger of published addresses (``source.ledger``): lines come, and people who withdrew go."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from sangkien.diagnostics import UserError
from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.intake.stored import Stored, stored
from sangkien.settings import Settings
from sangkien.source.ledger import LINE, ledger_path, rows_of
from sangkien.text.folding import in_slug

HEAD = """\
# Sổ địa chỉ đã đăng: mỗi dòng một địa chỉ phải mở được mãi. Lệnh “sangkien build --record” tự ghi thêm.
# Đừng xóa dòng nào. Đổi mã, đổi tên tệp: ghi địa chỉ mới vào sau dấu hai chấm (don-vi/cu/: don-vi/moi/).
"""


class Written(NamedTuple):
    """How many lines came, and how many there are now."""

    new: int
    all: int


def record_published(
    root: Path, settings: Settings, addresses: Mapping[str, str], unnamed: Collection[str]
) -> Written:
    """Add the addresses that are not on record yet. What stands in a line stays.

    ``addresses``: as ``catalogue.register.published_addresses`` gives them; those that no line can hold are
    left out. ``unnamed``: of people who withdrew: their lines go. Raises UserError for a damaged ledger.
    """
    path = ledger_path(settings)
    before = _read(root / path, path)
    known, faults = rows_of(before.decoded)
    if faults:
        line, text = faults[0]
        raise UserError(
            f"{path}:{line}: sổ bị hỏng ở dòng “{text.strip()[:60]}”. Hãy sửa dòng ấy rồi chạy lại.",
            f"{path}:{line}: the ledger is damaged at “{text.strip()[:60]}”. Mend that line and run again.",
        )
    lines = {found["address"]: line for line in before.decoded.split("\n") if (found := LINE.fullmatch(line))}
    fresh = {
        address: f"{address}: {value}" if value else f"{address}:"
        for address, value in addresses.items()
        if address not in known and address not in unnamed
    }
    fresh = {address: line for address, line in fresh.items() if LINE.fullmatch(line)}
    kept = {address: line for address, line in lines.items() if address not in unnamed}
    if fresh or len(kept) != len(lines):
        _write(root / path, path, before, {**kept, **fresh})
    return Written(len(fresh), len(kept) + len(fresh))


def forget_person(root: Path, settings: Settings, addresses: Collection[str], name: str) -> None:
    """Take out the lines of a person's addresses, and whatever spells the name.

    Whatever else may be wrong with the ledger: a withdrawal waits for nothing.
    """
    path = ledger_path(settings)
    place = root / path
    if not place.is_file() or (before := stored(place.read_bytes())) is None:
        return
    lines = before.decoded.split("\n")
    left = [line for line in lines if not _is_theirs(line.partition("#")[0], addresses, name)]
    if len(left) != len(lines):
        _put(place, path, before, "\n".join(left))


def _is_theirs(line: str, addresses: Collection[str], name: str) -> bool:
    address, _, value = (part.strip() for part in line.partition(":"))
    if address in addresses or value in addresses:
        return True
    return any(in_slug(part, name) for part in (*address.split("/"), *value.split("/")))


def _read(place: Path, path: str) -> Stored:
    if not place.exists():
        return Stored("")
    found = stored(place.read_bytes())
    if found is None:
        raise UserError(
            f"{path}:1: sổ không phải UTF-8. Hãy lấy lại bản lưu của tệp này.",
            f"{path}:1: the ledger is not UTF-8. Bring back a copy of it.",
        )
    return found


def _write(place: Path, path: str, before: Stored, lines: Mapping[str, str]) -> None:
    """Sorted by address, behind whatever notes there are."""
    notes = [line for line in before.decoded.split("\n") if line.lstrip().startswith("#")]
    head = "".join(f"{note}\n" for note in notes) if before.text else HEAD
    text = head + "".join(f"{lines[address]}\n" for address in sorted(lines))
    if place.exists():
        _put(place, path, before, text)
    else:
        new_file(place, text.encode(), path)


def _put(place: Path, path: str, before: Stored, text: str) -> None:
    data = before.encoded(text.replace("\n", before.newline))
    replace_file(place, data, state_of(place), path)
