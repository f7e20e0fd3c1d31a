"""The ledger's text: which lines are read, which come, which go, and what stays as people left it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.diagnostics import UserError
from sangkien.intake.ledger import HEAD, Written, forget_person, record_published
from sangkien.source.ledger import read_ledger, rows_of
from sangkien.source.tree import DiskTree
from small_fair import NOW, Settings

FILE = "content/published.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path


def settings(root: Path) -> Settings:
    return Settings(root=str(root), now=NOW, site_name="Hội chợ thử")


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("", {}),
        ("  # một lời ghi", {}),
        ("sang-kien/xe/:", {"sang-kien/xe/": ""}),
        ("sang-kien/xe/:  # in trên tờ dán", {"sang-kien/xe/": ""}),
        ("s/t-1.b/: xe", {"s/t-1.b/": "xe"}),
        ("don-vi/cu/: don-vi/moi/", {"don-vi/cu/": "don-vi/moi/"}),
        ("huong-dan/a_b/c/:", {"huong-dan/a_b/c/": ""}),
    ],
)
def test_lines_that_are_read(line: str, row: dict[str, str]) -> None:
    assert rows_of(line) == (row, ())


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD", "sang-kien/Xe/:", "sang-kien/xe hàng/:", "sang-kien/../x/:", "sang-kien/./x/:",
        "/sang-kien/x/:", "sang-kien//x/:", "sang-kien/x/", "sang-kien/x:", "sang-kien/x/: y",
        "sang-kien/x/: https://x.example/", "sang-kien/x/: ../x/", "s/t-9/:", "s/t-9/: a/", "sang-kien/x/:y/",
        "sang-kien/x/: y/ z/", 'sang-kien/"/:', "sang-kien/$x/:", "sang-kien/x;/:", "sang-kien/x/: }", "a:",
    ],
)  # fmt: skip
def test_lines_that_are_damaged(line: str) -> None:
    assert rows_of(f"a/:\n{line}\nb/:") == ({"a/": "", "b/": ""}, ((2, line),))


def test_an_address_twice_is_a_fault() -> None:
    assert rows_of("a/: b/\na/:") == ({"a/": "b/"}, ((2, "a/:"),))


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    rows, faults = rows_of(text)
    assert all(key.endswith("/") and key.isascii() and ".." not in key.split("/") for key in rows)
    assert len(rows) + len(faults) <= text.count("\n") + 1


def test_a_new_ledger(root: Path) -> None:
    found = record_published(root, settings(root), {"s/t-1/": "xe", "sang-kien/xe/": "", "Không/": ""}, ())
    assert found == Written(2, 2)
    assert (root / FILE).read_text("utf-8") == f"{HEAD}s/t-1/: xe\nsang-kien/xe/:\n"
    assert dict(read_ledger(DiskTree(str(root)), settings(root)).rows) == {
        "s/t-1/": "xe",
        "sang-kien/xe/": "",
    }
    before = (root / FILE).stat()
    assert record_published(root, settings(root), {"sang-kien/xe/": ""}, ()) == Written(0, 2)
    assert (root / FILE).stat() == before


def test_lines_stay_as_people_left_them(root: Path) -> None:
    """On Windows too: a byte order mark, its line ends, notes, what stands behind a colon."""
    text = "\ufeff# Của chúng tôi\r\ndon-vi/cu/: don-vi/moi/  # đổi mã\r\n\r\ntac-gia/an/:\r\ns/t-1/: cu\r\n"
    (root / FILE).write_bytes(text.encode())
    record_published(
        root, settings(root), {"s/t-1/": "moi", "don-vi/moi/": "", "tac-gia/an/": ""}, {"tac-gia/an/"}
    )
    assert (root / FILE).read_bytes().decode() == (
        "\ufeff# Của chúng tôi\r\ndon-vi/cu/: don-vi/moi/  # đổi mã\r\ndon-vi/moi/:\r\ns/t-1/: cu\r\n"
    )


@pytest.mark.parametrize("data", [b"a/:\n=======\n", b"a/:\n\xff/:\n"])
def test_a_damaged_ledger_is_refused_and_stays(root: Path, data: bytes) -> None:
    (root / FILE).write_bytes(data)
    with pytest.raises(UserError, match=r"published\.yml:[12]: "):
        record_published(root, settings(root), {"b/": ""}, ())
    assert (root / FILE).read_bytes() == data
    assert len(read_ledger(DiskTree(str(root)), settings(root)).faults) == 1


def test_a_person_leaves_whatever_else_is_wrong(root: Path) -> None:
    kept = "# sổ\n<<<<<<<\nsang-kien/xe/:\ntac-gia/nguyen-van-mauu/:\n"
    gone = (
        "tac-gia/nvm/:\ntac-gia/cu/: tac-gia/nvm/\nsang-kien/may-cua-nguyen-van-mau/:\ns/x/: nguyen-van-mau\n"
    )
    (root / FILE).write_text(kept + gone, "utf-8")
    forget_person(root, settings(root), ("tac-gia/nvm/",), "Nguyễn Văn Mẫu")
    assert (root / FILE).read_text("utf-8") == kept
    forget_person(root / "nowhere", settings(root), ("tac-gia/nvm/",), "Nguyễn Văn Mẫu")
