"""LNK007 to LNK010: what the ledger says against what there is."""

from __future__ import annotations

from hashlib import sha256

import pytest
from example_fair import SLUG, found

from sangkien.diagnostics import Severity
from sangkien.text.folding import person_slug

LEDGER = "content/published.yml"
OWN = f"initiatives/{SLUG}/index.md"
SECOND = "initiatives/so-hai/index.md"


def said(ledger: str, front: str = "", second: str | None = None, gone: tuple[str, ...] = ()) -> list[object]:
    """(code, file, line or field, severity) of what is found with this ledger."""
    example = f"```file {LEDGER}\n{ledger}\n```\n```yaml\ncode: SK-1\n{front}\n```\n"
    if second is not None:
        example += f"```yaml second\nsummary: Máy gấp thùng giấy.\n{second}\n```\n"
    if gone:
        rows = "".join(
            f"- {{date: 2025-01-02, kind: story, digest: {sha256(url.encode()).hexdigest()}}}\n"
            for url in gone
        )
        example += f"```file content/withdrawals.yml\n{rows}```\n"
    items = [item for item in found("LNK", example) if item.code >= "LNK007"]
    where = [item.span.line if item.file == LEDGER else item.field_text() for item in items]
    return [(item.code, item.file, at, item.severity.name) for item, at in zip(items, where, strict=True)]


def lost(line: int, severity: str = "ERROR") -> tuple[str, str, int, str]:
    return ("LNK007", LEDGER, line, severity)


NOBODY = person_slug("Lê Không Ai", "cong-ty-mau")
AUTHOR = person_slug("Nguyễn Văn Mẫu", "cong-ty-mau")


@pytest.mark.parametrize(
    ("ledger", "front", "expected"),
    [
        (f"# sổ\ns/sk-1/: {SLUG}\nsang-kien/{SLUG}/:", "", []),
        ("# sổ\nsang-kien/cu/:", "", [lost(2)]),
        ("sang-kien/cu/:", "aliases: [cu]", []),
        ("s/sk-1/: cu\nsang-kien/cu/:", "", [("LNK007", OWN, "aliases", "ERROR")]),
        ("s/sk-9/: cu\nsang-kien/cu/:", "", [lost(2)]),
        (f"sang-kien/{SLUG}/:", "status: draft", [("LNK007", OWN, "status", "WARNING")]),
        (f"sang-kien/{SLUG}/:", "status: withdrawn", []),
        ("su-kien/hoi-cu/:", "", [lost(1)]),
        ("don-vi/cong-ty-mau/:\nlinh-vuc/co-khi/:\ndia-ban/phu-mau/:\nnam/2021/:", "", []),
        ("don-vi/cu/:\nlinh-vuc/cu/:\ndia-ban/cu/:", "", [lost(1), lost(2), lost(3)]),
        (f"tac-gia/{AUTHOR}/:", "", []),
        (f"tac-gia/{NOBODY}/:", "", [lost(1, "WARNING")]),
        ("huong-dan/:\nbao-chi/:\nhuong-dan/kiem-tra/:", "", []),
        ("huong-dan/cu/:", "", [lost(1)]),
        ("don-vi/cu/: don-vi/cong-ty-mau/", "", []),
        (f"sang-kien/cu/: sang-kien/{SLUG}/", "", []),
        ("don-vi/cu/: don-vi/cu/", "", [("LNK008", LEDGER, 1, "ERROR")]),
        (
            "don-vi/cu/: don-vi/xua/\ndon-vi/xua/: don-vi/cong-ty-mau/",
            "",
            [("LNK008", LEDGER, 1, "ERROR")],
        ),
        ("don-vi/cu/: don-vi/khong-co/", "", [("LNK008", LEDGER, 1, "ERROR")]),
        ("don-vi/cu/: sang-kien/ten-cu/", "aliases: [ten-cu]", [("LNK008", LEDGER, 1, "ERROR")]),
        (f"sang-kien/{SLUG}/: bao-chi/", "", [("LNK009", LEDGER, 1, "ERROR")]),
        ("sang-kien/ten-cu/: bao-chi/", "aliases: [ten-cu]", [("LNK009", LEDGER, 1, "ERROR")]),
        ("don-vi/cong-ty-mau/: bao-chi/", "", [("LNK009", LEDGER, 1, "ERROR")]),
    ],
)
def test_one_initiative(ledger: str, front: str, expected: list[object]) -> None:
    assert said(ledger, front) == expected


