"""FIL: files that can't be read, front matter that can't be parsed, names that can't be addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_fair import SETTINGS, SLUG, fair, found
from hypothesis import given
from hypothesis import strategies as st

from sangkien.check.documents import check_document
from sangkien.check.fair import check_fair
from sangkien.diagnostics import Diagnostic, Severity
from sangkien.model.typing import Fault
from sangkien.rules.rule import Context
from sangkien.source.document import Document, read_document
from sangkien.source.load import MAX_TEXT
from sangkien.source.tree import DiskTree, MemoryTree

INDEX = f"initiatives/{SLUG}/index.md"
CONTEXT = Context(SETTINGS)


def of_bytes(raw: bytes) -> list[Diagnostic]:
    """FIL findings where these bytes stand in the specimen's place."""
    tree = MemoryTree(fair("") | {INDEX: raw})
    return [item for item in check_fair(tree, SETTINGS).diagnostics if item.code.startswith("FIL")]


def front(text: str) -> list[Diagnostic]:
    return of_bytes(f"---\n{text}\n---\n\nBài.\n".encode())


def mended(item: Diagnostic, text: str) -> str:
    assert item.fix
    return text[: item.fix.start] + item.fix.replacement + text[item.fix.end :]


@pytest.mark.parametrize(
    ("raw", "code", "line", "words"),
    [
        (b"\xff\xfeT\x00\xea\x1e", "FIL002", 1, "Notepad gọi là “Unicode”"),
        ("---\ntitle: ạ\n---\n".encode("utf-16-be"), "FIL002", 2, "bảng mã khác"),
        ("---\ntitle: à\n---\n".encode("cp1258"), "FIL002", 2, "bảng mã khác"),
        (b"---\ntitle: a\x00b\n---\n", "FIL002", 2, "ký tự rỗng"),
        (b"", "FIL003", 1, "không mở đầu"),
        (b"title: a\n", "FIL003", 1, "không mở đầu"),
        (b"---\ntitle: a\n", "FIL003", 1, "không có dòng “---” thứ hai"),
        (b" " * (MAX_TEXT + 1), "FIL001", 1, "lớn hơn 2 MB"),
    ],
)
def test_bytes_that_are_no_document(raw: bytes, code: str, line: int, words: str) -> None:
    items = of_bytes(raw)
    assert [(item.code, item.severity, item.span.line) for item in items] == [(code, Severity.ERROR, line)]
    assert words in items[0].message.vi


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("a: 1\ntitle: Máy: bản mới", "FIL004", 3, "dấu hai chấm"),
        ("a: 1\n\tb: 2", "FIL004", 3, "phím Tab"),
        ("a: @b", "FIL004", 2, "dấu đặc biệt"),
        ('a: "b" c', "FIL004", 2, "ngoặc kép"),
        ("? [a]\n: b", "FIL004", 2, "không phải là chữ thường"),
        ("a: " + "x" * 65536, "FIL005", 2, "64 KB"),
        ("a: " + "[" * 21 + "]" * 21, "FIL005", 2, "20 tầng"),
        ("- " * 21 + "a", "FIL005", 2, "20 tầng"),
        ("a: 1\nb: 2\na: 3", "FIL006", 4, "“a”"),
        ("a: !!python/object/apply:os.system [ls]", "FIL007", 2, "dấu chấm than"),
        ("a: &b 1\nc: *b", "FIL007", 2, "dấu &"),
    ],
)
def test_front_matter_that_is_refused(text: str, code: str, line: int, words: str) -> None:
    items = front(text)
    assert [(item.code, item.span.line) for item in items] == [(code, line)]
    assert words in items[0].message.vi


def test_thirty_thousand_brackets_are_one_finding() -> None:
    assert [item.code for item in front("a: " + "[" * 30_000)] == ["FIL005"]


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("title: Máy: bản mới", 'title: "Máy: bản mới"'),
        ('title: Máy "A": bản mới', "title: 'Máy \"A\": bản mới'"),
        ("- alt: Máy: nhìn trước", '- alt: "Máy: nhìn trước"'),
    ],
)
def test_a_value_with_a_colon_is_quoted(line: str, after: str) -> None:
    text = f"---\n{line}\n---\n"
    (item,) = of_bytes(text.encode())
    assert mended(item, text) == f"---\n{after}\n---\n"


@pytest.mark.parametrize("line", ["title: Máy: mới # bản", 'title: "Máy": mới', "title: [Máy: mới: x"])
def test_a_doubtful_line_gets_no_fix(line: str) -> None:
    assert [(item.code, item.fix) for item in front(line)] == [("FIL004", None)]


