"""An address once published answers for ever: by its page, by leading on, or by a tombstone."""

from __future__ import annotations

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edited_fair import NAME, UNKNOWN_PLACE, about, change, edit, refresh_target
from sangkien.cli.build import build as build_command
from sangkien.cli.withdraw import withdraw
from sangkien.text.folding import person_slug
from small_events import write_event
from small_fair import build, clean_copy, files, slug
from soundness import live

LEDGER = "content/published.yml"
HEAD = 2
"""Lines of notes at its top."""


@pytest.fixture(autouse=True)
def here(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fair)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")


def record(*more: str) -> Result:
    result = CliRunner().invoke(build_command, ["--record", *more])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def rows(fair: Path) -> list[str]:
    return (fair / LEDGER).read_text("utf-8").splitlines()[HEAD:]


def errors(fair: Path) -> list[tuple[str, str, int]]:
    return [(one.code, one.file, one.span.line) for one in build(fair).diagnostics if one.severity == 2]


def text_of(fair: Path, url: str) -> str:
    return (fair / "site" / url / "index.html").read_text("utf-8")


def test_what_is_recorded(fair: Path) -> None:
    """Each address with a name in it; of a sample none; sorted; the same again changes nothing."""
    edit(fair, 3, "status: published", "sample: true\nstatus: published")
    edit(fair, 1, "status: published", "aliases: [ten-cu]\nstatus: published")
    write_event(fair)
    (fair / "content" / "huong-dan").mkdir()
    (fair / "content" / "huong-dan" / "tham-gia.md").write_text("# Tham gia\n\nMời xem.\n", "utf-8")
    assert record().exit_code == 0
    people = (("Lê Thị Giả Định", "xuong-may-vi-du", 0), ("Trần Văn Thí Dụ", "cang-thi-du", 1))
    expected = {
        *("don-vi/cang-thi-du/:", "don-vi/truong-nghe-mau/:", "don-vi/xuong-may-vi-du/:"),
        *("linh-vuc/co-khi/:", "linh-vuc/dien/:", "dia-ban/vung-thu/:", "huong-dan/tham-gia/:"),
        *("su-kien/ngay-hoi-thu/:", "su-kien/ngay-hoi-cu/:", "sang-kien/ten-cu/:"),
        *(f"s/t-00{n}/: {slug(n)}" for n in range(3)),
        *(f"sang-kien/{slug(n)}/:" for n in range(3)),
        *(f"tac-gia/{person_slug(name, unit)}/:" for name, unit, _ in people),
        *(f"tac-gia/{person_slug(f'Tổ {n}', unit)}/:" for *_, unit, n in people),
        "tac-gia/pham-vi-du/:",
        f"tac-gia/{person_slug('Tổ 2', 'truong-nghe-mau')}/:",
    }
    assert set(rows(fair)) == expected
    assert rows(fair) == sorted(rows(fair))
    before = (fair / LEDGER).read_bytes()
    again = record()
    assert (again.exit_code, (fair / LEDGER).read_bytes()) == (0, before)
    assert again.stdout.endswith(f"thêm 0 địa chỉ, nay có {len(expected)}.\n")
    assert [name for name, data in files(fair / "site").items() if b"published.yml" in data] == [
        "huong-dan/kiem-tra/index.html"
    ]


def test_a_damaged_record_is_an_error_with_its_line(fair: Path) -> None:
    text = f"# sổ\n\nsang-kien/{slug(1)}/:\n<<<<<<< HEAD\n"
    (fair / LEDGER).write_text(text, "utf-8")
    (fair / "content" / "withdrawals.yml").write_text("- {date: hôm nay}\n", "utf-8")
    assert errors(fair) == [("FIL013", LEDGER, 4), ("FIL013", "content/withdrawals.yml", 1)]
    assert record().exit_code == 1
    assert (fair / LEDGER).read_text("utf-8") == text


def test_a_withdrawn_story_leaves_tombstones(fair: Path, tmp_path: Path) -> None:
    """At each of its addresses, with the day alone; nowhere else a trace; the same after a clean build."""
    edit(fair, 1, "status: published", "aliases: [ten-cu]\nstatus: published")
    record()
    kept = text_of(fair, f"sang-kien/{slug(1)}")
    assert CliRunner().invoke(withdraw, [slug(1)]).exit_code == 0
    addresses = [f"sang-kien/{slug(1)}", "sang-kien/ten-cu", "s/t-001"]
    for address in addresses:
        text = text_of(fair, address)
        assert "gỡ vào ngày 01/6/2026" in text
        assert '<meta name="robots" content="noindex">' in text
        assert "canonical" not in text
        assert live(text) == []
        words = ("việc số 1", "Trần Văn Thí Dụ", "T-001", "t-001", slug(1), "ten-cu", "cang-thi-du", "og:")
        assert [word for word in words if word in text] == []
    names = [f"{address}/index.html" for address in addresses]  # no list either: hosts may serve "_redirects"
    assert sorted(about(fair, slug(1), "ten-cu", "t-001", "việc số 1<")) == sorted(names)
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean")
    revision = re.findall(r'data-revision="(\w+)"', kept)[0]
    mark = sha256(f"sang-kien/{slug(1)}/\n{revision}".encode()).hexdigest()
    assert mark[1:9] not in json.loads((fair / "site" / "revisions" / f"{mark[0]}.json").read_bytes())
    summary = build(fair).summary
    assert summary is not None
    assert summary.made == 0


