"""Writing the ledger of published addresses (``source.ledger``): lines come, and people who withdrew go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sangkien.diagnostics import UserError
from sangkien.intake.forgotten import forgotten
from sangkien.intake.replace_file import new_file, replace_file, state_of
from sangkien.intake.stored import Stored, stored
from sangkien.settings import Settings
from sangkien.source.ledger import LINE, ledger_path, rows_of
from sangkien.source.links import is_link
from sangkien.source.tree import DiskTree
from sangkien.source.withdrawals import digest_of_url, find_withdrawals

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
    forget_person(root, settings, unnamed)  # before the rest is judged: a damaged ledger keeps nobody
    before = _read(root / path, path)
    back = {row.digest for row in find_withdrawals(DiskTree(str(root)), settings)[0] if row.kind == "person"}
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
    fresh = {
        address: line
        for address, line in fresh.items()
        if LINE.fullmatch(line) and digest_of_url(address) not in back  # withdrawn since the build
    }
    if fresh:
        _write(root / path, path, before, {**lines, **fresh})
    return Written(len(fresh), len(lines) + len(fresh))


def forget_person(
    root: Path,
    settings: Settings,
    addresses: Collection[str],
    name: str = "",
    standing: Collection[str] = (),
) -> tuple[UserError, ...]:
    """Take a person's addresses out, and whatever spells the name; what could not be done, with its mend.

    ``standing``: as ``forgotten`` has it.

    Whatever else may be wrong with the ledger, a withdrawal waits for nothing, and nothing raises.
    """
    path = ledger_path(settings)
    place = root / path
    try:
        if not place.is_file() or is_link(place):
            return ()  # a link is followed by no command
        before = place.read_bytes()
        after = forgotten(before, addresses, name, standing)
        if after.data != before:
            replace_file(place, after.data, state_of(place), path)
    except OSError as error:
        held = UserError(
            f"{path}: không đọc được ({error.strerror}). Đóng chương trình đang mở tệp, rồi chạy lại.",
            f"{path}: it can't be read ({error.strerror}). Close what holds it, then run this again.",
        )
        return (held,)
    except UserError as error:
        return (error,)
    return (_unread(path, after.unread),) if after.unread else ()


def _unread(path: str, lines: Sequence[int]) -> UserError:
    more = len(lines) - 1
    vi, en = (f", và {more} dòng nữa", f", and in {more} more lines") if more else ("", "")
    return UserError(
        f"{path}:{lines[0]}: có chữ hỏng (không phải UTF-8, hay ký tự NUL){vi}. Mở tệp bằng Notepad, xóa dòng"
        " nào là của người ấy, gõ lại chữ hỏng, lưu với Encoding: UTF-8, rồi chạy lại lệnh này.",
        f"{path}:{lines[0]}: there are damaged letters (no UTF-8, or NUL){en}. Open the file, delete what is"
        " this person's, type broken letters anew, save it as UTF-8, then run this again.",
    )


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
