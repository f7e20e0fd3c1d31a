"""``sangkien withdraw`` where it is stopped, or files are damaged, held or cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from edited_fair import NAME, about, change, edit
from sangkien.cli.withdraw import withdraw
from sangkien.diagnostics import UserError
from sangkien.intake import withdraw as stages
from sangkien.source.tree import DiskTree
from sangkien.source.withdrawals import Withdrawn, read_withdrawals
from small_fair import files, settings_of, slug
from withdrawing import DAY, NOW, digest, on_record, run


@pytest.fixture(autouse=True)
def here(fair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fair)
    monkeypatch.setenv("SANGKIEN_NOW", NOW)


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
    assert "\n  content/published.yml:1: there are damaged letters (no UTF-8, or NUL). " in f"\n{left}"
    assert f"initiatives/{slug(3)}/index.md cannot be written" in left
    assert (fair / "content" / "published.yml").read_bytes() == b"a\xff/:\n"
    assert digest("tac-gia/pham-vi-du/") in on_record(fair)
    assert about(fair, "tac-gia/pham-vi-du/", "Thợ hàn") == []