def test_tombstones_outlive_the_folder(fair: Path, tmp_path: Path) -> None:
    """And errors elsewhere neither force a build again and again nor bring anything back."""
    record()
    CliRunner().invoke(withdraw, [slug(1)])
    before = files(fair / "site")
    shutil.rmtree(fair / "initiatives" / slug(1))
    assert build(fair).errors == 0
    assert {path: files(fair / "site").get(path) for path in before} == before
    edit(fair, 0, *UNKNOWN_PLACE)
    assert build(fair).taken_out == ()


def test_a_deleted_folder_is_lost_until_it_is_withdrawn(fair: Path) -> None:
    record()
    shutil.rmtree(fair / "initiatives" / slug(1))
    line = 1 + (fair / LEDGER).read_text("utf-8").splitlines().index(f"sang-kien/{slug(1)}/:")
    assert errors(fair) == [("LNK007", LEDGER, line)]
    taken = CliRunner().invoke(withdraw, [slug(1)])
    assert (taken.exit_code, "  withdrawals.yml\n" in taken.stdout) == (0, True)
    assert [("ngày 01/6/2026" in text_of(fair, at)) for at in ("s/t-001", f"sang-kien/{slug(1)}")] == [
        True
    ] * 2


def test_an_event_leaves_a_tombstone_too(fair: Path) -> None:
    write_event(fair)
    record()
    change(fair / "content" / "events" / "ngay-hoi-thu.md", "status: published", "status: withdrawn")
    assert build(fair).errors == 0
    left = [name for name in files(fair / "site") if name.startswith("su-kien/ngay-hoi")]
    assert left == [f"su-kien/ngay-hoi-{key}/index.html" for key in ("cu", "thu")]
    assert live(text_of(fair, "su-kien/ngay-hoi-thu")) == []
    edit(fair, 0, *UNKNOWN_PLACE)
    assert build(fair).taken_out == ()


def test_a_story_shown_again_keeps_its_last_good_page(fair: Path) -> None:
    """On record as taken back, then published, then faulty: no tombstone takes its place."""
    record()
    CliRunner().invoke(withdraw, [slug(1), "--no-build"])
    edit(fair, 1, "status: withdrawn", "status: published")
    build(fair)
    before = text_of(fair, f"sang-kien/{slug(1)}")
    edit(fair, 1, "place: vung-thu", "place: vung-thu\nplaec: x")
    assert build(fair, keep_going=True).errors == 1
    assert text_of(fair, f"sang-kien/{slug(1)}") == before


def test_errors_elsewhere_do_not_keep_a_withdrawn_story(fair: Path) -> None:
    record()
    edit(fair, 0, *UNKNOWN_PLACE)
    edit(fair, 1, "status: published", "status: withdrawn")  # by hand: the day is not known
    assert f"sang-kien/{slug(1)}/index.html" in build(fair).taken_out
    assert "không còn được đăng nữa" in text_of(fair, f"sang-kien/{slug(1)}")
    assert build(fair).taken_out == ()


def test_what_was_never_recorded_leaves_nothing(fair: Path) -> None:
    CliRunner().invoke(withdraw, [slug(1)])
    assert about(fair, slug(1), "t-001") == []


def test_a_person_who_withdrew_is_on_no_record_but_a_digest(fair: Path, tmp_path: Path) -> None:
    record()
    assert "tac-gia/pham-vi-du/:" in rows(fair)
    assert CliRunner().invoke(withdraw, [NAME]).exit_code == 0
    assert "pham-vi-du" not in (fair / LEDGER).read_text("utf-8")
    assert sha256(b"tac-gia/pham-vi-du/").hexdigest() in (fair / "content" / "withdrawals.yml").read_text()
    assert record().exit_code == 0
    assert "pham-vi-du" not in (fair / LEDGER).read_text("utf-8")
    assert about(fair, "pham-vi-du", NAME) == []


