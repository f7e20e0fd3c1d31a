"""``sangkien withdraw``: written with care, on record without a name, out of the site in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from edited_fair import NAME, UNKNOWN_PLACE, about, edit, page
from sangkien.intake import withdraw as stages
from sangkien.intake.mentions import Mention
from sangkien.intake.subject import PersonSubject
from sangkien.source.tree import DiskTree
from sangkien.text.folding import person_slug
from small_events import FULL, KINDS
from small_fair import settings_of, slug
from withdrawing import DAY, NOW, digest, on_record, run


@pytest.fixture(autouse=True)
def here(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fair)
    monkeypatch.setenv("SANGKIEN_NOW", NOW)


def test_a_story_goes_in_one_step_in_spite_of_other_faults(fair: Path) -> None:
    edit(fair, 0, *UNKNOWN_PLACE)
    edit(fair, 1, "code: T-001", "code: T-001\naliases: [ten-cu]  # trước 2023")
    source = fair / "initiatives" / slug(1) / "index.md"
    before = source.read_text("utf-8")
    (fair / "content" / "a.md").write_text(f"# A\n\n[x](../sang-kien/{slug(1)}/)\n", "utf-8")
    shown = run(slug(1), "--dry-run")
    assert (shown.exit_code, "content/a.md:3\n" in shown.stdout) == (1, True)
    assert source.read_text("utf-8") == before
    (fair / "content" / "a.md").unlink()
    result = run(slug(1))
    assert result.exit_code == 1  # for the fault of the other one
    assert source.read_text("utf-8") == before.replace("status: published", "status: withdrawn")
    assert about(fair, slug(1), "việc số 1 ") == []
    urls = [f"sang-kien/{slug(1)}/", "sang-kien/ten-cu/", "s/t-001/"]
    assert on_record(fair) == {digest(url): "story" for url in urls}
    record = (fair / "content" / "withdrawals.yml").read_text("utf-8")
    assert slug(1) not in record
    assert "withdrawals" not in "".join(str(path) for path in (fair / "site").rglob("*"))


def test_a_person_with_a_file(fair: Path) -> None:
    story = fair / "initiatives" / slug(2) / "index.md"
    before = story.read_bytes()
    tree, settings = DiskTree(str(fair)), settings_of(fair)
    plan = stages.plan_withdrawal(tree, settings, NAME, DAY)
    address = "https://hoi-cho.example/thu/tac-gia/pham-vi-du/"
    for wanted in ("pham-vi-du", "pham  vi du", "content/people/pham-vi-du.md", address):
        assert stages.plan_withdrawal(tree, settings, wanted, DAY) == plan
    assert run(NAME).exit_code == 0
    text = (fair / "content" / "people" / "pham-vi-du.md").read_text("utf-8")
    assert text == (
        f"---\nname: {NAME}\nportrait: pham-vi-du.jpg\nportrait_alt: Chân dung\n"
        "consent: {withdrawn: 2026-06-01}\n---\n\nThợ hàn.\n"
    )
    assert story.read_bytes() == before
    assert about(fair, NAME, "pham-vi-du") == []
    assert "Một tác giả không nêu tên" in page(fair, 2)
    assert len(on_record(fair)) == 2  # the page, and the address from before there was a file
    assert digest("tac-gia/pham-vi-du/") in on_record(fair)


def test_a_person_without_a_file_everywhere(fair: Path) -> None:
    """Also in a draft, in a row in brackets, as a speaker; a namesake of another unit stays."""
    (fair / "content" / "vocabulary" / "event-kinds.yml").write_text(KINDS, "utf-8")
    event = fair / "content" / "events" / "ngay-hoi-thu.md"
    event.parent.mkdir()
    speaker = "name: Lê Thị Giả Định, role: Thợ tiện, organisation: xuong-may-vi-du"
    event.write_text(
        FULL.replace("name: Đỗ Thị Giả Sử, role: Thợ tiện, organisation: cang-thi-du", speaker), "utf-8"
    )
    edit(fair, 1, "Trần Văn Thí Dụ", "Lê Thị Giả Định")  # at another unit
    edit(fair, 3, "status: published", "status: draft")
    result = run("Lê Thị Giả Định", "--no-build")
    wanted = f"tac-gia/{person_slug('Lê Thị Giả Định', 'xuong-may-vi-du')}/"
    assert (result.exit_code, wanted in result.stderr) == (2, True)
    assert "withdrawn" not in event.read_text("utf-8")
    result = run(wanted, "--no-build")
    assert result.exit_code == 1  # the namesake is shown, for a human to judge
    assert f"initiatives/{slug(1)}/index.md:" in result.stdout
    taken = "consent: {withdrawn: 2026-06-01}"
    assert [taken in (fair / "initiatives" / slug(n) / "index.md").read_text("utf-8") for n in range(4)] == [
        True,
        False,
        False,
        True,
    ]
    assert f"{{{speaker}, {taken}}}" in event.read_text("utf-8")
    assert run(wanted, "--no-build").stdout.startswith("Việc gỡ “Lê Thị Giả Định” đã ghi đủ từ trước.")


def test_a_name_in_capitals_is_the_same_person(fair: Path) -> None:
    """Of the same unit; with other tones it is somebody else."""
    edit(fair, 0, "Lê Thị Giả Định", "LÊ THỊ GIẢ ĐỊNH")
    edit(fair, 0, "summary: Một tay đòn", "summary: Chị Định nghĩ ra tay đòn")
    edit(fair, 1, "Trần Văn Thí Dụ", "LÊ THỊ GIÃ ĐỊNH")
    edit(fair, 1, "organisation: cang-thi-du", "organisation: xuong-may-vi-du")
    address = f"tac-gia/{person_slug('Lê Thị Giả Định', 'xuong-may-vi-du')}/"
    tree, settings = DiskTree(str(fair)), settings_of(fair)
    plans = [stages.plan_withdrawal(tree, settings, wanted, DAY) for wanted in ("LÊ THỊ GIẢ ĐỊNH", address)]
    assert plans[0] == plans[1]
    assert isinstance(plans[0].subject, PersonSubject)
    assert (plans[0].subject.name, plans[0].subject.addresses) == ("Lê Thị Giả Định", (address,))
    assert plans[0].files == tuple(f"initiatives/{slug(n)}/index.md" for n in (0, 3))
    assert Mention(f"initiatives/{slug(0)}/index.md", 3) in plans[0].mentions


def test_a_page_that_a_name_in_capitals_had_is_taken_back_too(fair: Path) -> None:
    """From when such a name had an id of its own; one that never was on record is not made up."""
    earlier = f"tac-gia/{person_slug('LÊ THỊ GIẢ ĐỊNH', 'xuong-may-vi-du', group=True)}/"
    ledger = fair / "content" / "published.yml"
    ledger.write_text(f"don-vi/a/:\n{earlier}:\n", "utf-8")
    run("Lê Thị Giả Định", "--no-build")
    today = f"tac-gia/{person_slug('Lê Thị Giả Định', 'xuong-may-vi-du')}/"
    assert on_record(fair) == {digest(today): "person", digest(earlier): "person"}
    assert ledger.read_text("utf-8") == "don-vi/a/:\n"


def test_sheets_that_lie_about_are_said(fair: Path) -> None:
    """Rows that could not be imported hold names, in whatever kind of sheet the list was saved."""
    names = ("dong-bi-loi.csv", "dong-bi-loi.ods", "dong-bi-loi.xls", "dong-bi-loi.xlsx")
    for name in names:
        (fair / name).write_bytes(b"")
    lines = run(slug(1), "--dry-run").stdout.splitlines()
    assert [line.strip() for line in lines if "dong-bi-loi" in line] == list(names)


def test_what_else_names_the_person_is_said(fair: Path) -> None:
    edit(fair, 2, "summary: Một tay đòn", "summary: Chị Dụ nghĩ ra tay đòn")
    edit(fair, 0, "Xưởng nào có máy hàn", "Hỏi Phạm Ví Dụ, xưởng nào có máy hàn")
    (fair / "content" / "gioi-thieu.md").write_text("# A\n\nCảm ơn\nPhạm Ví Dụ.\n", "utf-8")
    (fair / "bo-tai-lieu.pdf").write_bytes(b"%PDF-")
    for stamp in ("cu/.sangkien", "ban/1/.sangkien-release.json"):
        (fair / stamp).parent.mkdir(parents=True)
        (fair / stamp).write_text("x", "ascii")
    result = run(NAME, "--dry-run")
    assert result.exit_code == 1
    assert not (fair / "content" / "withdrawals.yml").exists()
    shown = result.stdout
    assert f"initiatives/{slug(2)}/index.md:3\n" in shown
    assert f"initiatives/{slug(0)}/index.md:" in shown
    assert "content/gioi-thieu.md:4\n" in shown
    assert "content/people/pham-vi-du.jpg\n" in shown
    assert shown.endswith("\n  bo-tai-lieu.pdf\n  ban/1/\n  cu/\n")


def test_entries_ask_for_a_file_that_is_not_there(fair: Path) -> None:
    (fair / "content" / "people" / "pham-vi-du.md").unlink()
    assert run("pham-vi-du", "--no-build").exit_code == 0
    text = (fair / "content" / "people" / "pham-vi-du.md").read_text("utf-8")
    assert text == '---\nname: "Phạm Ví Dụ"\nconsent: {withdrawn: 2026-06-01}\n---\n'


def test_an_id_that_leads_elsewhere_is_no_id(fair: Path) -> None:
    edit(fair, 3, "    role: Thợ", "    person: ../../../ra-ngoai\n    role: Thợ")
    assert run("../../../ra-ngoai", "--no-build").exit_code == 2
    run("Lê Thị Giả Định", "--no-build")
    assert not list(fair.parent.glob("**/ra-ngoai*"))
    assert "withdrawn" in (fair / "initiatives" / slug(3) / "index.md").read_text("utf-8")


@pytest.mark.parametrize("wanted", ["khong-co", "", "../x", "sang-kien/pham-vi-du", "https://[x"])
def test_who_is_not_there(fair: Path, wanted: str) -> None:
    result = run(wanted)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert run(slug(1), "--date", "2026-06-02").exit_code == 2  # still to come
    assert not (fair / "content" / "withdrawals.yml").exists()


@pytest.mark.parametrize(
    "wanted",
    [
        *("ten-cu", "https://hoi-cho.example/thu/sang-kien/ten-cu/"),
        *("t-001", "T-001", "s/t-001/", "https://hoi-cho.example/thu/s/t-001/"),
    ],
)
def test_a_story_by_its_earlier_name_or_what_is_printed(fair: Path, wanted: str) -> None:
    edit(fair, 1, "code: T-001", "code: T-001\naliases: [ten-cu]")
    shown = run(wanted, "--dry-run", "--language", "en").stdout.splitlines()
    assert shown[:2] == [
        f"The withdrawal of “{slug(1)}” would be written into:",
        f"  initiatives/{slug(1)}/index.md",
    ]
