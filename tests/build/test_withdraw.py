"""``sangkien withdraw``: written with care, on record without a name, out of the site in one step."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edited_fair import NAME, UNKNOWN_PLACE, about, change, edit, page
from sangkien.cli.withdraw import withdraw
from sangkien.diagnostics import UserError
from sangkien.intake import withdraw as stages
from sangkien.intake.mentions import Mention
from sangkien.intake.subject import PersonSubject
from sangkien.source.tree import DiskTree
from sangkien.source.withdrawals import Withdrawn, read_withdrawals
from sangkien.text.folding import person_slug
from small_events import FULL, KINDS
from small_fair import files, settings_of, slug

DAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def here(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fair)
    monkeypatch.setenv("SANGKIEN_NOW", "2026-06-01T08:00:00+00:00")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(withdraw, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def on_record(fair: Path) -> dict[str, str]:
    rows = read_withdrawals(DiskTree(str(fair)), settings_of(fair))
    assert all(row.date == DAY for row in rows)
    return {row.digest: row.kind for row in rows}


def digest(url: str) -> str:
    return sha256(url.encode()).hexdigest()


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


def test_a_stopped_run_is_finished_by_the_next(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(fair, 3, "Lê Thị Giả Định", NAME)
    edit(fair, 3, "organisation: xuong-may-vi-du", "organisation: truong-nghe-mau")
    tree, settings = DiskTree(str(fair)), settings_of(fair)
    plan = stages.plan_withdrawal(tree, settings, "pham-vi-du", DAY)
    assert plan.files == ("content/people/pham-vi-du.md", f"initiatives/{slug(3)}/index.md")
    assert plan.changes[1].data is not None
    plan.changes[0].write()  # … and stopped, without a record even
    again = stages.plan_withdrawal(tree, settings, "pham-vi-du", DAY)
    assert again.files == (f"initiatives/{slug(3)}/index.md",)
    stages.carry_out(again, tree, settings)
    assert stages.plan_withdrawal(tree, settings, "pham-vi-du", DAY).files == ()
    assert len(on_record(fair)) == 2


def test_a_stop_at_any_write_leaves_each_file_whole(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped at the first, second … file that is put in its place; the next run finishes."""
    for number in (1, 3):
        text = (fair / "initiatives" / slug(number) / "index.md").read_text("utf-8")
        text = text.replace("Trần Văn Thí Dụ", NAME).replace("Lê Thị Giả Định", NAME)
        (fair / "initiatives" / slug(number) / "index.md").write_text(text, "utf-8")
        edit(
            fair,
            number,
            f"organisation: {('cang-thi-du', 'xuong-may-vi-du')[number == 3]}",
            "organisation: truong-nghe-mau",
        )
    before = sources(fair)
    run(NAME, "--no-build")
    after = sources(fair)
    changed = [name for name in after if after[name] != before.get(name)]
    assert len(changed) == 4  # the record, the person's file, two entries without it
    replace = Path.replace
    for stop in range(len(changed)):
        for name in changed:
            put_back(fair / name, before.get(name))
        done: list[Path] = []

        def stopped(self: Path, target: Path, at: int = stop, done: list[Path] = done) -> Path:
            if len(done) == at:
                raise KeyboardInterrupt
            done.append(target)
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", stopped)
        CliRunner().invoke(withdraw, [NAME, "--no-build"])
        now = sources(fair)
        assert [name for name in now if now[name] not in (before.get(name), after[name])] == []
        assert sum(now[name] == after[name] for name in changed if name in now) == stop
        monkeypatch.setattr(Path, "replace", replace)
        run(NAME, "--no-build")
        assert sources(fair) == after


def sources(fair: Path) -> dict[str, bytes]:
    return {
        f"{top}/{name}": data
        for top in ("content", "initiatives")
        for name, data in files(fair / top).items()
    }


def put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)


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