def test_a_name_taken_back_by_hand_leaves_the_ledger_at_the_next_record(fair: Path) -> None:
    record()
    change(
        fair / "content" / "people" / "pham-vi-du.md",
        "portrait:",
        "consent: {withdrawn: 2026-05-01}\nportrait:",
    )
    assert errors(fair) == []
    record()
    assert "pham-vi-du" not in (fair / LEDGER).read_text("utf-8")


def test_no_tombstone_spells_a_name_that_was_taken_back(fair: Path) -> None:
    (fair / "initiatives" / slug(2)).rename(fair / "initiatives" / "may-cua-pham-vi-du")
    record()
    CliRunner().invoke(withdraw, ["may-cua-pham-vi-du"])
    assert "may-cua-pham-vi-du" in (fair / LEDGER).read_text("utf-8")
    CliRunner().invoke(withdraw, [NAME])
    assert "pham-vi-du" not in (fair / LEDGER).read_text("utf-8")
    shutil.rmtree(fair / "initiatives" / "may-cua-pham-vi-du")
    assert errors(fair) == []
    assert about(fair, "pham-vi-du", NAME) == []


def test_pages_that_stay_are_on_record_though_they_spell_the_name(fair: Path) -> None:
    """A namesake in another unit, and another's story whose address has the name in it."""
    (fair / "initiatives" / slug(3)).rename(fair / "initiatives" / "hoc-tho-pham-vi-du")
    index = fair / "initiatives" / "hoc-tho-pham-vi-du" / "index.md"
    author = re.search(r"  - name: (.+)\n", index.read_text("utf-8"))
    assert author
    change(index, author[0], f"  - name: {NAME}\n")
    assert record().exit_code == 0
    spelled = [row for row in rows(fair) if "pham-vi-du" in row]
    assert [re.sub("-[0-9a-f]{4}/", "/", row) for row in spelled] == [
        "s/t-003/: hoc-tho-pham-vi-du",
        "sang-kien/hoc-tho-pham-vi-du/:",
        "tac-gia/pham-vi-du/:",
        "tac-gia/pham-vi-du/:",
    ]
    result = CliRunner().invoke(withdraw, ["tac-gia/pham-vi-du/"])
    assert (result.exit_code, errors(fair)) == (1, [])  # both are named, for a human to look at
    assert [row for row in rows(fair) if "pham-vi-du" in row] == [
        row for row in spelled if row != "tac-gia/pham-vi-du/:"
    ]


def test_a_short_address_follows_its_story(fair: Path, tmp_path: Path) -> None:
    """To another folder and another code, by what the ledger knows; and to its tombstone."""
    record()
    (fair / "initiatives" / slug(1)).rename(fair / "initiatives" / "ten-moi")
    assert errors(fair) == [("LNK007", "initiatives/ten-moi/index.md", 2)]
    change(fair / "initiatives" / "ten-moi" / "index.md", "code: T-001", f"code: M-1\naliases: [{slug(1)}]")
    assert errors(fair) == []
    assert refresh_target(fair, "s/t-001") == "../../sang-kien/ten-moi/"
    assert refresh_target(fair, f"sang-kien/{slug(1)}") == "../../sang-kien/ten-moi/"
    assert (fair / "site" / "_redirects").read_text("ascii").splitlines() == [
        "/thu/s/t-001/ /thu/sang-kien/ten-moi/ 301",
        f"/thu/sang-kien/{slug(1)}/ /thu/sang-kien/ten-moi/ 301",
        *(line for line in _people_moved(fair)),
    ]
    assert files(fair / "site") == clean_copy(fair, tmp_path / "clean")
    CliRunner().invoke(withdraw, ["ten-moi"])
    assert "Trang này đã được gỡ" in text_of(fair, "s/t-001")


def _people_moved(fair: Path) -> list[str]:
    old = person_slug("Phạm Ví Dụ", "truong-nghe-mau")
    return [f"/thu/tac-gia/{old}/ /thu/tac-gia/pham-vi-du/ 301"]


def test_a_draft_again_shows_nothing(fair: Path) -> None:
    record()
    edit(fair, 1, "status: published", "status: draft")
    outcome = build(fair)
    assert outcome.errors == 0
    assert about(fair, slug(1), "t-001") == []


def test_what_the_ledger_leads_elsewhere(fair: Path) -> None:
    (fair / LEDGER).write_text("don-vi/cu/: don-vi/cang-thi-du/\nnam/2020/: don-vi/khong-con/\n", "utf-8")
    build(fair, keep_going=True)
    assert refresh_target(fair, "don-vi/cu") == "../../don-vi/cang-thi-du/"
    assert not (fair / "site" / "nam" / "2020").exists()
    lines = (fair / "site" / "_redirects").read_text("ascii").splitlines()
    assert lines[0] == "/thu/don-vi/cu/ /thu/don-vi/cang-thi-du/ 301"
