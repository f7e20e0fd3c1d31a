"""The ledger's text: which lines are read, which come, which go, and what stays as people left it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sangkien.diagnostics import UserError
from sangkien.intake.forgotten import forgotten
from sangkien.intake.ledger import HEAD, Written, forget_person, record_published
from sangkien.intake.withdrawals import record
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


PERSON = ("tac-gia/nvm/",), "Nguyễn Văn Mẫu"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (b"tac-gia/nvm/:\n", b""),
        (b"'tac-gia/nvm/':\n", b""),
        (b"  - Tac-gia/NVM\n", b""),
        (b"tac-gia/a/:tac-gia/nvm/:\n", b"tac-gia/a/:\n"),  # the line end was lost
        (b"tac-gia/nvm/:tac-gia/a/:\n", b"tac-gia/a/:\n"),
        (b"<<<<<<< nguyen-van-mau\n", b"<<<<<<< \n"),
        (b"sang-kien/xe/:  # c\xe1\xbb\xa7a Nguyen Van Mau\n", b"sang-kien/xe/:\n"),
        ("# Nguyễn Văn Mẫu đổi mã\n".encode(), b""),
        ("Nguyễn Văn Mẫu: tac-gia/\n".encode(), b""),
        (b"tac-gia/nvm-2/:\n", b"tac-gia/nvm-2/:\n"),
        ("# chị Mẫu\n".encode(), "# chị Mẫu\n".encode()),
    ],
)
def test_what_names_the_person_goes_and_nothing_else(line: bytes, left: bytes) -> None:
    for end in (b"\n", b"\r\n"):
        before = (b"\xef\xbb\xbfa/:\n" + line + b"b/:").replace(b"\n", end)
        after = (b"\xef\xbb\xbfa/:\n" + left + b"b/:").replace(b"\n", end)
        assert forgotten(before, *PERSON) == (after, ())
        if before.isascii() or "Nguyễn".encode() in line:
            text, kept = before.decode("utf-8-sig"), after.decode("utf-8-sig")
            for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "utf-16-le")):
                assert forgotten(mark + text.encode(codec), *PERSON) == (mark + kept.encode(codec), ())


def test_what_nobody_can_read_stays_and_is_named() -> None:
    data = b"a/:\n\xe9\xff tac-gia/nvm/:\rtac-gia/nvm/:\r\nb\xc3/:\ns/x/: nguyen-van-mau\nb/:"
    assert forgotten(data, *PERSON) == (b"a/:\n\xe9\xff \rb\xc3/:\nb/:", (2, 3))


@pytest.mark.parametrize(
    ("data", "left", "unread"),
    [
        (b"\0a/:\ntac-gia/nvm/:\n", b"\0a/:\n", (1,)),
        (b"a\0/:\ntac-gia/nvm/:\n", b"a\0/:\n", (1,)),
        (b"a/:\ntac-gia/n\0vm/:\nb/:\n", b"a/:\nb/:\n", ()),
        (b"a/:\ntac-gia/nvm/:\n" + b"\0" * 40, b"a/:\n" + b"\0" * 40, (2,)),
    ],
)
def test_nul_bytes_keep_nobody(data: bytes, left: bytes, unread: tuple[int, ...]) -> None:
    """A damaged disk leaves some in a file, or a tail of them: it is no UTF-16 for that."""
    assert forgotten(data, *PERSON) == (left, unread)


@given(st.binary())
def test_bytes_of_any_kind_stay_where_they_name_nobody(data: bytes) -> None:
    assert forgotten(data, *PERSON).data == data


def test_a_damaged_ledger_keeps_nobody_and_says_its_line(root: Path) -> None:
    data = b"a/:\n\xff/:\ntac-gia/nvm/:\n"
    (root / FILE).write_bytes(data)
    told = forget_person(root, settings(root), *PERSON)
    assert [error.text.en.split(":")[:2] for error in told] == [[FILE, "2"]]
    assert (root / FILE).read_bytes() == b"a/:\n\xff/:\n"
    (root / FILE).write_bytes(data)
    with pytest.raises(UserError):
        record_published(root, settings(root), {"b/": ""}, {"tac-gia/nvm/"})
    assert (root / FILE).read_bytes() == b"a/:\n\xff/:\n"


def test_a_ledger_that_another_program_holds_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / FILE).write_text("tac-gia/nvm/:\n", "utf-8")

    def held(place: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr(Path, "read_bytes", held)
    told = forget_person(root, settings(root), *PERSON)
    assert [error.text.en.split(" (")[0] for error in told] == [f"{FILE}: it can't be read"]


def test_lines_beside_a_broken_one_count(root: Path) -> None:
    """Old links hang on them, and a story whose folder is gone is known by them alone."""
    (root / FILE).write_bytes(b"a/:\r\nb\xff/:\r\ns/t-1/: xe\r\na/:\r\n")
    found = read_ledger(DiskTree(str(root)), settings(root))
    assert (dict(found.rows), found.faults) == ({"a/": "", "s/t-1/": "xe"}, ((2, "UTF-8"), (4, "a/:")))


def test_who_withdrew_since_the_build_does_not_come_in(root: Path) -> None:
    record(root, DiskTree(str(root)), settings(root), NOW.date(), "person", ["tac-gia/nvm/"])
    assert record_published(root, settings(root), {"tac-gia/nvm/": "", "a/": ""}, ()) == Written(1, 1)