@pytest.mark.parametrize(
    "kind_and_params",
    [("unreadable", {"problem": "Permission denied"}), ("unsafe-file", {}), ("missing-file", {})],
)
def test_unreadable_files(kind_and_params: tuple[str, dict[str, str]]) -> None:
    kind, params = kind_and_params
    document = Document(INDEX, "initiative", faults=(Fault(kind, params=params),))
    (item,) = [item for item in check_document(document, CONTEXT) if item.code == "FIL001"]
    assert all(value in item.message.vi for value in params.values())


def test_a_link_is_refused(tmp_path: Path) -> None:
    root = tmp_path
    folder = root / "initiatives" / "a"
    folder.mkdir(parents=True)
    (root / "secret.md").write_text("---\ntitle: a\n---\n", "utf-8")
    (folder / "index.md").symlink_to(root / "secret.md")
    items = check_fair(DiskTree(str(root)), SETTINGS).diagnostics
    assert [item.code for item in items if item.file == "initiatives/a/index.md"] == ["FIL001"]


@pytest.mark.parametrize(
    ("slug", "codes"),
    [
        ("xe-day-hang-2", []),
        ("a", []),
        ("2022", []),
        ("x" * 90, []),
        ("x" * 91, ["FIL009"]),
        ("xe--day", ["FIL008"]),
        ("-xe", ["FIL008"]),
        ("xe-", ["FIL008"]),
        ("Xe", ["FIL008"]),
        ("xe day", ["FIL008"]),
        ("máy", ["FIL008"]),
        ("máy" * 40, ["FIL008", "FIL009"]),
        ("日本", ["FIL008"]),
        ("aux", ["FIL010"]),
        ("com1", ["FIL010"]),
        ("com10", []),
        ("trang", ["FIL010"]),
        ("CON", ["FIL008", "FIL010"]),
    ],
)
def test_names_of_folders(slug: str, codes: list[str]) -> None:
    assert sorted(item.code for item in found("FIL", f"```slug\n{slug}\n```")) == codes


def test_a_better_name_is_offered() -> None:
    (item,) = found("FIL008", "```slug\nXe Đẩy_hàng\n```")
    assert "“xe-day-hang”" in item.help.vi


def test_aliases_and_codes_are_not_reserved_either() -> None:
    items = found("FIL010", "```yaml\naliases: [xe-cu, nul]\ncode: CON.1\n```")
    assert sorted(item.field_text() for item in items) == ["aliases.1", "code"]


@pytest.mark.parametrize(
    ("name", "stray"),
    [
        ("a.docx", True),
        ("ghi-chu.txt", True),
        ("index.html", True),
        ("b.HEIC", False),
        ("Thumbs.db", False),
        (".DS_Store", False),
        ("desktop.ini", False),
        ("~$bao-cao.docx", False),
        ("index.md~", False),
    ],
)
def test_files_beside_the_story(name: str, stray: bool) -> None:
    items = found("FIL011", f"```file initiatives/{SLUG}/{name}\nx\n```")
    assert [item.severity for item in items] == [Severity.WARNING] * stray


@pytest.mark.parametrize(
    ("name", "loose"),
    [
        ("may-moi.md", True),
        ("may.jpg", True),
        ("bao cao.docx", True),
        ("README.md", False),
        (".gitkeep", False),
        ("Thumbs.db", False),
        ("~$bao-cao.docx", False),
    ],
)
def test_files_beside_the_folders(name: str, loose: bool) -> None:
    items = found("FIL", f"```file initiatives/{name}\nx\n```")
    assert [(item.code, item.file) for item in items] == [("FIL012", f"initiatives/{name}")] * loose


def test_a_gloriously_bad_folder() -> None:
    """All that can be wrong with files at once, in one run, each with its own code."""
    blocks = {
        "a": b"\xff\xfea",
        "b": b"no front matter",
        "c": b"---\ntitle: a: b\n---\n",
        "d": b"---\na: " + b"[" * 99 + b"\n---\n",
        "e": b"---\na: 1\na: 2\n---\n",
        "f": b"---\na: !b c\n---\n",
        "Tên Xấu": b"",
        "g" * 99: b"",
        "nul": b"",
    }
    files = fair("") | {f"initiatives/{slug}/index.md": raw for slug, raw in blocks.items()}
    files |= {"initiatives/rong/may.jpg": b"", "initiatives/a/b.docx": b"", "initiatives/c.docx": b""}
    codes = {item.code for item in check_fair(MemoryTree(files), SETTINGS).diagnostics}
    assert {f"FIL{number:03d}" for number in range(1, 13)} <= codes


@given(st.binary(max_size=300), st.sampled_from(["initiative", "person", "vocabulary", "programme", "page"]))
def test_no_bytes_raise(raw: bytes, kind: str) -> None:
    for text in (raw, b"---\n" + raw + b"\n---\n"):
        found_here = check_document(read_document("initiatives/a/index.md", kind, text), CONTEXT)  # type: ignore[arg-type]  # one of Kind
        assert all(item.message.vi and item.help.en for item in found_here)