def test_a_file_that_cannot_be_read_leaves_the_entries_to_say_so(fair: Path) -> None:
    (fair / "content" / "people" / "pham-vi-du.md").write_text("---\nname: [Phạm\n---\n", "utf-8")
    result = run("pham-vi-du")
    assert result.exit_code == 1
    assert "content/people/pham-vi-du.md" in result.stdout
    assert "{withdrawn: 2026-06-01}" in (fair / "initiatives" / slug(2) / "index.md").read_text("utf-8")
    assert about(fair, NAME, "pham-vi-du") == []


def test_a_story_that_cannot_be_read_is_told(fair: Path) -> None:
    """Mended later, it would name the person again."""
    edit(fair, 0, "Lê Thị Giả Định", f"[{NAME}")
    result = run("pham-vi-du", "--no-build")
    assert (result.exit_code, f"initiatives/{slug(0)}/index.md:6\n" in result.stdout) == (1, True)


@pytest.mark.parametrize("wanted", ["khong-co", "", "../x", "sang-kien/pham-vi-du", "https://[x"])
def test_who_is_not_there(fair: Path, wanted: str) -> None:
    result = run(wanted)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert run(slug(1), "--date", "2026-06-02").exit_code == 2  # still to come
    assert not (fair / "content" / "withdrawals.yml").exists()


def test_a_damaged_record_is_not_overwritten_and_holds_up_nothing(fair: Path) -> None:
    path = fair / "content" / "withdrawals.yml"
    good = f"- {{date: 2026-01-02, kind: story, digest: {'a' * 64}}}\n"
    path.write_text(good, "utf-8")
    tree, settings = DiskTree(str(fair)), settings_of(fair)
    assert read_withdrawals(tree, settings) == (Withdrawn(date(2026, 1, 2), "story", "a" * 64),)
    for text in ("- {date: 2026-01-02}\n", good + "x: y\n", "x: y\n", good.replace("story", "page"), "- [\n"):
        path.write_text(text, "utf-8")
        with pytest.raises(UserError):
            read_withdrawals(tree, settings)
        shown = run(slug(1), "--no-build", "--language", "en")
        assert (shown.exit_code, "content/withdrawals.yml is damaged" in shown.stdout) == (1, True)
        assert path.read_text("utf-8") == text
    assert "status: withdrawn" in (fair / "initiatives" / slug(1) / "index.md").read_text("utf-8")
    change(path, "- [\n", "")
    assert run(slug(1), "--no-build").exit_code == 0
    assert len(on_record(fair)) == 2


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


def test_a_file_that_another_program_holds_is_named(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, read = f"initiatives/{slug(2)}/index.md", DiskTree.read

    def locked(tree: DiskTree, path: str) -> bytes:
        if path == held:
            raise PermissionError(13, "Permission denied")
        return read(tree, path)

    monkeypatch.setattr(DiskTree, "read", locked)
    shown = run(slug(1), "--no-build", "--language", "en")
    assert (shown.exit_code, [line.split(": ")[0] for line in shown.stdout.splitlines() if held in line]) == (
        1,
        [f"  {held}"],
    )


def test_a_file_that_cannot_be_written_holds_up_no_other(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that is open in Excel, a story that is open in Word: the rest goes, and the site is built."""
    (fair / "content" / "published.yml").write_bytes(b"tac-gia/pham-vi-du/:\na\xff/:\n")
    edit(fair, 3, "Lê Thị Giả Định", NAME)
    edit(fair, 3, "organisation: xuong-may-vi-du", "organisation: truong-nghe-mau")
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "index.md":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    shown = run("pham-vi-du", "--language", "en")
    assert shown.exit_code == 1
    written, left = shown.stdout.split("Not written into these files:\n")
    assert written.splitlines()[1:] == ["  content/people/pham-vi-du.md"]
    assert "\n  content/published.yml:1: there are letters that are no UTF-8. " in f"\n{left}"
    assert f"initiatives/{slug(3)}/index.md cannot be written" in left
    assert (fair / "content" / "published.yml").read_bytes() == b"a\xff/:\n"
    assert digest("tac-gia/pham-vi-du/") in on_record(fair)
    assert about(fair, "tac-gia/pham-vi-du/", "Thợ hàn") == []