def test_a_person_who_got_a_file_is_not_lost() -> None:
    front = (
        "authors:\n  - {name: Nguyễn Văn Mẫu, person: mau, organisation: cong-ty-mau, consent: 2022-04-28}"
    )
    assert said(f"tac-gia/{AUTHOR}/:", front) == []


def test_what_was_taken_back_is_not_lost() -> None:
    assert said("s/sk-7/: cu\nsang-kien/cu/:", gone=("sang-kien/cu/",)) == []


def test_while_a_file_cannot_be_read_its_names_are_not_known() -> None:
    assert said("sang-kien/cu/:\nsu-kien/cu/:\ndon-vi/cu/:", "titel: x") == [lost(3)]


TWO = f"s/sk-1/: so-hai\nsang-kien/so-hai/:\nsang-kien/{SLUG}/:"


@pytest.mark.parametrize(
    ("ledger", "second", "gone", "expected"),
    [
        (TWO, "code: SK-2", (), [("LNK010", OWN, "code", "ERROR")]),
        (TWO, "code: SK-2\nstatus: withdrawn", (), [("LNK010", OWN, "code", "ERROR")]),
        ("s/sk-3/: so-hai\nsang-kien/so-hai/:", "code: SK-2", (), []),  # its code has changed: it leads on
        ("s/sk-1/: cu\nsang-kien/cu/:", None, ("sang-kien/cu/",), [("LNK010", OWN, "code", "ERROR")]),
        (
            "s/sk-3/: so-hai\nsang-kien/so-hai/:",
            "code: SK-2",
            ("sang-kien/so-hai/",),
            [("LNK010", SECOND, "", "ERROR")],
        ),
        ("s/sk-2/: so-hai\nsang-kien/so-hai/:", "code: SK-2", ("sang-kien/so-hai/",), []),  # shown again
    ],
)
def test_codes_and_folders_used_again(
    ledger: str, second: str | None, gone: tuple[str, ...], expected: list[object]
) -> None:
    assert said(ledger, "", second, gone) == expected


@pytest.mark.parametrize(
    ("code", "expected"), [("sk-1", []), ("sk-9", [("LNK010", OWN, "aliases.0", "ERROR")])]
)
def test_a_name_that_was_taken_back_as_an_alias(code: str, expected: list[object]) -> None:
    """Of the same initiative under another name, or of another one."""
    ledger = f"s/{code}/: cu\nsang-kien/cu/:"
    assert said(ledger, "aliases: [cu]", gone=("sang-kien/cu/",)) == expected


@pytest.mark.parametrize(
    ("status", "expected"), [("withdrawn", []), ("draft", [("LNK010", OWN, "code", "ERROR")])]
)
def test_a_folder_renamed_once_it_was_withdrawn(status: str, expected: list[object]) -> None:
    """It takes nothing from anybody, and must not hold up the site; shown again, it says of what it is."""
    ledger = "s/sk-1/: cu\nsang-kien/cu/:"
    assert said(ledger, f"status: {status}", gone=("sang-kien/cu/",)) == expected


def test_a_ledger_of_another_fair_is_said_two_hundred_times() -> None:
    ledger = "\n".join(f"sang-kien/khac-{number}/:" for number in range(300))
    assert len(said(ledger)) == 200


def test_the_mend_of_a_renamed_folder_is_told() -> None:
    (item,) = found("LNK", f"```file {LEDGER}\ns/sk-1/: cu\nsang-kien/cu/:\n```\n```yaml\ncode: SK-1\n```")
    assert item.severity is Severity.ERROR
    assert item.help.vi == "Thêm vào tệp này dòng “aliases: [cu]”, cạnh những tên cũ đã có."
