"""Mends written into files: those values, and nothing else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.diagnostics import Diagnostic, Fix, Severity, Text, UserError
from sangkien.intake.fixes import apply_fixes, compatible, fixed
from sangkien.source.document import decode

STORY = """---
# Ghi chú giữ nguyên.
title: Xe đẩy   # cũng giữ
benefit: {vnd_per_year: 120.000, kinds: [a]}
applied: 15/10/2021
status: draft
---

## Giải pháp

Hàn bàn đạp.
"""
FILE = "initiatives/xe/index.md"


def diagnostic(file: str, fix: Fix | None) -> Diagnostic:
    return Diagnostic(file, "FLD005", Severity.ERROR, Text("Sai.", "x"), Text("Sửa.", "y"), fix=fix)


def mend(part: str, replacement: str, text: str = STORY, file: str = FILE) -> Diagnostic:
    start = text.index(part)
    return diagnostic(file, Fix(start, start + len(part), replacement))


def write(root: Path, raw: bytes, file: str = FILE) -> Path:
    place = root / file
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(raw)
    return place


def test_fixed() -> None:
    assert fixed("một hai ba", [Fix(8, 10, "BA"), Fix(0, 3, "MỘT"), Fix(4, 4, "và ")]) == "MỘT và hai BA"


def test_of_two_that_overlap_the_first_wins() -> None:
    assert fixed("0123456789", [Fix(3, 6, "b"), Fix(1, 4, "a"), Fix(6, 7, "c"), Fix(6, 8, "d")]) == "0a45c789"
    assert compatible([Fix(2, 2, "x"), Fix(2, 2, "y"), Fix(2, 2, "x")]) == (Fix(2, 2, "x"),)


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.text(max_size=3)), max_size=6),
)
def test_what_no_fix_covers_stays(text: str, rows: list[tuple[int, int, str]]) -> None:
    fixes = [Fix(min(a, b, len(text)), min(max(a, b), len(text)), new) for a, b, new in rows]
    kept, place, expected = compatible(fixes), 0, ""
    for fix in kept:
        assert fix.start >= place
        expected += text[place : fix.start] + fix.replacement
        place = fix.end
    assert fixed(text, fixes) == expected + text[place:]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_only_the_values_change(tmp_path: Path, newline: str, bom: bytes) -> None:
    def raw(text: str) -> bytes:
        return bom + text.replace("\n", newline).encode()

    place = write(tmp_path, raw(STORY))
    place.chmod(0o640)
    report = apply_fixes(tmp_path, [mend("15/10/2021", "2021-10-15"), mend("120.000", "120000")])
    expected = STORY.replace("15/10/2021", "2021-10-15").replace("120.000", "120000")
    assert place.read_bytes() == raw(expected)
    if os.name == "posix":  # Windows knows "read-only" alone
        assert stat.S_IMODE(place.stat().st_mode) == 0o640
    assert (report.mended, report.left, report.count) == (((FILE, 2),), (), 2)
    assert [entry.name for entry in place.parent.iterdir()] == ["index.md"]


def test_mixed_line_ends_stay_mixed(tmp_path: Path) -> None:
    raw = b"a: 1\r\nb: 2\nc: 3\rd: x\r\n"
    place = write(tmp_path, raw, "content/programme.yml")
    text = decode(raw)[0]
    apply_fixes(tmp_path, [mend("x", "4\n", text, "content/programme.yml")])
    assert place.read_bytes() == b"a: 1\r\nb: 2\nc: 3\rd: 4\r\n\r\n"


def test_a_mend_in_the_story(tmp_path: Path) -> None:
    place = write(tmp_path, STORY.encode())
    assert apply_fixes(tmp_path, [mend("bàn đạp", "tay phanh")]).count == 1
    assert place.read_text("utf-8") == STORY.replace("bàn đạp", "tay phanh")


def test_a_mend_that_takes_a_comment_into_the_value(tmp_path: Path) -> None:
    text = "---\ntitle: Máy số #2\nstatus: draft\n---\n"
    place = write(tmp_path, text.encode())
    assert apply_fixes(tmp_path, [mend("Máy số #2", '"Máy số #2"', text)]).count == 1
    assert place.read_text("utf-8") == '---\ntitle: "Máy số #2"\nstatus: draft\n---\n'


@pytest.mark.parametrize(
    ("part", "replacement"),
    [
        ("Xe đẩy", "Xe: đẩy"),  # breaks the YAML
        ("Xe đẩy", "Xe đẩy\nstatus: published"),  # brings a key of its own
        ("120.000", "120.000, x: y"),  # another one, within braces
        ("15/10/2021\n", "15/10/2021"),  # runs two lines together
        ("draft", "draft\n---\n"),  # ends the front matter early
        ("# Ghi chú giữ nguyên.\n", ""),  # harmless to the data …
    ],
)
def test_a_mend_that_would_change_more_is_left(tmp_path: Path, part: str, replacement: str) -> None:
    place = write(tmp_path, STORY.encode())
    report = apply_fixes(tmp_path, [mend(part, replacement)])
    if part.startswith("#"):  # … and so it is written
        assert report.count == 1
        return
    assert report.mended == ()
    assert [left.file for left in report.left] == [FILE]
    assert place.read_text("utf-8") == STORY


def test_front_matter_that_could_not_be_read_must_be_read_further(tmp_path: Path) -> None:
    text = "---\ntitle: Máy: mới\nnote: một: hai\n---\n"
    place = write(tmp_path, text.encode())
    assert apply_fixes(tmp_path, [mend("Máy: mới", "'Máy: mới'", text)]).count == 1
    half = place.read_text("utf-8")
    assert half == "---\ntitle: 'Máy: mới'\nnote: một: hai\n---\n"
    assert [left.file for left in apply_fixes(tmp_path, [mend("một: hai", "một: ba", half)]).left] == [FILE]
    assert apply_fixes(tmp_path, [mend("một: hai", "'một: hai'", half)]).count == 1


def test_several_files_and_diagnostics_without_fix(tmp_path: Path) -> None:
    other = "initiatives/khac/index.md"
    write(tmp_path, STORY.encode())
    write(tmp_path, STORY.encode(), other)
    items = [diagnostic("initiatives/none/index.md", None), mend("120.000", "120000")]
    report = apply_fixes(tmp_path, [*items, mend("120.000", "120000", file=other)])
    assert report.mended == ((other, 1), (FILE, 1))


def test_a_place_that_is_gone_or_a_file_that_is_none(tmp_path: Path) -> None:
    write(tmp_path, b"---\n---\n")
    write(tmp_path, b"\xff\xfe\x00", "content/utf16.md")
    items = [diagnostic(file, Fix(90, 95, "x")) for file in (FILE, "content/utf16.md", "content/none.md")]
    assert [left.file for left in apply_fixes(tmp_path, items).left] == [
        "content/none.md",
        "content/utf16.md",
        FILE,
    ]
    assert (tmp_path / FILE).read_bytes() == b"---\n---\n"


def test_links_and_paths_out_of_the_fair(tmp_path: Path) -> None:
    root = tmp_path / "fair"
    outside = write(tmp_path, STORY.encode(), "outside.md")
    (root / "initiatives" / "xe").mkdir(parents=True)
    (root / FILE).symlink_to(outside)
    (root / "linked").symlink_to(tmp_path)
    names = (FILE, "../outside.md", str(outside), "linked/outside.md")
    report = apply_fixes(root, [mend("120.000", "120000", file=name) for name in names])
    assert report.mended == ()
    assert {left.file for left in report.left} == set(names)
    assert outside.read_text("utf-8") == STORY


def test_a_read_only_file_is_one_clear_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    first, second = write(tmp_path, STORY.encode(), "initiatives/a/index.md"), write(tmp_path, STORY.encode())
    second.chmod(0o444)
    items = [mend("120.000", "120000", file=name) for name in ("initiatives/a/index.md", FILE)]
    with pytest.raises(UserError, match="read-only") as caught:
        apply_fixes(tmp_path, items)
    assert FILE in caught.value.text.vi
    assert first.read_text("utf-8") == second.read_text("utf-8") == STORY
