"""One value written into YAML: everything around it stays, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from sangkien.diagnostics import UserError
from sangkien.intake.values import Value, prepare
from sangkien.source.tree import DiskTree

GONE = "{withdrawn: 2026-06-01}"
CONSENT = Value(("authors", 0, "consent"), GONE)
FIRST = "authors:\n  - name: A B\n"
REPORT = "      basis: public-report\n      publisher: X"
AFTER = "\n      # ghi chú\n    share: 100\n"
ROLE = "authors:\n  - name: A B  # trưởng nhóm\n    role: Thợ  # bậc 3\n"
UNIT = "    organisation: |\n      x\n      y\n"
CASES = {
    "a date": (
        f"{FIRST}    consent: 2022-01-02  # tờ giấy số 3\n    share: 100\n",
        f"{FIRST}    consent: {GONE}  # tờ giấy số 3\n    share: 100\n",
    ),
    "a block": (
        f"{FIRST}    consent:\n{REPORT}  # nơi đăng{AFTER}",
        f"{FIRST}    consent: {GONE}  # nơi đăng{AFTER}",
    ),
    "a comment below the key": (
        f"{FIRST}    consent:  # xem hồ sơ\n{REPORT}\ntags: []\n",
        f"{FIRST}    consent:  # xem hồ sơ\n      {GONE}\ntags: []\n",
    ),
    "none yet": (f"{ROLE}  - name: C D\n", f"{ROLE}    consent: {GONE}\n  - name: C D\n"),
    "none yet, in brackets": (
        "authors: [{name: A B, share: 100}]\n",
        f"authors: [{{name: A B, share: 100, consent: {GONE}}}]\n",
    ),
    "none yet, behind a block": (f"{FIRST}{UNIT}tags: []\n", f"{FIRST}{UNIT}    consent: {GONE}\ntags: []\n"),
    "nothing behind the key": (
        f"{FIRST}    consent:\n    share: 100\n",
        f"{FIRST}    consent: {GONE}\n    share: 100\n",
    ),
    "quoted key": (
        "authors:\n- 'name': A B\n  'consent': 2022-01-02\n",
        f"authors:\n- 'name': A B\n  'consent': {GONE}\n",
    ),
}


def put(folder: Path, text: bytes) -> DiskTree:
    (folder / "index.md").write_bytes(text)
    return DiskTree(str(folder))


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("case", CASES)
def test_one_value_changes_and_nothing_else(tmp_path: Path, case: str, newline: str, bom: bytes) -> None:
    def file(front: str) -> bytes:
        return bom + f"---\ntitle: T\n{front}---\n\nBài.\n".replace("\n", newline).encode()

    before, after = CASES[case]
    tree = put(tmp_path, file(before))
    prepare(tree, "index.md", [CONSENT]).write()
    assert (tmp_path / "index.md").read_bytes() == file(after)
    assert prepare(tree, "index.md", [CONSENT]).data is None


def test_several_values_at_once(tmp_path: Path) -> None:
    tree = put(tmp_path, b"---\nstatus: draft # x\nauthors:\n  - name: A\n  - name: B\n---\n")
    prepare(
        tree, "index.md", [CONSENT, Value(("authors", 1, "consent"), GONE), Value(("status",), "withdrawn")]
    ).write()
    assert (tmp_path / "index.md").read_text("utf-8") == (
        f"---\nstatus: withdrawn # x\nauthors:\n  - name: A\n    consent: {GONE}\n"
        f"  - name: B\n    consent: {GONE}\n---\n"
    )


def test_several_new_keys_at_one_place(tmp_path: Path) -> None:
    tree = put(tmp_path, b"---\na: {b: 1}\n---\n")
    values = [Value(("c",), "2"), Value(("d",), "[x]"), Value(("a", "e"), "3"), Value(("a", "f"), "4")]
    prepare(tree, "index.md", values).write()
    assert (tmp_path / "index.md").read_text("utf-8") == "---\na: {b: 1, e: 3, f: 4}\nc: 2\nd: [x]\n---\n"


@pytest.mark.parametrize(
    "front", ["authors: [", "authors: &a [{name: A}]\n", "a: 1\na: 2\n"], ids=["open", "anchor", "twice"]
)
def test_what_cannot_be_read_is_left(tmp_path: Path, front: str) -> None:
    tree = put(tmp_path, f"---\n{front}---\n".encode())
    with pytest.raises(UserError):
        prepare(tree, "index.md", [CONSENT])
    assert (tmp_path / "index.md").read_text("utf-8") == f"---\n{front}---\n"


def test_a_path_that_fits_no_data_is_refused(tmp_path: Path) -> None:
    tree = put(tmp_path, b"---\nauthors: A B\n---\n")
    with pytest.raises(UserError):
        prepare(tree, "index.md", [CONSENT])
