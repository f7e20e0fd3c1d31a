"""Holds what one can see of the project's files without running them: sizes, names, nothing foreign."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scripts" / "sangkien"

MOST_LINES = 300
PLUGIN_LINES = 120  # fewer than this: a thin adapter
VAGUE = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}


def tree() -> Iterator[Path]:
    """The project's own files: not what is built, installed or cached."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name == ".ci"
            or not (name.startswith((".", "__pycache__", "node_modules")) or name.endswith(".egg-info"))
        ]
        if Path(folder) == ROOT:
            folders[:] = [name for name in folders if name != "site"]
        yield from (Path(folder, name) for name in files)


def test_files_stay_small_and_the_plugin_thin() -> None:
    lines = {
        path.relative_to(ROOT).as_posix(): path.read_bytes().count(b"\n")
        for path in (ROOT / "scripts").rglob("*.py")
    }
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}
    assert sum(n for name, n in lines.items() if "sangkien/mkdocs_plugin" in name) < PLUGIN_LINES


def test_no_file_has_a_vague_name() -> None:
    assert [path for path in tree() if VAGUE & set(path.relative_to(ROOT).with_suffix("").parts)] == []


BINARY = (
    b"wOFF",
    b"wOF2",
    b"OTTO",
    b"\0\1\0\0\0",
    b"ttcf",
    b"\x7fELF",
    b"MZ",
    b"PK\3\4",
    b"\x1f\x8b",
    b"\0asm",
)


@pytest.mark.parametrize("head", BINARY)
def test_a_binary_is_known_by_its_first_bytes(head: bytes, tmp_path: Path) -> None:
    (tmp_path / "any.txt").write_bytes(head + b"rest")
    assert is_binary(tmp_path / "any.txt")


def is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(8).startswith(BINARY)


def test_the_tree_holds_no_font_and_no_program() -> None:
    assert [path for path in tree() if is_binary(path)] == []


# The first fair lives in content/, initiatives/ and mkdocs.yml: a tool for every fair names none of it.
FIRST_FAIR = (
    *("Bà Rịa", "Vũng Tàu", "BR-VT", "triệu sáng kiến", "Lock & Lock", "Lock &amp; Lock", "Hoa Sen"),
    *("Hồ Quốc Sự", "Hoàng Đình Mạnh", "Phú Mỹ", "Châu Đức", "Xuyên Mộc", "Long Điền", "Đất Đỏ", "Côn Đảo"),
    *("ba-ria", "vung-tau", "brvt", "trieu-sang-kien", "lock-lock", "hoa-sen", "ho-quoc-su"),
    *("hoang-dinh-manh", "phu-my", "chau-duc", "xuyen-moc", "long-dien", "dat-do", "con-dao"),
)
NAMED = re.compile("|".join(rf"(?<!\w){re.escape(name.casefold())}(?!\w)" for name in FIRST_FAIR))


def names_of_the_first_fair(text: str) -> list[str]:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return NAMED.findall(re.sub(r"\s+", " ", folded))


def test_package_and_theme_name_nothing_of_the_first_fair() -> None:
    files = [path for path in tree() if path.is_relative_to(PACKAGE) or path.is_relative_to(ROOT / "theme")]
    assert PACKAGE / "__init__.py" in files
    found = {path: names_of_the_first_fair(path.read_text("utf-8", "replace")) for path in files}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("name", FIRST_FAIR)
def test_a_planted_name_is_seen_however_it_is_written(name: str) -> None:
    for written in (name, name.upper(), unicodedata.normalize("NFD", name.upper()), name.replace(" ", "\n ")):
        assert names_of_the_first_fair(f"x = '{written}'.") == [name.casefold()]
